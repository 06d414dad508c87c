"""Runs and echoes against a textbook version: every start, every period, every end tried."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.findings.clues.repeats import clusters, echoes, numbered, pair_distances, tandem_runs

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
