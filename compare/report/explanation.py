"""The score written out as a sum: from 100 down, so much for this finding, so much for that."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from compare.report.phrases import counted, noun, said
from compare.report.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.model import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One line of the sum: how many tenths of a point are taken off, and for what."""

    tenths: int
    reason: str
    finding: str | None = None

    @property
    def points(self) -> str:
        """The points as people read them, one decimal."""
        return f"{self.tenths / 10:.1f}"


def steps(report: Report) -> tuple[Step, ...]:
    """Give the sum of a report, the dearest first: a line a finding, and a line for each reason without one.

    The tenths add up: with the fidelity, itself rounded to a tenth, they make 100. What single lines round away is
    given to those that lost most by it, as seats are in an election by largest remainders.
    """
    points: dict[tuple[str | None, str], float] = {}
    count: dict[tuple[str | None, str], int] = {}
    messages = {finding.id: f"{noun(finding.kind, 1)}: {said(finding)}" for finding in report.findings}
    for deduction in report.scores.deductions:
        known = deduction.finding if deduction.finding in messages else None
        key = (known, messages[known] if known is not None else one_line(deduction.reason))
        points[key] = points.get(key, 0.0) + deduction.points
        count[key] = count.get(key, 0) + 1
    order = sorted(points, key=lambda key: (-points[key], key[1], key[0] or ""))
    total = 1000 - round(10 * report.scores.fidelity)
    tenths = _largest_remainders([10 * points[key] for key in order], total)
    return tuple(
        Step(
            tenths=share,
            reason=key[1]
            if key[0] is not None or count[key] == 1
            else f"{key[1]} ({counted(count[key], 'place')})",
            finding=key[0],
        )
        for key, share in zip(order, tenths, strict=True)
        if share
    )


def _largest_remainders(values: Sequence[float], total: int) -> list[int]:
    """Round values to whole numbers that sum to a total.

    >>> _largest_remainders([1.4, 1.4, 1.2], 4)
    [2, 1, 1]
    """
    rounded = [int(value) for value in values]
    order = sorted(range(len(values)), key=lambda index: (rounded[index] - values[index], index))
    for index in order[: max(0, total - sum(rounded))]:
        rounded[index] += 1
    return rounded
