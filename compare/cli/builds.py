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
    from collections.abc import Callable, Mapping, Sequence

    from compare.cli.review import Review
    from compare.model import CheckReport


def write_build_files(
    reports: Sequence[Report] | Sequence[CheckReport],
    review: Review,
    arguments: argparse.Namespace,
    *,
    unread: Mapping[str, str],
) -> None:
    """Write what --junit and --sarif ask for.

    Args:
        reports: what was judged.
        review: the decisions on it.
        arguments: with the names of the files.
        unread: by name, why a file could not be judged.
    """
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
        group = getattr(arguments, "reference", "check")
        cases += [junit.Case(name=name, group=group, error=why) for name, why in unread.items()]
        write_file(Path(arguments.junit), junit.counted_cases(cases))
    if arguments.sarif:
        write_file(Path(arguments.sarif), sarif.render(annotated(reports, review.known), version=__version__))


def github_lines(
    reports: Sequence[Report] | Sequence[CheckReport], known: Callable[[str], set[str]] | None
) -> str:
    """Give the annotations of GitHub Actions."""
    return github.render(annotated(reports, known))
