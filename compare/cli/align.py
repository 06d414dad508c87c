"""``truecopy align``: sentence alignment alone, of two files that have one sentence a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.cli import options

if TYPE_CHECKING:
    import argparse

FORMATS = ("json", "beads")


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    command = subparsers.add_parser(
        "align",
        help="sentence alignment alone, of files with one sentence a line",
        description="Align two files of one sentence a line. Beads are written [0,1]:[0], counted from 0.",
    )
    command.add_argument("reference", metavar="REFERENCE", help="one sentence a line (- is standard input)")
    command.add_argument("candidate", metavar="CANDIDATE", help="one sentence a line")
    options.add_reading(command)
    options.add_output(command, FORMATS, default="json")
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Align the lines and write the beads."""
    from compare.align import align_sentences
    from compare.cli.inputs import read_all_lines
    from compare.cli.limits import InTime
    from compare.cli.output import write
    from compare.report import beads, serial

    with InTime(arguments) as in_time:
        reference, candidate = read_all_lines([arguments.reference, arguments.candidate], arguments)
        alignment = align_sentences(reference, candidate)
    with in_time.drawing():
        is_short = arguments.format == "beads"
        text = beads.render(alignment) if is_short else serial.render_json([alignment])
    write(text, arguments)
    return 0
