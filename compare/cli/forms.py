"""Reports of ``score`` and ``check`` in the form that was asked for, each by a module of `compare.report`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from compare.model import CheckReport, Report

FORMS: Final = ("text", "json", "jsonl", "html", "markdown", "csv", "github")


def rendered(
    reports: Sequence[Report] | Sequence[CheckReport],
    arguments: argparse.Namespace,
    *,
    asked: int,
    known: Callable[[str], set[str]] | None = None,
) -> str:
    """Give all reports as one text.

    Args:
        reports: those that are done.
        arguments: ``format``, ``color``, and of ``score`` also ``explain``.
        asked: how many texts were to be judged; of several the JSON is a list, whatever time allowed.
        known: gives the ids of the findings that the baseline had for a candidate, by its name; there may be none.
    """
    from compare.model import Report

    form = arguments.format
    if form == "json" or form == "jsonl":
        from compare.report import serial

        return (
            serial.render_lines(reports)
            if form == "jsonl"
            else serial.render_json(reports, always_list=asked > 1)
        )
    if form == "html":
        from compare.report import page

        return page.render_all(reports)
    if form == "csv":
        from compare.report import table

        return table.render_all(reports)
    if form == "github":
        from compare.cli.builds import github_lines

        return github_lines(reports, known)
    if form == "markdown":
        from compare.report import markdown

        return "\n".join(
            markdown.render(report, explain=arguments.explain)
            if isinstance(report, Report)
            else markdown.render_check(report)
            for report in reports
        )
    from compare.cli.output import columns, is_coloured
    from compare.report import terminal

    width, colour = columns(), is_coloured(arguments)
    return f"\n{'─' * width}\n\n".join(
        terminal.render(report, width=width, colour=colour, explain=arguments.explain)
        if isinstance(report, Report)
        else terminal.render_check(report, width=width, colour=colour)
        for report in reports
    )
