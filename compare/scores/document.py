"""The scores of one document: the counts of its beads, summed, with intervals from drawing beads again."""

from __future__ import annotations

from dataclasses import dataclass
from math import fsum
from typing import TYPE_CHECKING

from compare.model import Scores
from compare.scores.counts import BeadCounts, bead_counts
from compare.scores.fidelity import waterfall
from compare.scores.metrics import corpus_metrics, metric_signatures
from compare.scores.mqm import mqm_per_1000_words, severity_counts
from compare.scores.penalty import penalty
from compare.scores.steps import Step, bead_steps, finding_steps, findings_by_bead, merged
from compare.settings import DEFAULTS, ScoreSettings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.findings import Evidence, Side
    from compare.model import Bead, Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoredBead:
    """One bead with its counts, its two texts and what it costs."""

    bead: Bead
    counts: BeadCounts
    reference: str
    candidate: str
    words: int


def scored_beads(evidence: Evidence, *, settings: ScoreSettings = DEFAULTS.scores) -> list[ScoredBead]:
    """Count every bead but those outside, which neither side has to answer for."""
    true, copy = evidence.reference, evidence.candidate
    assert true is not None
    found = []
    for bead in evidence.alignment.beads:
        if bead.kind == "outside":
            continue
        reference_text, candidate_text = _text(true, bead.reference), _text(copy, bead.candidate)
        candidate_tokens = copy.tokens_of(bead.candidate)
        counts = bead_counts(
            true.tokens_of(bead.reference),
            candidate_tokens,
            reference_text=reference_text,
            candidate_text=candidate_text,
            language=true.document.language,
            settings=settings,
        )
        words = sum(token.kind != "mark" for token in candidate_tokens)
        found.append(
            ScoredBead(
                bead=bead, counts=counts, reference=reference_text, candidate=candidate_text, words=words
            )
        )
    return found


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
    beads = scored_beads(evidence, settings=settings)
    touching = findings_by_bead(evidence, findings)
    edits = {bead.index: found for bead, found in zip(evidence.alignment.beads, evidence.edits, strict=True)}
    steps: list[Step] = []
    for scored in beads:
        bead = scored.bead
        reason = (
            "sentence dropped"
            if not bead.candidate
            else "sentence added"
            if not bead.reference
            else "words changed"
        )
        steps += bead_steps(
            bead.index,
            scored.counts,
            edits[bead.index],
            touching.get(bead.index, []),
            reason=reason,
            language=_language(evidence),
            settings=settings,
        )
        if bead.moved:
            mass = settings.moved_bead_cost * scored.counts.kept
            steps.append(Step(mass=mass, reason="sentence moved", bead=bead.index))
    steps += finding_steps(findings, settings)
    points, deductions = waterfall(sum(scored.counts.kept for scored in beads), merged(steps))
    references = [scored.reference for scored in beads]
    candidates = [scored.candidate for scored in beads]
    return Scores(
        fidelity=points,
        penalty=round(
            fsum(penalty(scored.counts, touching.get(scored.bead.index, []), settings) for scored in beads), 4
        ),
        mqm_per_1000_words=mqm_per_1000_words(findings, sum(scored.words for scored in beads), settings),
        counts=severity_counts(findings),
        deductions=deductions,
        metrics=corpus_metrics(references, candidates, metrics),
        metric_signatures=metric_signatures(metrics),
    )


def _language(evidence: Evidence) -> str:
    assert evidence.reference is not None
    return evidence.reference.document.language


def _text(side: Side, sentences: Sequence[int]) -> str:
    return " ".join(side.document.sentences[index].text for index in sentences)
