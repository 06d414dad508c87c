"""``truecopy families``: which files are versions of one piece, and what each of them is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from compare.cli import options

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator

    from compare.families import Families
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
        "candidate_text, and perhaps id; of any length, for it is worked at in files beside the result",
    )
    work = command.add_argument_group("with --manifest")
    work.add_argument(
        "--workers",
        type=options.whole_number(1),
        metavar="N",
        help="processes on this machine (default: its cores)",
    )
    work.add_argument("--cluster", metavar="ADDRESS", help="tcp://HOST:PORT of a Dask scheduler, or local")
    work.add_argument(
        "--allow-outside", action="store_true", help="read paths that lead out of the manifest's folder, too"
    )
    work.add_argument(
        "--overwrite",
        action="store_true",
        help="begin anew; without it a run that was stopped goes on from the parts beside the result",
    )
    options.add_reading(
        command,
        timeout="give up after this time; of a manifest, leave a document out that takes longer, and give up where "
        "some pairs do",
    )
    options.add_output(command, FORMATS)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Read every file that holds text, group them, write the families; to -o as a table where its ending says so."""
    from compare.cli.limits import InTime
    from compare.cli.output import tell
    from compare.errors import BadInput
    from compare.families import families
    from compare.families.files import files
    from compare.report.phrases import counted

    if bool(arguments.paths) == bool(arguments.manifest):
        raise BadInput("name texts or folders, or one --manifest FILE")
    left_out: list[Skipped] = []
    table: Any = None
    grouped: Families | None = None
    clear: Callable[[], None] | None = None
    if arguments.manifest:
        table, skipped, clear = _of_manifest(arguments)
        left_out += skipped
    else:
        for option, value in (
            ("--workers", arguments.workers),
            ("--cluster", arguments.cluster),
            ("--allow-outside", arguments.allow_outside or None),
            ("--overwrite", arguments.overwrite or None),
        ):
            if value is not None:
                raise BadInput(f"{option} goes with --manifest FILE; a folder is read by one process")
        found, skipped = files(arguments.paths)
        left_out += skipped
        with InTime(arguments):
            grouped = families(_documents(found, arguments, left_out))
    if left_out:
        tell(f"{counted(len(left_out), 'path')} left out:", arguments)
        for one in left_out[:_NAMED]:
            tell(f"  {_line(one)}", arguments)
        if len(left_out) > _NAMED:
            tell(f"  and {len(left_out) - _NAMED:,} more", arguments)
    if not (grouped.families if grouped else table.num_rows):
        if clear is not None:
            clear()
        raise BadInput("none of the paths holds a text; name text files, or folders that hold some")
    _write(grouped, table, arguments)
    if clear is not None:
        clear()
    return 0


def _of_manifest(
    arguments: argparse.Namespace,
) -> tuple[Any, tuple[Skipped, ...], Callable[[], None]]:
    """Group the documents of a manifest, in passes over files beside the result.

    Returns:
        The table, what was left out, and what to call when the table is written: it takes the parts away.
    """
    from compare.batch.families.run import Collection, finished, grouped
    from compare.batch.families.table import checked_ending
    from compare.batch.manifest import FileManifest
    from compare.batch.memory import keep_little
    from compare.batch.run import default_workers
    from compare.cli.limits import limits_of
    from compare.cli.progress import Progress
    from compare.errors import BadInput

    keep_little()
    output = Path(arguments.output) if arguments.output not in (None, "-") else None
    if output is not None and _is_table(arguments):
        checked_ending(output)
    scratch = output.parent if output is not None else Path()
    if not scratch.is_dir():
        raise BadInput(f"the folder {scratch} does not exist; make it first, or name another -o")
    path = Path(arguments.manifest)
    collection = Collection(
        manifest=FileManifest(path=path, check=True),
        root=str(path.parent.resolve()),
        scratch=scratch,
        encoding=arguments.encoding,
        limits=limits_of(arguments),
        workers=arguments.workers or default_workers(),
        cluster=arguments.cluster,
        kept=output.with_name(f"{output.name}.parts") if output is not None else None,
        overwrite=arguments.overwrite,
        allow_outside=arguments.allow_outside,
    )
    with Progress(arguments) as progress:
        try:
            rows, skipped = grouped(collection, progress)
        except KeyboardInterrupt:
            if collection.kept is not None and collection.kept.exists():
                progress.say("stopped; what is done is kept: run the same command again to go on")
            raise
    return rows.table(), tuple(skipped), lambda: finished(collection)


def _is_table(arguments: argparse.Namespace) -> bool:
    """Whether -o names a table of family, document, role and coverage, rather than a text for people or JSON."""
    return arguments.format == "text" and str(arguments.output).endswith((".parquet", ".jsonl", ".csv"))


def _write(grouped: Families | None, table: Any, arguments: argparse.Namespace) -> None:
    """Write what was found in the form that is wanted."""
    from compare.cli.output import columns, tell, write

    if _is_table(arguments):
        from compare.batch.families.table import Rows, write_table

        if grouped is not None:
            rows = Rows()
            for family in grouped.families:
                rows.add([(member.path, member.role, member.coverage) for member in family.members])
            table = rows.table()
        write_table(Path(arguments.output), table)
        tell(f"families in {arguments.output}", arguments)
        return
    if grouped is None:
        from compare.batch.families.table import families_of

        grouped = families_of(table)
    if arguments.format == "json":
        from compare.report.serial import json_text

        write(json_text(grouped.to_dict()), arguments)
    else:
        from compare.families import table as drawn

        is_csv = arguments.format == "csv"
        write(drawn.csv(grouped) if is_csv else drawn.text(grouped, width=columns()), arguments)


def _documents(
    found: tuple[str, ...], arguments: argparse.Namespace, left_out: list[Skipped]
) -> Iterator[Document]:
    """Read one file after the other; one that is no text is put with those that are left out."""
    from compare.cli.inputs import read_all
    from compare.errors import MissingExtra, TookTooLong, UnreadableText
    from compare.families.files import Skipped

    for path in found:
        try:
            [document] = read_all([path], arguments)
        except (MissingExtra, TookTooLong, UnreadableText) as error:
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
