"""The scores of one line against one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.model import SegmentResult
from compare.scores.counts import bead_counts
from compare.scores.fidelity import fidelity
from compare.scores.metrics import segment_chrf
from compare.scores.steps import finding_steps
from compare.settings import DEFAULTS, ScoreSettings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.findings import Evidence
    from compare.model import Finding


def segment_result(
    number: int,
    evidence: Evidence,
    findings: Sequence[Finding],
    *,
    settings: ScoreSettings = DEFAULTS.scores,
) -> SegmentResult:
    """Score one line by the edits of its only bead.

    Args:
        number: place of the line, counted from 1.
        evidence: the two lines, as documents of one sentence, and their only bead.
        findings: what was found in it.
        settings: the weights.
    """
    assert evidence.reference is not None
    reference, candidate = evidence.reference.document, evidence.candidate.document
    counts = bead_counts(
        evidence.reference.tokens[0],
        evidence.candidate.tokens[0],
        evidence.edits[0],
        reference_text=reference.text,
        candidate_text=candidate.text,
        language=reference.language,
        settings=settings,
    )
    cost = sum(counts.costs(settings).values()) + sum(step.mass for step in finding_steps(findings, settings))
    return SegmentResult(
        segment=number,
        fidelity=fidelity(counts.kept, cost),
        penalty=0.0,
        chrf=segment_chrf(reference.text, candidate.text),
        findings=tuple(findings),
    )
