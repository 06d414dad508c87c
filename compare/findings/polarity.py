"""Negation gained or lost: "did react" against "did not react", "possible" against "impossible".

Each side of a bead has its negations, each with the word that it governs. Negations of the two sides are set against
each other, first where they govern partners, then by order; one that is left over turns its statement round, unless
the other side says the same by other means: by a word that denies ("failed to", "lack of", "hardly"), by an opposite
("not few", "many"), or by a turn that negates nothing ("not only ... but", "whether or not"). On scope and cue of
negations: Morante & Blanco (2012), "*SEM 2012 shared task: resolving the scope and focus of negation".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from compare.findings.clues.content import is_english
from compare.findings.clues.negation import is_negated_form, is_negative_word, is_negator
from compare.findings.clues.partners import Partners, partners
from compare.findings.clues.phrases import phrases
from compare.findings.clues.wording import wording
from compare.findings.clues.wordlists import number_words
from compare.model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.findings.clues.halves import Which
    from compare.findings.evidence import Evidence
    from compare.model import Severity, Token

_NOT_ONLY: Final = frozenset(
    {"only", "just", "merely", "simply", "solely", "least", "later", "more", "less", "fewer", "sooner", "doubt",
     "matter", "wonder"}
)  # fmt: skip
"""What stands behind a negator in turns that need no negator in other words: "not only", "no later than"."""


FREE_CONFIDENCE: Final = 0.6
"""Confidence in a freely reworded sentence, at most: "do not add" may have become "hold back"."""
REACH: Final = 6
"""Words around the counterpart of a negator in which another way of saying it is looked for: about a clause."""
WHOLE_PHRASE: Final = 0.8
"""Summed weight of the content words of a phrase from which on it is told as missing instead of its negation."""
LESSENING: Final = frozenset({"less", "least", "not", "hardly", "never"})
APART: Final = 5
"""Words that two negators must stand apart to negate two different statements."""


def _negations(tokens: Sequence[Token], partner_of: Sequence[int]) -> list[int]:
    """The places of what negates, without turns that negate nothing."""
    found = []
    for place, token in enumerate(tokens):
        if token.kind != "word" or not is_negator(token.form):
            continue
        following = tokens[place + 1].form if place + 1 < len(tokens) else ""
        before = tokens[place - 1].form if place else ""
        if before == "or" or (following in _NOT_ONLY and partner_of[place + 1] < 0):
            continue  # where the other side has its "only" too, "not" is a negation of it
        if _cancels(tokens, partner_of, place) or _is_tag(tokens, place):
            continue
        if token.form == "not" and _bounds_a_number(tokens, place):
            continue
        is_answer = (
            token.form in ("no", "nay") and place + 1 < len(tokens) and tokens[place + 1].kind == "mark"
        )
        if is_answer or (token.form == "no" and following[:1].isdigit()):
            continue  # "No, thank you", "No. 7"
        if _is_second_half(tokens, place):
            continue
        found.append(place)
    return found


def _is_second_half(tokens: Sequence[Token], place: int) -> bool:
    """Whether a negator goes on with a negation before it: "neither the boats nor the nets"."""
    return tokens[place].form in ("nor", "neither") and any(
        is_negator(other.form) for other in tokens[:place]
    )


def _second_halves(tokens: Sequence[Token]) -> int:
    """How many negations a side may count or not: "nor will it show them" is "and it will not show them"."""
    return sum(_is_second_half(tokens, place) for place in range(len(tokens)))


def _bounds_a_number(tokens: Sequence[Token], place: int) -> bool:
    """Whether a negator opens a sentence and says less than a number: "Not ten paces away stood the mill"."""
    if place + 1 >= len(tokens) or any(token.kind == "word" for token in tokens[:place]):
        return False
    return tokens[place + 1].kind == "number" or tokens[place + 1].form in number_words()


def _is_tag(tokens: Sequence[Token], place: int) -> bool:
    """Whether a negator is that of a question behind the statement, which turns with it: "You do, don't you?"."""
    behind = [token.text for token in tokens[place + 2 : place + 3]]
    return place > 0 and tokens[place - 1].text == "," and behind == ["?"]


def _cancels(tokens: Sequence[Token], partner_of: Sequence[int], place: int) -> bool:
    """Whether a negator meets another denial that the other side lacks: "not a few" farmers are many."""
    other = place + 1
    while other < len(tokens) and tokens[other].form in ("a", "an", "so", "very"):
        other += 1
    return (
        other < len(tokens)
        and tokens[other].kind == "word"
        and partner_of[other] < 0
        and is_negative_word(tokens[other].form)
    )


def _governed(tokens: Sequence[Token], content: Sequence[bool], place: int) -> int:
    """The place of the content word that a negator governs: the next one, or the one before at a sentence's end."""
    for other in range(place + 1, min(len(tokens), place + 8)):
        if content[other]:
            return other
    for other in range(place - 1, -1, -1):
        if content[other]:
            return other
    return -1


