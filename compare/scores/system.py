"""The scores of one system over a test set: a line is a unit; of several references the one that fits best counts."""

from __future__ import annotations

from math import fsum
from typing import TYPE_CHECKING

from compare.model import Scores
from compare.scores.fidelity import waterfall
from compare.scores.metrics import corpus_metrics, metric_signatures
from compare.scores.mqm import mqm_per_1000_words, severity_counts
from compare.scores.segment import line_unit
from compare.scores.steps import Step
from compare.scores.units import Unit, intervals, short_remark
from compare.settings import DEFAULTS, ScoreSettings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from compare.scores.segment import Line


def system_scores(
    lines: Iterable[Sequence[Line]],
    *,
    metrics: Sequence[str] = (),
    language: str = "en",
    settings: ScoreSettings = DEFAULTS.scores,
) -> tuple[Scores, list[Unit]]:
    """Score the lines of one system.

    Args:
        lines: for each line of the test set, the candidate against each of its references.
        metrics: which of ``chrf``, ``bleu``, ``ter`` to compute, against the reference that fits best.
        language: ISO 639-1 of both sides.
        settings: the weights.

    Returns:
        The scores of the whole, and the unit of each line.
    """
    chosen: list[Line] = []
    units: list[Unit] = []
    for versions in lines:
        scored = [(line, line_unit(line, language=language, settings=settings)) for line in versions]
        line, unit = max(scored, key=lambda pair: _likeness(pair[1]))
        chosen.append(line)
        units.append(unit)
    findings = [finding for line in chosen for finding in line.findings]
    steps = [
        Step(mass=unit.cost, reason="line", bead=place) for place, unit in enumerate(units) if unit.cost > 0.0
    ]
    points, deductions = waterfall(fsum(unit.kept for unit in units), steps)
    scores = Scores(
        fidelity=points,
        penalty=round(fsum(unit.penalty for unit in units), 4),
        mqm_per_1000_words=mqm_per_1000_words(findings, round(fsum(unit.words for unit in units)), settings),
        counts=severity_counts(findings),
        deductions=deductions,
        metrics=corpus_metrics(
            [line.reference for line in chosen], [line.candidate for line in chosen], metrics
        ),
        metric_signatures=metric_signatures(metrics),
        intervals=intervals(units, settings),
        remarks=short_remark(units, settings),
    )
    return scores, units


def _likeness(unit: Unit) -> float:
    total = unit.kept + unit.cost
    return unit.kept / total if total > 0.0 else 1.0
