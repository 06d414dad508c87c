"""Verdicts as files that other tools read: a table, ratings for Marot, dismissals for the command line."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

from compare.report.dismissals import toml_table
from compare.report.table import harmless
from ui.words import REVIEW

if TYPE_CHECKING:
    from collections.abc import Mapping

    from compare.model import Finding, Report
    from ui.reviews import Said


SIDES: Final = ("reference", "candidate")


def words_of(finding: Finding) -> str:
    """Give the words that a finding is about: the candidate's, or what of the reference is missing there."""
    span = finding.candidate if finding.candidate and finding.candidate.text else finding.reference
    return span.text if span else ""


def verdicts_csv(report: Report, current: Mapping[str, Said]) -> str:
    """Write the verdicts as CSV, a row a reviewed finding; no cell can be taken for a formula."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    names = (report.reference.name, report.candidate.name)
    writer.writerow(
        ["finding", "kind", "severity", "verdict", "reason", "reviewer", "said_at", "text", *SIDES]
    )
    for finding in report.findings:
        if said := current.get(finding.id):
            cells = (said.severity, said.verdict, said.reason, said.reviewer, said.said_at, words_of(finding))
            writer.writerow([harmless(cell) for cell in (finding.id, finding.kind, *cells, *names)])
    return stream.getvalue()


def verdicts_marot(report: Report, current: Mapping[str, Said]) -> str:
    """Write the accepted findings as Marot reads ratings: tab-separated, a row an error, its span marked ``<v>…</v>``.

    The columns are those of the MQM data that Google publishes: system, doc, docSegId, globalSegId, rater, source,
    target, category, severity.
    """
    lines = ["\t".join(_MAROT_COLUMNS)]
    for number, finding in enumerate(report.findings, 1):
        said = current.get(finding.id)
        if said is None or said.verdict != "accepted":
            continue
        cells = (
            report.candidate.name,
            report.reference.name,
            str(number if finding.bead is None else finding.bead + 1),
            str(number),
            said.reviewer,
            _marked(report, finding, "reference"),
            _marked(report, finding, "candidate"),
            finding.mqm,
            said.severity.capitalize(),
        )
        lines.append("\t".join(" ".join(cell.split()) for cell in cells))
    return "\n".join(lines) + "\n"


_MAROT_COLUMNS = (
    "system",
    "doc",
    "docSegId",
    "globalSegId",
    "rater",
    "source",
    "target",
    "category",
    "severity",
)


def _marked(report: Report, finding: Finding, side: str) -> str:
    """Give the sentences that a finding's bead has on one side, the finding's words between ``<v>`` and ``</v>``."""
    document = report.reference if side == "reference" else report.candidate
    span = finding.reference if side == "reference" else finding.candidate
    if finding.bead is None:
        indices: tuple[int, ...] = ()
    else:
        bead = report.alignment.beads[finding.bead]
        indices = bead.reference if side == "reference" else bead.candidate
    if not indices:
        return f"<v>{span.text}</v>" if span else ""
    start, end = document.sentences[indices[0]].start, document.sentences[indices[-1]].end
    if span is None:
        return document.text[start:end]
    start, end = min(start, span.start), max(end, span.end)
    text = document.text
    return f"{text[start : span.start]}<v>{span.text}</v>{text[span.end : end]}"


def dismissals_toml(report: Report, current: Mapping[str, Said]) -> str:
    """Write what was dismissed as the file that the command line reads with ``--dismissals``."""
    return "".join(
        toml_table(finding, report.candidate, said.reason or REVIEW["default_reason"])
        for finding in report.findings
        if (said := current.get(finding.id)) and said.verdict == "dismissed"
    )
