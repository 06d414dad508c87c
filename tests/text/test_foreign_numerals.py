"""Number words of German, French and Spanish."""

from __future__ import annotations

import pytest

from compare.findings.numbers import find
from compare.text.foreign_numerals import spelled_abroad
from compare.text.tokens import tokenize
from compare.text.values import values
from tests.findings.lines import lines


@pytest.mark.parametrize(
    ("text", "language", "amount", "words"),
    [
        ("siebenundachtzig", "de", 87, 1),
        ("dreißig", "de", 30, 1),
        ("zweitausendvierhundertfünf", "de", 2405, 1),
        ("vier Millionen Euro", "de", 4e6, 2),
        ("sechsmal", "de", 6, 1),
        ("zwölfjähriger", "de", 12, 1),
        ("soixante et onze jours", "fr", 71, 3),
        ("deux cent mille", "fr", 200000, 3),
        ("quatre vingts ans", "fr", 80, 2),
        ("cuarenta y seis", "es", 46, 3),
        ("dos mil quinientos", "es", 2500, 3),
    ],
)
def test_amounts(text: str, language: str, amount: float, words: int) -> None:
    read = spelled_abroad(text.lower().split(), language)
    assert read is not None
    assert (read.amount, read.words) == (amount, words)


@pytest.mark.parametrize("word", ["zweiundvierzigste", "dritter", "elften"])
def test_german_ordinals(word: str) -> None:
    read = spelled_abroad([word], "de")
    assert read is not None
    assert read.is_ordinal


@pytest.mark.parametrize("word", ["zweifel", "ein", "eine", "wochen", "dreist", "viertel", "einmal", "neuer"])
def test_words_that_are_no_numbers(word: str) -> None:
    assert spelled_abroad([word], "de") is None


def test_a_value_in_words_and_in_digits_are_one() -> None:
    (spelled,) = values(tokenize("Nach dreiundzwanzig Tagen kam er.", language="de"), "de")
    (digits,) = values(tokenize("Nach 23 Tagen kam er.", language="de"), "de")
    assert spelled.amount == digits.amount == 23


@pytest.mark.parametrize(
    ("reference", "candidate", "language"),
    [
        ("Sie fand vierunddreißig Schlüssel.", "Sie fand 34 Schlüssel.", "de"),
        ("Im 12. Jahr kam der vierzehnjährige Sohn.", "Im zwölften Jahr kam der 14-jährige Sohn.", "de"),
        ("Il a vingt-deux pommes.", "Il a 22 pommes.", "fr"),
        ("Tiene treinta y dos barcos.", "Tiene 32 barcos.", "es"),
        ("Zwei Boote kamen, zwei gingen unter.", "Beide Boote, die kamen, gingen unter.", "de"),
    ],
)
def test_the_same_number_is_no_finding(reference: str, candidate: str, language: str) -> None:
    assert not list(find(lines([reference], [candidate], language=language)))


@pytest.mark.parametrize(
    ("reference", "candidate"),
    [
        ("Er hat zweimal geklingelt.", "Er hat dreimal geklingelt."),
        ("Sie wartete achtzehn Tage.", "Sie wartete achtzig Tage."),
        ("Sie wartete vierzig Tage.", "Sie wartete 14 Tage."),
    ],
)
def test_another_number_is_told(reference: str, candidate: str) -> None:
    (finding,) = find(lines([reference], [candidate], language="de"))
    assert finding.kind == "number"
