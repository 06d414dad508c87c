"""The scores of one document: counts of its beads, summed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.model import Scores
from compare.scores.counts import bead_counts, mass
from compare.scores.fidelity import Step, fidelity
from compare.scores.metrics import corpus_metrics, metric_signatures
from compare.scores.mqm import mqm_per_1000_words, severity_counts
from compare.settings import DEFAULTS, ScoreSettings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.findings import Evidence
    from compare.model import Finding


def score(
    evidence: Evidence,
    findings: Sequence[Finding],
    *,
    metrics: Sequence[str] = (),
    settings: ScoreSettings = DEFAULTS.scores,
) -> Scores:
    """Score a candidate by its beads and findings.

    Args:
        evidence: both sides, the beads and the word edits, as the detectors saw them.
        findings: what they found.
        metrics: which of ``chrf``, ``bleu``, ``ter`` to compute.
        settings: the weights.
    """
    assert evidence.reference is not None
    language = evidence.reference.document.language
    kept = 0.0
    steps: list[Step] = []
    references, candidates = [], []
    for bead, edits in zip(evidence.alignment.beads, evidence.edits, strict=True):
        if bead.kind == "outside":
            continue
        true = evidence.reference.tokens_of(bead.reference)
        copy = evidence.candidate.tokens_of(bead.candidate)
        references.append(_text(evidence.reference, bead.reference))
        candidates.append(_text(evidence.candidate, bead.candidate))
        if not bead.candidate:
            steps.append(
                Step(
                    mass=settings.delete_cost * mass(true, language, settings),
                    reason="dropped",
                    bead=bead.index,
                )
            )
        elif not bead.reference:
            steps.append(
                Step(
                    mass=settings.insert_cost * mass(copy, language, settings),
                    reason="added",
                    bead=bead.index,
                )
            )
        else:
            counts = bead_counts(edits, language, settings)
            kept += counts.kept
            steps.extend(Step(mass=cost.mass, reason=cost.reason, bead=bead.index) for cost in counts.costs)
    points, deductions = fidelity(kept, steps)
    words = sum(
        token.kind != "mark"
        for sentence, tokens in zip(
            evidence.candidate.document.sentences, evidence.candidate.tokens, strict=True
        )
        if sentence.role in ("title", "body")
        for token in tokens
    )
    return Scores(
        fidelity=points,
        penalty=0.0,
        mqm_per_1000_words=mqm_per_1000_words(findings, words, settings),
        counts=severity_counts(findings),
        deductions=deductions,
        metrics=corpus_metrics(references, candidates, metrics),
        metric_signatures=metric_signatures(metrics),
    )


def _text(side: object, sentences: Sequence[int]) -> str:
    document = side.document  # type: ignore[attr-defined]
    return " ".join(document.sentences[index].text for index in sentences)
