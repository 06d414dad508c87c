"""What people have decided about findings: which are reported, which are dismissed, and which fail a build."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from compare.cli import DONE, GATE_FAILED
from compare.cli.output import tell, write_file
from compare.errors import BadInput, BadReport, UnreadableText
from compare.model import CheckReport, Document, Report
from compare.report import gates
from compare.report.dismissals import Dismissal, dismissals, dismissed, toml_table
from compare.report.visible import one_line

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from compare.model import Finding, Severity

AnyReport = TypeVar("AnyReport", Report, CheckReport)
SETTINGS_FILE: Final = "truecopy.toml"


def judged_document(report: Report | CheckReport) -> Document:
    """Give the document that a report judges."""
    return report.candidate if isinstance(report, Report) else report.document


def check_kinds(arguments: argparse.Namespace) -> None:
    """Refuse kinds of findings that there are not.

    Raises:
        BadInput: --kinds names one.
    """
    from compare.findings.categories import CATEGORIES

    for kind in arguments.kinds or ():
        if kind not in CATEGORIES:
            raise BadInput(f"--kinds: there is no kind {kind!r}; choose from {', '.join(CATEGORIES)}")


def chosen(findings: Sequence[Finding], arguments: argparse.Namespace) -> tuple[Finding, ...]:
    """Give the findings of the kinds and the confidence that were asked for."""
    return tuple(
        finding
        for finding in findings
        if finding.confidence >= arguments.min_confidence
        and (arguments.kinds is None or finding.kind in arguments.kinds)
    )


def known_dismissals(arguments: argparse.Namespace) -> tuple[Dismissal, ...]:
    """Read the dismissals of --dismissals, or of truecopy.toml where there is one in this folder.

    Raises:
        UnreadableText: the file that was named cannot be read.
        BadReport: it does not hold what it should.
    """
    path = Path(arguments.dismissals or SETTINGS_FILE)
    if not path.exists() and (arguments.dismissals is None or arguments.dismiss):
        return ()
    return dismissals(_text_of(path), str(path))


def reviewed(reports: Sequence[AnyReport], arguments: argparse.Namespace) -> list[AnyReport]:
    """Give the reports with the findings that were asked for, those dismissed with their reason.

    With --dismiss the dismissals file is written first.
    """
    check_kinds(arguments)
    entries = known_dismissals(arguments)
    if arguments.dismiss:
        entries += _added_dismissals(reports, arguments)
    return [
        replace(
            report,
            findings=dismissed(chosen(report.findings, arguments), judged_document(report), entries),
        )
        for report in reports
    ]


def gate_code(reports: Sequence[Report | CheckReport], arguments: argparse.Namespace) -> int:
    """Say on standard error which gate failed and by what, and give the exit code."""
    baseline = _baseline(arguments.baseline) if arguments.baseline else []
    if baseline and gates.other_signatures(baseline, reports):
        tell(f"{arguments.baseline} was made under another signature; its scores do not compare", arguments)
    failures: list[str | None] = []
    for report in reports:
        if isinstance(report, Report) and arguments.fail_under is not None:
            failures.append(gates.failed_fidelity(report, arguments.fail_under))
        severity: Severity | None = arguments.fail_on or ("minor" if arguments.baseline else None)
        if severity:
            name = judged_document(report).name
            known = gates.known_ids(baseline, name)
            failures.append(gates.failed_severity(name, report.findings, severity, known))
    return failed(failures)


def failed(failures: Sequence[str | None]) -> int:
    """Print what failed, and give the exit code."""
    said = [failure for failure in failures if failure]
    for failure in said:
        print(f"truecopy: {one_line(failure)}", file=sys.stderr)
    return GATE_FAILED if said else DONE


def _added_dismissals(
    reports: Sequence[Report | CheckReport], arguments: argparse.Namespace
) -> tuple[Dismissal, ...]:
    if not arguments.because:
        raise BadInput('--dismiss needs a reason; add --because "…"')
    path = Path(arguments.dismissals or SETTINGS_FILE)
    before = _text_of(path) if path.exists() else ""
    found = {
        finding.id: (finding, judged_document(report)) for report in reports for finding in report.findings
    }
    tables = []
    for name in arguments.dismiss:
        if name not in found:
            raise BadInput(f"no finding has the id {name!r}; the ids stand beside the findings in the report")
        tables.append(toml_table(*found[name], arguments.because))
    after = before.rstrip("\n") + "\n" * bool(before.strip()) + "".join(tables)
    added = dismissals(after.lstrip("\n"), str(path))[-len(tables) :]
    write_file(path, after.lstrip("\n"))
    tell(f"{len(tables)} dismissed in {path}", arguments)
    return added


def _baseline(name: str) -> list[dict[str, Any]]:
    try:
        data = json.loads(_text_of(Path(name)))
    except (json.JSONDecodeError, RecursionError) as error:
        raise BadReport(f"{name} is not JSON ({error}); make it with --format json -o {name}") from error
    return gates.baseline_reports(data, name)


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadReport(f"{path} is not UTF-8 text; save it as UTF-8") from error
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UnreadableText(f"{path} cannot be read ({reason}); check the path") from error
