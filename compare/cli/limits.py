"""Limits of one run: how much is read, and how long may be worked; what was done in time is not lost."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from compare.cli import BAD_USE
from compare.errors import TookTooLong
from compare.report.visible import one_line
from compare.settings import DEFAULTS, Limits
from compare.time_limits import TimeLimit

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sized
    from types import TracebackType


def limits_of(arguments: argparse.Namespace) -> Limits:
    """Give the limits that the options name, and the usual ones for the rest.

    Whoever sets a time of their own means the reading too.
    """
    from dataclasses import replace

    usual = DEFAULTS.limits
    return replace(
        usual,
        most_bytes=arguments.max_bytes,
        most_sentences=arguments.max_sentences,
        seconds=arguments.timeout,
        reading_seconds=usual.reading_seconds if arguments.timeout == usual.seconds else arguments.timeout,
    )


class InTime:
    """Reading and work within the time of ``--timeout``; results that were there by then are kept.

    Args:
        arguments: of the command.
        done: gets the results, one after the other; only where it is still empty is the error raised.

    Raises:
        TookTooLong: the time was over before anything was done.
    """

    def __init__(self, arguments: argparse.Namespace, done: Sized = ()) -> None:
        """Take the limit; time is counted from the beginning of the block."""
        self._seconds = arguments.timeout
        self._limit = TimeLimit(self._seconds, f"truecopy {arguments.command}")
        self._done = done
        self._late: TookTooLong | None = None

    def __enter__(self) -> InTime:
        """Begin to count."""
        self._limit.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        """Stop counting; go on where something is done."""
        try:
            self._limit.__exit__(kind, error, trace)
        except TookTooLong as late:
            if not self._done:
                raise
            self._late = late
            return True
        return False

    def drawing(self) -> TimeLimit:
        """Give as much time again for what is made of the results: they are reviewed and drawn.

        Patterns of a truecopy.toml are asked here. It may come from a stranger, and one pattern can take for ever. What
        is drawn is written without a limit: who reads it page by page on the screen may take an hour.
        """
        return TimeLimit(self._seconds, "to review and draw the result")

    def exit_code(self, code: int) -> int:
        """Say that results are missing if they are, which is worse than any gate that failed."""
        if self._late is None:
            return code
        count = len(self._done)
        kept = "the first result is" if count == 1 else f"the first {count:,} results are"
        print(f"truecopy: {one_line(str(self._late))}; {kept} written", file=sys.stderr)
        return BAD_USE
