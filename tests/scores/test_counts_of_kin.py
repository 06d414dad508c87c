"""A kindred word in the place of a missing one: better than a stranger, never as good as the word."""

from __future__ import annotations

import pytest

from compare.pipeline import score_segments

TRUE = "The old porter closed the door at noon."


def fidelity(candidate: str) -> float:
    return score_segments([TRUE], [candidate], findings=False)[0].fidelity


@pytest.mark.parametrize(
    ("kindred", "stranger"),
    [
        (TRUE.replace("door", "gate"), TRUE.replace("door", "goat")),
        (TRUE.replace("closed", "shut"), TRUE.replace("closed", "sold")),
    ],
)
def test_kin_is_better_than_a_stranger(kindred: str, stranger: str) -> None:
    assert fidelity(stranger) < fidelity(kindred) < 100


def test_a_kindred_word_serves_once() -> None:
    twice = "The gate closed the gate at noon."
    once = "The gate closed the ferry at noon."
    true = "The door closed the ferry at noon."
    both, single = (
        score_segments([true], [candidate], findings=False)[0].fidelity for candidate in (twice, once)
    )
    assert both < single


def test_another_tense_is_no_kin() -> None:
    is_open, was_open = "The bridge is open.", "The bridge was open."
    (result,) = score_segments([is_open], [was_open], findings=False)
    assert result.fidelity < 92
