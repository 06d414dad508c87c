"""Local engine: as many minded workers as asked for, parts handed out as they ask, results in the order they come."""

from __future__ import annotations

import contextlib
import queue
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from compare.batch.minder import Minder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from compare.batch.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Some rows, or other items with a number, that go together; numbered from 0 by their place among all parts."""

    number: int
    rows: tuple[Any, ...]


def local_results(
    parts: Iterable[Part], task: Work, *, workers: int, on_rows: Callable[[int], None] | None = None
) -> Iterator[tuple[Part, Any]]:
    """Judge parts on this machine; of the parts only those in work are in memory.

    Args:
        parts: are taken one by one, as workers get free.
        task: what to do with a row.
        workers: processes.
        on_rows: is called with the count of rows that came back, as they come.

    Returns:
        Each part with the table of its results, in the order in which they are done.

    Raises:
        BadInput: workers end before they begin, or a report cannot be written; whatever ``parts`` raises.
    """
    source = iter(parts)
    taking = threading.Lock()
    # No more finished parts wait than there are workers: where the disk is slow, the workers wait for it.
    results: queue.Queue[tuple[Part, Any] | BaseException | None] = queue.Queue(maxsize=workers)
    over = threading.Event()
    minders = [Minder(task, on_rows=on_rows) for _ in range(workers)]

    def put(item: tuple[Part, Any] | BaseException | None) -> None:
        while not over.is_set():
            with contextlib.suppress(queue.Full):
                results.put(item, timeout=0.2)
                return

    def mind(minder: Minder) -> None:
        try:
            while not over.is_set():
                with taking:
                    part = next(source, None)
                if part is None:
                    break
                put((part, minder.table(part.rows)))
        except BaseException as error:
            put(error)
        put(None)

    threads = [threading.Thread(target=mind, args=(minder,), daemon=True) for minder in minders]
    for thread in threads:
        thread.start()
    try:
        working = workers
        while working:
            # With a time limit, for a wait without one does not hear Ctrl-C on every platform.
            try:
                item = results.get(timeout=0.5)
            except queue.Empty:
                continue
            if item is None:
                working -= 1
            elif isinstance(item, BaseException):
                raise item
            else:
                yield item
    finally:
        over.set()
        for minder in minders:
            minder.stop()
        for thread in threads:
            thread.join()
        for minder in minders:
            minder.close()
