"""Intervals hold what they promise, and say the same on every run."""

from __future__ import annotations

import numpy as np
import pytest

from compare.scores.interval import _quantile, ratio_interval
from compare.scores.units import Unit, intervals, paragraphs, short_remark


def test_same_numbers_on_every_run() -> None:
    units = ([0.2, 1.0, 0.4, 0.0] * 8, [5.0, 3.0, 8.0, 1.0] * 8)
    assert ratio_interval(*units) == ratio_interval(*units)


@pytest.mark.parametrize("units", [10, 40])
def test_covers_a_known_truth_about_19_times_in_20(units: int) -> None:
    generator = np.random.default_rng(3)
    kept = generator.gamma(4, 4, 50_000)
    cost = kept * generator.gamma(1, 0.1, len(kept))
    truth = cost.sum() / kept.sum()
    covered = 0
    for _ in range(200):
        drawn = generator.integers(0, len(kept), units)
        low, high = ratio_interval(cost[drawn].tolist(), kept[drawn].tolist())
        covered += low <= truth <= high
    assert 0.90 <= covered / 200 <= 0.99


def test_more_units_make_a_narrower_interval() -> None:
    few, many = [0.1, 1.0, 0.3, 0.6] * 3, [0.1, 1.0, 0.3, 0.6] * 30
    narrow = ratio_interval(many, [5.0] * len(many))
    wide = ratio_interval(few, [5.0] * len(few))
    assert narrow[1] - narrow[0] < wide[1] - wide[0]


def test_nothing_kept_is_fidelity_0() -> None:
    lost = Unit(kept=0.0, cost=3.0, penalty=5.0, mqm=5.0, words=4)
    assert intervals([lost] * 12)["fidelity"] == (0.0, 0.0)


def test_paragraphs_are_drawn_only_where_there_are_enough() -> None:
    unit = Unit(kept=1.0, cost=0.0, penalty=0.0, mqm=0.0, words=1)
    assert len(paragraphs([unit] * 60, [place // 3 for place in range(60)])) == 20
    assert len(paragraphs([unit] * 6, [place // 3 for place in range(6)])) == 6


def test_a_short_text_says_so() -> None:
    unit = Unit(kept=1.0, cost=0.0, penalty=0.0, mqm=0.0, words=1)
    assert short_remark([unit] * 3)[0].startswith("short text: 3 units")
    assert short_remark([unit] * 10) == ()


def test_kept_draws_are_the_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    over, under = [1.0, 0.0, 2.5, 0.0, 3.0], [9.0, 4.0, 7.0, 1.0, 8.0]
    kept = ratio_interval(over, under)
    monkeypatch.setattr("compare.scores.interval.KEPT_DRAWS", 0)
    assert ratio_interval(over, under) == kept


def test_the_quantile_is_that_of_numpy() -> None:
    generator = np.random.default_rng(5)
    for count in (1, 2, 3, 40, 41, 999, 1000):
        ordered = np.sort(generator.normal(size=count))
        for share in (0.0, 0.025, 0.3, 0.5, 0.6, 0.975, 1.0):
            assert _quantile(ordered, share) == np.quantile(ordered, share)