def _left_over(bead: Partners) -> tuple[list[int], list[int]]:
    """The negators of both sides that have no counterpart; where both lists hold one, the negation moved."""
    lost, gained = (
        _negations(bead.reference, bead.of_reference),
        _negations(bead.candidate, bead.of_candidate),
    )
    for place in list(lost):
        head = _governed(bead.reference, bead.reference_content, place)
        for other in gained:
            if head >= 0 and bead.of_reference[head] == _governed(
                bead.candidate, bead.candidate_content, other
            ):
                lost.remove(place)
                gained.remove(other)
                break
    scale = len(bead.candidate) / max(1, len(bead.reference))
    while lost and gained:
        place, other = min(
            ((place, other) for place in lost for other in gained),
            key=lambda pair: (abs(pair[0] * scale - pair[1]), pair),
        )
        if _are_apart(bead, place, other):
            return [place], [other]
        lost.remove(place)
        gained.remove(other)
    return lost[_second_halves(bead.candidate) :], gained[_second_halves(bead.reference) :]


def _are_apart(bead: Partners, place: int, other: int) -> bool:
    """Whether two negators govern two words that both sides have, far apart: the negation moved."""
    head = _governed(bead.reference, bead.reference_content, place)
    other_head = _governed(bead.candidate, bead.candidate_content, other)
    if head < 0 or other_head < 0:
        return False
    partner, other_partner = bead.of_reference[head], bead.of_candidate[other_head]
    if partner < 0 or other_partner < 0 or "facing" in (bead.how.get(head), bead.how.get(other_partner)):
        return False
    return abs(partner - other_head) > APART and abs(other_partner - head) > APART


def _makes_up(bead: Partners, places: Sequence[int], *, on_reference: bool) -> int:
    """How many words of one side deny what the other side denies by a negator at one of its places: each excuses one.

    Such a word stands near the counterpart of a negator. "He knows what it is like, yet ..." far behind it does not
    make up for "He did not beat him".
    """
    if on_reference:
        tokens, others, partner_of = bead.reference, bead.candidate, bead.of_reference
    else:
        tokens, others, partner_of = bead.candidate, bead.reference, bead.of_candidate
    counterparts = [_counterpart(bead, place, is_lost=not on_reference) for place in places]
    count = 0
    for place, token in enumerate(tokens):
        if token.kind != "word" or not is_negative_word(token.form):
            continue
        if all(place < low - REACH or place > high + REACH for low, high in counterparts):
            continue
        other = partner_of[place]
        reason = bead.how.get(place if on_reference else other)
        if other < 0 or (reason in ("opposite", "facing") and not is_negative_word(others[other].form)):
            count += 1
    for place, how in bead.how.items():
        if how != "opposite" or _negates(bead, place, on_reference=on_reference):
            continue
        own = place if on_reference else bead.of_reference[place]
        if any(low - REACH <= own <= high + REACH for low, high in counterparts):
            count += 1
    return count


def _counterpart(bead: Partners, place: int, *, is_lost: bool) -> tuple[int, int]:
    """The range of places on the other side where the statement of a negator stands."""
    tokens, content, partner_of, others = (
        (bead.reference, bead.reference_content, bead.of_reference, bead.candidate)
        if is_lost
        else (bead.candidate, bead.candidate_content, bead.of_candidate, bead.reference)
    )
    head = _governed(tokens, content, place)
    known = [partner_of[other] for other in (head, place - 1, place + 1) if 0 <= other < len(tokens)]
    known = [other for other in known if other >= 0]
    if not known:
        expected = place * len(others) // max(1, len(tokens))
        return max(0, expected - REACH), expected + REACH
    return (known[0], known[0])


def _negates(bead: Partners, place: int, *, on_reference: bool) -> bool:
    """Whether the pair of opposites at a reference place was counted as a denying word already."""
    word = bead.reference[place] if on_reference else bead.candidate[bead.of_reference[place]]
    return is_negative_word(word.form)


def find(evidence: Evidence) -> Iterator[Finding]:
    """Find negations that only one side of a bead has.

    Args:
        evidence: a candidate against its reference; without a reference there is nothing to find.

    Yields:
        Findings of kind ``polarity``, placed on the negator and the word that it governs.
    """
    if evidence.reference is None or not is_english(evidence.reference.document.language):
        return
    for bead in partners(evidence):
        lost, gained = _left_over(bead)
        if lost:
            lost = _outside_phrases(bead, lost, "reference", evidence.settings.omission_confidence)
            for place in lost[_makes_up(bead, lost, on_reference=False) :]:
                yield _finding(evidence, bead, place, is_lost=True)
        if gained:
            gained = _outside_phrases(bead, gained, "candidate", evidence.settings.addition_confidence)
            for place in gained[_makes_up(bead, gained, on_reference=True) :]:
                yield _finding(evidence, bead, place, is_lost=False)
        if not _negations(bead.reference, bead.of_reference) and not _negations(
            bead.candidate, bead.of_candidate
        ):
            yield from _prefixes(evidence, bead)


