"""The monotone programme: the beads of greatest worth that keep the order of both sides (Gale & Church 1993).

A link is worth its probability less a threshold, a bead the sum of its links, a sentence left alone nothing. And
each link of a merge must reach the threshold by itself, so that no part of it is carried by the others.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.align.measures import FloatArray

SHAPES: Final = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (1, 4), (4, 1), (2, 2))
_SKIP_REFERENCE, _SKIP_CANDIDATE = -1, -2


@dataclass(slots=True, kw_only=True)
class Draft:
    """A bead while it is being made: places in the lists of aligned sentences, not yet sentence indices."""

    reference: list[int] = field(default_factory=list)
    candidate: list[int] = field(default_factory=list)
    moved: bool = False


def best_beads(
    chances: FloatArray, *, threshold: float, shapes: Sequence[tuple[int, int]] = SHAPES
) -> list[Draft]:
    """Give the beads of greatest worth, in order; sentences without a partner stand alone in theirs.

    Args:
        chances: probability of each link, reference sentences × candidate sentences, neither side empty.
        threshold: probability at which a link is worth nothing, 0 to 1.
        shapes: sentences a side of the beads that are tried.
    """
    rows, columns = chances.shape
    worths = _worths(chances, threshold, shapes)
    best = numpy.zeros((rows + 1, columns + 1))
    choice = numpy.full((rows + 1, columns + 1), _SKIP_CANDIDATE, dtype=numpy.int8)
    for row in range(1, rows + 1):
        value = best[row - 1].copy()
        picked = numpy.full(columns + 1, _SKIP_REFERENCE, dtype=numpy.int8)
        for number, (height, width) in enumerate(shapes):
            worth = worths[number]
            if worth is None or row < height:
                continue
            offered = best[row - height, : columns + 1 - width] + worth[row - height]
            better = offered > value[width:]
            numpy.copyto(value[width:], offered, where=better)
            numpy.copyto(picked[width:], number, where=better)
        # skipping candidate sentences costs nothing: the best so far in this row stays open
        running = numpy.maximum.accumulate(value)
        picked[1:][running[:-1] >= value[1:]] = _SKIP_CANDIDATE
        best[row], choice[row] = running, picked
    return _walk_back(choice, shapes)


def _worths(
    chances: FloatArray, threshold: float, shapes: Sequence[tuple[int, int]]
) -> list[FloatArray | None]:
    rows, columns = chances.shape
    worths: list[FloatArray | None] = []
    for height, width in shapes:
        if rows < height or columns < width:
            worths.append(None)
            continue
        total = numpy.zeros((rows - height + 1, columns - width + 1))
        weakest = numpy.full_like(total, 1.0)
        for down in range(height):
            for across in range(width):
                part = chances[down : rows - height + 1 + down, across : columns - width + 1 + across]
                total += part - threshold
                weakest = numpy.minimum(weakest, part)
        if (height, width) != (1, 1):
            total = numpy.where(weakest > threshold, total, -numpy.inf)
        worths.append(total)
    return worths


def _walk_back(choice: numpy.typing.NDArray[numpy.int8], shapes: Sequence[tuple[int, int]]) -> list[Draft]:
    row, column = choice.shape[0] - 1, choice.shape[1] - 1
    found = []
    while row or column:
        picked = (
            int(choice[row, column]) if row and column else _SKIP_CANDIDATE if column else _SKIP_REFERENCE
        )
        height, width = (
            (1, 0) if picked == _SKIP_REFERENCE else (0, 1) if picked == _SKIP_CANDIDATE else shapes[picked]
        )
        row, column = row - height, column - width
        found.append(
            Draft(reference=list(range(row, row + height)), candidate=list(range(column, column + width)))
        )
    return found[::-1]
