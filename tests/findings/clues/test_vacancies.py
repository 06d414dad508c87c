from __future__ import annotations

import pytest

from compare.align import word_edits
from compare.findings.clues.scars import scar
from compare.findings.clues.vacancies import vacancy
from compare.text.tokens import tokenize


@pytest.mark.parametrize(
    ("before", "after", "low", "high"),
    [
        ("the house of", ", a barn", 3, 5),
        ("a town of", "in the west", 3, 5),
        ("it comes from", "are late", 2, 5),
        ("the barn (", ") burned", 4, 5),
        ("says that", "'s barn burned", 4, 5),
        ("Then Dr.", "began to speak", 3, 5),
        ("between", "and the sea", 2, 5),
        ('"for the sea and for', '".', 3, 5),
        ("it is about", '"Home".', 0, 0),
        ("the old", "barn burned", 0, 0),
        ("in", "about 20 years", 0, 0),
        ("he lives in", "the barn", 0, 0),
        ("it", "'s late", 4, 5),
        ("“We won”, said", "in March that", 2, 5),
        ("“We won”, sang", "in March that", 0, 0),
    ],
)
def test_scars(before: str, after: str, low: float, high: float) -> None:
    text = f"{before} {after}"
    tokens = tokenize(text)
    gap = sum(token.start < len(before) for token in tokens)
    near = [tokens[place] if 0 <= place < len(tokens) else None for place in range(gap - 2, gap + 2)]
    assert low <= scar((near[0], near[1], near[2], near[3])) <= high


def test_a_possessive_glued_to_its_word_is_no_scar() -> None:
    it, possessive, late = tokenize("It’s late")
    assert scar((None, it, possessive, late)) == 0.0


def test_lost_words_belong_beside_their_old_neighbours() -> None:
    reference, candidate = (
        tokenize("A letter from Ines reached the quiet town."),
        tokenize("A letter reached the quiet town."),
    )
    hole = vacancy(reference[3:4], reference, candidate, word_edits(reference, candidate))
    assert hole.place == len("A letter")


def test_a_scar_outweighs_the_order_of_the_reference() -> None:
    reference = tokenize("In Bergen the ferry was late on that day.")
    candidate = tokenize("On that day the ferry was late in.")
    hole = vacancy(reference[1:2], reference, candidate, word_edits(reference, candidate))
    assert hole.place == len("On that day the ferry was late in")
