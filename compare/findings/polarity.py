"""Negation gained or lost: "did react" against "did not react", "possible" against "impossible".

Each side of a bead has its negations, each with the word that it governs. Negations of the two sides are set against
each other, first where they govern partners, then by order; one that is left over turns its statement round, unless
the other side says the same by other means: by a word that denies ("failed to", "lack of", "hardly"), by an opposite
("not few", "many"), or by a turn that negates nothing ("not only ... but", "whether or not"): clues/negations.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from compare.findings.clues.affirmatives import is_answered
from compare.findings.clues.content import is_english
from compare.findings.clues.negation import affirmed, is_negated_form
from compare.findings.clues.negations import governed, left_over, makes_up
from compare.findings.clues.partners import Partners, partners
from compare.findings.clues.phrases import phrases
from compare.findings.clues.wording import wording
from compare.model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compare.findings.clues.halves import Which
    from compare.findings.evidence import Evidence
    from compare.model import Severity

FREE_CONFIDENCE: Final = 0.6
"""Confidence in a freely reworded sentence, at most: "do not add" may have become "hold back"."""
ANSWERED: Final = 0.9
"""Confidence where the other side affirms what a negator denies, in so many words, however free the sentence."""
WHOLE_PHRASE: Final = 0.8
"""Summed weight of the content words of a phrase from which on it is told as missing instead of its negation."""
LESSENING: Final = frozenset({"less", "least", "not", "hardly", "never"})


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
        lost, gained = left_over(bead)
        is_balanced = not lost and not gained
        for places, is_lost in ((lost, True), (gained, False)):
            is_alone = len(lost) + len(gained) == 1 and affirmed(bead.reference) == affirmed(bead.candidate)
            for place in [place for place in places if is_alone or is_answered(bead, place, is_lost=is_lost)]:
                places.remove(place)
                yield _finding(evidence, bead, place, is_lost=is_lost, is_sure=True, is_alone=is_alone)
        if lost:
            lost = _outside_phrases(bead, lost, "reference", evidence.settings.omission_confidence)
            for place in lost[makes_up(bead, lost, on_reference=False) :]:
                yield _finding(evidence, bead, place, is_lost=True)
        if gained:
            gained = _outside_phrases(bead, gained, "candidate", evidence.settings.addition_confidence)
            for place in gained[makes_up(bead, gained, on_reference=True) :]:
                yield _finding(evidence, bead, place, is_lost=False)
        if is_balanced:
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
            phrase.low <= place < phrase.high and phrase.low <= governed(tokens, content, place) < phrase.high
            for phrase in told
        )
    ]


def _finding(
    evidence: Evidence,
    bead: Partners,
    place: int,
    *,
    is_lost: bool,
    is_sure: bool = False,
    is_alone: bool = False,
) -> Finding:
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
    head = governed(tokens, content, place)
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
    confidence = max(confidence, ANSWERED) if is_sure else confidence
    return Finding(
        kind="polarity",
        severity=_severity(confidence),
        confidence=confidence,
        message=_message(word, " ".join(span.text.split()), is_lost=is_lost),
        reference=span if is_lost else facing,
        candidate=facing if is_lost else span,
        bead=bead.bead,
        details={
            "cue": word,
            "change": "lost" if is_lost else "gained",
            "anchored": is_sure or _is_anchored(bead, head, is_lost=is_lost),
            **({"alone": True} if is_alone else {}),
        },
    )


def _is_anchored(bead: Partners, head: int, *, is_lost: bool) -> bool:
    """Whether the governed word, or one that means it, is on the other side too, so that only the negation differs."""
    if head < 0:
        return False
    row = head if is_lost else bead.of_candidate[head]
    return row >= 0 and bead.how.get(row) in ("equal", "form", "derived", "meaning")


def _message(word: str, phrase: str, *, is_lost: bool) -> str:
    """Say what became of a negator, with the words that it governed beside it where there are any."""
    said = f"“{word}” is {'lost' if is_lost else 'new'}"
    return said if phrase.casefold() == word.casefold() else f"{said}: “{phrase}”"


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
