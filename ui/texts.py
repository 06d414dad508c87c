"""The side by side: the component takes rows, findings and words, and gives back what was chosen and judged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from compare.report.rows import side_by_side
from ui import address, words
from ui.components import component
from ui.kept import once

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from compare.model import Finding, Report
    from compare.report.rows import Cell, Row


def rows_data(report: Report) -> list[dict[str, Any]]:
    """Give the rows of a report as the component reads them."""
    moved = {bead.index for bead in report.alignment.beads if bead.moved}
    return [_row(row, row.bead in moved) for row in side_by_side(report)]


def _row(row: Row, moved: bool) -> dict[str, Any]:
    return {
        "kind": row.kind,
        "moved": moved,
        "elsewhere": row.elsewhere,
        "reference": _cell(row.reference),
        "candidate": _cell(row.candidate),
    }


def _cell(cell: Cell | None) -> dict[str, Any] | None:
    if cell is None:
        return None
    return {
        "sentences": list(cell.sentences),
        "pieces": [[piece.text, piece.mark, list(piece.findings)] for piece in cell.pieces],
    }


def findings_data(report: Report, verdicts: Mapping[str, Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Give the findings as the component reads them, with the verdicts that were given."""
    return [_finding(report, finding, verdicts.get(finding.id)) for finding in report.findings]


def _finding(report: Report, finding: Finding, verdict: Mapping[str, Any] | None) -> dict[str, Any]:
    severity = verdict["severity"] if verdict and verdict.get("severity") else finding.severity
    if verdict is None and finding.dismissed is not None:
        # Dismissed before the report was written: on the command line, or in a report that was opened.
        verdict = {
            "verdict": "dismissed",
            "severity": severity,
            "reason": finding.dismissed,
            "reviewer": "",
            "others": [],
        }
    return {
        **finding.to_dict(),
        "severity": severity,
        "kindName": words.KINDS.get(finding.kind, finding.kind),
        "severityName": words.SEVERITIES[severity],
        "where": _where(report, finding),
        "verdict": dict(verdict) if verdict and verdict["verdict"] != "open" else None,
    }


def _where(report: Report, finding: Finding) -> str:
    if finding.bead is None:
        return ""
    bead = report.alignment.beads[finding.bead]
    sentences = bead.candidate or bead.reference
    return words.TEXTS["sentence"].format(number=sentences[0] + 1) if sentences else ""


def show(
    report: Report,
    *,
    key: str,
    verdicts: Mapping[str, Mapping[str, Any]],
    on_view: Callable[[], None],
    on_review: Callable[[], None],
) -> None:
    """Draw the side by side of a report.

    Args:
        report: what to draw.
        key: changes when another pair is shown.
        verdicts: by id of finding, what reviewers said.
        on_view: called when the choice or the filters changed.
        on_review: called when a verdict was given.
    """
    data = {
        "key": key,
        "revision": str(sorted((name, str(sorted(verdict.items()))) for name, verdict in verdicts.items())),
        "rows": once(_rows_key(report, key), lambda: rows_data(report)),
        "findings": findings_data(report, verdicts),
        "names": {"reference": report.reference.name, "candidate": report.candidate.name},
        "languages": {"reference": report.reference.language, "candidate": report.candidate.language},
        "words": words.COMPONENT,
        **_beginning(key),
    }
    component("side_by_side")(
        data=data, key="side_by_side", on_view_change=on_view, on_review_change=on_review
    )


def _rows_key(report: Report, key: str) -> tuple[object, ...]:
    """Give what the rows hang on: the two texts, their alignment, and which findings point into them."""
    return (
        "rows",
        key,
        report.version,
        hash(report.alignment),
        hash(tuple(finding.id for finding in report.findings)),
    )


def _beginning(key: str) -> dict[str, Any]:
    """Give the filters and the finding with which the side by side begins.

    They are read from the address when it comes into sight, and stay as they were while it is: what the reader
    does there is known there, and the same data need not be sent again.
    """
    kept: tuple[str, dict[str, Any]] | None = st.session_state.get("shown")
    if kept is None or kept[0] != key:
        # A number of its own for each beginning, lest the component take it for the one before.
        number = st.session_state.get("beginnings", 0) + 1
        st.session_state["beginnings"] = number
        kept = (
            key,
            {"beginning": number, "filters": address.filters(), "selected": address.value("finding")},
        )
        st.session_state["shown"] = kept
    return kept[1]
