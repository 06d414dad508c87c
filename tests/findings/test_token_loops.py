"""Loops inside a token, and rows of marks."""

from __future__ import annotations

import pytest

from tests.findings.making import alone, found, pair, places

LOOP = "repetition-loop"


def test_a_word_glued_to_itself() -> None:
    (finding,) = found(alone("The walls are painted GreenGreenGreenGreen inside."), LOOP)
    assert finding.candidate is not None
    assert finding.candidate.text == "GreenGreenGreenGreen"
    assert finding.details == {"unit": "Green", "count": 4}


def test_a_row_of_dots_inside_a_sentence() -> None:
    assert places(alone("We waited for the boat .............. and then went home."), LOOP) == [
        ".............."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Noooooo, he said, hahaha, and ate the couscous.",
        "He paused ... and went on.",
        "The first chapter .................. 12",
        "Call 0000000000 or write 101010101010.",
        "See www.example.org/aaaaaaaaaaaaaaaaaaaa for more.",
    ],
)
def test_sounds_leaders_and_numbers_are_none(text: str) -> None:
    assert places(alone(text), LOOP) == []


def test_excused_by_the_reference() -> None:
    text = "The code reads GreenGreenGreenGreen here."
    assert places(pair(text, text), LOOP) == []
