"""The longest chain of pairs that rise on both sides (Fredman 1975): what stays when crossing links are taken out."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def rising_chain(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give as many pairs as can be kept so that the second places rise as the first ones do.

    Args:
        pairs: in the order of their first places, none of which comes twice.

    >>> rising_chain([(0, 4), (1, 1), (2, 2), (3, 9), (5, 3)])
    [(1, 1), (2, 2), (5, 3)]
    """
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for place, (_, column) in enumerate(pairs):
        length = bisect_left(tails, column)
        before.append(ends[length - 1] if length else -1)
        tails[length : length + 1] = [column]
        ends[length : length + 1] = [place]
    chain = []
    place = ends[-1] if ends else -1
    while place >= 0:
        chain.append(pairs[place])
        place = before[place]
    return chain[::-1]
