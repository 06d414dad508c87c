"""The sum over all ways, against adding them up one by one."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from math import exp, log

import numpy
import pytest

from compare.align.paths import paths
from compare.settings import DEFAULTS

SETTINGS = replace(DEFAULTS.align, path_trust=1.0, path_skip=0.3, path_extend=0.7)


def _ways(rows: int, columns: int) -> list[tuple[tuple[int, int], ...]]:
    """Give all runs of links that never go back, a sentence joining a run of one other at most by a step."""
    cells = [(row, column) for row in range(rows) for column in range(columns)]
    found: list[tuple[tuple[int, int], ...]] = [()]
    for way in found:
        for row, column in cells:
            if not way:
                found.append(((row, column),))
                continue
            down, across = row - way[-1][0], column - way[-1][1]
            if (down > 0 and across > 0) or (down, across) in ((0, 1), (1, 0)):
                found.append((*way, (row, column)))
    return found


def _worth(way: tuple[tuple[int, int], ...], odds: numpy.ndarray, rows: int, columns: int) -> float:
    extended = sum(one[0] == two[0] or one[1] == two[1] for one, two in pairwise(way))
    alone = rows + columns - len({row for row, _ in way}) - len({column for _, column in way})
    return exp(sum(odds[cell] for cell in way) - 0.7 * extended - 0.3 * alone)


@pytest.mark.parametrize("shape", [(1, 1), (1, 3), (3, 1), (2, 3), (3, 3)])
def test_the_sum_is_that_of_all_ways(shape: tuple[int, int]) -> None:
    odds = numpy.random.default_rng(5).normal(0.0, 1.5, shape)
    worths = {way: _worth(way, odds, *shape) for way in _ways(*shape)}
    whole = sum(worths.values())
    found = paths(odds, settings=SETTINGS)
    assert found.evidence == pytest.approx((log(whole) + 0.3 * sum(shape)) / min(shape))
    for cell in numpy.ndindex(*shape):
        share = sum(worth for way, worth in worths.items() if cell in way) / whole
        assert found.log_odds[cell] == pytest.approx(log(share / (1 - share)), abs=1e-6)


def test_two_strangers_give_no_evidence() -> None:
    assert paths(numpy.full((6, 6), -12.0), settings=SETTINGS).evidence == pytest.approx(0.0, abs=0.01)
