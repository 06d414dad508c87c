"""The second, unordered pass: partners out of order, and parts of a merge that do not stand side by side.

What the monotone programme leaves over is joined by falling probability, first free sentence with free sentence, then
free sentence with bead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy

from compare.align.beads import Draft

if TYPE_CHECKING:
    from compare.align.measures import FloatArray
    from compare.settings import AlignSettings


def with_leftovers(
    beads: list[Draft], chances: FloatArray, *, threshold: float, settings: AlignSettings
) -> list[Draft]:
    """Join what the monotone programme left over.

    Args:
        beads: the beads of the monotone programme, in order.
        chances: probability of each link.
        threshold: probability from which on a link is told.
        settings: the probability that a move must have.

    Returns:
        Beads in no order of use; ``moved`` is set on those that cross a bead of the monotone programme.
    """
    in_order = [bead for bead in beads if bead.reference and bead.candidate]
    free_rows = [bead.reference[0] for bead in beads if not bead.candidate]
    free_columns = [bead.candidate[0] for bead in beads if not bead.reference]
    joined = _joined(free_rows, free_columns, chances, threshold)
    for bead in joined:
        bead.moved = any(_cross(bead, other) for other in in_order)
    # a move is a claim of its own: what is barely likely stays dropped here and added there
    joined = [
        bead
        for bead in joined
        if not bead.moved or chances[bead.reference[0], bead.candidate[0]] >= settings.moved_chance
    ]
    taken_rows = {bead.reference[0] for bead in joined}
    taken_columns = {bead.candidate[0] for bead in joined}
    whole = in_order + joined
    rest = _attached(
        whole,
        [row for row in free_rows if row not in taken_rows],
        [column for column in free_columns if column not in taken_columns],
        chances,
        threshold,
    )
    return whole + rest


def _joined(rows: list[int], columns: list[int], chances: FloatArray, threshold: float) -> list[Draft]:
    """Join free sentences with free sentences, the likeliest first; of equals those that stand first."""
    if not rows or not columns:
        return []
    block = chances[numpy.ix_(rows, columns)]
    order = numpy.argwhere(block > threshold)
    likeliest = sorted(((-float(block[row, column]), int(row), int(column)) for row, column in order))
    taken_rows: set[int] = set()
    taken_columns: set[int] = set()
    joined = []
    for _, row, column in likeliest:
        if row not in taken_rows and column not in taken_columns:
            taken_rows.add(row)
            taken_columns.add(column)
            joined.append(Draft(reference=[rows[row]], candidate=[columns[column]]))
    return joined


def _attached(
    beads: list[Draft], rows: list[int], columns: list[int], chances: FloatArray, threshold: float
) -> list[Draft]:
    """Add free sentences to the beads where they gain most, and give those that remain alone."""
    of_row = {row: bead for bead in beads for row in bead.reference}
    of_column = {column: bead for bead in beads for column in bead.candidate}
    alone = []
    for row in rows:
        offers = {
            id(of_column[c]): of_column[c]
            for c in map(int, numpy.flatnonzero(chances[row] > threshold))
            if c in of_column
        }
        bead = _best_offer(
            offers, lambda bead, row=row: float(sum(chances[row, c] - threshold for c in bead.candidate))
        )
        if bead is None:
            alone.append(Draft(reference=[row]))
        else:
            bead.reference = sorted([*bead.reference, row])
    for column in columns:
        offers = {
            id(of_row[r]): of_row[r]
            for r in map(int, numpy.flatnonzero(chances[:, column] > threshold))
            if r in of_row
        }
        bead = _best_offer(
            offers,
            lambda bead, column=column: float(sum(chances[r, column] - threshold for r in bead.reference)),
        )
        if bead is None:
            alone.append(Draft(candidate=[column]))
        else:
            bead.candidate = sorted([*bead.candidate, column])
    return alone


def _best_offer(offers: dict[int, Draft], gain: object) -> Draft | None:
    assert callable(gain)
    best, most = None, 0.0
    for bead in offers.values():
        if gain(bead) > most:
            best, most = bead, gain(bead)
    return best


def _cross(bead: Draft, other: Draft) -> bool:
    """Say whether two beads stand in one order on one side and in the other order on the other."""
    return (bead.reference[0] < other.reference[0]) != (bead.candidate[0] < other.candidate[0])
