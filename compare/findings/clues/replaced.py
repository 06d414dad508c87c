"""A word set in the place of another: opposites, look-alikes, changed measures, or simply another word.

A pair of opposites, or of words that only look alike, is told as such. Of other replaced words a list of near
meanings excuses most; what is left is judged by its surroundings: in a sentence that is word for word the same one
replaced word is suspicious, in a freely reworded sentence it is not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from compare.findings.clues.lookalikes import is_mistaken_form
from compare.findings.clues.measures import is_anchored
from compare.findings.clues.negation import is_negated_form
from compare.findings.clues.senses import is_near_meaning, is_opposite_of_near_meaning
from compare.findings.clues.wording import wording
from compare.findings.clues.wordlists import base, irregular_time
from compare.model import Finding
from compare.text.lexicon import known, rarity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compare.findings.clues.pairing import How
    from compare.findings.clues.partners import Partners
    from compare.findings.evidence import Evidence
    from compare.model import Severity

OPPOSITE_CONFIDENCE: Final = 0.93  # share right on the dev half of labelled opposites: 0.97
LOOKALIKE_CONFIDENCE: Final = 0.85
SLIP_CONFIDENCE: Final = 0.75
SLIP_LETTERS: Final = (3, 6)  # of words that one letter may turn into another word
SLIP_RARITY: Final = 7.0  # nats; "make" and "take" stand for each other freely
SUSPICIOUS_SHARE: Final = (
    0.9  # of equal content words in a bead, from which one replaced word is told as an error
)
LEAST_SHARE: Final = 0.6  # below it a replaced word is free wording and not told at all


def opposites(evidence: Evidence, bead: Partners, *, is_negated: bool) -> Iterator[Finding]:
    """Find words replaced by their opposite.

    Args:
        evidence: both sides.
        bead: the bead with its partners.
        is_negated: whether one side has a negation that the other lacks, which an opposite may make up for.
    """
    if is_negated:
        return
    is_free = wording(evidence).is_free(bead.bead)
    for place, how in _unequal(bead):
        one, two = bead.reference[place], bead.candidate[bead.of_reference[place]]
        if how == "opposite":
            if is_negated_form(one.form, two.form) or is_negated_form(two.form, one.form):
                continue  # the prefix is a matter of polarity
            confidence = 0.7 if is_free else OPPOSITE_CONFIDENCE
        elif how in ("related", "facing") and is_opposite_of_near_meaning(one.form, two.form):
            confidence = 0.8
        else:
            continue
        yield found(
            evidence,
            bead,
            place,
            severity="critical" if confidence >= 0.9 else "major",
            confidence=confidence,
            message=f"“{one.text}” became “{two.text}”, which says the opposite",
            why="opposite",
            # in a sentence that keeps half of its words two opposites are as good as side by side
            anchored=(how == "opposite" and not is_free)
            or is_anchored(bead, place, bead.of_reference[place]),
        )


def _unequal(bead: Partners) -> list[tuple[int, How]]:
    """The words of the reference whose partner is not the same word, with the reason for it, in order."""
    return sorted((place, how) for place, how in bead.how.items() if how != "equal")


def replacements(evidence: Evidence, bead: Partners, share: float) -> Iterator[Finding]:
    """Find look-alikes and, in a sentence that is otherwise the same, words that are simply others.

    Args:
        evidence: both sides.
        bead: the bead with its partners.
        share: equal content words of all content words of the bead, 0 to 1.
    """
    for place, how in _unequal(bead):
        other = bead.of_reference[place]
        one, two = bead.reference[place], bead.candidate[other]
        if one.kind != "word" or two.kind != "word" or one.form == two.form:
            continue
        if how in ("form", "derived", "related", "facing") and is_mistaken_form(one.form, two.form):
            if one.text[:1].isupper() and two.text[:1].isupper():
                continue  # names are another detector's
            yield found(
                evidence,
                bead,
                place,
                severity="major",
                confidence=LOOKALIKE_CONFIDENCE,
                message=f"“{one.text}” became “{two.text}”, which looks alike and means something else",
                why="look-alike",
            )
        elif how in ("derived", "related", "facing") and _is_one_slip(bead, place, other):
            yield found(
                evidence,
                bead,
                place,
                severity="major",
                confidence=SLIP_CONFIDENCE,
                message=f"“{one.text}” became “{two.text}”, which looks alike and means something else",
                why="slip",
                anchored=True,
            )
        elif how in ("related", "facing") and _is_suspicious(one.text, two.text):
            slots = _equal_neighbours(bead, place, other)
            confidence = replacement_confidence(share, slots)
            if confidence >= 0.3 or slots == 2:
                yield found(
                    evidence,
                    bead,
                    place,
                    severity="minor" if confidence >= 0.45 else "neutral",
                    confidence=confidence,
                    message=f"“{one.text}” became “{two.text}”",
                    why="replaced",
                )
        elif how == "derived" and ("-" in one.form or "-" in two.form):
            changed = changed_part(one.form, two.form)
            if changed and share >= LEAST_SHARE:
                yield found(
                    evidence,
                    bead,
                    place,
                    severity="minor",
                    confidence=0.5,
                    message=f"“{one.text}” became “{two.text}”: “{changed[0]}” and “{changed[1]}” differ",
                    why="replaced part",
                )


def _is_one_slip(bead: Partners, place: int, other: int) -> bool:
    """Whether one letter set for another made another word, between equal words: "the hut on", "the hat on".

    Short words alone: long ones of which one letter differs are spelled in two ways, or forms of one word.
    """
    one, two = bead.reference[place], bead.candidate[other]
    if len(one.form) != len(two.form) or not SLIP_LETTERS[0] <= len(one.form) <= SLIP_LETTERS[1]:
        return False
    differing = [at for at, (x, y) in enumerate(zip(one.form, two.form, strict=True)) if x != y]
    if len(differing) != 1 or not bead.reference_content[place] or not bead.candidate_content[other]:
        return False
    is_sound = one.text.islower() and two.text.islower() and known(one.form) and known(two.form)
    is_apart = base(one.form) != base(two.form) and not is_near_meaning(one.form, two.form)
    if not (is_sound and is_apart) or irregular_time(one.form) or irregular_time(two.form):
        return False
    return (
        min(rarity(one.form), rarity(two.form)) >= SLIP_RARITY and _equal_neighbours(bead, place, other) == 2
    )


def changed_part(one: str, other: str) -> tuple[str, str] | None:
    """The two parts in which two compounds differ that share the others, ``None`` where the parts mean the same.

    >>> changed_part("harvest-day", "wedding-day"), changed_part("winner-takes-all", "winner-take-all")
    (('harvest', 'wedding'), None)
    """
    here, there = one.split("-"), other.split("-")
    if is_near_meaning(one, other):
        return None
    if len(here) != len(there) or len(here) < 2:
        return None
    differing = [(x, y) for x, y in zip(here, there, strict=True) if base(x) != base(y)]
    if len(differing) != 1:
        return None
    (first, second) = differing[0]
    if min(len(first), len(second)) < 4 or is_near_meaning(first, second) or first[:4] == second[:4]:
        return None
    return differing[0]


def _is_suspicious(one: str, other: str) -> bool:
    """Whether nothing excuses that one word stands for the other: both known words, no names, no forms of time."""
    plain, facing = one.casefold(), other.casefold()
    if one[:1].isupper() or other[:1].isupper() or not known(facing):
        return False  # names, and misspellings, are other detectors'
    if is_near_meaning(plain, facing) or (irregular_time(plain) and irregular_time(facing)):
        return False
    return rarity(plain) >= 6.0 and rarity(facing) >= 6.0  # "make" and "take" stand for each other freely


def _equal_neighbours(bead: Partners, place: int, other: int) -> int:
    """How many of the words right before and behind a pair are equal on both sides, 0 to 2; a text's edge counts."""
    count = 0
    for step in (1, -1):
        row, column = place + step, other + step
        is_edge = (row in (-1, len(bead.reference))) and (column in (-1, len(bead.candidate)))
        count += is_edge or (0 <= row < len(bead.reference) and bead.of_reference[row] == column)
    return count


