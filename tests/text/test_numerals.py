from __future__ import annotations

import pytest

from compare.text.numerals import digit_readings, spelled


@pytest.mark.parametrize(
    ("words", "amount", "taken"),
    [
        ("twenty one sheep", 21, 2),
        ("one hundred and five sheep", 105, 4),
        ("two hundred and fifty thousand", 250_000, 5),
        ("a dozen eggs", 12, 2),
        ("three dozen eggs", 36, 2),
        ("half a million", 500_000, 3),
        ("a quarter of a million", 250_000, 5),
        ("one and a half million", 1_500_000, 5),
        ("a hundred and more", 100, 2),
        ("nineteen eighty", 19, 1),
        ("zero", 0, 1),
        ("sixty and five years", 65, 3),
        ("four and thirty years", 34, 3),
        ("threescore and ten", 70, 3),
    ],
)
def test_cardinals(words: str, amount: float, taken: int) -> None:
    read = spelled(words.split())
    assert read is not None
    assert (read.amount, read.words) == (amount, taken)
    assert not any((read.is_ordinal, read.is_fraction, read.is_vague))


@pytest.mark.parametrize(
    ("words", "amount"),
    [
        ("third", 3),
        ("twenty first", 21),
        ("two hundredth", 200),
        ("one hundred and third", 103),
        ("seven and twentieth", 27),
    ],
)
def test_ordinals(words: str, amount: float) -> None:
    read = spelled(words.split())
    assert read is not None
    assert read.is_ordinal
    assert read.amount == amount


@pytest.mark.parametrize(
    ("words", "amount"), [("two thirds", 2 / 3), ("a third of it", 1 / 3), ("half the town", 0.5)]
)
def test_fractions(words: str, amount: float) -> None:
    read = spelled(words.split())
    assert read is not None
    assert read.is_fraction
    assert read.amount == pytest.approx(amount)


@pytest.mark.parametrize("words", ["a third man", "and", "a lot", "", "hundred"])
def test_words_that_are_no_number_of_their_own(words: str) -> None:
    read = spelled(words.split())
    assert read is None or not read.is_fraction


@pytest.mark.parametrize(
    ("words", "amount", "taken"),
    [("tens of millions", 1e7, 3), ("hundreds", 100, 1), ("several thousand gulls", 1e3, 2)],
)
def test_magnitudes(words: str, amount: float, taken: int) -> None:
    read = spelled(words.split())
    assert read is not None
    assert read.is_vague
    assert (read.amount, read.words) == (amount, taken)


@pytest.mark.parametrize(
    ("written", "language", "readings"),
    [
        ("7", "en", (7.0,)),
        ("1,234,567.8", "en", (1234567.8,)),
        ("1.234.567,8", "de", (1234567.8,)),
        ("1,00,000", "en", (100000.0,)),
        ("10'000", "de", (10000.0,)),
        ("3,5", "en", (3.5,)),
        ("0,125", "en", (0.125,)),
        ("2,000", "en", (2000.0, 2.0)),
        ("2.000", "pt", (2000.0, 2.0)),
        ("1.2.3", "en", ()),
        ("12,34,5", "en", ()),
    ],
)
def test_marks_between_digits(written: str, language: str, readings: tuple[float, ...]) -> None:
    assert digit_readings(written, language) == readings
