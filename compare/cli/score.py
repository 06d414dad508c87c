"""``truecopy score``: the main job. Align, diff, find, score; one report a candidate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from compare.cli import options
from compare.cli.forms import FORMS, rendered

if TYPE_CHECKING:
    import argparse

    from compare.model import Document, Report

RELATIONS: Final = (
    "The report first says what the candidate is: identical (the same words), edited (most words the same), retold "
    "(most words others, nothing amiss by that), excerpt (a stretch is left out), ocr (words spoilt as scanners spoil "
    "them), machine-made (loops, fragments, untranslated or garbled words: what people do not do), or different "
    "(another piece; no findings are listed then)."
)
"""What the kinds of relation mean, below the options."""


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    command = subparsers.add_parser(
        "score",
        help="align, diff, find and score: one report a candidate",
        description="Align each candidate with the reference, find what went wrong, and say how faithful it is.",
        epilog=RELATIONS,
    )
    command.add_argument(
        "reference", metavar="REFERENCE", help="the version that counts as true (- is stdin)"
    )
    command.add_argument("candidates", metavar="CANDIDATE", nargs="+", help="a version judged against it")
    options.add_metrics(command)
    command.add_argument("--explain", action="store_true", help="write the score out as a sum, from 100 down")
    command.add_argument(
        "--aligned", action="store_true", help="line i of one file is a version of line i of the other"
    )
    command.add_argument(
        "--no-findings",
        action="store_true",
        help="with --aligned: words alone, five times as fast; the fidelity is higher without findings",
    )
    command.add_argument(
        "--also-reference",
        metavar="FILE",
        action="append",
        default=[],
        help="another reference; of each passage (with --aligned: line) the one that fits best counts",
    )
    command.add_argument("--source", metavar="FILE", help="with --aligned: the text in the source language")
    options.add_reading(command)
    options.add_filters(command)
    options.add_dismissals(command)
    options.add_gates(command, coverage=True)
    options.add_build_files(command)
    options.add_output(command, FORMS)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Score every candidate, write the reports, and hold them against the gates."""
    if arguments.aligned:
        from compare.cli import aligned

        return aligned.run(arguments)

    from compare.cli.limits import InTime
    from compare.cli.output import unread_code, write
    from compare.cli.review import Review
    from compare.errors import BadInput

    if arguments.source:
        raise BadInput("--source is for --aligned, where line i of each file belongs together; leave it out")
    if arguments.no_findings:
        raise BadInput("--no-findings is for --aligned, where speed counts; leave it out")
    review = Review(arguments)
    reports: list[Report] = []
    with InTime(arguments, reports) as in_time:
        references, candidates, unread = _documents(arguments)

        from compare.pipeline import compare_with_references

        for document in candidates:
            report = compare_with_references(
                references, document, metrics=arguments.metrics, settings=review.settings
            )
            reports.append(report)
    with in_time.drawing():
        reports = review.reviewed(reports)
        text = rendered(reports, arguments, asked=len(arguments.candidates), known=review.known)
    write(text, arguments)
    if arguments.junit or arguments.sarif:
        from compare.cli.builds import write_build_files

        write_build_files(reports, review, arguments, unread=unread)
    return unread_code(unread, in_time.exit_code(review.exit_code(reports)))


def _documents(arguments: argparse.Namespace) -> tuple[list[Document], list[Document], dict[str, str]]:
    """Read the references, and those of the candidates that can be read; of the others, by name, why they cannot."""
    from compare.cli.inputs import read_all, read_readable, refuse_input_twice

    names = [arguments.reference, *arguments.also_reference]
    refuse_input_twice([*names, *arguments.candidates])
    return read_all(names, arguments), *read_readable(arguments.candidates, arguments)
