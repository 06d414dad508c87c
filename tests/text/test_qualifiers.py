"""Bounds and rates round a value, and when two of them contradict each other."""

from __future__ import annotations

import pytest

from compare.text.qualifiers import Qualified, contradiction, is_same_rate, qualified
from compare.text.tokens import tokenize
from compare.text.values import values


def only(text: str, language: str = "en") -> Qualified:
    tokens = tokenize(text, language=language)
    (value,) = (value for value in values(tokens, language) if not (value.is_soft and value.unit))
    return qualified(value, tokens, language)


@pytest.mark.parametrize(
    ("language", "text", "bound", "period"),
    [
        ("en", "more than 900 members", "over", ""),
        ("en", "no more than 900 members", "under", ""),
        ("en", "eight slow trains a day", "", "day"),
        ("en", "8 trains daily", "", "day"),
        ("en", "8 trains per week", "", "week"),
        ("en", "He left 8 trains a day later.", "", ""),
        ("en", "twice a week", "", "week"),
        ("en", "900 members, a week of work", "", ""),
        ("fr", "plus de 900 membres", "over", ""),
        ("fr", "jusqu’à 900 membres", "under", ""),
        ("fr", "600 voyageurs par jour", "", "day"),
        ("fr", "avant 6 h 42", "before", ""),
        ("de", "mindestens 900 Gäste im Monat", "over", "month"),
        ("de", "900 Gäste am Tag der Wahl", "", ""),
        ("es", "menos de 900 socios al mes", "under", "month"),
        ("it", "oltre 900 soci all'anno", "over", "year"),
    ],
)
def test_what_qualifies_a_value(language: str, text: str, bound: str, period: str) -> None:
    found = only(text, language)
    assert (found.bound, found.period) == (bound, period)


def test_contradictions() -> None:
    assert contradiction(only("more than 900"), only("up to 900")) == "bound"
    assert contradiction(only("more than 900"), only("at least 900")) == ""
    assert contradiction(only("900 a day"), only("900 a week")) == "rate"
    assert contradiction(only("900 a day"), only("900 daily")) == ""
    assert contradiction(only("900 a day"), only("900")) == ""
    assert contradiction(only("before noon"), only("after noon")) == "bound"


def test_a_rate_in_another_period() -> None:
    assert is_same_rate(only("$12,000 a year"), only("$1,000 a month"))
    assert not is_same_rate(only("$12,000 a year"), only("$12,000 a month"))
    assert not is_same_rate(only("at 11:35 daily"), only("at 11:45 daily"))
