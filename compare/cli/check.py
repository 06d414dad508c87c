"""``truecopy check``: what can be found in a document without a reference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.cli import options

if TYPE_CHECKING:
    import argparse

FORMATS = ("text", "json")


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    command = subparsers.add_parser(
        "check",
        help="what can be found without a reference",
        description="Find loops, doubled words, fragments, inconsistent names, web furniture and OCR noise in one text.",
    )
    command.add_argument("files", metavar="FILE", nargs="+", help="a text (- is standard input)")
    options.add_reading(command)
    options.add_output(command, FORMATS)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Check every file and write the reports."""
    from compare.cli.output import write
    from compare.pipeline import check_document
    from compare.report import serial
    from compare.text.reading import read

    reports = [check_document(read(path, encoding=arguments.encoding)) for path in arguments.files]
    write(serial.render_json(reports), arguments)
    return 0
