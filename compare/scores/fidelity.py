"""Fidelity: 100 less what was lost, written out as a sum.

    fidelity = 100 · kept / (kept + costs)

A ratio model after Tversky (1977), "Features of Similarity", with unequal weights for what is missing and what is
added. Kept and costs are sums over beads. Each cost takes its own share of the deduction, 100 · cost / (kept + costs):
the parts add up exactly, and one more cost never raises the score.
"""

from __future__ import annotations

from itertools import accumulate, pairwise
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
    steps = [step for step in steps if step.mass > 0.0]
    total = fsum(step.mass for step in steps)
    points = fidelity(kept, total)
    lost = round((100.0 - points) * MICRO)
    # Rounded where the running sum stands, not part by part: so the parts cannot miss the whole.
    borders = [
        min(lost, round(lost * (running / total))) for running in accumulate(step.mass for step in steps)
    ]
    borders[-1:] = [lost] if borders else []
    micros = [border - before for before, border in pairwise([0, *borders])]
    deductions = tuple(
        Deduction(points=micro / MICRO, reason=step.reason, finding=step.finding, bead=step.bead)
        for micro, step in zip(micros, steps, strict=True)
        if micro
    )
    return points, deductions
