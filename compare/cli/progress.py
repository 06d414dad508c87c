"""Progress: how far a long run is, as a bar where a person looks, as plain lines where a log does."""

from __future__ import annotations

import sys
import threading
import time
from typing import TYPE_CHECKING, Any, Final

from compare.report.phrases import counted
from compare.report.visible import one_line

if TYPE_CHECKING:
    import argparse
    from types import TracebackType

_LINE_SECONDS: Final = 30.0
"""Seconds between two plain lines: a night's run is a thousand of them, not a million."""


class Progress:
    """Counts rows as they come, and shows the count on standard error unless ``--quiet``."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        """Decide by the options and by where standard error goes."""
        self._quiet: bool = arguments.quiet
        self._is_terminal = sys.stderr.isatty() and not self._quiet
        self._lock = threading.Lock()
        self._rows = self._ready = self._done = self._errors = 0
        self._begun = self._said = time.monotonic()
        self._bar: Any = None
        self._task: Any = None

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def begin(self, rows: int, done: int) -> None:
        """A run of so many rows begins, of which some are done already."""
        self._rows, self._ready = rows, done
        self._begun = self._said = time.monotonic()
        if self._is_terminal:
            self._draw()

    def add(self, rows: int) -> None:
        """So many rows more were judged."""
        with self._lock:
            self._done += rows
            if self._bar is not None:
                self._bar.update(self._task, completed=self._ready + self._done, state=self._state())
            elif time.monotonic() - self._said > _LINE_SECONDS:
                self._said = time.monotonic()
                self.say(self.line())

    def add_errors(self, errors: int) -> None:
        """So many rows more could not be judged."""
        self._errors += errors

    def say(self, message: str) -> None:
        """Say something on a line of its own."""
        if self._quiet:
            return
        text = f"truecopy: {one_line(message)}"
        if self._bar is not None:
            self._bar.console.print(text, markup=False, highlight=False, soft_wrap=True)
        else:
            print(text, file=sys.stderr, flush=True)

    def line(self) -> str:
        """Give the state as a plain line."""
        done = self._ready + self._done
        share = 100 * done / self._rows if self._rows else 100.0
        return f"{done:,} of {counted(self._rows, 'row')} ({share:.0f} %), {self._state()}"

    def _state(self) -> str:
        spent = time.monotonic() - self._begun
        rate = self._done / spent if spent else 0.0
        parts = [f"{rate:.1f} a second"]
        left = self._rows - self._ready - self._done
        if rate and left:
            parts.append(f"{_duration(left / rate)} left")
        if self._errors:
            parts.append(counted(self._errors, "error"))
        return ", ".join(parts)

    def _draw(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
        from rich.progress import Progress as Bar

        self._bar = Bar(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[state]}"),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self._bar.add_task("rows", total=self._rows, completed=self._ready, state="")
        self._bar.start()


def _duration(seconds: float) -> str:
    """Give a time as people say it.

    >>> _duration(59), _duration(600), _duration(7300), _duration(200_000)
    ('59 s', '10 min', '2.0 h', '2.3 days')
    """
    if seconds < 100:
        return f"{seconds:.0f} s"
    if seconds < 6000:
        return f"{seconds / 60:.0f} min"
    return f"{seconds / 3600:.1f} h" if seconds < 172_800 else f"{seconds / 86_400:.1f} days"
