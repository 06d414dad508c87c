"""``truecopy rank``: several systems against one reference, with what is known of their differences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from compare.cli import options

if TYPE_CHECKING:
    import argparse

FORMATS: Final = ("text", "json", "markdown", "latex", "csv")


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    command = subparsers.add_parser(
        "rank",
        help="several systems against one reference, with significance",
        description="Order several candidates by fidelity, and say which differences may be chance.",
    )
    command.add_argument(
        "reference", metavar="REFERENCE", help="the version that counts as true (- is stdin)"
    )
    command.add_argument("candidates", metavar="CANDIDATE", nargs="+", help="a system's version of it")
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
    from compare.cli.inputs import read_all
    from compare.cli.output import write
    from compare.errors import BadInput

    if len(arguments.candidates) < 2:
        raise BadInput("rank needs two candidates or more; for one, use truecopy score")
    reference, *candidates = read_all(
        [arguments.reference, *arguments.candidates], encoding=arguments.encoding
    )

    from compare.pipeline import rank_documents

    ranking = rank_documents(reference, candidates, baseline=arguments.against, metrics=arguments.metrics)
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
