"""Measuring words of the grammar replaced by one of another class: "more" by "less", "before" by "after"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from compare.findings.clues.negation import is_negated_form, is_negator
from compare.findings.clues.senses import quantifier_change
from compare.findings.clues.wordlists import number_words
from compare.model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compare.findings.clues.pairing import How
    from compare.findings.clues.partners import Partners
    from compare.findings.evidence import Evidence

MEASURE_CONFIDENCE: Final = 0.75
VAGUE_CONFIDENCE: Final = 0.5
BOUNDING: Final = frozenset({"amount", "extent", "bound"})
"""Scales that say on which side of a number the truth lies: "more than 40", "at least three"."""
_TURN_WORDS: Final = 2  # words behind two measuring words that make one turn with them: "than ever"
NUMBER_REACH_WORDS: Final = 3  # from the measuring word to its number: "more than the 40"


def measures(evidence: Evidence, bead: Partners) -> Iterator[Finding]:
    """Find measuring words of the grammar replaced by one of another class: "more" by "less", "before" by "after"."""
    rows = [
        place
        for place, token in enumerate(bead.reference)
        if bead.of_reference[place] < 0 and not bead.reference_content[place] and token.kind == "word"
    ]
    columns = [
        other
        for other, token in enumerate(bead.candidate)
        if bead.of_candidate[other] < 0 and not bead.candidate_content[other] and token.kind == "word"
    ]
    if not rows or not columns:
        return
    here = {bead.reference[place].form for place in rows}
    there = {bead.candidate[other].form for other in columns}
    for place in rows:
        one = bead.reference[place]
        for other in columns:
            two = bead.candidate[other]
            scale = quantifier_change(one.form, two.form)
            # "to" and "from" that changed places are a matter of order: "from the north to the south"
            if (
                scale is None
                or one.form in there
                or two.form in here
                or not has_same_slot(bead, place, other)
                or (scale == "switch" and not _follow_partners(bead, place, other))
                or _is_made_up_for(bead, place, other)
                or _is_denied_twice(bead, one.form, two.form)
            ):
                continue
            columns.remove(other)
            is_vague = scale in ("direction", "modal")
            is_of_number = scale in BOUNDING and _measures_a_number(bead, place, other)
            yield Finding(
                kind="meaning",
                severity="minor" if is_vague else "critical" if is_of_number else "major",
                confidence=VAGUE_CONFIDENCE if is_vague else MEASURE_CONFIDENCE,
                message=f"“{one.text}” became “{two.text}”",
                reference=evidence.reference.document.span(one.start, one.end)
                if evidence.reference
                else None,
                candidate=evidence.candidate.document.span(two.start, two.end),
                bead=bead.bead,
                details={
                    "why": "measure",
                    "scale": scale,
                    "expected": one.text,
                    "anchored": is_anchored(bead, place, other) or _open_one_turn(bead, place, other),
                },
            )
            break


def _follow_partners(bead: Partners, place: int, other: int) -> bool:
    """Whether the words right before two places are partners: "turned off" and "switched on"."""
    return bool(place and other) and bead.of_reference[place - 1] == other - 1


def _is_made_up_for(bead: Partners, place: int, other: int) -> bool:
    """Whether the word behind was negated as well: "more unequal" is "less equal"."""
    if place + 1 >= len(bead.reference) or other + 1 >= len(bead.candidate):
        return False
    one, two = bead.reference[place + 1].form, bead.candidate[other + 1].form
    return is_negated_form(one, two) or is_negated_form(two, one)


def _is_denied_twice(bead: Partners, one: str, two: str) -> bool:
    """Whether a "no" in the place of "every" is denied once more: "no key with which he was not trusted"."""
    denied, tokens = (one, bead.reference) if is_negator(one) else (two, bead.candidate)
    others = bead.candidate if tokens is bead.reference else bead.reference
    if not is_negator(denied):
        return False
    own, other = (
        sum(is_negator(token.form) and token.form != denied for token in side) for side in (tokens, others)
    )
    return own > other


def _measures_a_number(bead: Partners, place: int, other: int) -> bool:
    """Whether a number follows both words, or stands right before them: "more than 40", "40 % less"."""
    return all(
        any(
            token.kind == "number" or token.form in number_words()
            for token in tokens[max(0, at - 2) : at + NUMBER_REACH_WORDS + 1]
        )
        for tokens, at in ((bead.reference, place), (bead.candidate, other))
    )


def has_same_slot(bead: Partners, place: int, other: int) -> bool:
    """Whether the nearest content word before or behind the two places is a pair of partners, or one turn follows.

    "Fewer than ever in June" may be "in June more than ever": there the little words behind say where it belongs.
    """
    return any(_beside(bead, place, other, step) for step in (1, -1)) or _open_one_turn(bead, place, other)


def _open_one_turn(bead: Partners, place: int, other: int) -> bool:
    """Whether the same words stand right behind two places: "fewer than ever", "more than ever"."""
    behind = range(1, _TURN_WORDS + 1)
    return place + _TURN_WORDS < len(bead.reference) and all(
        bead.of_reference[place + step] == other + step for step in behind
    )


def _beside(bead: Partners, place: int, other: int, step: int, *, over_marks: bool = True) -> How | None:
    """Why the nearest content words on one side of two places are partners, ``None`` where they are not."""
    row, column = place + step, other + step
    while 0 <= row < len(bead.reference) and not bead.reference_content[row]:
        if bead.reference[row].kind == "mark" and not over_marks:
            return None
        row += step
    while 0 <= column < len(bead.candidate) and not bead.candidate_content[column]:
        if bead.candidate[column].kind == "mark" and not over_marks:
            return None
        column += step
    is_inside = 0 <= row < len(bead.reference) and 0 <= column < len(bead.candidate)
    return bead.how.get(row) if is_inside and bead.of_reference[row] == column else None


def is_anchored(bead: Partners, place: int, other: int) -> bool:
    """Whether a word beside two places, in the same clause, is the same on both sides.

    In a free sentence the rest may be anything, and two opposites far apart in it have nothing to do with each other:
    "the whole village queued" against "when it opened, all the village stood in line".
    """
    return any(_beside(bead, place, other, step, over_marks=False) in ("equal", "form") for step in (1, -1))
