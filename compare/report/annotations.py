"""Annotations: a finding as a build server wants it, a file, a line, a severity and a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from compare.model import SEVERITIES, Report
from compare.report.excerpts import line_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from compare.model import CheckReport, Document, Finding, Severity, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something stands in a file: lines count from 1, offsets are half-open code points from 0."""

    path: str
    line: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """One finding at the place where a reader should look; ``other`` is its place in the other version."""

    id: str
    kind: str
    severity: Severity
    confidence: float
    message: str
    place: Place
    other: Place | None = None
    dismissed: str | None = None

    @property
    def rank(self) -> int:
        """0 for the gravest severity, 3 for the mildest."""
        return SEVERITIES.index(self.severity)


def annotated(reports: Iterable[Report | CheckReport]) -> Iterator[Annotation]:
    """Give the findings of some reports, in their order.

    What is missing from the candidate is shown at the place where it belongs there, or, where nobody can say, in the
    reference.
    """
    for report in reports:
        if isinstance(report, Report):
            for finding in report.findings:
                yield _annotation(finding, report.candidate, report.reference)
        else:
            for finding in report.findings:
                yield _annotation(finding, report.document, None)


def _annotation(finding: Finding, candidate: Document, reference: Document | None) -> Annotation:
    places = [
        _place(document, span)
        for document, span in ((candidate, finding.candidate), (reference, finding.reference))
        if document is not None and span is not None
    ]
    return Annotation(
        id=finding.id,
        kind=finding.kind,
        severity=finding.severity,
        confidence=finding.confidence,
        message=finding.message,
        place=places[0],
        other=places[1] if len(places) > 1 else None,
        dismissed=finding.dismissed,
    )


def _place(document: Document, span: Span) -> Place:
    return Place(
        path=document.name,
        line=line_number(document, span.start),
        start=span.start,
        end=span.end,
        text=span.text,
    )
