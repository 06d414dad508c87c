"""Matrix products on one core: the same bits on every machine, and no fight for cores.

OpenBLAS hands products of more than 262,144 multiplications to all cores. Where other processes keep these busy, its
threads wait for each other: a product of 0.3 ms took 130 ms. Blocks of 64 × 64 × 64 stay below that size.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy

if TYPE_CHECKING:
    from numpy.typing import NDArray

BLOCK: Final = 64
"""Rows, columns and terms of a block; 64³ multiplications are the most that OpenBLAS does on one core."""


def product(reference: NDArray[numpy.float32], candidate: NDArray[numpy.float32]) -> NDArray[numpy.float64]:
    """Give ``reference @ candidate.T``.

    >>> product(numpy.array([[1.0, 2.0]], dtype=numpy.float32), numpy.array([[3.0, 4.0]], dtype=numpy.float32)).tolist()
    [[11.0]]
    """
    rows, columns, terms = len(reference), len(candidate), reference.shape[1]
    result = numpy.zeros((rows, columns))
    for row in range(0, rows, BLOCK):
        for column in range(0, columns, BLOCK):
            # few rows and columns leave room for more terms
            height, width = min(BLOCK, rows - row), min(BLOCK, columns - column)
            step = BLOCK**3 // (height * width)
            for term in range(0, terms, step):
                result[row : row + height, column : column + width] += (
                    reference[row : row + height, term : term + step]
                    @ candidate[column : column + width, term : term + step].T
                )
    return result
