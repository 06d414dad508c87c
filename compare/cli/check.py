"""``truecopy check``: what can be found in a document without a reference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.cli import options
from compare.cli.forms import FORMS, rendered

if TYPE_CHECKING:
    import argparse

    from compare.model import CheckReport


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    command = subparsers.add_parser(
        "check",
        help="what can be found without a reference",
        description="Find loops, doubled words, fragments, inconsistent names and scanning errors in one text.",
    )
    command.add_argument("files", metavar="FILE", nargs="+", help="a text (- is stdin)")
    options.add_reading(command)
    options.add_filters(command)
    options.add_dismissals(command)
    options.add_gates(command, fidelity=False)
    options.add_build_files(command)
    options.add_output(command, FORMS)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Check every file, write the reports, and hold them against the gates."""
    from compare.cli.inputs import read_readable, refuse_input_twice
    from compare.cli.limits import InTime
    from compare.cli.output import unread_code, write
    from compare.cli.review import Review

    review = Review(arguments)
    reports: list[CheckReport] = []
    with InTime(arguments, reports) as in_time:
        refuse_input_twice(arguments.files)
        documents, unread = read_readable(arguments.files, arguments)

        from compare.pipeline import check_document

        for document in documents:
            report = check_document(document, settings=review.settings)
            reports.append(report)
    with in_time.drawing():
        reports = review.reviewed(reports)
        text = rendered(reports, arguments, asked=len(arguments.files), known=review.known)
    write(text, arguments)
    if arguments.junit or arguments.sarif:
        from compare.cli.builds import write_build_files

        write_build_files(reports, review, arguments, unread=unread)
    return unread_code(unread, in_time.exit_code(review.exit_code(reports)))
