"""Scores without what somebody has dismissed: a false alarm must not fail a build.

The words that differ cost what they cost; only what the finding added to that goes. The report says so in a remark, and
the signature carries it, for such scores compare only with their like.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from compare.pipeline import evidence_of
from compare.scores import Line, score, segment_results
from compare.settings import DEFAULTS, Settings
from compare.text.tokens import tokenize

if TYPE_CHECKING:
    from compare.model import Finding, Report, SegmentResult


def without_dismissed(report: Report, *, settings: Settings = DEFAULTS) -> Report:
    """Compute the scores of a report anew without its dismissed findings, which it keeps.

    Args:
        report: a report whose findings are marked; unmarked, it is given back as it is.
        settings: those that it was made with.

    >>> from compare.pipeline import compare_texts
    >>> report = compare_texts("The ferry carried 40 cars.", "The ferry carried 14 cars.")
    >>> marked = replace(report, findings=tuple(replace(one, dismissed="known") for one in report.findings))
    >>> without_dismissed(marked).scores.fidelity > report.scores.fidelity
    True
    """
    standing = _standing(report.findings)
    count = len(report.findings) - len(standing)
    if not count:
        return report
    evidence = evidence_of(report.reference, report.candidate, report.alignment, settings)
    scores, _ = score(evidence, standing, report.relation, settings=settings.scores)
    noun = "finding" if count == 1 else "findings"
    return replace(
        report,
        scores=replace(
            scores,
            metrics=report.scores.metrics,
            metric_signatures=report.scores.metric_signatures,
            remarks=(*scores.remarks, f"computed without {count} dismissed {noun}"),
        ),
        signature=f"{report.signature}|dismissed:{count}",
    )


def line_without_dismissed(
    result: SegmentResult,
    reference: str,
    candidate: str,
    *,
    language: str = "en",
    settings: Settings = DEFAULTS,
) -> SegmentResult:
    """Compute the scores of one line anew without its dismissed findings, which it keeps.

    Args:
        result: a line whose findings are marked; unmarked, it is given back as it is.
        reference: the true line.
        candidate: the judged line.
        language: ISO 639-1 of both.
        settings: those that the result was made with.
    """
    standing = _standing(result.findings)
    if len(standing) == len(result.findings):
        return result
    line = Line(
        reference=reference,
        candidate=candidate,
        reference_tokens=tokenize(reference, language=language),
        candidate_tokens=tokenize(candidate, language=language),
        findings=standing,
    )
    [scored] = segment_results([line], language=language, settings=settings.scores)
    return replace(result, fidelity=scored.fidelity, penalty=scored.penalty)


def _standing(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple(finding for finding in findings if finding.dismissed is None)
