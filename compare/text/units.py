"""Units, currencies, months, weekdays: what may stand beside a number and say what it counts.

The factors are exact definitions where there are any (the international yard and pound of 1959, the SI).
"""

from __future__ import annotations

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
CONVERTED: Final = frozenset({unit.dimension for unit in UNITS.values()} - {"money", "percent"})
"""Dimensions whose units can stand for each other: "5 km" for "three miles", "24 months" for "two years"."""
MONEY: Final = frozenset(CURRENCY_SIGNS.values()) | frozenset(
    unit.name for unit in UNITS.values() if unit.dimension == "money"
)
"""The names of all currencies."""

MONTHS: Final = _in_order("months")
WEEKDAYS: Final = _in_order("weekdays")
DOUBTFUL_MONTHS: Final = words("calendar", "doubtful_months")
BEFORE_A_MONTH: Final = words("calendar", "before_a_month")
DOUBTFUL_WEEKDAYS: Final = words("calendar", "doubtful_weekdays")
