"""Files and lines for build servers: JUnit, SARIF and GitHub's annotations of some reports."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from compare.cli.output import write_file
from compare.model import Report
from compare.report import github, junit, sarif
from compare.report.annotations import annotated

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from compare.cli.review import Review
    from compare.model import CheckReport


def write_build_files(
    reports: Sequence[Report] | Sequence[CheckReport], review: Review, arguments: argparse.Namespace
) -> None:
    """Write what --junit and --sarif ask for."""
    from compare import __version__

    if arguments.junit:
        cases = [
            junit.Case(
                name=report.candidate.name if isinstance(report, Report) else report.document.name,
                group=report.reference.name if isinstance(report, Report) else "check",
                failures=tuple(review.failures(report)),
            )
            for report in reports
        ]
        write_file(Path(arguments.junit), junit.counted_cases(cases))
    if arguments.sarif:
        write_file(Path(arguments.sarif), sarif.render(annotated(reports), version=__version__))


def github_lines(reports: Sequence[Report] | Sequence[CheckReport]) -> str:
    """Give the annotations of GitHub Actions."""
    return github.render(annotated(reports))
