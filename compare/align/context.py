"""Second clues, seen from a first, cautious alignment: what is typical of this pair of texts, and what is left over.

With the safe one-to-one links in place, each other pair of sentences is one of three cases: both sides are free and
face each other in one gap; both are free and stand in different gaps, so that a move would join them; or one of them
has a partner already, and the other would join a merge. The question is another one in each, so the clues are too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy
from numpy.typing import NDArray

from compare.align.clues import lead_in_row, neighbours
from compare.align.paths import paths
from compare.align.products import product

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.align.measures import FloatArray, Measures
    from compare.settings import AlignSettings

BoolArray = NDArray[numpy.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The clues of the second look, and which pairs are which case."""

    clues: dict[str, FloatArray]
    cases: dict[str, BoolArray]
    """``linked``, ``gap``, ``moved`` and ``merge``; no pair is in two of them."""


def context(
    measured: Measures,
    first: dict[str, FloatArray],
    chances: FloatArray,
    core: Sequence[tuple[int, int]],
    *,
    settings: AlignSettings,
) -> Context:
    """Look at all pairs again, given the links that are safe.

    Args:
        measured: what the pairs share.
        first: the clues of the first look.
        chances: the probability of each pair by the first look.
        core: safe links, strictly rising on both sides.
        settings: what the ways through both texts cost.

    Returns:
        Clues and cases, arrays of reference sentences × candidate sentences.
    """
    shape = chances.shape
    rows, columns = shape
    linked = numpy.zeros(shape, dtype=bool)
    for row, column in core:
        linked[row, column] = True
    free_row, free_column = numpy.ones(rows, dtype=bool), numpy.ones(columns, dtype=bool)
    free_row[[row for row, _ in core]] = False
    free_column[[column for _, column in core]] = False
    gap_row, gap_column = (
        _gaps(rows, [row for row, _ in core]),
        _gaps(columns, [column for _, column in core]),
    )
    free = free_row[:, None] & free_column[None, :]
    one_free = free_row[:, None] ^ free_column[None, :]
    same_gap = gap_row[:, None] == gap_column[None, :]
    sizes = [
        numpy.log1p(
            numpy.where(is_free, numpy.bincount(gaps[is_free], minlength=rows + columns + 2)[gaps], 0)
        )
        for is_free, gaps in ((free_row, gap_row), (free_column, gap_column))
    ]
    likeness_if_free = numpy.where(free, measured.likeness, 0.0)
    free_leads = lead_in_row(likeness_if_free), lead_in_row(likeness_if_free.T).T
    linked_shares = 1.0 - free_row.mean(), 1.0 - free_column.mean()
    root, cover = numpy.sqrt(numpy.maximum(measured.likeness, 0.0)), numpy.sqrt(measured.cover_most)
    match, stranger = _typical(root, linked)
    cover_match, _ = _typical(cover, linked)
    free_counts = float(numpy.log1p(free_row.sum())), float(numpy.log1p(free_column.sum()))
    last = numpy.zeros(shape)
    last[-1, -1] = 1.0
    given = numpy.log(numpy.clip(chances, 1e-9, 1.0)) - numpy.log(numpy.clip(1.0 - chances, 1e-9, 1.0))
    ways = paths(given, settings=settings)
    clues = {
        **first,
        "path": ways.log_odds,
        "evidence": numpy.full(shape, ways.evidence),
        "chance": given,
        "likeness": measured.likeness,
        "cover least": measured.cover_least,
        "cover most": measured.cover_most,
        "length": measured.length,
        "as a match": numpy.clip((root - match[0]) / match[1], -8.0, 0.5),
        "as a stranger": numpy.clip((root - stranger[0]) / stranger[1], -2.0, 8.0),
        "cover as a match": numpy.clip((cover - cover_match[0]) / cover_match[1], -8.0, 0.5),
        "short of match": numpy.maximum(
            _short(root, match[0]),
            _short(cover, cover_match[0]),
        ),
        "typical match": numpy.full(shape, match[0]),
        "off path": _off_path(rows, columns, core),
        "smaller gap": numpy.minimum(sizes[0][:, None], sizes[1][None, :]),
        "larger gap": numpy.maximum(sizes[0][:, None], sizes[1][None, :]),
        "least free lead": numpy.minimum(*free_leads),
        "greatest free lead": numpy.maximum(*free_leads),
        "free neighbours": neighbours(likeness_if_free),
        "least linked share": numpy.full(shape, min(linked_shares)),
        "greatest linked share": numpy.full(shape, max(linked_shares)),
        "linked neighbours": neighbours(linked.astype(float)),
        "fewer free": numpy.full(shape, min(free_counts)),
        "more free": numpy.full(shape, max(free_counts)),
        "both last": last,
        **_rest_clues(measured, core, free_row, free_column),
    }
    cases = {"linked": linked, "gap": free & same_gap, "moved": free & ~same_gap, "merge": one_free}
    return Context(clues=clues, cases=cases)


