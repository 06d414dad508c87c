"""Measurements side by side: each in a process of its own, with a limit of time and of memory.

A program that took too long at one size is not asked for a greater one. Where there is no number, the reason stands in
its place.
"""

from __future__ import annotations

import json
import math
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.speeds.programs import OURS, PROGRAMS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.speeds.programs import Program

ONE: Final = Path(__file__).with_name("one.py")
LEAST_FIT_KILOBYTES: Final = 10
"""Size from which on the growth is fitted: below it the cost of a call shows, not that of the text."""
WAITING: Final = 10
"""Seconds of the clock a processor second may take, on a machine that others use."""
OWN_PATIENCE: Final = 6
"""How many times the limit our own work may take: the table is of all its sizes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """The median seconds of one program on one text and the peak memory, or why there are none."""

    seconds: float | None = None
    peak_mb: float = 0.0
    reason: str = ""

    @property
    def is_absent(self) -> bool:
        """Whether the program is not installed."""
        return self.reason.startswith("not installed")


def measured(program: Program, shape: str, kilobytes: int, *, limit_seconds: float) -> Measured:
    """Run one measurement."""
    limit = limit_seconds * (OWN_PATIENCE if program.name == OURS else 1)
    command = [sys.executable, str(ONE), program.job, program.name, shape, str(kilobytes), f"{limit:.0f}"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=WAITING * limit, check=False)
    except subprocess.TimeoutExpired:
        return Measured(reason=f"> {limit:.0f} s")
    if done.returncode == -signal.SIGXCPU:
        return Measured(reason=f"> {limit:.0f} s")
    if done.returncode:
        return Measured(reason="> 4 GB" if "bad_alloc" in done.stderr or done.returncode < 0 else "failed")
    answer = json.loads(done.stdout.splitlines()[-1])
    if "absent" in answer:
        return Measured(reason=f"not installed ({answer['absent']})")
    if "memory" in answer:
        return Measured(reason=f"> {answer['memory']} GB")
    if "failed" in answer:
        return Measured(reason=answer["failed"])
    return Measured(seconds=answer["seconds"], peak_mb=answer["peak_mb"])


def by_size(sizes: Sequence[int], *, limit_seconds: float) -> Iterator[tuple[Program, list[Measured]]]:
    """Measure every program on edited copies of growing size."""
    for program in PROGRAMS:
        row: list[Measured] = []
        for kilobytes in sizes:
            if row and row[-1].seconds is None:
                row.append(row[-1])
                continue
            row.append(measured(program, "edited", kilobytes, limit_seconds=limit_seconds))
        yield program, row


def by_shape(
    shapes: Sequence[str], kilobytes: int, *, limit_seconds: float
) -> Iterator[tuple[Program, list[Measured]]]:
    """Measure every program on texts of one size that are hard in one way each."""
    for program in PROGRAMS:
        row: list[Measured] = []
        for shape in shapes:
            is_absent = bool(row) and row[-1].is_absent
            row.append(
                row[-1] if is_absent else measured(program, shape, kilobytes, limit_seconds=limit_seconds)
            )
        yield program, row


def growth(sizes: Sequence[int], row: Sequence[Measured]) -> float | None:
    """Give the exponent of growth: the slope of the logarithms, fitted by least squares; None with fewer than two."""
    places = [
        (math.log(size), math.log(found.seconds))
        for size, found in zip(sizes, row, strict=True)
        if found.seconds and size >= LEAST_FIT_KILOBYTES
    ]
    if len(places) < 2:
        return None
    centre = sum(x for x, _ in places) / len(places)
    height = sum(y for _, y in places) / len(places)
    return sum((x - centre) * (y - height) for x, y in places) / sum((x - centre) ** 2 for x, _ in places)
