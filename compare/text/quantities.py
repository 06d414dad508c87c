"""What a value is, and when two values are one: "$6m" and "six million dollars", "6 %" and "six per cent"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from compare.text.units import CONVERTED, MONEY, UNITS

ValueKind = Literal[
    "number",
    "ordinal",
    "fraction",
    "magnitude",
    "percent",
    "money",
    "measure",
    "year",
    "decade",
    "day",
    "month",
    "weekday",
    "time",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value of a text: what it amounts to, of what, and where it stands.

    ``amount`` is in units of ``unit`` (times in hours, months and weekdays counted from 1, a day with its month as
    ``unit``). ``alternative`` is a second reading ("1.234" as a thousand), ``label`` the letters that a number is
    glued to ("covid" in "COVID-19"), ``scale`` the million in "6 million". A soft value may stand for a number but is
    never missed itself: "one", "both", "first", "a decade". ``first`` and ``last`` count tokens, half-open; ``start``
    and ``end`` code points.
    """

    kind: ValueKind
    amount: float
    start: int
    end: int
    text: str = ""
    first: int = 0
    last: int = 0
    unit: str = ""
    alternative: float | None = None
    label: str = ""
    scale: float = 1.0
    is_soft: bool = False
    is_spelled: bool = False


def is_same_value(value: Value, other: Value) -> bool:
    """Say whether two values are written forms of one.

    Equal amounts are, unless both name units that cannot stand for each other ("$5" and "£5"); so are a share and
    its fraction, "a third" and "one in three", "by a fifth" (read as an ordinal) and "by 20 per cent", a time of
    day with and without "p.m.", "the 1920s" and "the 20s", "the 1800s" and "the 19th century", and measures in
    converted units.
    """
    if value.kind != other.kind and {value.kind, other.kind} & {"weekday", "month"}:
        return False  # neither Tuesday nor February is 2
    if value.label != other.label and ((value.label and other.unit) or (other.label and value.unit)):
        return False  # the 19 of "COVID-19" is not that of "19 %"
    if not _is_same_amount(value, other):
        return _is_same_in_other_words(value, other)
    if value.unit == other.unit or not value.unit or not other.unit:
        return True
    return (value.kind == "day") != (other.kind == "day") and not {value.unit, other.unit} & (
        MONEY | {"percent"}
    )


def is_converted(value: Value, other: Value) -> bool:
    """Say whether two measures of one dimension and different units are about the same: 5 km and 3 miles."""
    reference, candidate = UNITS.get(value.unit), UNITS.get(other.unit)
    if reference is None or candidate is None or value.unit == other.unit:
        return False
    if reference.dimension != candidate.dimension or reference.dimension not in CONVERTED:
        return False
    return _is_close(value.amount * reference.factor, other.amount * candidate.factor, 0.08)


def _is_same_in_other_words(value: Value, other: Value) -> bool:
    kinds = {value.kind, other.kind}
    if "fraction" in kinds and len(kinds) == 2:
        fraction, share = (value, other) if value.kind == "fraction" else (other, value)
        if share.kind == "percent":
            return _is_close(share.amount, 100 * fraction.amount, 0.1)
        # "one in two" is a half; "twice as much" is not "half as much"
        return share.is_spelled and not share.is_soft and _is_close(share.amount * fraction.amount, 1, 1e-9)
    if "ordinal" in kinds and kinds & {"fraction", "percent"}:
        rank, share = (value, other) if value.kind == "ordinal" else (other, value)
        part = share.amount / 100 if share.kind == "percent" else share.amount
        return rank.amount > 2 and _is_close(part * rank.amount, 1, 0.1 if share.kind == "percent" else 1e-9)
    if kinds == {"decade", "ordinal"}:
        decade, century = (value, other) if value.kind == "decade" else (other, value)
        return decade.amount % 100 == 0 and decade.amount / 100 + 1 == century.amount
    return is_converted(value, other)


def _is_same_amount(value: Value, other: Value) -> bool:
    readings = [value.amount] if value.alternative is None else [value.amount, value.alternative]
    others = [other.amount] if other.alternative is None else [other.amount, other.alternative]
    if any(_is_close(reading, amount, 1e-9) for reading in readings for amount in others):
        return (value.kind == "magnitude") <= (other.kind in {"magnitude", "number"} or other.is_soft)
    if (value.kind == "time") != (other.kind == "time"):
        return abs(value.amount - other.amount) == 12 and max(value.amount, other.amount) <= 24
    if value.kind == "decade" or other.kind == "decade":
        decade = min(value.amount, other.amount)
        return decade < 100 and value.amount % 100 == other.amount % 100
    return False


def _is_close(amount: float, other: float, tolerance: float) -> bool:
    return abs(amount - other) <= tolerance * max(abs(amount), abs(other))
