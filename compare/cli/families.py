"""``truecopy families``: which files are versions of one piece, and what each of them is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from compare.cli import options

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from compare.families.files import Skipped
    from compare.model import Document

FORMATS: Final = ("text", "json", "csv")
_NAMED: Final = 20
"""How many skipped files are named; of a folder of pictures one need not see all."""


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    command = subparsers.add_parser(
        "families",
        help="which files are versions of one piece",
        description=(
            "Say which files are versions of one piece, and what each of them is: the full text, an excerpt, a near "
            "copy, a copy; and how much of the fullest version it covers."
        ),
    )
    command.add_argument(
        "paths", metavar="PATH", nargs="*", help="a text or a folder, which is searched to the bottom"
    )
    command.add_argument(
        "--manifest",
        metavar="FILE",
        help="instead: a .csv, .tsv, .jsonl or .parquet with a column candidate (paths from its folder) or "
        "candidate_text, and perhaps id",
    )
    options.add_reading(command)
    options.add_output(command, FORMATS)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Read every file that holds text, group them, write the families; to -o FILE.parquet as a table."""
    from compare.cli.limits import InTime, limits_of
    from compare.cli.output import columns, tell, write
    from compare.errors import BadInput
    from compare.families import families
    from compare.families.files import files
    from compare.report.phrases import counted

    if bool(arguments.paths) == bool(arguments.manifest):
        raise BadInput("name texts or folders, or one --manifest FILE")
    left_out: list[Skipped] = []
    if arguments.manifest:
        from compare.batch.documents import manifest_documents

        documents = manifest_documents(
            Path(arguments.manifest),
            encoding=arguments.encoding,
            left_out=left_out,
            limits=limits_of(arguments),
        )
    else:
        found, skipped = files(arguments.paths)
        left_out += skipped
        documents = _documents(found, arguments, left_out)
    with InTime(arguments):
        grouped = families(documents)
    if left_out:
        tell(f"{counted(len(left_out), 'path')} left out:", arguments)
        for one in left_out[:_NAMED]:
            tell(f"  {_line(one)}", arguments)
        if len(left_out) > _NAMED:
            tell(f"  and {len(left_out) - _NAMED:,} more", arguments)
    if not grouped.families:
        raise BadInput("none of the paths holds a text; name text files, or folders that hold some")
    if str(arguments.output).endswith(".parquet"):
        from compare.batch.documents import write_families

        write_families(Path(arguments.output), grouped)
    elif arguments.format == "json":
        from compare.report.serial import json_text

        write(json_text(grouped.to_dict()), arguments)
    else:
        from compare.families import table

        is_csv = arguments.format == "csv"
        write(table.csv(grouped) if is_csv else table.text(grouped, width=columns()), arguments)
    return 0


def _documents(
    found: tuple[str, ...], arguments: argparse.Namespace, left_out: list[Skipped]
) -> Iterator[Document]:
    """Read one file after the other; one that is no text is put with those that are left out."""
    from compare.cli.inputs import read_all
    from compare.errors import MissingExtra, UnreadableText
    from compare.families.files import Skipped

    for path in found:
        try:
            [document] = read_all([path], arguments)
        except (MissingExtra, UnreadableText) as error:
            left_out.append(Skipped(path=path, reason=str(error)))
            continue
        if any(sentence.role in ("title", "body") for sentence in document.sentences):
            yield document
        else:
            left_out.append(Skipped(path=path, reason="holds no sentence of running text"))


def _line(one: Skipped) -> str:
    """Name a path with the reason; most messages of unreadable texts begin with the path already."""
    from compare.report.visible import one_line

    reason = one.reason if one.reason.startswith(one.path) else f"{one.path}: {one.reason}"
    return one_line(reason)
