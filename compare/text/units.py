"""Units, currencies, months, weekdays: what may stand beside a number and say what it counts.

The factors are exact definitions where there are any (the international yard and pound of 1959, the SI).
"""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from compare.text.wordlists import entries, words

CURRENCY_SIGNS: Final[dict[str, str]] = {
    "$": "dollar",
    "€": "euro",
    "£": "pound",
    "¥": "yen",
    "₹": "rupee",
    "₽": "rouble",
    "₩": "won",
    "₺": "lira",
    "฿": "baht",
    "₪": "shekel",
    "₫": "dong",
    "₴": "hryvnia",
}


class Unit(NamedTuple):
    """A unit: its one name, what it measures, and how many base units of that it is."""

    name: str
    dimension: str
    factor: float


def _units() -> dict[str, Unit]:
    found = {}
    for dimension, lines in entries("units").items():
        for line in lines:
            factor, *names = line.split()
            for name in names:
                found[name] = Unit(names[0], dimension, float(factor))
    return found


def _in_order(block: str) -> dict[str, int]:
    lines = entries("calendar")[block]
    return {word: number for number, line in enumerate(lines, 1) for word in line.split()}


UNITS: Final = _units()
"""Units by all words for them."""


@cache
def _units_abroad(language: str) -> dict[str, Unit]:
    listed = entries("units_abroad")
    lines = [line.split() for line in (*listed["*"], *listed.get(language, ()))]
    return {word: UNITS[name] for name, *words_for_it in lines for word in words_for_it}


def unit_of(word: str, language: str) -> Unit | None:
    """Give the unit that a lower-case word behind a number names in a language, if it does.

    >>> unit_of("mètres", "fr").name, unit_of("h", "en").name, unit_of("an", "en")
    ('metre', 'hour', None)
    """
    return UNITS.get(word) or _units_abroad(language).get(word)


CONVERTED: Final = frozenset({unit.dimension for unit in UNITS.values()} - {"money", "percent"})
"""Dimensions whose units can stand for each other: "5 km" for "three miles", "24 months" for "two years"."""
MONEY: Final = frozenset(CURRENCY_SIGNS.values()) | frozenset(
    unit.name for unit in UNITS.values() if unit.dimension == "money"
)
"""The names of all currencies."""

_MONTHS_A_YEAR: Final = 12
_DAYS_A_WEEK: Final = 7
CAPITAL_CALENDARS: Final = frozenset({"en", "und", "de"})
"""Languages that write months and weekdays with a capital; others do so at the beginning of a sentence alone."""


@cache
def months(language: str) -> dict[str, int]:
    """Give the months of a language by all words for them, January first; none where they are not known.

    >>> months("fr")["mars"], months("de")["jänner"], months("en")["sept"], months("xx")
    (3, 1, 9, {})
    """
    return _in_order("months") if language in _ENGLISH else _listed(language, 0, _MONTHS_A_YEAR)


@cache
def weekdays(language: str) -> dict[str, int]:
    """Give the weekdays of a language by all words for them, Monday first.

    >>> weekdays("fr")["jeudi"], weekdays("de")["sonnabend"], weekdays("en")["thurs"]
    (4, 6, 4)
    """
    if language in _ENGLISH:
        return _in_order("weekdays")
    return _listed(language, _MONTHS_A_YEAR, _DAYS_A_WEEK)


def _listed(language: str, first: int, count: int) -> dict[str, int]:
    """The words of a stretch of a language's list in the file of date lines, and their other forms."""
    listed = [word for line in entries("months").get(language, ()) for word in line.split()]
    found = {word: number for number, word in enumerate(listed[first : first + count], 1)}
    for line in entries("calendar").get(f"{language}-forms", ()):
        word, *others = line.split()
        if word in found:
            found.update(dict.fromkeys(others, found[word]))
    return found


_ENGLISH: Final = frozenset({"en", "und"})
MONTHS: Final = _in_order("months")
WEEKDAYS: Final = _in_order("weekdays")
DOUBTFUL_MONTHS: Final = words("calendar", "doubtful_months")
BEFORE_A_MONTH: Final = words("calendar", "before_a_month")
DOUBTFUL_WEEKDAYS: Final = words("calendar", "doubtful_weekdays")
