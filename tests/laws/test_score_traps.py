"""What fools other scores must not fool ours: loops, doubled sentences, shuffled words, a copied source."""

from __future__ import annotations

import random
import re

import pytest

from compare.pipeline import compare_texts
from tests.laws.texts import PIECES, Piece

STYLE = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "'": "’", "—": "–"})
BY_LANGUAGE = pytest.mark.parametrize("piece", PIECES, ids=lambda piece: piece.language)


def fidelity(true: str, copy: str) -> float:
    return compare_texts(true, copy, metrics=()).scores.fidelity


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.“”»]) ", text)


def spoilt(text: str, source: str) -> dict[str, str]:
    """The text with each of the faults that must lower its score."""
    words, own = text.split(), sentences(text)
    shuffled = random.Random(4).sample(words, len(words))
    middle = len(words) // 2
    return {
        "a loop appended": f"{text} {' '.join(words[-3:] * 5)}",
        "a loop inside": " ".join([*words[:middle], *words[middle - 4 : middle] * 5, *words[middle:]]),
        "a sentence doubled": " ".join([*own[:2], *own[1:]]),
        "a sentence dropped": " ".join([*own[:2], *own[3:]]),
        "words shuffled": " ".join(shuffled),
        "the source copied in": f"{own[0]} {source} {' '.join(own[1:])}",
        "the source copied behind": f"{text} {source}",
    }


@BY_LANGUAGE
def test_the_ends_of_the_scale(piece: Piece) -> None:
    assert fidelity(piece.text, piece.text) == 100
    assert fidelity(piece.text, piece.stranger) <= 10
    assert fidelity(piece.text, piece.source) <= 10
    assert fidelity(piece.text, "") == 0
    restyled = piece.text.replace("« ", "«").replace(" »", "»").translate(STYLE)
    assert 99.5 <= fidelity(piece.text, restyled) < 100


@BY_LANGUAGE
def test_every_trap_lowers_a_faithful_copy(piece: Piece) -> None:
    for name, copy in spoilt(piece.text, piece.source).items():
        assert fidelity(piece.text, copy) < 99, name


@BY_LANGUAGE
def test_every_trap_lowers_a_copy_that_has_lost_words_already(piece: Piece) -> None:
    words = piece.text.split()
    worn = " ".join(word for place, word in enumerate(words) if place % 9 != 4)
    before = fidelity(piece.text, worn)
    for name, copy in spoilt(worn, piece.source).items():
        assert fidelity(piece.text, copy) < before, name
