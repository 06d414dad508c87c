"""Fidelity: 100 less what was lost, written out as a sum.

    fidelity = 100 · kept / (kept + costs)

A ratio model after Tversky (1977), "Features of Similarity", with unequal weights for what is missing and what is
added. Kept and costs are sums over beads. Each cost takes its own share of the deduction:
points = 100 · cost / (kept + costs), so the parts add up exactly, and one more cost never raises the score.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import fsum
from typing import TYPE_CHECKING, Final

from compare.model import Deduction

if TYPE_CHECKING:
    from collections.abc import Sequence

MICRO: Final = 1_000_000
"""Points are whole millionths, so that a sum of decimals is exact and says the same on every machine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One cost with the finding or bead that it is written to."""

    mass: float
    reason: str
    bead: int | None = None
    finding: str | None = None


def fidelity(kept: float, steps: Sequence[Step]) -> tuple[float, tuple[Deduction, ...]]:
    """Give the fidelity and the deductions that lead to it.

    Args:
        kept: weight of what the candidate kept, at least 0.
        steps: what it costs, in the same unit.

    Returns:
        Fidelity, 0 to 100, and the deductions, whose points and the fidelity sum to 100 exactly in decimals.

    >>> fidelity(3.0, [Step(mass=1.0, reason="words dropped", bead=0)])[0]
    75.0
    >>> fidelity(0.0, [])
    (100.0, ())
    """
    total = kept + fsum(step.mass for step in steps)
    if total <= 0.0:
        return 100.0, ()
    # At least a millionth each: what is not whole never reads 100.
    micros = [max(1, round(100 * MICRO * step.mass / total)) for step in steps if step.mass > 0.0]
    paid = [step for step in steps if step.mass > 0.0]
    excess = sum(micros) - (100 * MICRO if kept <= 0.0 else 100 * MICRO - 1)
    if (kept <= 0.0 and micros) or excess > 0:
        micros[micros.index(max(micros))] -= excess
    deductions = tuple(
        Deduction(points=micro / MICRO, reason=step.reason, finding=step.finding, bead=step.bead)
        for micro, step in zip(micros, paid, strict=True)
    )
    return (100 * MICRO - sum(micros)) / MICRO, deductions
