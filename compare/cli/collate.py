"""``truecopy collate``: any number of versions in one table, with a vote wherever they differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from compare.cli import options

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from compare.align.collated import Collation

FORMATS: Final = ("text", "json", "html", "csv", "tei")


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    command = subparsers.add_parser(
        "collate",
        help="all versions in one table",
        description=(
            "Set any number of versions of one piece in one table, and say wherever they differ which of them "
            "agree. The first file is the base: its sentences give the order of the rows."
        ),
    )
    command.add_argument(
        "files", metavar="FILE", nargs="+", help="a version (- is stdin); the first is the base"
    )
    options.add_reading(command)
    options.add_output(command, FORMATS)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Collate the files and write the table."""
    from compare.cli.inputs import read_all
    from compare.cli.limits import InTime
    from compare.cli.output import tell, write

    _refuse_twice(arguments.files)
    with InTime(arguments) as in_time:
        documents = read_all(arguments.files, arguments)

        from compare.align.collation import collate

        collation = collate(documents)
    if arguments.format != "text":  # the text form says it itself
        for note in collation.notes:
            tell(f"{note}", arguments)
    with in_time.drawing():
        text = _rendered(collation, arguments)
    write(text, arguments)
    return 0


def _refuse_twice(files: Sequence[str]) -> None:
    """Refuse a file that is named twice: it would vote twice.

    Raises:
        BadInput: one is.
    """
    from pathlib import Path

    from compare.errors import BadInput

    seen: dict[str, str] = {}
    for name in files:
        if name == "-":
            continue
        place = str(Path(name).resolve())
        if place in seen:
            other = "" if seen[place] == name else f" ({seen[place]} is the same file)"
            raise BadInput(f"{name} is named twice{other}; name each version once")
        seen[place] = name


def _rendered(collation: Collation, arguments: argparse.Namespace) -> str:
    if arguments.format == "json":
        from compare.report import serial

        return serial.render_json([collation])
    if arguments.format == "html":
        from compare.report import collation_page

        return collation_page.render(collation)
    if arguments.format == "csv":
        from compare.report import collation_table

        return collation_table.render(collation)
    if arguments.format == "tei":
        from compare.report import collation_tei

        return collation_tei.render(collation)
    from compare.cli.output import columns, is_coloured
    from compare.report import collation_text

    return collation_text.render(collation, width=columns(), colour=is_coloured(arguments))
