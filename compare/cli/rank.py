"""``truecopy rank``: several systems against one reference, with what is known of their differences."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from compare.cli import options

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from compare.scores.ranking import Ranking

FORMATS: Final = ("text", "json", "markdown", "latex", "csv")


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    command = subparsers.add_parser(
        "rank",
        help="several systems against one reference, with significance",
        description="Order several candidates by fidelity, and say which differences may be chance.",
    )
    command.add_argument(
        "reference", metavar="REFERENCE", help="the version that counts as true (- is stdin), or a folder"
    )
    command.add_argument(
        "candidates",
        metavar="CANDIDATE",
        nargs="+",
        help="a system's version of it, or a folder with files of the same names",
    )
    command.add_argument(
        "--aligned", action="store_true", help="line i of each file is a version of line i of the others"
    )
    command.add_argument(
        "--also-reference",
        metavar="FILE",
        action="append",
        help="with --aligned: another reference; of each line the one that fits best counts",
    )
    command.add_argument(
        "--against",
        metavar="CANDIDATE",
        help="the candidate that the others are held against (default: the best)",
    )
    options.add_metrics(command)
    options.add_reading(command)
    options.add_output(command, FORMATS)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Rank the candidates and write the table."""
    from compare.cli import DONE
    from compare.cli.limits import InTime
    from compare.cli.output import write
    from compare.errors import BadInput

    if len(arguments.candidates) < 2:
        raise BadInput("rank needs two candidates or more; for one, use truecopy score")
    if arguments.also_reference and not arguments.aligned:
        raise BadInput("--also-reference is for --aligned, where line i of each file belongs together")
    with InTime(arguments):
        ranking = _ranked(arguments)
    if arguments.format == "json":
        from compare.report import serial

        write(serial.render_json([ranking]), arguments)
        return DONE

    from compare.cli.output import columns, is_coloured
    from compare.report import ranking as table

    match arguments.format:
        case "markdown":
            text = table.render_markdown(ranking)
        case "latex":
            text = table.render_latex(ranking)
        case "csv":
            text = table.render_csv(ranking)
        case _:
            text = table.render(ranking, width=columns(), colour=is_coloured(arguments))
    write(text, arguments)
    return DONE


def _ranked(arguments: argparse.Namespace) -> Ranking:
    if arguments.aligned:
        return _ranked_lines(arguments)
    if Path(arguments.reference).is_dir():
        return _ranked_folders(arguments)
    return _ranked_files(arguments)


def _ranked_files(arguments: argparse.Namespace) -> Ranking:
    from compare.cli.glossary import own_settings
    from compare.cli.inputs import read_all
    from compare.systems import rank_documents

    reference, *candidates = read_all([arguments.reference, *arguments.candidates], arguments)
    return rank_documents(
        reference,
        candidates,
        baseline=arguments.against,
        metrics=arguments.metrics,
        settings=own_settings(),
    )


def _ranked_lines(arguments: argparse.Namespace) -> Ranking:
    from dataclasses import replace

    from compare.cli.glossary import own_settings
    from compare.cli.inputs import read_all_lines
    from compare.errors import BadInput
    from compare.report.phrases import counted
    from compare.systems import rank_segments

    _refuse_doubled(arguments.candidates)
    references = [arguments.reference, *(arguments.also_reference or ())]
    names = [*references, *arguments.candidates]
    lines = dict(zip(names, read_all_lines(names, arguments), strict=True))
    wanted = len(lines[arguments.reference])
    for name, own in lines.items():
        if len(own) != wanted:
            raise BadInput(
                f"{arguments.reference} has {counted(wanted, 'line')} and {name} has {len(own)}: "
                "line i of each must belong together"
            )
    ranking = rank_segments(
        [lines[name] for name in references],
        {name: lines[name] for name in arguments.candidates},
        baseline=arguments.against,
        metrics=arguments.metrics,
        settings=own_settings(),
    )
    # Lists of lines have no name of their own, but a count.
    called = ["standard input" if name == "-" else name for name in references]
    return replace(ranking, reference=f"{' + '.join(called)} ({ranking.reference})")


def _ranked_folders(arguments: argparse.Namespace) -> Ranking:
    from dataclasses import replace

    from compare.cli.glossary import own_settings
    from compare.cli.inputs import read_all
    from compare.errors import BadInput
    from compare.systems import rank_collections

    _refuse_doubled(arguments.candidates)
    names = _file_names(arguments.reference)
    if not names:
        raise BadInput(f"{arguments.reference} holds no file; put the documents into it")
    for folder in arguments.candidates:
        there = _file_names(folder) if Path(folder).is_dir() else []
        lacking = [name for name in names if name not in there]
        if lacking:
            raise BadInput(
                f"{folder} has no {lacking[0]}; each folder needs the files of {arguments.reference}"
            )
    references, *systems = (
        read_all([str(Path(folder) / name) for name in names], arguments)
        for folder in [arguments.reference, *arguments.candidates]
    )
    ranking = rank_collections(
        references,
        dict(zip(arguments.candidates, systems, strict=True)),
        baseline=arguments.against,
        metrics=arguments.metrics,
        settings=own_settings(),
    )
    return replace(ranking, reference=f"{arguments.reference} ({ranking.reference})")


def _file_names(folder: str) -> list[str]:
    root = Path(folder).resolve()
    return sorted(
        path.name
        for path in root.iterdir()
        if path.is_file() and path.name[0] != "." and path.resolve().is_relative_to(root)
    )


def _refuse_doubled(names: Sequence[str]) -> None:
    from compare.errors import BadInput

    for name in names:
        if list(names).count(name) > 1:
            raise BadInput(f"two candidates are called {name}; name each once")
