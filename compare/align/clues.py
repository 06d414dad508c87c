"""First clues that two sentences belong together: what they share, against all that might stand in their place.

A likeness says little alone. 0.3 is a stranger in a near copy and a partner in a retelling; what tells is by how much a
pair surpasses every other pair of its row and its column, where it stands, and what its neighbours on the diagonal do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy

if TYPE_CHECKING:
    from compare.align.measures import FloatArray, Measures


def first_clues(measured: Measures) -> dict[str, FloatArray]:
    """Give the clues of the first look, each an array of reference sentences × candidate sentences."""
    likeness = measured.likeness
    rows, columns = likeness.shape
    lead = lead_in_row(likeness), lead_in_row(likeness.T).T
    kin_lead = lead_in_row(measured.kin), lead_in_row(measured.kin.T).T
    places = (numpy.arange(rows) + 0.5) / rows, (numpy.arange(columns) + 0.5) / columns
    return {
        "one": numpy.ones_like(likeness),
        "words": measured.words,
        "grams": measured.grams,
        "shared": measured.shared,
        "content": measured.content,
        "distance": numpy.abs(places[0][:, None] - places[1][None, :]),
        "neighbours": neighbours(likeness),
        "least lead": numpy.minimum(*lead),
        "greatest lead": numpy.maximum(*lead),
        "kin": measured.kin,
        "kin shared": measured.kin_shared,
        "least kin lead": numpy.minimum(*kin_lead),
        "greatest kin lead": numpy.maximum(*kin_lead),
        "both ask": measured.both_ask,
        "one asks": measured.one_asks,
        "both quote": measured.both_quote,
        "one quotes": measured.one_quotes,
    }


def lead_in_row(values: FloatArray) -> FloatArray:
    """Give by how much each value surpasses the best other value of its row (below 0: falls short of it).

    >>> import numpy
    >>> lead_in_row(numpy.array([[3.0, 1.0, 2.0]])).tolist()
    [[1.0, -2.0, -1.0]]
    """
    if values.shape[1] < 2:
        return values.copy()
    ordered = numpy.partition(values, -2, axis=1)
    best, second = ordered[:, -1:], ordered[:, -2:-1]
    result: FloatArray = numpy.where(values >= best, values - second, values - best)
    return result


def neighbours(values: FloatArray) -> FloatArray:
    """Give the mean of the best value just before each pair on the diagonal and the best one just after it."""
    rows, columns = values.shape
    padded = numpy.pad(values, 2)

    def shifted(down: int, across: int) -> FloatArray:
        return padded[2 + down : 2 + down + rows, 2 + across : 2 + across + columns]

    before = numpy.maximum(numpy.maximum(shifted(-1, -1), shifted(-2, -1)), shifted(-1, -2))
    after = numpy.maximum(numpy.maximum(shifted(1, 1), shifted(2, 1)), shifted(1, 2))
    result: FloatArray = (before + after) / 2.0
    return result
