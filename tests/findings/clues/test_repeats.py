"""Runs and echoes against a textbook version: every start, every period, every end tried."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.findings.clues.repeats import (
    FEW_ELEMENTS,
    clusters,
    echoes,
    numbered,
    pair_distances,
    tandem_runs,
)

SEQUENCES = st.lists(st.integers(min_value=0, max_value=2), max_size=24)


@settings(max_examples=60, deadline=None)
@given(SEQUENCES)
def test_every_run_repeats_and_every_repeat_is_in_a_run(sequence: list[int]) -> None:
    runs = tandem_runs(np.array(sequence, dtype=np.int64), 6)
    for run in runs:
        assert run.end - run.start >= 2 * run.period
        assert all(sequence[at] == sequence[at - run.period] for at in range(run.start + run.period, run.end))
    for start in range(len(sequence)):
        for period in range(1, 7):
            end = start + 2 * period
            if end <= len(sequence) and sequence[start : start + period] == sequence[start + period : end]:
                assert any(run.start <= start and end <= run.end and run.period <= period for run in runs)


@settings(max_examples=60, deadline=None)
@given(SEQUENCES)
def test_echoes_say_what_was_said(sequence: list[int]) -> None:
    back, ahead = pair_distances(np.array(sequence, dtype=np.int64), 10)
    for echo in echoes(back):
        before = echo.start - echo.distance
        assert sequence[before : before + echo.length] == sequence[echo.start : echo.start + echo.length]
    for at, distance in enumerate(ahead.tolist()):
        if distance:
            assert back[at + distance + 1] == distance


def test_breaks_never_repeat() -> None:
    assert tandem_runs(numbered([None, None, None])) == []
    assert numbered(["to", None, "to", None]).tolist() == [0, -1, 0, -2]


def test_clusters() -> None:
    assert clusters(np.array([False, False]), 3) == []
    assert clusters(np.array([True, False, False, True]), 2) == [(0, 4)]


@settings(max_examples=80, deadline=None)
@given(st.lists(st.integers(min_value=0, max_value=2), max_size=40), st.integers(1, 12))
def test_few_elements_are_judged_as_many_are(sequence: list[int], longest: int) -> None:
    # a tail that repeats nothing makes the sequence long, and changes no run and no pair in it
    numbers = np.array(sequence, dtype=np.int64)
    longer = np.concatenate([numbers, np.arange(-FEW_ELEMENTS - 1, 0)])
    assert tandem_runs(numbers, longest) == tandem_runs(longer, longest)
    for few, many in zip(pair_distances(numbers, longest), pair_distances(longer, longest), strict=True):
        assert few.tolist() == many[: len(sequence)].tolist()