def _outside_phrases(bead: Partners, places: list[int], which: Which, least: float) -> list[int]:
    """Negators that do not stand in a phrase that is missing, or new, as a whole: that phrase says it already."""
    told = [phrase for phrase in phrases(bead, which, least=least) if phrase.weight >= WHOLE_PHRASE]
    tokens, content = (
        (bead.reference, bead.reference_content)
        if which == "reference"
        else (bead.candidate, bead.candidate_content)
    )
    return [
        place
        for place in places
        if not any(
            phrase.low <= place < phrase.high
            and phrase.low <= _governed(tokens, content, place) < phrase.high
            for phrase in told
        )
    ]


def _finding(evidence: Evidence, bead: Partners, place: int, *, is_lost: bool) -> Finding:
    assert evidence.reference is not None
    here, there = (
        (evidence.reference.document, evidence.candidate.document)
        if is_lost
        else (evidence.candidate.document, evidence.reference.document)
    )
    tokens, others, partner_of, content, other_content = (
        (bead.reference, bead.candidate, bead.of_reference, bead.reference_content, bead.candidate_content)
        if is_lost
        else (
            bead.candidate,
            bead.reference,
            bead.of_candidate,
            bead.candidate_content,
            bead.reference_content,
        )
    )
    head = _governed(tokens, content, place)
    low, high = min(place, head) if head >= 0 else place, max(place, head)
    span = here.span(tokens[low].start, tokens[high].end)
    other = _opposite_place(bead, place, head, is_lost=is_lost)
    first = other
    while first > 0 and not other_content[first - 1] and others[first - 1].kind != "mark":
        first -= 1  # "a" of "a threat" stands where "no" stood
    facing = (
        there.span(others[first].start, others[other].end)
        if other >= 0 and (head >= 0 and partner_of[head] == other)
        else there.span(*(2 * (others[other].end if other >= 0 else others[0].start,)))
    )
    word = tokens[place].text
    confidence = _confidence(
        bead, head >= 0 and partner_of[head] >= 0, is_free=wording(evidence).is_free(bead.bead)
    )
    return Finding(
        kind="polarity",
        severity=_severity(confidence),
        confidence=confidence,
        message=f"“{word}” is lost: “{span.text}”" if is_lost else f"“{word}” is new: “{span.text}”",
        reference=span if is_lost else facing,
        candidate=facing if is_lost else span,
        bead=bead.bead,
        details={"cue": word, "change": "lost" if is_lost else "gained"},
    )


def _opposite_place(bead: Partners, place: int, head: int, *, is_lost: bool) -> int:
    """Where the negation belongs on the other side: the partner of its word, or of the nearest word before it."""
    partner_of = bead.of_reference if is_lost else bead.of_candidate
    if head >= 0 and partner_of[head] >= 0:
        return partner_of[head]
    for other in range(place - 1, -1, -1):
        if partner_of[other] >= 0:
            return partner_of[other]
    return -1


def _confidence(bead: Partners, has_partner: bool, *, is_free: bool) -> float:
    """Surer where the governed word has its partner and most of the sentence is the same."""
    content = sum(bead.reference_content) + sum(bead.candidate_content)
    paired = 2 * sum(
        1 for place, how in bead.how.items() if how != "facing" and bead.reference_content[place]
    )
    share = paired / max(1, content)
    most = FREE_CONFIDENCE if is_free else 0.97
    return round(min(most, 0.45 + 0.4 * share + (0.12 if has_partner else 0.0)), 2)


def _severity(confidence: float) -> Severity:
    return "critical" if confidence >= 0.8 else "major" if confidence > FREE_CONFIDENCE else "minor"


def _prefixes(evidence: Evidence, bead: Partners) -> Iterator[Finding]:
    """Find words that gained or lost a negating prefix: "able" against "unable"."""
    assert evidence.reference is not None
    for place, other in enumerate(bead.of_reference):
        if other < 0:
            continue
        one, two = bead.reference[place], bead.candidate[other]
        if one.form == two.form or any(
            at and tokens[at - 1].form in LESSENING
            for tokens, at in ((bead.reference, place), (bead.candidate, other))
        ):
            continue  # "less equal" is "more unequal"
        if is_negated_form(one.form, two.form) or is_negated_form(two.form, one.form):
            confidence = _confidence(bead, True, is_free=wording(evidence).is_free(bead.bead))
            yield Finding(
                kind="polarity",
                severity=_severity(confidence),
                confidence=confidence,
                message=f"“{one.text}” became its opposite “{two.text}”",
                reference=evidence.reference.document.span(one.start, one.end),
                candidate=evidence.candidate.document.span(two.start, two.end),
                bead=bead.bead,
                details={
                    "cue": two.text,
                    "change": "gained" if is_negated_form(two.form, one.form) else "lost",
                },
            )
