"""Which negations of a bead have no counterpart on the other side, and what makes up for one by other means.

Turns that negate nothing are left out ("not only", "Not ten paces away", the tag of a question). Of the rest those are
paired that govern partners, then by order. On scope and cue of negations: Morante & Blanco (2012), "*SEM 2012 shared
task: resolving the scope and focus of negation".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from compare.findings.clues.negation import is_negative_word, is_negator
from compare.findings.clues.wordlists import number_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.findings.clues.partners import Partners
    from compare.model import Token

SENTENCE_ENDS: Final = frozenset(".!?…")
"""Marks over which no negator governs a word: "Was it the ferry? It was not."."""
SENTENCE_EDGES: Final = SENTENCE_ENDS | frozenset(':;"“”„«»‚‘')
"""Marks behind which a sentence begins."""
_NOT_ONLY: Final = frozenset(
    {"only", "just", "merely", "simply", "solely", "least", "later", "more", "less", "fewer", "sooner", "doubt",
     "matter", "wonder"}
)  # fmt: skip
"""What stands behind a negator in turns that need no negator in other words: "not only", "no later than"."""
_NOT_QUITE: Final = frozenset({"quite", "exactly", "entirely", "fully", "completely", "altogether", "wholly"})
"""What stands behind a negator that denies only the last step: "not quite the same" is "almost the same"."""
_ALMOST: Final = frozenset({"almost", "nearly", "practically", "virtually", "well-nigh", "nigh"})
_TAKEN: Final = frozenset(
    {"taken", "cut", "left", "pulled", "trimmed", "scooped", "picked", "thrown", "scraped"}
)
_AWAY: Final = frozenset({"out", "off", "away", "aside"})
REACH: Final = 6
"""Words around the counterpart of a negator in which another way of saying it is looked for: about a clause."""
GOVERNED: Final = 11
"""Words behind a negator among which the first one of content is what it governs: "not one of them has ever had a"."""
APART: Final = 5
"""Words that two negators must stand apart to negate two different statements."""


def negations(tokens: Sequence[Token], partner_of: Sequence[int], others: Sequence[Token] = ()) -> list[int]:
    """The places of what negates, without turns that negate nothing; ``others`` are the words of the other side."""
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
        if following in _NOT_QUITE and partner_of[place + 1] < 0 and _says_almost(others):
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


def _says_almost(tokens: Sequence[Token]) -> bool:
    return any(token.form in _ALMOST for token in tokens)


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
    # a bead may hold several sentences: before the first word of each stands nothing, or the marks of the one before
    if place + 1 >= len(tokens) or (place and tokens[place - 1].text not in SENTENCE_EDGES):
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


def governed(tokens: Sequence[Token], content: Sequence[bool], place: int) -> int:
    """The place of the content word that a negator governs: the next one, or the one before at a sentence's end."""
    for other in range(place + 1, min(len(tokens), place + 1 + GOVERNED)):
        if tokens[other].text in SENTENCE_ENDS:
            break
        if content[other]:
            return other
    for other in range(place - 1, -1, -1):
        if tokens[other].text in SENTENCE_ENDS:
            break
        if content[other]:
            return other
    return -1


def left_over(bead: Partners) -> tuple[list[int], list[int]]:
    """The negators of both sides that have no counterpart; where both lists hold one, the negation moved."""
    lost, gained = (
        negations(bead.reference, bead.of_reference, bead.candidate),
        negations(bead.candidate, bead.of_candidate, bead.reference),
    )
    for place in list(lost):
        head = governed(bead.reference, bead.reference_content, place)
        for other in gained:
            if head >= 0 and bead.of_reference[head] == governed(
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
    return (
        lost[_second_halves(bead.candidate) :] if lost else lost,
        gained[_second_halves(bead.reference) :] if gained else gained,
    )


def _are_apart(bead: Partners, place: int, other: int) -> bool:
    """Whether two negators govern two words that both sides have, far apart: the negation moved."""
    head = governed(bead.reference, bead.reference_content, place)
    other_head = governed(bead.candidate, bead.candidate_content, other)
    if head < 0 or other_head < 0:
        return False
    partner, other_partner = bead.of_reference[head], bead.of_candidate[other_head]
    if partner < 0 or other_partner < 0 or "facing" in (bead.how.get(head), bead.how.get(other_partner)):
        return False
    return abs(partner - other_head) > APART and abs(other_partner - head) > APART


def makes_up(bead: Partners, places: Sequence[int], *, on_reference: bool) -> int:
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
        is_yet_to = token.form == "yet" and place + 1 < len(tokens) and tokens[place + 1].form == "to"
        if token.kind != "word" or not (
            is_yet_to or is_negative_word(token.form) or _is_taken_out(tokens, place)
        ):
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


def _is_taken_out(tokens: Sequence[Token], place: int) -> bool:
    """Whether a verb of removing stands at a place: "with the stalks taken out" is "without the stalks"."""
    behind = tokens[place + 1].form if place + 1 < len(tokens) else ""
    return tokens[place].form in _TAKEN and behind in _AWAY


def _counterpart(bead: Partners, place: int, *, is_lost: bool) -> tuple[int, int]:
    """The range of places on the other side where the statement of a negator stands."""
    tokens, content, partner_of, others = (
        (bead.reference, bead.reference_content, bead.of_reference, bead.candidate)
        if is_lost
        else (bead.candidate, bead.candidate_content, bead.of_candidate, bead.reference)
    )
    head = governed(tokens, content, place)
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
