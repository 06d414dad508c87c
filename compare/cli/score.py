"""``truecopy score``: the main job. Align, diff, find, score; one report a candidate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.cli import options

if TYPE_CHECKING:
    import argparse

FORMATS = ("text", "json")


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    command = subparsers.add_parser(
        "score",
        help="align, diff, find and score: one report a candidate",
        description="Align each candidate with the reference, find what went wrong, and score how faithful it is.",
    )
    command.add_argument(
        "reference", metavar="REFERENCE", help="the version that counts as true (- is standard input)"
    )
    command.add_argument(
        "candidates", metavar="CANDIDATE", nargs="+", help="a version that is judged against it"
    )
    options.add_reading(command)
    options.add_output(command, FORMATS)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Score every candidate and write the reports."""
    from compare.cli.output import write
    from compare.pipeline import compare_documents
    from compare.report import serial
    from compare.text.reading import read

    reference = read(arguments.reference, encoding=arguments.encoding)
    reports = [
        compare_documents(reference, read(path, encoding=arguments.encoding)) for path in arguments.candidates
    ]
    write(serial.render_json(reports), arguments)
    return 0
