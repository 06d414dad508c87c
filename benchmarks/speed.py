"""How fast truecopy is, beside other programs at the same work, in one run on one machine.

    python benchmarks/speed.py [--only PART …] [--quick] [--large] [--write FILE …] [--history NOTE]

The texts are made from seeds/ by a seed (speeds/texts.py). Every measurement is a process of its own with a limit of
time and of memory (speeds/one.py); times are processor seconds, medians of up to five runs, where not said otherwise.
Absolute figures differ from machine to machine; the ratios in brackets, to our own time at the same job, do not much.
"""

from __future__ import annotations

import argparse
import datetime
import os
import platform
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.speeds.measuring import by_shape, by_size  # noqa: E402
from benchmarks.speeds.tables import shape_table, size_table, write_block  # noqa: E402
from benchmarks.speeds.texts import SHAPES  # noqa: E402
from benchmarks.speeds.wholes import large_lines, line_speeds, whole_process_lines  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

PARTS: Final = ("sizes", "shapes", "lines", "process")
"""What is measured where nothing is said; ``batch`` is asked for by name."""
HISTORY: Final = ROOT / "benchmarks" / "HISTORY.md"


def machine() -> str:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"{cores} cores, Python {platform.python_version()}, {platform.system()}"


def sizes_part(arguments: argparse.Namespace) -> str:
    sizes = (1, 10) if arguments.quick else (1, 10, 100, 1000)
    table = size_table(sizes, list(by_size(sizes, limit_seconds=arguments.limit)))
    return f"A copy with one word in twenty changed, by the size of a side:\n\n{table}"


def shapes_part(arguments: argparse.Namespace) -> str:
    kilobytes, shapes = (1 if arguments.quick else 20), list(SHAPES)[1:]
    table = shape_table(shapes, list(by_shape(shapes, kilobytes, limit_seconds=arguments.limit)))
    return f"Texts that are hard in one way each, {kilobytes} kB a side:\n\n{table}"


def lines_part(arguments: argparse.Namespace) -> str:
    return line_speeds(arguments.segments)


def process_part(arguments: argparse.Namespace) -> str:
    return "\n".join([*whole_process_lines(arguments.limit), *(large_lines() if arguments.large else ())])


def add_to_history(note: str, shown: Sequence[str]) -> None:
    """Append the machine, the date and what was measured; the tables themselves stand in the README."""
    kept = [line for part in shown for line in part.splitlines() if line.startswith("- ")]
    day = datetime.datetime.now(datetime.UTC).date().isoformat()
    with HISTORY.open("a", encoding="utf-8") as file:
        file.write("\n".join([f"\n## {day}: {note}", "", f"{machine()}.", "", *kept, ""]))


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", nargs="+", choices=[*PARTS, "batch"], metavar="PART")
    parser.add_argument("--segments", type=int, default=2000, metavar="N")
    parser.add_argument("--limit", type=float, default=20.0, metavar="SECONDS")
    parser.add_argument("--quick", action="store_true", help="small texts alone")
    parser.add_argument("--large", action="store_true", help="also 10 MB and 1,000,000 words: minutes")
    parser.add_argument("--write", nargs="+", type=Path, default=[], metavar="FILE")
    parser.add_argument("--history", metavar="NOTE")
    arguments = parser.parse_args(argv)
    works: dict[str, Callable[[argparse.Namespace], str]] = {
        "sizes": sizes_part,
        "shapes": shapes_part,
        "lines": lines_part,
        "process": process_part,
    }
    shown = []
    for part in arguments.only or PARTS:
        if part == "batch":
            from benchmarks.batch import main as batch_main

            batch_main([])
            continue
        shown.append(works[part](arguments))
        print(shown[-1], flush=True, end="\n\n")
    block = "\n\n".join(["", f"Measured on {machine()}.", *shown, ""])
    for path in arguments.write:
        if not write_block(path, block):
            print(f"{path} has no marks for the tables", file=sys.stderr)
            return 2
    if arguments.history:
        add_to_history(arguments.history, shown)
    return 0


if __name__ == "__main__":
    sys.exit(main())
