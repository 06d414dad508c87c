"""What it means that one value became another: by how much, how grave that is, and whether it was only rounded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from compare.text.units import MONEY, UNITS

if TYPE_CHECKING:
    from compare.model import Severity
    from compare.text.quantities import Value

PLACES: Final = frozenset({"weekday", "month", "day", "year", "decade", "time", "ordinal"})
"""Kinds whose values are places in an order: a factor between two of them says nothing."""


def factor_between(value: Value, rival: Value) -> float | None:
    """By how much an amount was multiplied, to three digits; None where that says nothing."""
    if value.kind in PLACES or rival.kind in PLACES or not value.amount:
        return None
    scale = 1.0
    if value.unit != rival.unit != "":
        reference, candidate = UNITS.get(value.unit), UNITS.get(rival.unit)
        if reference is None or candidate is None or reference.dimension != candidate.dimension:
            return None
        if reference.dimension in {"money", "percent"}:
            return None
        scale = candidate.factor / reference.factor
    return float(f"{rival.amount * scale / value.amount:.3g}")


def change_severity(value: Value, rival: Value, factor: float | None, why: str) -> Severity:
    """Critical where the year, the money, the share or the order of magnitude is another."""
    if why == "bound":
        return "major"
    if value.amount == rival.amount and {value.kind, rival.kind} == {"percent"}:
        return "neutral"  # careful writers, too, say "four per cent more" for "four percentage points"
    kinds = {value.kind, rival.kind}
    if kinds & {"year", "percent", "magnitude"} or {value.unit, rival.unit} & MONEY:
        return "critical"
    return "critical" if factor is not None and not 0.5 < factor < 2 else "major"


def is_near(factor: float | None) -> bool:
    """Whether an amount stays in its order of magnitude: "an inch" and "a centimetre" in a turn of phrase.

    >>> is_near(0.394), is_near(10.0), is_near(None)
    (True, False, False)
    """
    return factor is not None and 0.3 < factor < 3.3


def is_rounding(value: Value, rival: Value) -> bool:
    """Whether the rival is the value with fewer digits: 85,432 and 85,000; years are never rounded."""
    if {value.kind, rival.kind} & (PLACES | {"magnitude", "fraction"}) or value.unit != rival.unit:
        return False
    digits = len(f"{rival.amount:.12g}".replace(".", "").strip("0"))
    return (
        digits < len(f"{value.amount:.12g}".replace(".", "").strip("0"))
        and float(f"{value.amount:.{digits}g}") == rival.amount
        and abs(value.amount - rival.amount) <= 0.05 * abs(value.amount)
    )
