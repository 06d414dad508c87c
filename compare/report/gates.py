"""Gates: what must hold for a build to pass, and a sentence for each that does not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from compare.errors import BadReport
from compare.model import SEVERITIES, Report
from compare.report.phrases import counted, listed, said, standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from compare.model import CheckReport, Finding, Severity

SCHEMAS = ("truecopy.report/1", "truecopy.check/1")


def failed_fidelity(name: str, fidelity: float, least: float, *, is_retold: bool = False) -> str | None:
    """Say by how much the fidelity of a candidate is too low, or nothing.

    Args:
        name: of the candidate.
        fidelity: what it got.
        least: what it should have.
        is_retold: whether it is told in other words, which the fidelity cannot tell from worse ones.

    >>> failed_fidelity("copy.txt", 89.96, 90.0)
    'gate failed: the fidelity of copy.txt, 89.96, is under 90'
    >>> failed_fidelity("copy.txt", 90.0, 90.0)
    """
    if fidelity >= least:
        return None
    # Rounded down, or 89.996 would read "90.00 is under 90".
    said = f"gate failed: the fidelity of {name}, {int(100 * fidelity) / 100:.2f}, is under {least:g}"
    if is_retold:
        said += "; it is told in other words, which count as lost: gate such versions by --fail-on"
    return said


def passed_with_errors(name: str, findings: Sequence[Finding]) -> str | None:
    """Say that a candidate whose fidelity is high enough has critical errors all the same, or nothing.

    A wrong year is one word of a thousand: a copy through a machine keeps most words and passes what a careful
    retelling fails.

    Args:
        name: of the candidate.
        findings: what was found in it.
    """
    critical = sum(finding.severity == "critical" for finding in standing(findings))
    if not critical:
        return None
    return (
        f"{name} passes by its fidelity with {counted(critical, 'critical finding')}; "
        "--fail-on critical would ask for them too"
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
    or_graver = "" if severity == "critical" else " or graver"
    new = "new " if known else ""
    return (
        f"gate failed: {counted(len(grave), f'{new}finding')} in {name}, {severity}{or_graver}; "
        f"the gravest: {worst.kind} [{worst.id}]: {said(worst)}"
    )


def failed_coverage(report: Report, least: float) -> str | None:
    """Say how much of the reference a candidate lacks, or nothing: what is left out openly costs no fidelity.

    A system that stops at the length it is allowed makes an excerpt without a fault, and one paragraph less is graver
    in its findings than half of the text.

    Args:
        report: of the candidate.
        least: how much of the reference's words should have a partner, in per cent.
    """
    covered = round(100 * report.relation.reference_coverage, 2)  # or 0.57 were 56.99999999999999
    if covered >= least:
        return None
    return (
        f"gate failed: {report.candidate.name} covers {int(10 * covered) / 10:.1f} % of {report.reference.name}, "
        f"under {least:g}"
    )


def failed_kinship(report: Report | CheckReport) -> str | None:
    """Say that the candidate is no version of the piece, or nothing: no list of findings could say it better."""
    if not isinstance(report, Report) or report.relation.same_piece:
        return None
    names = f"{report.candidate.name} is not a version of {report.reference.name}"
    return f"gate failed: {names}; compare it with its own piece"


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


def against_baseline(
    baseline: Sequence[dict[str, Any]], reports: Iterable[Report | CheckReport], name: str
) -> list[str]:
    """Say of each report how many of its findings a baseline knows, and where it is a baseline of something else.

    Args:
        baseline: the earlier reports.
        reports: those of this run.
        name: of the baseline's file.
    """
    told = []
    for report in reports if baseline else ():
        document = report.candidate if isinstance(report, Report) else report.document
        known = known_ids(baseline, document.name)
        counted_now = [item for item in standing(report.findings) if item.severity != "neutral"]
        is_known = sum(item.id in known for item in counted_now)
        told.append(
            f"{document.name}: {is_known} of {counted(len(counted_now), 'finding')} known from {name}, "
            f"{len(counted_now) - is_known} new"
        )
        schema = "truecopy.report/1" if isinstance(report, Report) else "truecopy.check/1"
        if all(before.get("schema") != schema for before in baseline):
            other = "check" if schema == "truecopy.report/1" else "score"
            told.append(
                f"{name} was made by {other}: its findings were told by other means, so that few can match"
            )
        elif all(_name(before) != document.name for before in baseline):
            told.append(
                f"{name} is of {_name(baseline[0])}, not of {document.name}; if that is not the same text, make it anew"
            )
    return told


def signature_difference(
    baseline: Iterable[dict[str, Any]], reports: Iterable[Report | CheckReport]
) -> str | None:
    """Say what sets the signatures of a baseline apart from those of the reports, or nothing."""
    from compare.scores.signature import difference

    now = [report.signature for report in reports if isinstance(report, Report)]
    for before in baseline:
        made_with = before.get("signature")
        if isinstance(made_with, str) and now and made_with not in now:
            return listed(difference(made_with, now[0]))
    return None


def _name(report: dict[str, Any]) -> object:
    document = report.get("candidate") or report.get("document")
    return document.get("name") if isinstance(document, dict) else None