def _gaps(count: int, linked: list[int]) -> NDArray[numpy.int64]:
    """Number the gaps between the linked sentences: for each sentence, how many links stand before it."""
    steps = numpy.zeros(count + 1, dtype=numpy.int64)
    for place in linked:
        steps[place + 1] += 1
    return numpy.cumsum(steps)[:count]


def _typical(values: FloatArray, linked: BoolArray) -> tuple[tuple[float, float], tuple[float, float]]:
    """Give mean and spread of a true match and of two strangers in this pair of texts.

    A true match is what is best in its row and in its column. Few matches say little of their spread: two of 0.1 are
    taken for granted.
    """
    best = (values == values.max(axis=1, keepdims=True)) & (values == values.max(axis=0, keepdims=True))
    return _middle(values[best | linked]), _background(values[~(best | linked)])


def _middle(values: FloatArray) -> tuple[float, float]:
    middle = _median(values)
    spread = 1.4826 * _median(numpy.abs(values - middle))
    count = len(values)
    return middle, max(0.03, float(numpy.sqrt((count * spread**2 + 2 * 0.1**2) / (count + 2))))


def _median(values: FloatArray) -> float:
    """Give what numpy.median gives, which imports all of numpy.ma to look for masks."""
    ordered, half = numpy.sort(values), len(values) // 2
    return float(ordered[half] if len(values) % 2 else (ordered[half - 1] + ordered[half]) / 2)


def _background(values: FloatArray) -> tuple[float, float]:
    if len(values) < 4:
        return 0.15, 0.1
    return float(values.mean()), float(values.std()) + 0.03


def _short(values: FloatArray, match: float) -> FloatArray:
    """Give by how much values fall short of a match, where matches are near copies; 0 to -3.

    What falls short of a near copy is a stranger; what falls short of a retelling may be a freer one.
    """
    return numpy.clip(10.0 * (values - match) * max(0.0, match - 0.5), -3.0, 0.0)


def _off_path(rows: int, columns: int, core: Sequence[tuple[int, int]]) -> FloatArray:
    """Give log(1 + sentences) between each pair and the straight way from safe link to safe link."""
    across = [-1, *(row for row, _ in core), rows]
    down = [-1, *(column for _, column in core), columns]
    expected_column = numpy.interp(numpy.arange(rows), across, down)
    expected_row = numpy.interp(numpy.arange(columns), down, across)
    away = numpy.minimum(
        numpy.abs(expected_column[:, None] - numpy.arange(columns)[None, :]),
        numpy.abs(expected_row[None, :] - numpy.arange(rows)[:, None]),
    )
    result: FloatArray = numpy.log1p(away)
    return result


def _rest_clues(
    measured: Measures, core: Sequence[tuple[int, int]], free_row: BoolArray, free_column: BoolArray
) -> dict[str, FloatArray]:
    """Say of a free sentence and a linked one how well the free one fits what the link leaves uncovered."""
    ours, theirs = measured.reference_vectors, measured.candidate_vectors
    rest_ours, rest_theirs = ours.copy(), theirs.copy()
    partner_row = numpy.full(len(theirs), -9)
    partner_column = numpy.full(len(ours), -9)
    for row, column in core:
        rest_ours[row] = ours[row] * (theirs[column] == 0)
        rest_theirs[column] = theirs[column] * (ours[row] == 0)
        partner_row[column], partner_column[row] = row, column
    joins_candidate = ~free_row[:, None] & free_column[None, :]
    joins_reference = free_row[:, None] & ~free_column[None, :]
    weight_ours, weight_theirs = (ours**2).sum(axis=1) + 1e-6, (theirs**2).sum(axis=1) + 1e-6
    left_ours, left_theirs = (rest_ours**2).sum(axis=1) + 0.5, (rest_theirs**2).sum(axis=1) + 0.5
    fits_candidate, fits_reference = product(rest_ours, theirs), product(ours, rest_theirs)

    def either(of_candidate: FloatArray, of_reference: FloatArray) -> FloatArray:
        result: FloatArray = numpy.where(
            joins_candidate, of_candidate, numpy.where(joins_reference, of_reference, 0.0)
        )
        return result

    rows, columns = numpy.arange(len(ours)), numpy.arange(len(theirs))
    beside = either(
        numpy.abs(columns[None, :] - partner_column[:, None]).astype(float),
        numpy.abs(rows[:, None] - partner_row[None, :]).astype(float),
    )
    return {
        "rest covered": either(
            fits_candidate / weight_theirs[None, :], fits_reference / weight_ours[:, None]
        ),
        "rest shared": numpy.log1p(either(fits_candidate, fits_reference)),
        "rest": either(
            numpy.log(left_ours / weight_ours)[:, None] + 0.0 * fits_candidate,
            numpy.log(left_theirs / weight_theirs)[None, :] + 0.0 * fits_candidate,
        ),
        "beside": numpy.log1p(numpy.minimum(beside, 9.0)),
    }
