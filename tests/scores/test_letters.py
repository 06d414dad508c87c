"""Differences of letters: what is known to be the same need not be counted."""

from __future__ import annotations

from difflib import SequenceMatcher

from hypothesis import given, settings
from hypothesis import strategies as st

from compare.scores.letters import letter_differences

FORMS = st.lists(st.sampled_from(["a", "an", "the", "boat", "boats", "harbour", ",", "."]), max_size=10)


@settings(max_examples=100, deadline=None)
@given(FORMS, FORMS)
def test_known_runs_change_nothing(true: list[str], copy: list[str]) -> None:
    matcher = SequenceMatcher(None, true, copy, autojunk=False)
    same = [(run.a, run.b, run.size) for run in matcher.get_matching_blocks() if run.size]
    assert letter_differences(true, copy, same) == letter_differences(true, copy)
