"""The scores of lines against lines, many at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from compare.model import SegmentResult
from compare.scores.counts import bead_counts
from compare.scores.fidelity import fidelity
from compare.scores.metrics import segment_chrf
from compare.scores.mqm import finding_weight
from compare.scores.penalty import penalty
from compare.scores.steps import finding_steps
from compare.scores.units import Unit
from compare.settings import DEFAULTS, ScoreSettings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from compare.model import Finding, Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Two lines that are versions of each other, with their words and what was found in them."""

    reference: str
    candidate: str
    reference_tokens: Sequence[Token]
    candidate_tokens: Sequence[Token]
    findings: Sequence[Finding] = ()


def segment_results(
    lines: Iterable[Line], *, language: str = "en", settings: ScoreSettings = DEFAULTS.scores
) -> list[SegmentResult]:
    """Score lines, each as one bead.

    Args:
        lines: the pairs, in order; words are let go as soon as they are counted.
        language: ISO 639-1 of both sides.
        settings: the weights.
    """
    texts: list[tuple[str, str]] = []
    scored: list[tuple[Unit, tuple[Finding, ...]]] = []
    for line in lines:
        texts.append((line.reference, line.candidate))
        scored.append((line_unit(line, language=language, settings=settings), tuple(line.findings)))
    chrf = segment_chrf([reference for reference, _ in texts], [candidate for _, candidate in texts])
    return [
        SegmentResult(
            segment=number,
            fidelity=fidelity(unit.kept, unit.cost),
            penalty=round(unit.penalty, 6),
            chrf=surface,
            findings=findings,
        )
        for number, ((unit, findings), surface) in enumerate(zip(scored, chrf, strict=True), start=1)
    ]


def line_unit(line: Line, *, language: str = "en", settings: ScoreSettings = DEFAULTS.scores) -> Unit:
    """Give what one line keeps and costs.

    Args:
        line: the two lines with their words and findings.
        language: ISO 639-1 of both sides.
        settings: the weights.
    """
    counts = bead_counts(
        line.reference_tokens,
        line.candidate_tokens,
        reference_text=line.reference,
        candidate_text=line.candidate,
        language=language,
        settings=settings,
    )
    # What the reference says in the very same words costs nothing, however clumsy it is.
    findings = line.findings if counts.is_changed else ()
    return Unit(
        kept=counts.kept,
        cost=counts.cost(settings) + sum(step.mass for step in finding_steps(findings, settings)),
        penalty=penalty(counts, findings, settings),
        mqm=sum(finding_weight(finding, settings) for finding in findings),
        words=sum(token.kind != "mark" for token in line.candidate_tokens),
    )
