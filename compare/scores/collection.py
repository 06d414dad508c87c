"""The scores of one system over several documents: sums of what each document keeps and costs."""

from __future__ import annotations

from math import fsum
from typing import TYPE_CHECKING

from compare.model import Scores
from compare.scores.fidelity import waterfall
from compare.scores.metrics import corpus_metrics, metric_signatures
from compare.scores.mqm import mqm_per_1000_words, severity_counts
from compare.scores.steps import Step
from compare.scores.units import Unit, intervals, short_remark
from compare.settings import DEFAULTS, ScoreSettings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.model import Document, Report


def collection_scores(
    reports: Sequence[Report],
    units: Sequence[Sequence[Unit]],
    *,
    metrics: Sequence[str] = (),
    settings: ScoreSettings = DEFAULTS.scores,
) -> Scores:
    """Score a system by its documents.

    Args:
        reports: one a document.
        units: the units of each document's reference sentences.
        metrics: which of ``chrf``, ``bleu``, ``ter`` to compute over all beads of all documents.
        settings: the weights.

    Returns:
        The scores of the whole; its intervals draw documents where there are many, sentences where not.
    """
    wholes = [_whole(document) for document in units]
    steps = [
        Step(mass=unit.cost, reason="document", bead=place)
        for place, unit in enumerate(wholes)
        if unit.cost > 0.0
    ]
    points, deductions = waterfall(fsum(unit.kept for unit in wholes), steps)
    findings = [finding for report in reports for finding in report.findings]
    pairs = [pair for report in reports for pair in _bead_texts(report)]
    drawn = (
        wholes
        if len(wholes) >= settings.paragraph_units
        else [unit for document in units for unit in document]
    )
    return Scores(
        fidelity=points,
        penalty=round(fsum(report.scores.penalty for report in reports), 4),
        mqm_per_1000_words=mqm_per_1000_words(findings, fsum(unit.words for unit in wholes), settings),
        counts=severity_counts(findings),
        deductions=deductions,
        metrics=corpus_metrics([one for one, _ in pairs], [other for _, other in pairs], metrics),
        metric_signatures=metric_signatures(metrics),
        intervals=intervals(drawn, settings),
        remarks=short_remark(drawn, settings),
    )


def _whole(units: Sequence[Unit]) -> Unit:
    return Unit(
        kept=fsum(unit.kept for unit in units),
        cost=fsum(unit.cost for unit in units),
        penalty=fsum(unit.penalty for unit in units),
        mqm=fsum(unit.mqm for unit in units),
        words=sum(unit.words for unit in units),
    )


def _bead_texts(report: Report) -> Iterator[tuple[str, str]]:
    for bead in report.alignment.beads:
        if bead.kind != "outside" or not report.relation.same_piece:
            yield _text(report.reference, bead.reference), _text(report.candidate, bead.candidate)


def _text(document: Document, sentences: Sequence[int]) -> str:
    return " ".join(document.sentences[index].text for index in sentences)
