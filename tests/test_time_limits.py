"""A limit of time interrupts whatever runs, in any thread, and leaves nothing behind."""

from __future__ import annotations

import contextlib
import re
import signal
import threading
import time
from typing import TYPE_CHECKING, Any

import pytest

from compare.errors import TookTooLong
from compare.time_limits import TimeLimit

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def _no_alarm() -> Iterator[None]:
    """Pytest has an alarm of its own for tests that hang; it waits meanwhile."""
    before = signal.setitimer(signal.ITIMER_REAL, 0)
    yield
    signal.setitimer(signal.ITIMER_REAL, *before)


def endless() -> None:
    while True:
        pass


def swallowing() -> None:
    """As libraries do that read damaged files."""
    while True:
        with contextlib.suppress(Exception):
            endless()


def backtracking() -> None:
    re.match(r"(?:a|a)*b", "a" * 60)


@pytest.mark.parametrize("work", [endless, swallowing, backtracking])
def test_the_work_is_interrupted(work: object) -> None:
    assert callable(work)
    begun = time.monotonic()
    with pytest.raises(TookTooLong, match="the sum took longer than"), TimeLimit(0.1, "the sum"):
        work()
    assert time.monotonic() - begun < 2
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)


@pytest.mark.parametrize("work", [endless, swallowing])
def test_in_another_thread(work: object) -> None:
    said: list[str] = []

    def run() -> None:
        assert callable(work)
        try:
            with TimeLimit(0.1, "the sum"):
                work()
        except TookTooLong as error:
            said.append(str(error))

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(5)
    assert said
    assert said[0].startswith("the sum took longer")


def test_what_is_done_in_time_stays() -> None:
    for _ in range(100):
        with TimeLimit(0.005):
            pass
    time.sleep(0.02)  # no alarm is left that would ring here
    with TimeLimit(0), TimeLimit(None):
        time.sleep(0.01)


def test_a_limit_inside_another() -> None:
    with TimeLimit(5, "outer"):
        with pytest.raises(TookTooLong, match="inner"), TimeLimit(0.05, "inner"):
            endless()
        assert 4 < signal.getitimer(signal.ITIMER_REAL)[0] <= 5
    with pytest.raises(TookTooLong, match="outer"), TimeLimit(0.1, "outer"), TimeLimit(5, "inner"):
        endless()
    with contextlib.suppress(TookTooLong), TimeLimit(0.1, "outer"):
        with pytest.raises(TookTooLong, match="inner"), TimeLimit(0.05, "inner"):
            endless()
        endless()
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)


def test_it_rings_no_more_once_the_block_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """To take down what the work has built can take longer than until the next ring."""
    monkeypatch.setattr("compare.time_limits._AGAIN_SECONDS", 0.01)
    left = []

    class Slow:
        def __init__(self) -> None:
            self.limit = TimeLimit(0.1, "the sum")

        def __enter__(self) -> None:
            self.limit.__enter__()

        def __exit__(self, *what: Any) -> None:
            until = time.monotonic() + 0.1
            while time.monotonic() < until:
                pass
            left.append(what)
            self.limit.__exit__(*what)

    with pytest.raises(TookTooLong), Slow():
        endless()
    assert len(left) == 1
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)


def test_an_error_of_the_work_comes_through() -> None:
    with pytest.raises(ZeroDivisionError), TimeLimit(5):
        raise ZeroDivisionError
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)


def test_an_alarm_that_rings_while_a_file_is_closed_rings_again_soon() -> None:
    class Closing:
        def __enter__(self) -> None: ...

        def __exit__(self, *_: object) -> None:
            until = time.monotonic() + 0.1
            while time.monotonic() < until:
                pass

    def work() -> None:
        begun = time.monotonic()
        with Closing():
            pass
        while time.monotonic() < begun + 0.8:
            pass

    with pytest.raises(TookTooLong), TimeLimit(0.05):
        work()
