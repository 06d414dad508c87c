"""The measurements as Markdown tables, and the block of the README that holds them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from benchmarks.speeds.measuring import growth
from benchmarks.speeds.programs import OURS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from benchmarks.speeds.measuring import Measured
    from benchmarks.speeds.programs import Program

Rows = list[tuple["Program", list["Measured"]]]
BEGIN: Final = "<!-- speed: written by truecopy bench speed --write -->"
END: Final = "<!-- end of speed -->"


def size_table(sizes: Sequence[int], rows: Rows) -> str:
    """Seconds by size, with the ratio to ours of the same job, the growth, and the memory at the greatest size."""
    head = ["job", "program", *(f"{size:,} kB" for size in sizes), "growth", "peak"]
    lines = [_line(head), _line(["---"] * 2 + ["---:"] * (len(sizes) + 2))]
    for program, row in rows:
        exponent = growth(sizes, row)
        peak = max((found.peak_mb for found in row), default=0.0)
        lines.append(
            _line(
                [
                    *_names(program),
                    *_cells(program, row, rows),
                    f"n^{exponent:.2f}" if exponent is not None else "",
                    f"{peak:.0f} MB" if peak else "",
                ]
            )
        )
    return "\n".join(lines)


def shape_table(shapes: Sequence[str], rows: Rows) -> str:
    """Seconds by the way in which a text is hard."""
    lines = [_line(["job", "program", *shapes]), _line(["---"] * 2 + ["---:"] * len(shapes))]
    lines += [_line([*_names(program), *_cells(program, row, rows)]) for program, row in rows]
    return "\n".join(lines)


def _names(program: Program) -> tuple[str, str]:
    return program.job, f"**{program.name}**" if program.name == OURS else program.name


def _cells(program: Program, row: Sequence[Measured], rows: Rows) -> list[str]:
    ours = next((own for one, own in rows if one.job == program.job and one.name == OURS), row)
    cells = []
    for found, own in zip(row, ours, strict=True):
        if found.seconds is None:
            cells.append(found.reason)
            continue
        cell = duration(found.seconds)
        if program.name != OURS and own.seconds:
            cell += f" ({ratio(found.seconds / own.seconds)})"
        cells.append(cell)
    return cells


def duration(seconds: float) -> str:
    """Two digits with their unit.

    >>> duration(0.000123), duration(0.0456), duration(1.26), duration(83.4)
    ('0.12 ms', '46 ms', '1.3 s', '83 s')
    """
    if seconds < 1:
        thousandths = 1000 * seconds
        return f"{thousandths:.0f} ms" if thousandths >= 10 else f"{thousandths:.2g} ms"
    return f"{seconds:.0f} s" if seconds >= 10 else f"{seconds:.1f} s"


def ratio(value: float) -> str:
    """How many times our own time.

    >>> ratio(53.2), ratio(0.084)
    ('×53', '×0.08')
    """
    return f"×{value:,.0f}" if value >= 10 else f"×{value:.1f}" if value >= 1 else f"×{value:.2f}"


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def write_block(path: Path, block: str) -> bool:
    """Put the block between the marks of a file; say whether the marks are there."""
    text = path.read_text("utf-8")
    marked = re.compile(f"{re.escape(BEGIN)}.*?{re.escape(END)}", re.DOTALL)
    if not marked.search(text):
        return False
    path.write_text(marked.sub(lambda _: f"{BEGIN}\n\n{block.strip()}\n\n{END}", text), "utf-8")
    return True
