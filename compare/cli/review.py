"""What people have decided about findings: which are reported, which are dismissed, and which fail a build."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from compare.cli import DONE, GATE_FAILED
from compare.cli.glossary import SETTINGS_FILE, settings_in, text_of
from compare.cli.meant import meant
from compare.cli.output import tell, write_file
from compare.errors import BadInput, BadReport
from compare.findings.categories import CATEGORIES
from compare.model import CheckReport, Document, Report
from compare.report import gates
from compare.report.dismissals import dismissals, dismissed, toml_table
from compare.report.phrases import counted
from compare.report.visible import one_line

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from compare.model import Finding, Severity

AnyReport = TypeVar("AnyReport", Report, CheckReport)
FILTERED: Final = "only some findings are listed, as asked for; the scores count all of them"


def judged_document(report: Report | CheckReport) -> Document:
    """Give the document that a report judges."""
    return report.candidate if isinstance(report, Report) else report.document


class Review:
    """The decisions that the options of one run stand for, read before any work is done."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        """Read the dismissals, the names and terms to be kept, and the baseline.

        Raises:
            BadInput: --kinds names a kind that there is not, or --dismiss comes without a reason.
            UnreadableText: a file that was named cannot be read.
            BadReport: a file does not hold what it should.
        """
        self._arguments = arguments
        for kind in arguments.kinds or ():
            if kind not in CATEGORIES:
                raise BadInput(
                    f"--kinds: there is no kind {kind!r}; choose from {', '.join(CATEGORIES)}"
                    f"{meant(kind, CATEGORIES)}"
                )
        if arguments.dismiss and not (arguments.because or "").strip():
            raise BadInput('--dismiss needs a reason; add --because "…"')
        self._path = Path(arguments.dismissals or SETTINGS_FILE)
        self._toml = ""
        if self._path.exists() or (arguments.dismissals is not None and not arguments.dismiss):
            self._toml = text_of(self._path)
        self._dismissals = dismissals(self._toml, str(self._path))
        self.settings = settings_in(self._toml, str(self._path))
        self._baseline = _baseline(arguments.baseline) if arguments.baseline else []

    @property
    def known(self) -> Callable[[str], set[str]] | None:
        """What gives the ids that the baseline had for a candidate, by its name; nothing without a baseline."""
        if not self._arguments.baseline:
            return None
        return partial(gates.known_ids, self._baseline)

    def reviewed(self, reports: Sequence[AnyReport]) -> list[AnyReport]:
        """Give the reports with the findings that were asked for, those dismissed with their reason and uncounted.

        What --dismiss names is first added to the dismissals file.
        """
        if self._arguments.dismiss:
            self._dismiss(reports)
        return [self._reviewed(report) for report in reports]

    def _reviewed(self, report: AnyReport) -> AnyReport:
        report = replace(report, findings=self.marked(report.findings, judged_document(report)))
        if isinstance(report, Report):
            from compare.rescoring import without_dismissed

            report = without_dismissed(report, settings=self.settings)
            if len(self.shown(report.findings)) < len(report.findings):
                remarks = (*report.scores.remarks, FILTERED)
                report = replace(report, scores=replace(report.scores, remarks=remarks))
        return replace(report, findings=self.shown(report.findings))

    def marked(self, findings: Sequence[Finding], candidate: Document) -> tuple[Finding, ...]:
        """Give all findings, the dismissed ones with the reason."""
        return dismissed(findings, candidate, self._dismissals)

    def shown(self, findings: Sequence[Finding]) -> tuple[Finding, ...]:
        """Give the findings of the kinds and the confidence that were asked for; scores count the others too."""
        kinds = self._arguments.kinds
        return tuple(
            finding
            for finding in findings
            if finding.confidence >= self._arguments.min_confidence
            and (kinds is None or finding.kind in kinds)
        )

    def exit_code(self, reports: Sequence[Report | CheckReport]) -> int:
        """Say on standard error which gate failed and by what, and give the exit code."""
        for told in gates.against_baseline(self._baseline, reports, self._arguments.baseline or ""):
            tell(told, self._arguments)
        apart = gates.signature_difference(self._baseline, reports)
        if apart:
            tell(
                f"{self._arguments.baseline} was made otherwise: {apart}; findings may differ by that",
                self._arguments,
            )
        self._warn(reports)
        return failed([failure for report in reports for failure in self.failures(report)])

    def _warn(self, reports: Sequence[Report | CheckReport]) -> None:
        """Say which candidates pass a gate of the fidelity alone with critical errors in them."""
        least = getattr(self._arguments, "fail_under", None)
        if least is None or self._arguments.fail_on or self._arguments.baseline:
            return
        for report in reports:
            if isinstance(report, Report) and report.scores.fidelity >= least:
                told = gates.passed_with_errors(report.candidate.name, report.findings)
                if told:
                    tell(told, self._arguments)

    def failures(self, report: Report | CheckReport) -> list[str]:
        """Give a sentence for each gate that a report fails."""
        least = getattr(self._arguments, "fail_under", None)
        # A baseline alone asks for one thing: that nothing new is wrong.
        severity: Severity | None = self._arguments.fail_on or ("minor" if self._arguments.baseline else None)
        failures: list[str | None] = []
        if isinstance(report, Report) and least is not None:
            is_retold = report.relation.kind == "retold"
            name, points = report.candidate.name, report.scores.fidelity
            failures.append(gates.failed_fidelity(name, points, least, is_retold=is_retold))
        covered = getattr(self._arguments, "min_coverage", None)
        if isinstance(report, Report) and covered is not None:
            failures.append(gates.failed_coverage(report, covered))
        if severity:
            name = judged_document(report).name
            known = gates.known_ids(self._baseline, name)
            failures.append(gates.failed_severity(name, report.findings, severity, known))
            failures.append(gates.failed_kinship(report))
        return [failure for failure in failures if failure]

    def _dismiss(self, reports: Sequence[Report | CheckReport]) -> None:
        found = {
            finding.id: (finding, judged_document(report))
            for report in reports
            for finding in report.findings
        }
        tables = []
        known = {entry.id for entry in self._dismissals}
        for name in dict.fromkeys(self._arguments.dismiss):
            if name in known:
                tell(f"{name} is dismissed in {self._path} already", self._arguments)
                continue
            if name not in found:
                raise BadInput(
                    f"no finding has the id {name!r}; the ids stand beside the findings in the report"
                )
            tables.append(toml_table(*found[name], self._arguments.because))
        if not tables:
            return
        before = self._toml.rstrip("\n")
        after = (f"{before}\n" if before else "") + "".join(tables)
        after = after.lstrip("\n")
        self._dismissals = dismissals(after, str(self._path))
        write_file(self._path, after)
        tell(f"{counted(len(tables), 'finding')} dismissed in {self._path}", self._arguments)


def failed(failures: Sequence[str | None]) -> int:
    """Print what failed, and give the exit code."""
    said = [failure for failure in failures if failure]
    for failure in said:
        print(f"truecopy: {one_line(failure)}", file=sys.stderr)
    return GATE_FAILED if said else DONE


def _baseline(name: str) -> list[dict[str, Any]]:
    try:
        data = json.loads(text_of(Path(name)))
    except (json.JSONDecodeError, RecursionError) as error:
        raise BadReport(f"{name} is not JSON ({error}); make it with --format json -o {name}") from error
    return gates.baseline_reports(data, name)
