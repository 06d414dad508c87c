"""A limit of time: a block of work that takes longer is interrupted where it stands, in any thread.

In the main thread the system's alarm does it, else a timer that raises an exception in the thread at work; both reach
Python code at its next step, and regular expressions in the middle. What was got before is the caller's to keep.
"""

from __future__ import annotations

import ctypes
import signal
import sys
import threading
import time
from typing import TYPE_CHECKING, Final

from compare.errors import TookTooLong

if TYPE_CHECKING:
    from types import FrameType, TracebackType

_AGAIN_SECONDS: Final = 1.0
"""After so long it rings again: a library may swallow every exception, and in some places none can be raised."""

_SOON_SECONDS: Final = 0.01
"""After so long it rings again where it rang in a place that must not be cut short."""


class _TimeIsOver(BaseException):
    """Not an `Exception`: readers of damaged files catch all of those and go on."""


class TimeLimit:
    """Interrupts a block that takes too long.

    Args:
        seconds: how long it may take; 0 or ``None`` for no limit. Of nested limits each holds.
        what: names the work in the error.

    Raises:
        TookTooLong: at the end of the block, which was left when the time was over.

    >>> with TimeLimit(0.05, "to count"):
    ...     while True:
    ...         pass
    Traceback (most recent call last):
    compare.errors.TookTooLong: to count took longer than 0.05 seconds; allow more time (--timeout; 0 for no limit)
    """

    def __init__(self, seconds: float | None, what: str = "the work") -> None:
        """Take the limit; time is counted from the beginning of the block."""
        self._seconds = seconds or 0.0
        self._what = what
        self._begun = 0.0
        self._interrupt: _Alarm | _Timer | None = None

    def __enter__(self) -> None:
        """Begin to count."""
        self._begun = time.monotonic()
        if self._seconds:
            is_main = threading.current_thread() is threading.main_thread()
            self._interrupt = (_Alarm if is_main and hasattr(signal, "setitimer") else _Timer)(self._seconds)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop counting; say in the program's own words that the time is over, unless it is an outer limit's."""
        if self._interrupt:
            self._interrupt.end()
        if kind is _TimeIsOver and self._seconds and time.monotonic() - self._begun >= self._seconds:
            raise TookTooLong(
                f"{self._what} took longer than {self._seconds:g} seconds; "
                "allow more time (--timeout; 0 for no limit)"
            ) from None


class _Alarm:
    """The system's alarm, which interrupts the main thread."""

    def __init__(self, seconds: float) -> None:
        self._begun = time.monotonic()
        self._outer_seconds, self._outer_again = signal.getitimer(signal.ITIMER_REAL)
        self._is_set = not 0 < self._outer_seconds <= seconds
        if self._is_set:
            self._told = sys.unraisablehook
            sys.unraisablehook = self._unraisable
            self._before = signal.signal(signal.SIGALRM, self._ring)
            signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN_SECONDS)

    def _ring(self, _signal: int, frame: FrameType | None) -> None:
        # On the way out of the block the work is done, and the clearing up must not be cut short: to take down what the
        # work has built can take longer than until the next ring.
        while frame is not None:
            if frame.f_code.co_name == "__exit__":
                # a file that is closed in the middle of the work ends so, too
                signal.setitimer(signal.ITIMER_REAL, _SOON_SECONDS, _AGAIN_SECONDS)
                return
            frame = frame.f_back
        raise _TimeIsOver

    def _unraisable(self, lost: sys.UnraisableHookArgs) -> None:
        # It rang while an object was taken down, where nothing can be raised: the next ring will do.
        if lost.exc_type is not _TimeIsOver:
            self._told(lost)
        else:
            signal.setitimer(signal.ITIMER_REAL, _SOON_SECONDS, _AGAIN_SECONDS)

    def end(self) -> None:
        """Turn the alarm off; one that was set before goes on."""
        if not self._is_set:
            return
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, self._before)
        sys.unraisablehook = self._told
        if self._outer_seconds:
            left = self._outer_seconds - (time.monotonic() - self._begun)
            signal.setitimer(signal.ITIMER_REAL, max(left, 1e-6), self._outer_again)


class _Timer:
    """A thread that raises an exception in another: for servers, and for systems without alarms."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._thread = ctypes.c_ulong(threading.get_ident())
        self._lock = threading.Lock()
        self._over = threading.Event()
        threading.Thread(target=self._watch, daemon=True).start()

    def _watch(self) -> None:
        seconds = self._seconds
        while not self._over.wait(seconds):
            with self._lock:
                if not self._over.is_set():
                    self._raise(ctypes.py_object(_TimeIsOver))
            seconds = _AGAIN_SECONDS

    def _raise(self, what: object) -> None:
        ctypes.pythonapi.PyThreadState_SetAsyncExc(self._thread, what)

    def end(self) -> None:
        """Turn the timer off, and take back what it raised if that has not come yet: it would hit what comes next."""
        with self._lock:
            self._over.set()
            self._raise(None)
