"""N-grams by number: the same as cutting each line into strings."""

from __future__ import annotations

import pytest

from compare.align.measures import GRAM_LETTERS, _grams

FEW = ["_the_ferry_", "_a_", "__", "_ferry_ferry_ferry_", "_über_中文_"]
MANY = ["".join(chr(0x4E00 + 7 * place % 20_000) for place in range(9_000)), "_the_ferry_" * 3]


@pytest.mark.parametrize("lines", [FEW, MANY, ["__"]])
def test_each_line_has_its_grams_once_in_the_order_of_the_alphabet(lines: list[str]) -> None:
    cut = [
        {line[place : place + GRAM_LETTERS] for place in range(max(1, len(line) - GRAM_LETTERS + 1))}
        for line in lines
    ]
    numbers = {gram: number for number, gram in enumerate(sorted(set().union(*cut)))}
    owners, grams = _grams(lines)
    assert list(zip(owners.tolist(), grams.tolist(), strict=True)) == [
        (line, number) for line, own in enumerate(cut) for number in sorted(numbers[gram] for gram in own)
    ]
