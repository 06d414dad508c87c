"""The monotone programme: beads of greatest worth that keep the order of both sides (Gale & Church 1993)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy

if TYPE_CHECKING:
    from compare.align.similarity import Similarity

SHAPES = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (1, 4), (4, 1), (2, 2))

Run = tuple[int, int, int, int, float]


def monotone_beads(similarity: Similarity) -> list[Run]:
    """Give the beads of greatest worth as ``low, high, start, end, similarity``, in order."""
    pairs = similarity.pairs
    rows, columns = pairs.shape
    if not rows or not columns:
        return [(row, row + 1, 0, 0, 0.0) for row in range(rows)] + [
            (rows, rows, column, column + 1, 0.0) for column in range(columns)
        ]
    best_each = pairs.max(axis=1)
    typical = float(numpy.median(pairs)) + 2.0 * float(pairs.std())
    threshold = max(
        0.5 * (float(numpy.median(best_each)) + float(numpy.median(pairs))) * 0.6, min(typical, 0.25)
    )
    reference_sums = {size: _sums(similarity.reference, size) for size in (1, 2, 3, 4)}
    candidate_sums = {size: _sums(similarity.candidate, size) for size in (1, 2, 3, 4)}
    worths = {}
    alike = {}
    for height, width in SHAPES:
        if rows < height or columns < width:
            continue
        value = similarity.of_vectors(reference_sums[height], candidate_sums[width])
        alike[height, width] = value
        worth = (value - threshold) * (height + width) / 2.0
        if (height, width) != (1, 1):
            parts = [
                pairs[h : rows - height + 1 + h, w : columns - width + 1 + w]
                for h in range(height)
                for w in range(width)
            ]
            allowed = value > numpy.max(parts, axis=0)
            worth = numpy.where(allowed & (numpy.min(parts, axis=0) > threshold * 0.5), worth, -numpy.inf)
        worths[height, width] = worth
    best = numpy.full((rows + 1, columns + 1), -numpy.inf)
    choice = numpy.zeros((rows + 1, columns + 1), dtype=numpy.int8)
    best[0, :] = 0.0
    choice[0, :] = -2
    for row in range(1, rows + 1):
        value, picked = best[row - 1].copy(), numpy.full(columns + 1, -1, dtype=numpy.int8)
        for number, (height, width) in enumerate(SHAPES):
            if (height, width) not in worths or row < height:
                continue
            offered = best[row - height, : columns + 1 - width] + worths[height, width][row - height]
            better = offered > value[width:]
            value[width:] = numpy.where(better, offered, value[width:])
            picked[width:][better] = number
        running = numpy.maximum.accumulate(value)
        picked[1:][running[:-1] >= value[1:]] = -2
        best[row], choice[row] = running, picked
    found: list[Run] = []
    row, column = rows, columns
    while row or column:
        picked = int(choice[row, column]) if column else -1
        if picked == -1:
            found.append((row - 1, row, column, column, 0.0))
            row -= 1
        elif picked == -2:
            found.append((row, row, column - 1, column, 0.0))
            column -= 1
        else:
            height, width = SHAPES[picked]
            row, column = row - height, column - width
            found.append(
                (row, row + height, column, column + width, float(alike[height, width][row, column]))
            )
    return found[::-1]


def _sums(vectors: numpy.ndarray, size: int) -> numpy.ndarray:
    """Give the vector of each run of ``size`` sentences."""
    count = len(vectors) - size + 1
    return sum(vectors[offset : offset + count] for offset in range(size)) if count > 0 else vectors[:0]
