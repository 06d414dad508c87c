"""Numbers that changed places, and numbers that took their words with them."""

from __future__ import annotations

import pytest

from tests.findings.making import found, pair


def told(reference: str, candidate: str) -> list[str]:
    return [item.message for item in found(pair(reference, candidate), "number")]


@pytest.mark.parametrize(
    ("reference", "candidate"),
    [
        ("He has two dogs and three hens.", "He has three dogs and two hens."),
        (
            "The gate opened on Monday and closed on Friday.",
            "The gate opened on Friday and closed on Monday.",
        ),
        ("Feed them 5 mg of salt and 10 mg of lime.", "Feed them 10 mg of salt and 5 mg of lime."),
    ],
)
def test_exchanged(reference: str, candidate: str) -> None:
    (message,) = told(reference, candidate)
    assert message.endswith("have changed places")


@pytest.mark.parametrize(
    ("reference", "candidate"),
    [
        ("He has two dogs and three hens.", "He has three hens and two dogs."),
        ("It rained on Monday and on Friday.", "It rained on Friday and on Monday."),
        ("On Monday it rained and on Friday it snowed.", "On Friday it snowed and on Monday it rained."),
        ("Feed them 5 mg of salt and 10 mg of lime.", "Feed them 10 mg of lime and 5 mg of salt."),
        ("It has 12 rooms on four floors.", "On four floors it has 12 rooms."),
        ("The 40 hens and the 60 hens were sold.", "The 60 hens and the 40 hens were sold."),
    ],
)
def test_with_their_words(reference: str, candidate: str) -> None:
    assert told(reference, candidate) == []
