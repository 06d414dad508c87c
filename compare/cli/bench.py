"""``truecopy bench``: measure truecopy anew, against labelled data and against other programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import argparse

QUALITY: Final = ("alignment", "detectors", "loops", "retold", "confidence", "families", "scores")
"""Scripts of benchmarks/quality/ that print a table each, in this order."""

SPEED: Final = ("sizes", "shapes", "lines", "process", "batch")
"""Parts of benchmarks/speed.py, in this order."""

ABSENT: Final = (
    "the benchmarks are not part of the installed package; run truecopy bench from a checkout of the repository "
    "or an unpacked source archive (pip download --no-binary truecopy truecopy)"
)


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    command = subparsers.add_parser(
        "bench",
        help="measure quality against labelled data, or speed",
        description="Measure truecopy anew. The benchmarks live in the repository, not in the installed package.",
    )
    kinds = command.add_subparsers(title="what to measure", metavar="WHAT", dest="what", required=True)
    quality = kinds.add_parser(
        "quality", help="agreement with labelled data", description="Print a table a room."
    )
    quality.add_argument("--data", metavar="FOLDER", required=True, help="folder with the labelled sets")
    quality.add_argument(
        "--only", choices=QUALITY, metavar="ROOM", help=f"one of {', '.join(QUALITY)} (default: all)"
    )
    speed = kinds.add_parser(
        "speed",
        help="seconds beside other programs",
        description="Print tables of speeds, beside other programs at the same work on the same texts.",
    )
    speed.add_argument(
        "--only",
        nargs="+",
        choices=SPEED,
        metavar="PART",
        help=f"some of {', '.join(SPEED)} (default: all but batch)",
    )
    speed.add_argument(
        "--segments", type=int, default=2000, metavar="N", help="lines to score (default: 2000)"
    )
    speed.add_argument(
        "--limit", type=float, default=20.0, metavar="SECONDS", help="of one measurement (default: 20)"
    )
    speed.add_argument("--quick", action="store_true", help="small texts alone")
    speed.add_argument("--large", action="store_true", help="also 10 MB against itself and 1,000,000 words")
    speed.add_argument(
        "--write", nargs="+", metavar="FILE", help="put the tables between the marks of these files"
    )
    speed.add_argument("--history", metavar="NOTE", help="add the figures to benchmarks/HISTORY.md")
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Run the scripts, each in a process of its own, and give the first exit code that is not 0."""
    import subprocess
    import sys

    from compare.errors import BadInput

    folder = benchmarks_folder()
    if arguments.what == "speed":
        commands = [[str(folder / "speed.py"), *_speed_arguments(arguments)]]
    else:
        if not Path(arguments.data).is_dir():
            raise BadInput(f"{arguments.data} is not a folder; name the folder that holds the labelled sets")
        rooms = [arguments.only] if arguments.only else list(QUALITY)
        commands = [[str(folder / "quality" / f"{room}.py"), "--data", arguments.data] for room in rooms]
    for command in commands:
        # A process each: a benchmark may change what it measures with, and must not leave that to the next.
        code = subprocess.run([sys.executable, *command], check=False).returncode
        if code:
            return code
    return 0


def _speed_arguments(arguments: argparse.Namespace) -> list[str]:
    given = ["--segments", str(arguments.segments), "--limit", str(arguments.limit)]
    given += [f"--{name}" for name in ("quick", "large") if getattr(arguments, name)]
    for name in ("only", "write"):
        if getattr(arguments, name):
            given += [f"--{name}", *getattr(arguments, name)]
    return [*given, "--history", arguments.history] if arguments.history else given


def benchmarks_folder() -> Path:
    """Give the folder of the benchmarks beside the package.

    Raises:
        MissingExtra: this is an installed package without them.
    """
    from compare.errors import MissingExtra

    folder = Path(__file__).resolve().parents[2] / "benchmarks"
    if not (folder / "quality" / "scores.py").is_file():
        raise MissingExtra(ABSENT)
    return folder
