"""Child: the worker process, which takes parts from its standard input, judges their rows, and gives tables back."""

from __future__ import annotations

import os
import pickle
import sys
import time
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from compare.batch.channel import IDLE, READY, ROWS, STOP, TABLE, TASK, Mark, received, send
from compare.batch.extras import pyarrow
from compare.batch.rows import Row
from compare.batch.schema import scored_schema
from compare.batch.scoring import Task, UnwrittenReportError, record
from compare.batch.tables import table_of

if TYPE_CHECKING:
    from compare.batch.scoring import Record

_SENT_SECONDS: Final = 0.5
"""How long finished rows are kept before they are handed over: what a sudden death costs at the most."""
_WARMING: Final = ("The ferry left at noon on Monday.", "The ferry left at noon noon.")


def main() -> None:
    """Work until the minder is gone. The only argument is the path of the mark."""
    mark = Mark(Path(sys.argv[1]))
    minder = os.getppid()
    # What a library prints must not get between the messages.
    with os.fdopen(os.dup(1), "wb") as out, os.fdopen(os.dup(0), "rb") as into:
        os.dup2(2, 1)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        try:
            _serve(into, out, mark, minder)
        except (BrokenPipeError, KeyboardInterrupt):
            os._exit(1)


def _serve(into: IO[bytes], out: IO[bytes], mark: Mark, minder: int) -> None:
    task = Task()
    while message := received(into):
        letter, content = message
        if letter == TASK:
            task = pickle.loads(content)
            _warm(task)
            send(out, READY)
        elif letter == ROWS:
            _work(pickle.loads(content), task, out, mark, minder)
            send(out, READY)


def _warm(task: Task) -> None:
    """Load the word lists, lest the first row pay for them out of its time."""
    true, copy = _WARMING
    row = Row(number=1, id="", reference_text=true, candidate_text=copy)
    record(row, Task(check=task.check, metrics=task.metrics, settings=task.settings))


def _work(
    pending: tuple[list[Row], dict[int, str]], task: Task, out: IO[bytes], mark: Mark, minder: int
) -> None:
    rows, refused = pending
    done: list[Record] = []
    sent = time.monotonic()
    for place, row in enumerate(rows):
        mark.set(place)
        try:
            done.append(record(row, task, error=refused.get(row.number)))
        except UnwrittenReportError as error:
            send(out, STOP, str(error).encode())
            return
        if time.monotonic() - sent > _SENT_SECONDS:
            if os.getppid() != minder:
                # Killed without a word: nobody will want the rest.
                os._exit(1)
            send(out, TABLE, _bytes(done))
            done = []
            sent = time.monotonic()
    mark.set(IDLE)
    if done:
        send(out, TABLE, _bytes(done))


def _bytes(done: list[Record]) -> bytes:
    arrow = pyarrow()
    buffer = arrow.BufferOutputStream()
    with arrow.ipc.new_stream(buffer, scored_schema()) as writer:
        writer.write_table(table_of(done))
    content: bytes = buffer.getvalue().to_pybytes()
    return content


if __name__ == "__main__":
    main()
