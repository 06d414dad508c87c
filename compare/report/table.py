"""Findings as CSV, a row each, for a spreadsheet."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING, Final

from compare.model import CheckReport, Report
from compare.report.excerpts import line_number
from compare.report.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from compare.model import Document, Finding, Span

COLUMNS: Final = (
    "file",
    "id",
    "severity",
    "kind",
    "mqm",
    "confidence",
    "message",
    "candidate_line",
    "candidate_start",
    "candidate_end",
    "candidate_text",
    "reference_line",
    "reference_start",
    "reference_end",
    "reference_text",
    "dismissed",
)
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def render(report: Report | CheckReport) -> str:
    """Give the findings of one report as CSV."""
    return render_all([report])


def render_all(reports: Iterable[Report | CheckReport]) -> str:
    """Give the findings of some reports as CSV with one heading."""
    return csv_text([COLUMNS, *(row for report in reports for row in _rows(report))])


def csv_text(rows: Iterable[Sequence[object]]) -> str:
    """Write rows as CSV that no spreadsheet takes for formulas."""
    buffer = StringIO()
    csv.writer(buffer, lineterminator="\n").writerows([harmless(cell) for cell in row] for row in rows)
    return buffer.getvalue()


def harmless(cell: object) -> object:
    """Give a cell that a spreadsheet shows and does not compute.

    Text that begins like a formula gets an apostrophe before it, as OWASP's page on CSV injection has it.

    >>> harmless("=HYPERLINK(1)"), harmless(-3), harmless("a - b")
    ("'=HYPERLINK(1)", -3, 'a - b')
    """
    if not isinstance(cell, str):
        return "" if cell is None else cell
    # Judged after the blanks: some programs drop them before they look for a formula.
    return visible(f"'{cell}" if cell.lstrip(" \n").startswith(_FORMULA) else cell)


def _rows(report: Report | CheckReport) -> Iterable[tuple[object, ...]]:
    reference: Document | None
    if isinstance(report, Report):
        candidate, reference = report.candidate, report.reference
    else:
        candidate, reference = report.document, None
    for finding in report.findings:
        yield (
            candidate.name,
            *_said(finding),
            *_place(candidate, finding.candidate),
            *_place(reference, finding.reference),
            finding.dismissed,
        )


def _said(finding: Finding) -> tuple[object, ...]:
    return finding.id, finding.severity, finding.kind, finding.mqm, finding.confidence, finding.message


def _place(document: Document | None, span: Span | None) -> tuple[object, ...]:
    if document is None or span is None:
        return None, None, None, None
    return line_number(document, span.start), span.start, span.end, span.text
