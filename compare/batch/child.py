"""Child: the worker process, which takes parts from its standard input, judges their rows, and gives tables back."""

from __future__ import annotations

import gc
import os
import pickle
import sys
import time
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final

from compare.batch.channel import IDLE, READY, ROWS, STOP, TABLE, TASK, Mark, received, send
from compare.batch.extras import pyarrow
from compare.batch.scoring import UnwrittenReportError
from compare.batch.work import table_of

if TYPE_CHECKING:
    from compare.batch.work import Item, Record, Work

_SENT_SECONDS: Final = 0.5
"""How long finished rows are kept before they are handed over: what a sudden death costs at the most."""


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
    task: Work | None = None
    while message := received(into):
        letter, content = message
        if letter == TASK:
            work: Work = pickle.loads(content)
            work.warm()
            # word lists and modules stay for good: to look for rubbish among them took 5 % of the time
            gc.collect()
            gc.freeze()
            task = work
            send(out, READY)
        elif letter == ROWS and task is not None:
            _work(pickle.loads(content), task, out, mark, minder)
            send(out, READY)


def _work(
    pending: tuple[list[Item], dict[int, str]], task: Work, out: IO[bytes], mark: Mark, minder: int
) -> None:
    rows, refused = pending
    done: list[Record] = []
    sent = time.monotonic()
    for place, row in enumerate(rows):
        mark.set(place)
        try:
            done.append(task.record(row, error=refused.get(row.number)))
        except UnwrittenReportError as error:
            send(out, STOP, str(error).encode())
            return
        if time.monotonic() - sent > _SENT_SECONDS:
            if os.getppid() != minder:
                # Killed without a word: nobody will want the rest.
                os._exit(1)
            send(out, TABLE, _bytes(done, task.schema()))
            done = []
            sent = time.monotonic()
    mark.set(IDLE)
    if done:
        send(out, TABLE, _bytes(done, task.schema()))


def _bytes(done: list[Record], schema: Any) -> bytes:
    arrow = pyarrow()
    buffer = arrow.BufferOutputStream()
    with arrow.ipc.new_stream(buffer, schema) as writer:
        writer.write_table(table_of(done, schema))
    content: bytes = buffer.getvalue().to_pybytes()
    return content


if __name__ == "__main__":
    main()
