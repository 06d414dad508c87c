"""``truecopy diff``: both texts side by side in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from compare.cli import options

if TYPE_CHECKING:
    import argparse

FORMATS: Final = ("text", "html")


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    command = subparsers.add_parser(
        "diff",
        help="both texts side by side in the terminal",
        description="Set both texts side by side, sentence against sentence, with the words that differ marked. "
        "On a narrow terminal they stand one under the other.",
    )
    command.add_argument(
        "reference", metavar="REFERENCE", help="the version that counts as true (- is stdin)"
    )
    command.add_argument("candidate", metavar="CANDIDATE", help="the version that is judged against it")
    command.add_argument(
        "--all", action="store_true", help="show also what is the same, instead of folding it"
    )
    options.add_reading(command)
    options.add_output(command, FORMATS)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Compare the two and draw them."""
    from compare.cli import DONE
    from compare.cli.inputs import read_all
    from compare.cli.limits import InTime
    from compare.cli.output import columns, is_coloured, write

    with InTime(arguments) as in_time:
        reference, candidate = read_all([arguments.reference, arguments.candidate], arguments)

        from compare.pipeline import compare_documents

        report = compare_documents(reference, candidate, metrics=())
    with in_time.drawing():
        if arguments.format == "html":
            from compare.report import page

            text = page.render(report)
        else:
            from compare.report import parallel

            text = parallel.render(
                report, width=columns(), colour=is_coloured(arguments), whole=arguments.all
            )
    write(text, arguments)
    return DONE
