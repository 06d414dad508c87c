"""Gates: what must hold for a build to pass, and a sentence for each that does not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from compare.errors import BadReport
from compare.model import SEVERITIES
from compare.report.phrases import counted, standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from compare.model import CheckReport, Finding, Report, Severity

SCHEMAS = ("truecopy.report/1", "truecopy.check/1")


def failed_fidelity(report: Report, least: float) -> str | None:
    """Say by how much the fidelity is too low, or nothing."""
    fidelity = report.scores.fidelity
    if fidelity >= least:
        return None
    # Rounded down: 89.96 under 90 must not read "90.0 is under 90".
    shown = f"{int(100 * fidelity) / 100:.2f}"
    return (
        f"gate failed: fidelity {shown} of {report.candidate.name} is {least - fidelity:.2f} under {least:g}"
    )


def failed_severity(
    name: str, findings: Sequence[Finding], severity: Severity, known: set[str]
) -> str | None:
    """Say how many findings of a severity or graver there are that are neither dismissed nor known, or nothing.

    Args:
        name: of the candidate.
        findings: what was found in it.
        severity: the mildest that counts.
        known: ids of an earlier report's findings.
    """
    counting = SEVERITIES[: SEVERITIES.index(severity) + 1]
    grave = [
        finding for finding in standing(findings) if finding.severity in counting and finding.id not in known
    ]
    if not grave:
        return None
    worst = min(grave, key=lambda finding: SEVERITIES.index(finding.severity))
    new = " new" if known else ""
    or_graver = "" if severity == "critical" else " or graver"
    return (
        f"gate failed: {counted(len(grave), 'finding')} in {name}{', new and' if new else ''} "
        f"{severity}{or_graver}, the first {worst.kind} [{worst.id}]: {worst.message}"
    )


def baseline_reports(data: Any, name: str) -> list[dict[str, Any]]:
    """Give the reports in an earlier JSON result, one object or a list.

    Raises:
        BadReport: it holds something else.
    """
    reports = data if isinstance(data, list) else [data]
    for report in reports:
        if not isinstance(report, dict) or report.get("schema") not in SCHEMAS:
            raise BadReport(f"{name} is no report of truecopy; make one with --format json -o {name}")
        findings = report.get("findings")
        if not isinstance(findings, list) or not all(
            isinstance(finding, dict) and isinstance(finding.get("id"), str) for finding in findings
        ):
            raise BadReport(f"{name} has a report whose findings have no ids; make it anew")
    return reports


def known_ids(reports: Iterable[dict[str, Any]], candidate: str) -> set[str]:
    """Give the ids of the findings that a baseline has for a candidate, by its name.

    A baseline of one report holds for whatever is compared with it: the file may have been renamed.
    """
    every = list(reports)
    named = [report for report in every if _name(report) == candidate] or (every if len(every) == 1 else [])
    return {finding["id"] for report in named for finding in report["findings"]}


def other_signatures(baseline: Iterable[dict[str, Any]], reports: Iterable[Report | CheckReport]) -> bool:
    """Whether the baseline was made with settings that none of the reports was made with."""
    made_with = {report.get("signature") for report in baseline} - {None}
    now = {getattr(report, "signature", None) for report in reports}
    return bool(made_with) and not made_with <= now


def _name(report: dict[str, Any]) -> object:
    document = report.get("candidate") or report.get("document")
    return document.get("name") if isinstance(document, dict) else None
