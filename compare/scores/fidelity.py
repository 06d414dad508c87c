"""Fidelity: 100 less what was lost, written out as a sum.

    fidelity = 100 · kept / (kept + costs)

A ratio model after Tversky (1977), "Features of Similarity", with unequal weights for what is missing and what is
added. Kept and costs are sums over beads. Each cost takes its own share of the deduction, 100 · cost / (kept + costs):
the parts add up exactly, and one more cost never raises the score.
"""

from __future__ import annotations

from math import fsum
from typing import TYPE_CHECKING, Final

from compare.model import Deduction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.scores.steps import Step

MICRO: Final = 1_000_000
"""Points are whole millionths, so that their decimals add up exactly and read the same on every machine."""


def fidelity(kept: float, cost: float) -> float:
    """Give the fidelity alone, 0 to 100 in whole millionths; 100 only where nothing costs anything.

    >>> fidelity(3.0, 1.0), fidelity(0.0, 0.0), fidelity(1.0, 1e-12)
    (75.0, 100.0, 99.999999)
    """
    if cost <= 0.0:
        return 100.0
    points = round(100 * MICRO * kept / (kept + cost))
    return min(points, 100 * MICRO - 1) / MICRO


def waterfall(kept: float, steps: Sequence[Step]) -> tuple[float, tuple[Deduction, ...]]:
    """Give the fidelity and the deductions that lead to it.

    Args:
        kept: weight of what the candidate kept, at least 0.
        steps: what it costs, in the same unit.

    Returns:
        Fidelity, 0 to 100, and the deductions, whose points and the fidelity sum to 100 exactly in decimals.

    >>> from compare.scores.steps import Step
    >>> waterfall(2.0, [Step(mass=1.0, reason="words dropped", bead=0)])[1][0].points
    33.333333
    """
    total = fsum(step.mass for step in steps)
    points = fidelity(kept, total)
    lost = round((100.0 - points) * MICRO)
    # Largest remainders: each step gets its millionths rounded down, the few left over go to the largest fractions.
    exact = [lost * step.mass / total for step in steps] if total > 0.0 else []
    micros = [int(part) for part in exact]
    order = sorted(range(len(steps)), key=lambda place: (micros[place] - exact[place], place))
    for place in order[: lost - sum(micros)]:
        micros[place] += 1
    deductions = tuple(
        Deduction(points=micro / MICRO, reason=step.reason, finding=step.finding, bead=step.bead)
        for micro, step in zip(micros, steps, strict=True)
        if micro
    )
    return points, deductions
