"""Kendall's tau-b (Kendall 1945) in n log n, after Knight (1966), with numpy alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

BLOCK = 64


def kendall(first: Sequence[float], second: Sequence[float]) -> float:
    """Give tau-b of two rows of numbers; not a number where one of them is constant.

    >>> kendall([1, 2, 3], [1, 3, 2])
    0.3333333333333333
    """
    one, two = np.asarray(first, float), np.asarray(second, float)
    pairs = len(one) * (len(one) - 1) / 2
    ties_one, ties_two = _ties(one), _ties(two)
    ties_both = _ties(np.unique(np.stack([one, two], axis=1), axis=0, return_inverse=True)[1].ravel())
    room = (pairs - ties_one) * (pairs - ties_two)
    if room <= 0:
        return float("nan")
    order = np.lexsort((two, one))
    discordant = _inversions(two[order])
    concordant = pairs - ties_one - ties_two + ties_both - discordant
    return float((concordant - discordant) / np.sqrt(room))


def _ties(values: np.ndarray) -> float:
    counts = np.unique(values, return_counts=True)[1].astype(float)
    return float((counts * (counts - 1) / 2).sum())


def _inversions(values: np.ndarray) -> int:
    """Count the pairs that stand in the wrong order, by merging sorted blocks."""
    total, runs = 0, []
    for start in range(0, len(values), BLOCK):
        block = values[start : start + BLOCK]
        total += int(np.triu(block[:, None] > block[None, :], 1).sum())
        runs.append(np.sort(block))
    while len(runs) > 1:
        merged = []
        for place in range(0, len(runs) - 1, 2):
            before, after = runs[place], runs[place + 1]
            total += int((len(before) - np.searchsorted(before, after, "right")).sum())
            merged.append(np.sort(np.concatenate([before, after])))
        if len(runs) % 2:
            merged.append(runs[-1])
        runs = merged
    return total
