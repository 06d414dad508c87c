"""Numbers that changed or were lost: the values of a bead set against each other as multisets, then by their place.

Values that are equal go together first, whatever way they are written. What is left on the two sides is paired where
the word edits face it, or where the words round it agree; the rest is a number lost or a number gained.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from compare.findings.clues.number_changes import change_severity, factor_between, is_near, is_rounding
from compare.findings.clues.value_pairs import (
    CALENDAR,
    Placed,
    is_another_unit,
    is_said,
    pairs,
    placed,
    settle,
)
from compare.model import Finding
from compare.text.foreign_numerals import has_number_words
from compare.text.qualifiers import contradiction
from compare.text.units import MONEY
from compare.text.values import is_same_value

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.findings.evidence import Evidence, Side
    from compare.model import Bead, Edit, Severity, Span
    from compare.text.quantities import Value

HALF: Final = 0.5
QUALIFIED: Final = 0.7
"""Confidence where the amount is the same and a bound or a rate beside it is another."""
COUNTED_IN_WORDS: Final = 100
"""Numbers up to which a text may spell out what another has in digits, where its words are not read."""
_OTHER: Final = {"weekday": ", another day of the week", "month": ", another month"}


@dataclass(slots=True, kw_only=True)
class _Rest:
    """What has no equal: values of the reference and of the candidate, and all values for comparison."""

    bead: Bead
    lost: list[Placed]
    gained: list[Placed]
    reference: list[Placed]
    candidate: list[Placed]


def find(evidence: Evidence) -> Iterator[Finding]:
    """Give the numbers of a bead that became others (``number``), were lost (``dropped-number``) or came in.

    Nothing is said of one-sided beads (that is a sentence dropped or added), of a number that stands in the
    neighbouring bead, and of words such as "one" and "both" unless another number stands in their place.
    """
    reference = evidence.reference
    if reference is None:
        return
    rests = [_rest(evidence, reference, bead) for bead in evidence.alignment.beads]
    most_pairs = evidence.settings.most_pairs
    for rest, following in pairwise(rests):
        settle(rest.lost, following.gained, most_pairs)
        settle(following.lost, rest.gained, most_pairs)
    for rest in rests:
        if rest.bead.reference and rest.bead.candidate and (rest.lost or rest.gained):
            yield from _bead_findings(evidence, reference, rest)


def _rest(evidence: Evidence, reference: Side, bead: Bead) -> _Rest:
    if bead.kind == "equal":
        return _Rest(bead=bead, lost=[], gained=[], reference=[], candidate=[])
    expected = placed(reference, bead.reference)
    found = placed(evidence.candidate, bead.candidate)
    rest = _Rest(bead=bead, lost=list(expected), gained=list(found), reference=expected, candidate=found)
    if expected and found:
        settle(rest.lost, rest.gained, evidence.settings.most_pairs)
    return rest


def _bead_findings(evidence: Evidence, reference: Side, rest: _Rest) -> Iterator[Finding]:
    edits = evidence.edits[rest.bead.index]
    language = evidence.candidate.document.language
    reads_words = language in {"en", "und"} or has_number_words(language)
    lost, gained = list(rest.lost), list(rest.gained)
    if len(lost) * len(gained) > evidence.settings.most_pairs:
        return
    # where one number is left on each side they are each other's, wherever they stand
    hard = [sum(not item.value.is_soft for item in side) for side in (lost, gained)]
    floor = 0.0 if hard == [1, 1] else evidence.settings.number_affinity
    for affinity, item, other in pairs(tuple(lost), tuple(gained), edits, floor):
        lost.remove(item)
        gained.remove(other)
        yield _changed(evidence, reference, rest.bead, item, other, affinity)
    is_in_order = any(item.value.kind == "ordinal" for item in rest.gained)
    for item in lost:
        if item.value.unit and is_in_order and item.value.kind == "measure":
            continue  # "twelve minutes after the break", "in the 62nd minute"
        if not _is_excused(item.value, rest.candidate, reads_words=reads_words):
            yield _dropped(evidence, reference, rest.bead, item.value, edits)
    is_measured = any(item.value.kind == "measure" for item in rest.lost)
    for item in gained:
        if item.value.kind == "ordinal" and is_measured:
            continue  # "ten minutes into the second half" is the 55th minute
        # "the two countries" may stand where the reference counts them by name
        if not item.value.is_spelled and not _is_excused(item.value, rest.reference, reads_words=reads_words):
            yield _added(evidence, rest.bead, item.value)


def _is_excused(value: Value, others: Sequence[Placed], *, reads_words: bool) -> bool:
    """Whether a value without a partner says nothing: soft, part of a name, in the calendar, or said once more."""
    if value.is_soft or value.label or value.kind in CALENDAR:
        return True
    if value.kind == "fraction" and value.is_spelled and value.amount == HALF:
        return True  # "cut in half", "halved"
    if not reads_words and not value.unit and value.amount <= COUNTED_IN_WORDS and value.amount % 1 == 0:
        return True  # "19 Jahre", "neunzehn Jahre"
    if value.kind == "magnitude" and value.unit not in MONEY:
        return True  # "thousands of years ago", "millennia ago"
    return any(is_same_value(value, other.value) for other in others)


def _changed(
    evidence: Evidence, reference: Side, bead: Bead, item: Placed, other: Placed, affinity: float
) -> Finding:
    value, rival = item.value, other.value
    why = contradiction(item.whole, other.whole) if is_same_value(value, rival) else ""
    is_hint = (value.is_soft or rival.is_soft) and not is_said(item, other)
    is_rounded = not why and is_rounding(value, rival)
    factor = None if why == "bound" else factor_between(value, rival)
    if why == "rate":
        factor = float(f"{item.whole.seconds / other.whole.seconds:.3g}")
    confidence = (
        0.6
        if is_rounded or is_hint
        else 0.97
        if affinity >= evidence.settings.number_sure_affinity and not why and not value.is_soft
        else QUALIFIED
        if why or is_another_unit(value, rival)
        else 0.9
    )
    by = f" (×{factor:g})" if factor is not None else _OTHER.get(value.kind, "")
    start, end, found_start, found_end = value.start, value.end, rival.start, rival.end
    if why:
        start, end, found_start, found_end = (
            item.whole.start,
            item.whole.end,
            other.whole.start,
            other.whole.end,
        )
    severity: Severity = "minor"
    if not is_rounded and not is_hint and not (is_near(factor) and is_another_unit(value, rival)):
        severity = change_severity(value, rival, factor, why)
    expected = reference.document.span(start, end)
    found = evidence.candidate.document.span(found_start, found_end)
    texts = (
        (value.text, rival.text) if not why else [" ".join(span.text.split()) for span in (expected, found)]
    )
    change = "was rounded to" if is_rounded else "became"
    return Finding(
        kind="number",
        severity=severity,
        confidence=confidence,
        message=f"“{texts[0]}” {change} “{texts[1]}”{by}",
        reference=expected,
        candidate=found,
        bead=bead.index,
        details={"expected": texts[0], "found": texts[1], "factor": factor} | ({"why": why} if why else {}),
    )


def _dropped(evidence: Evidence, reference: Side, bead: Bead, value: Value, edits: Sequence[Edit]) -> Finding:
    place = _place(evidence, value, edits)
    return Finding(
        kind="dropped-number",
        severity="minor" if value.kind in {"magnitude", "fraction", "ordinal"} else "major",
        confidence=0.75 if value.is_spelled else 0.9,
        message=f"“{value.text}” is missing",
        reference=reference.document.span(value.start, value.end),
        candidate=place,
        bead=bead.index,
        details={"expected": value.text},
    )


def _place(evidence: Evidence, value: Value, edits: Sequence[Edit]) -> Span | None:
    """Where a lost value belongs in the candidate: the word that faces it, or the place between two words."""
    for edit in edits:
        if edit.reference_start <= value.start < edit.reference_end:
            end = edit.candidate_end if len(edit.candidate) <= 2 else edit.candidate_start
            return evidence.candidate.document.span(edit.candidate_start, end)
    return None


def _added(evidence: Evidence, bead: Bead, value: Value) -> Finding:
    return Finding(
        kind="number",
        severity="minor",
        confidence=0.6,
        message=f"“{value.text}” has no number in the reference to stand for",
        candidate=evidence.candidate.document.span(value.start, value.end),
        bead=bead.index,
        details={"found": value.text},
    )
