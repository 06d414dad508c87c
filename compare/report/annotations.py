"""Annotations: a finding as a build server wants it, a file, a line, a severity and a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from compare.model import SEVERITIES, Report
from compare.report.excerpts import column_number, line_number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from compare.model import CheckReport, Document, Finding, Severity, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something stands in a file: lines count from 1, offsets are half-open code points from 0.

    ``columns`` are those of the first code point and of the one behind the last, from 1, with the line of the latter;
    nothing where only the line is known.
    """

    path: str
    line: int
    start: int
    end: int
    text: str
    columns: tuple[int, int, int] | None = None


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
    is_known: bool | None = None
    """Whether an earlier report had it; nothing where there is none to ask."""

    @property
    def rank(self) -> int:
        """0 for the gravest severity, 3 for the mildest."""
        return SEVERITIES.index(self.severity)


def annotated(
    reports: Iterable[Report | CheckReport], known: Callable[[str], set[str]] | None = None
) -> Iterator[Annotation]:
    """Give the findings of some reports, in their order.

    Args:
        reports: of score or check.
        known: gives the ids of the findings that an earlier report had for a candidate, by its name.

    What is missing from the candidate is shown at the place where it belongs there, or, where nobody can say, in the
    reference.
    """
    for report in reports:
        candidate, reference = (
            (report.candidate, report.reference) if isinstance(report, Report) else (report.document, None)
        )
        ids = None if known is None else known(candidate.name)
        for finding in report.findings:
            yield _annotation(finding, candidate, reference, ids)


def _annotation(
    finding: Finding,
    candidate: Document,
    reference: Document | None,
    known: set[str] | None,
) -> Annotation:
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
        is_known=None if known is None else finding.id in known,
    )


def _place(document: Document, span: Span) -> Place:
    return Place(
        path=document.name,
        line=line_number(document, span.start),
        start=span.start,
        end=span.end,
        text=span.text,
        columns=(
            column_number(document, span.start),
            line_number(document, span.end),
            column_number(document, span.end),
        ),
    )
