"""Options that several commands share, each described once."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from compare.settings import DEFAULTS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SEVERITIES = ("critical", "major", "minor")
METRICS = ("chrf", "bleu", "ter")


def add_output(command: argparse.ArgumentParser, formats: Sequence[str], *, default: str = "text") -> None:
    """Add --format, -o, --quiet and --color.

    Args:
        command: the parser of one command.
        formats: the forms that suit it.
        default: the form that is given where none is asked for.
    """
    group = command.add_argument_group("output")
    group.add_argument(
        "--format",
        type=_one_of(formats),
        default=default,
        metavar="FORM",
        help=f"{', '.join(formats[:-1])} or {formats[-1]} (default: {default})"
        if len(formats) > 1
        else formats[0],
    )
    group.add_argument(
        "-o", "--output", metavar="FILE", help="write the result to FILE instead of standard output"
    )
    group.add_argument("--quiet", action="store_true", help="say nothing on standard error beside errors")
    group.add_argument(
        "--color",
        type=_one_of(("auto", "always", "never")),
        default="auto",
        metavar="WHEN",
        help="auto, always or never",
    )


def add_metrics(command: argparse.ArgumentParser) -> None:
    """Add --metrics."""
    command.add_argument(
        "--metrics",
        type=_metrics,
        default=("chrf", "bleu"),
        metavar="NAME,...",
        help="of chrf, bleu, ter; or none (default: chrf,bleu)",
    )


def add_reading(command: argparse.ArgumentParser, *, timeout: str = "give up after this time") -> None:
    """Add --encoding, --max-bytes, --max-sentences and --timeout.

    Args:
        command: the parser of one command.
        timeout: what happens when the time is over.
    """
    command.add_argument(
        "--encoding", metavar="NAME", help="encoding of the files (default: found out for each)"
    )
    limits = DEFAULTS.limits
    group = command.add_argument_group("limits (0 for none)")
    for option, metavar, of, default in (
        ("--max-bytes", "N", "a file with more bytes", limits.most_bytes),
        ("--max-sentences", "N", "a text with more sentences, or lines", limits.most_sentences),
    ):
        group.add_argument(
            option,
            type=whole_number(0),
            default=default,
            metavar=metavar,
            help=f"refuse {of} (default: {default:,})",
        )
    group.add_argument(
        "--timeout",
        type=seconds,
        default=limits.seconds,
        metavar="SECONDS",
        help=f"{timeout} (default: {limits.seconds:g})",
    )


def add_filters(command: argparse.ArgumentParser) -> None:
    """Add --min-confidence and --kinds, which choose the findings that are reported."""
    group = command.add_argument_group("which findings")
    group.add_argument(
        "--min-confidence",
        type=_share,
        default=0.0,
        metavar="SHARE",
        help="leave out findings less sure than this, 0 to 1",
    )
    group.add_argument("--kinds", type=_kinds, metavar="KIND,...", help="report only findings of these kinds")


def add_gates(
    command: argparse.ArgumentParser, *, fidelity: bool = True, baseline: bool = True, coverage: bool = False
) -> None:
    """Add --fail-under, --fail-on, --baseline and --min-coverage."""
    group = command.add_argument_group("gates (exit 1 where one fails)")
    if fidelity:
        group.add_argument(
            "--fail-under", type=_points, metavar="N", help="fail where the fidelity is under N, 0 to 100"
        )
    group.add_argument(
        "--fail-on",
        type=_one_of(SEVERITIES),
        metavar="SEVERITY",
        help="fail on a finding of this severity or graver",
    )
    if baseline:
        group.add_argument(
            "--baseline", metavar="REPORT", help="an earlier JSON report: only findings it lacks count"
        )
    if coverage:
        group.add_argument(
            "--min-coverage",
            type=_points,
            metavar="N",
            help="fail where less than N per cent of the reference's words have a partner: a copy that broke off",
        )


def add_build_files(command: argparse.ArgumentParser) -> None:
    """Add --junit and --sarif."""
    group = command.add_argument_group("for build servers")
    group.add_argument("--junit", metavar="FILE", help="also write a test a candidate, failed by the gates")
    group.add_argument("--sarif", metavar="FILE", help="also write the findings for code scanning")


def add_dismissals(command: argparse.ArgumentParser) -> None:
    """Add --dismissals, --dismiss and --because."""
    group = command.add_argument_group("dismissals")
    group.add_argument(
        "--dismissals", metavar="FILE", help="findings not to report again (default: truecopy.toml, if there)"
    )
    group.add_argument("--dismiss", metavar="ID", action="append", help="add a finding to that file")
    group.add_argument("--because", metavar="REASON", help="why the finding is dismissed; --dismiss needs it")


def _metrics(value: str) -> tuple[str, ...]:
    names = tuple(name.strip().lower() for name in value.split(",") if name.strip())
    if names == ("none",):
        return ()
    for name in names:
        if name not in METRICS:
            raise argparse.ArgumentTypeError(f"{name!r} is not a metric; choose from {', '.join(METRICS)}")
    return tuple(name for name in METRICS if name in names)


def _one_of(choices: Sequence[str]) -> Callable[[str], str]:
    def choice(value: str) -> str:
        if value not in choices:
            raise argparse.ArgumentTypeError(f"{value!r} does not suit; choose {', '.join(choices)}")
        return value

    return choice


def _number(value: str, highest: float) -> float:
    try:
        number = float(value)
    except ValueError:
        number = -1.0
    if not 0 <= number <= highest:
        raise argparse.ArgumentTypeError(f"{value!r} is not a number from 0 to {highest:g}")
    return number


def whole_number(least: int) -> Callable[[str], int]:
    """Give a reader of whole numbers that refuses what is less."""

    def number(value: str) -> int:
        if not value.isascii() or not value.isdigit() or int(value) < least:
            raise argparse.ArgumentTypeError(f"{value!r} is not a whole number from {least} up")
        return int(value)

    return number


def seconds(value: str) -> float:
    """Read a time in seconds, 0 for none."""
    try:
        return _number(value, 1e6)
    except argparse.ArgumentTypeError:
        raise argparse.ArgumentTypeError(f"{value!r} is not a time in seconds, 0 or more") from None


def _share(value: str) -> float:
    return _number(value, 1)


def _points(value: str) -> float:
    return _number(value, 100)


def _kinds(value: str) -> tuple[str, ...]:
    return tuple(kind for kind in (part.strip() for part in value.split(",")) if kind)
