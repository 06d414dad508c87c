"""Minder: keeps one worker process at work, and gives every row of a part a result, whatever becomes of the process.

A pool that shares its workers loses the tasks of all when one dies. Here each worker has a minder of its own: where
the process dies, the rows that it had handed over are kept, a new one goes on with the rest, and a row that kills
again and again, or takes too long, costs itself only.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final

from compare.batch.channel import IDLE, READY, ROWS, STOP, TABLE, TASK, Mark, received, send
from compare.batch.extras import pyarrow
from compare.batch.work import table_of
from compare.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from compare.batch.work import Item, Work

_MOST_DEATHS: Final = 3
"""Deaths of workers at one row, after which the row is held to be their cause: one may be somebody's ``kill``."""
_LOOK_SECONDS: Final = 0.05
"""How often the time of a row is looked at."""


class Minder:
    """One worker process, started when it is first needed and as often as it dies."""

    def __init__(
        self, task: Work, *, on_rows: Callable[[int], None] | None = None, unset: Sequence[str] = ()
    ) -> None:
        """Say what the worker does.

        Args:
            task: what is done with a row.
            on_rows: is called with the count of rows that came back.
            unset: variables of the environment that the worker is to go without.
        """
        self._task = task
        self._on_rows = on_rows or (lambda _: None)
        self._unset = frozenset(unset)
        self._process: subprocess.Popen[bytes] | None = None
        self._mark: Mark | None = None
        self._folder = tempfile.TemporaryDirectory(prefix="truecopy-worker-")
        self._timed_out = False
        self._lock = threading.Lock()
        self._closed = False

    @property
    def process_id(self) -> int | None:
        """The id of the worker process, if there is one."""
        return self._process.pid if self._process else None

    def table(self, rows: Sequence[Item]) -> Any:
        """Give the results of some rows, one a row, in their order.

        Raises:
            BadInput: workers end before they begin, or a report cannot be written.
        """
        pending = list(rows)
        deaths: Counter[int] = Counter()
        refused: dict[int, str] = {}
        tables = []
        while pending:
            got, culprit = self._attempt(pending, refused)
            tables += got
            pending = pending[sum(table.num_rows for table in got) :]
            if culprit is None:
                continue
            number, why = culprit
            deaths[number] += 1
            if self._timed_out:
                refused[number] = f"took longer than {self._task.timeout_seconds:g} seconds"
            elif deaths[number] >= _MOST_DEATHS:
                refused[number] = f"the worker process died of it {_MOST_DEATHS} times ({why})"
            if pending and pending[0].number in refused:
                # The first one left is the culprit itself: nothing need be started to say so.
                first = pending.pop(0)
                said = self._task.record(first, error=refused[first.number])
                tables.append(table_of([said], self._task.schema()))
                self._on_rows(1)
        return pyarrow().concat_tables(tables).combine_chunks()

    def stop(self) -> None:
        """End the worker from another thread; whoever waits for a table gets an error."""
        with self._lock:
            self._closed = True
            if self._process:
                self._process.kill()

    def close(self) -> None:
        """End the worker, and clear away."""
        self.stop()
        self._reap()
        self._folder.cleanup()

    def _attempt(self, rows: list[Item], refused: dict[int, str]) -> tuple[list[Any], tuple[int, str] | None]:
        """Let the worker judge rows; give what came back and, where it died, at which row and how."""
        got: list[Any] = []
        try:
            process, mark = self._alive()
            self._timed_out = False
            mark.set(IDLE)
            stop = threading.Event()
            watch = threading.Thread(target=self._watch, args=(process, mark, stop), daemon=True)
            watch.start()
            try:
                send(_pipe(process.stdin), ROWS, pickle.dumps((rows, refused)))
                while message := received(_pipe(process.stdout)):
                    letter, content = message
                    if letter == TABLE:
                        got.append(pyarrow().ipc.open_stream(content).read_all())
                        self._on_rows(got[-1].num_rows)
                    elif letter == STOP:
                        raise BadInput(f"{content.decode()}; make room and run the same command again")
                    elif letter == READY:
                        return got, None
            finally:
                stop.set()
                watch.join()
        except BrokenPipeError:
            pass
        place, _ = self._mark.get() if self._mark else (IDLE, 0.0)
        why = self._reap()
        count = sum(table.num_rows for table in got)
        # Died between two rows, or before the first: the next one bears it.
        place = max(place, count) if place != IDLE else count
        return got, (rows[min(place, len(rows) - 1)].number, why)

    def _watch(self, process: subprocess.Popen[bytes], mark: Mark, stop: threading.Event) -> None:
        """Kill the worker where a row takes too long."""
        limit = self._task.timeout_seconds
        while limit and not stop.wait(_LOOK_SECONDS):
            place, seconds = mark.get()
            if place != IDLE and seconds > limit:
                self._timed_out = True
                process.kill()
                return

    def _alive(self) -> tuple[subprocess.Popen[bytes], Mark]:
        """Give a worker that has its task, a new one where there is none.

        Raises:
            BadInput: three in a row ended before they had it.
        """
        why = ""
        for _ in range(_MOST_DEATHS):
            if self._process and self._mark:
                return self._process, self._mark
            self._start()
            try:
                process = self._process
                if process is not None:
                    send(_pipe(process.stdin), TASK, pickle.dumps(self._task))
                    if received(_pipe(process.stdout)):
                        continue
            except BrokenPipeError:
                pass
            why = self._reap()
        if self._process and self._mark:
            return self._process, self._mark
        raise BadInput(
            f"worker processes end before they begin ({why}); try --workers 1, or less else at work"
        )

    def _start(self) -> None:
        folder = Path(self._folder.name)
        self._mark = Mark(folder / "mark", create=True)
        package = Path(__file__).resolve().parents[2]
        path = os.pathsep.join(part for part in (os.environ.get("PYTHONPATH"), str(package)) if part)
        with self._lock, (folder / "said").open("wb") as said:
            if self._closed:
                raise BadInput("the run was ended")
            self._process = subprocess.Popen(
                [sys.executable, "-m", "compare.batch.child", str(folder / "mark")],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=said,
                # Ctrl-C at the terminal is for the parent, which ends its workers itself.
                start_new_session=True,
                env={
                    **{name: value for name, value in os.environ.items() if name not in self._unset},
                    "PYTHONPATH": path,
                },
            )

    def _reap(self) -> str:
        """Clear a dead worker away, and say how it ended."""
        if self._process is None:
            return "it was not started"
        for pipe in (self._process.stdin, self._process.stdout):
            try:
                if pipe:
                    pipe.close()
            except BrokenPipeError:
                pass
        self._process.kill()
        code = self._process.wait()
        self._process = None
        if self._mark:
            self._mark.close()
            self._mark = None
        return f"signal {-code}" if code < 0 else f"exit code {code}{self._last_words()}"

    def _last_words(self) -> str:
        try:
            said = (Path(self._folder.name) / "said").read_text(encoding="utf-8", errors="replace")
        except OSError:
            return ""
        lines = said.strip().splitlines()
        return f": {lines[-1][:200]}" if lines else ""


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise BrokenPipeError
    return pipe
