"""Values of two sides that may stand for each other: equal ones first, then by the words round them and their place."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from compare.text.qualifiers import contradiction, is_same_rate, qualified
from compare.text.shares import counts_by_article
from compare.text.units import UNITS
from compare.text.values import is_same_value, values

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.findings.evidence import Side
    from compare.model import Edit
    from compare.text.qualifiers import Qualified
    from compare.text.quantities import Value

_EQUATIVES: Final = frozenset({"as", "so"})
"""What follows a number that multiplies, in English and German: "half as much", "doppelt so viel"."""
CALENDAR: Final = frozenset({"weekday", "month"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A value with what qualifies it, the stems round it and its place in the sentence, 0 to 1."""

    value: Value
    whole: Qualified
    before: str
    after: str
    position: float


def placed(side: Side, sentences: Sequence[int]) -> list[Placed]:
    """Give the values of some sentences of one side."""
    return [
        Placed(
            value=whole.value,
            whole=whole,
            before=tokens[value.first - 1].stem if value.first else "",
            after=tokens[value.last].stem if value.last < len(tokens) else "",
            position=value.first / len(tokens),
        )
        for tokens in (side.tokens[sentence] for sentence in sentences)
        for value in values(tokens, side.document.language)
        for whole in [_hardened(qualified(value, tokens, side.document.language))]
    ]


def _hardened(whole: Qualified) -> Qualified:
    """Take "twice" for a number where it says how often: "twice a day"; "once" may still be missed."""
    if whole.is_count_of_times and whole.value.amount > 1:
        return replace(whole, value=replace(whole.value, is_soft=False))
    return whole


def settle(lost: list[Placed], gained: list[Placed], most_pairs: int) -> None:
    """Take the values out that both lists hold, each against one of the other, hard ones before soft ones."""
    if len(lost) * len(gained) > most_pairs:
        _settle_equal(lost, gained)  # a table, not a sentence
    if not lost or not gained or len(lost) * len(gained) > most_pairs:
        return
    for item in sorted(lost, key=lambda item: (item.value.is_soft, item.value.start)):
        equal = [other for other in gained if _is_same(item, other)]
        if equal:
            lost.remove(item)
            gained.remove(min(equal, key=lambda other: _distance(item, other)))


def _is_same(item: Placed, other: Placed) -> bool:
    """Whether two values are one, and nothing round them says otherwise."""
    if is_same_value(item.value, other.value):
        return not contradiction(item.whole, other.whole)
    return is_same_rate(item.whole, other.whole)


def _settle_equal(lost: list[Placed], gained: list[Placed]) -> None:
    """The same in linear time, for equal amounts of equal units alone."""
    counts = Counter((item.value.amount, item.value.unit) for item in lost)
    counts &= Counter((item.value.amount, item.value.unit) for item in gained)
    for side in (lost, gained):
        left = counts.copy()
        kept = []
        for item in side:
            key = (item.value.amount, item.value.unit)
            if left[key]:
                left[key] -= 1
            else:
                kept.append(item)
        side[:] = kept


def _distance(item: Placed, other: Placed) -> tuple[bool, bool, float, int]:
    return (
        item.value.is_soft != other.value.is_soft,
        item.value.label != other.value.label,
        abs(item.position - other.position),
        other.value.start,
    )


def pairs(
    lost: Sequence[Placed], gained: Sequence[Placed], edits: Sequence[Edit], floor: float
) -> Iterator[tuple[float, Placed, Placed]]:
    """Pairs of values that stand for each other, the surest first, each value once."""
    rated = [
        (affinity, row, column)
        for row, item in enumerate(lost)
        for column, other in enumerate(gained)
        if (affinity := _affinity(item, other, edits)) >= floor
    ]
    rows: set[int] = set()
    columns: set[int] = set()
    for affinity, row, column in sorted(rated, key=lambda rating: (-rating[0], rating[1], rating[2])):
        if row not in rows and column not in columns:
            rows.add(row)
            columns.add(column)
            yield affinity, lost[row], gained[column]


def _affinity(item: Placed, other: Placed, edits: Sequence[Edit]) -> float:
    """How likely two unequal values stand for each other, in points; weekdays and labels keep to their own.

    Facing each other in one edit weighs most, the words round them next.
    """
    value, rival = item.value, other.value
    if value.label != rival.label or (value.is_soft and rival.is_soft and not is_said(item, other)):
        return -1.0
    if value.kind != rival.kind and CALENDAR & {value.kind, rival.kind}:
        return -1.0
    if (value.kind == "ordinal") != (rival.kind == "ordinal") and (value.unit or rival.unit):
        return -1.0  # "ten minutes later", "in the 55th minute"
    points = -abs(item.position - other.position)
    points += 3.0 if _is_faced(value, rival, edits) else 0.0
    points += 1.5 if item.after and item.after == other.after else 0.0
    points += 1.0 if item.before and item.before == other.before else 0.0
    points += (1.0 if value.unit == rival.unit else -1.0) if value.unit and rival.unit else 0.0
    points += 0.5 if value.kind == rival.kind else 0.0
    points += 0.5 if value.is_spelled == rival.is_spelled else 0.0
    points += 1.0 if not value.is_spelled and not rival.is_spelled else 0.0
    points += 3.0 if value.amount == rival.amount else 0.0  # another unit, rate or bound of the same number
    if value.is_soft and rival.is_soft:
        return points
    return points - 2.0 if value.is_soft or rival.is_soft else points


def is_said(item: Placed, other: Placed) -> bool:
    """Whether two soft values are statements all the same: hours, counts of times, "a metre", "twice as much"."""
    kinds = {item.value.kind, other.value.kind}
    if is_another_unit(item.value, other.value) or (item.after in _EQUATIVES and item.after == other.after):
        return True
    return kinds == {"time"} or (item.whole.is_count_of_times and bool(other.whole.period))


def is_another_unit(value: Value, rival: Value) -> bool:
    """Whether two units behind an article measure the same and are not the same: "a millimetre", "a centimetre"."""
    units = UNITS.get(value.unit), UNITS.get(rival.unit)
    is_soft_pair = value.is_soft and rival.is_soft and value.kind == rival.kind == "measure"
    if not is_soft_pair or units[0] is None or units[1] is None or units[0] == units[1]:
        return False
    return units[0].dimension == units[1].dimension and counts_by_article(units[0])


def _is_faced(value: Value, rival: Value, edits: Sequence[Edit]) -> bool:
    return any(
        edit.kind != "equal"
        and edit.reference_start < value.end
        and value.start < edit.reference_end
        and edit.candidate_start < rival.end
        and rival.start < edit.candidate_end
        for edit in edits
    )