def replacement_confidence(share: float, neighbours: int) -> float:
    """How sure a replaced word of no known relation is an error, from what surrounds it.

    >>> replacement_confidence(0.95, 2) > replacement_confidence(0.8, 2) > replacement_confidence(0.6, 1)
    True
    """
    if not neighbours:
        return 0.0
    scale = max(0.0, (share - LEAST_SHARE) / (SUSPICIOUS_SHARE - LEAST_SHARE))
    # between two equal words it is a difference worth a look even in a freely reworded sentence
    return round(min(0.65, 0.15 + 0.25 * scale + (0.05 if neighbours == 2 else -0.05)), 2)


def found(
    evidence: Evidence,
    bead: Partners,
    place: int,
    *,
    severity: Severity,
    confidence: float,
    message: str,
    why: str,
    anchored: bool = False,
) -> Finding:
    """Make the finding about the reference word at a place and its partner."""
    assert evidence.reference is not None
    one, two = bead.reference[place], bead.candidate[bead.of_reference[place]]
    return Finding(
        kind="meaning",
        severity=severity,
        confidence=confidence,
        message=message,
        reference=evidence.reference.document.span(one.start, one.end),
        candidate=evidence.candidate.document.span(two.start, two.end),
        bead=bead.bead,
        details={"why": why, "expected": one.text, "anchored": anchored},
    )
