"""Cluster engine: parts as tasks of dask.distributed, which hands them out again where a machine is lost.

What runs inside a task is a minded worker, as on one machine: a document that kills costs itself only, not the
cluster's worker with everything that it holds.
"""

from __future__ import annotations

import atexit
import contextlib
import logging
import pickle
import re
import socket
import struct
import threading
from typing import TYPE_CHECKING, Any, Final

from compare.batch.extras import distributed, pyarrow
from compare.batch.minder import Minder
from compare.errors import BadInput, TruecopyError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from compare.batch.local import Part
    from compare.batch.work import Work

    Engine = Callable[[Iterable[Part], Work, Callable[[int], None] | None], Iterator[tuple[Part, Any]]]

_CONNECT_SECONDS: Final = 4
"""How long a scheduler may take to answer the door, and then to Dask; together it stays under ten seconds."""
_ADDRESS: Final = re.compile(r"(tcp|tls)://(?P<host>[^/\s]+):(?P<port>\d{1,5})/?")
_LENGTH: Final = struct.Struct("Q")
_LONGEST_GREETING: Final = 100_000
"""Bytes; Dask's names what versions and compressions it knows, in some hundred."""
_WORKERS_SECONDS: Final = 120
"""How long a scheduler may be without workers: a cluster that grows on demand takes a minute or two."""
_WAITING_A_THREAD: Final = 2
"""Parts handed to the cluster, a thread: one in work and one that waits, so that nobody is idle."""
_ATTEMPTS: Final = 5
"""Times that a part is handed out anew after the scheduler has given it up because its workers died."""

_LOCAL_CONFIG: Final = {
    "distributed.scheduler.allowed-failures": 20,
    # Dask looks at itself all the time, for a page that nobody opens here: 5 % of a core for one worker, so 0.7 %.
    "distributed.worker.profile.enabled": False,
    "distributed.admin.tick.interval": "1s",
    "distributed.admin.event-loop-monitor.interval": "10s",
    "distributed.admin.system-monitor.interval": "10s",
    "distributed.admin.system-monitor.disk": False,
    "distributed.admin.system-monitor.gil.enabled": False,
    "distributed.worker.memory.monitor-interval": "1s",
}
_UNSET: Final = ("MALLOC_TRIM_THRESHOLD_",)
"""Dask lets the C library give every freed piece of memory back at once: 3,000 page faults a pair, 15 % of the work."""
_MINDERS: dict[int, tuple[bytes, Minder]] = {}
_MINDERS_LOCK: Final = threading.Lock()


def cluster_results(
    parts: Iterable[Part],
    task: Work,
    *,
    address: str,
    workers: int,
    on_rows: Callable[[int], None] | None = None,
) -> Iterator[tuple[Part, Any]]:
    """Judge parts on a cluster; as `compare.batch.local.local_results`.

    Args:
        parts: are taken one by one, as the cluster gets free.
        task: what to do with a row; its folders must be the same on every machine.
        address: ``tcp://HOST:PORT`` of a scheduler, or ``local`` for one of this run's own.
        workers: processes of a cluster of this run's own.
        on_rows: is called with the count of rows that came back.

    Raises:
        BadInput: the scheduler does not answer, has no workers, or they cannot do the work.
    """
    with cluster_engine(address, workers) as results:
        yield from results(parts, task, on_rows)


@contextlib.contextmanager
def cluster_engine(address: str, workers: int) -> Iterator[Engine]:
    """Give a function that does work on a cluster, of one sort after the other; arguments as `cluster_results`.

    Raises:
        BadInput: the scheduler does not answer, or has no workers.
    """
    with _client(address, workers) as client:

        def results(
            parts: Iterable[Part], task: Work, on_rows: Callable[[int], None] | None = None
        ) -> Iterator[tuple[Part, Any]]:
            return _results(client, iter(parts), pickle.dumps(task), on_rows or (lambda _: None))

        yield results


def part_results(task: bytes, part: Part) -> Any:
    """Judge one part where the cluster put it: the function that a task of Dask calls."""
    return _minder(task).table(part.rows)


def _minder(task: bytes) -> Minder:
    """Give the minded worker of this thread; it stays for the next part."""
    own = threading.get_ident()
    with _MINDERS_LOCK:
        if not _MINDERS:
            atexit.register(_close_minders)
        known = _MINDERS.get(own)
        if known and known[0] == task:
            return known[1]
        if known:
            known[1].close()
        _MINDERS[own] = task, Minder(pickle.loads(task), unset=_UNSET)
        return _MINDERS[own][1]


def _close_minders() -> None:
    with _MINDERS_LOCK:
        for _, minder in _MINDERS.values():
            minder.close()
        _MINDERS.clear()


def _client(address: str, workers: int) -> Any:
    dask = distributed()
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    if address == "local":
        return _LocalClient(workers)
    place = _ADDRESS.fullmatch(address)
    if not place:
        raise BadInput(f"--cluster {address} is no address of a scheduler; give tcp://HOST:PORT, or local")
    try:
        # Dask tries for a while where nobody listens; whether somebody does is known at once.
        with socket.create_connection(
            (place["host"].strip("[]"), int(place["port"])), _CONNECT_SECONDS
        ) as door:
            if place[1] == "tcp" and not _greets(door):
                raise BadInput(
                    f"what answers at {address} is no scheduler of Dask; check the port (dask scheduler prints it)"
                )
        client = dask.Client(address, timeout=_CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError, OverflowError) as error:
        raise BadInput(
            f"no scheduler answers at {address}; check the address, and that the scheduler runs"
        ) from error
    try:
        client.wait_for_workers(1, timeout=_WORKERS_SECONDS)
    except TimeoutError as error:
        client.close()
        raise BadInput(
            f"the scheduler at {address} has no workers; start some with dask worker {address}"
        ) from error
    return client


def _greets(door: socket.socket) -> bool:
    """Whether a server greets as Dask does, which says how many bytes follow and begins.

    Of another server Dask takes the first bytes for that length, and asks for as much memory: "HTTP/1.1" is 3 EiB.
    """
    door.settimeout(_CONNECT_SECONDS)
    length = b""
    while len(length) < _LENGTH.size:
        received = door.recv(_LENGTH.size - len(length))
        if not received:
            return False
        length += received
    (follow,) = _LENGTH.unpack(length)
    return bool(0 < follow <= _LONGEST_GREETING)


class _LocalClient:
    """A cluster of this run's own on this machine, which goes when the run does."""

    def __init__(self, workers: int) -> None:
        self._workers = workers

    def __enter__(self) -> Any:
        import dask

        dask.config.set(_LOCAL_CONFIG)
        self._cluster = distributed().LocalCluster(
            n_workers=self._workers,
            threads_per_worker=1,
            dashboard_address=None,
            silence_logs=logging.CRITICAL,
        )
        self._client = distributed().Client(self._cluster, set_as_default=False)
        return self._client

    def __exit__(self, *_: object) -> None:
        self._client.close()
        self._cluster.close()


def _results(
    client: Any, parts: Iterator[Part], task: bytes, on_rows: Callable[[int], None]
) -> Iterator[tuple[Part, Any]]:
    under_way: dict[str, tuple[Part, int]] = {}
    finished = distributed().as_completed(loop=client.loop)
    killed = distributed().scheduler.KilledWorker

    def hand_out(part: Part, attempt: int) -> None:
        future = client.submit(part_results, task, part, pure=False, retries=2)
        under_way[future.key] = part, attempt
        finished.add(future)

    def fill() -> None:
        threads = sum(client.nthreads().values())
        while len(under_way) < max(2, _WAITING_A_THREAD * threads):
            part = next(parts, None)
            if part is None:
                return
            hand_out(part, 1)

    fill()
    while under_way:
        future = next(finished)
        part, attempt = under_way.pop(future.key)
        try:
            table = future.result()
        except killed as error:
            if attempt == _ATTEMPTS:
                raise BadInput(
                    f"workers of the cluster die again and again at rows {part.rows[0].number} to "
                    f"{part.rows[-1].number} ({error}); give them more memory, or run with smaller --part-rows"
                ) from error
            hand_out(part, attempt + 1)
            continue
        except TruecopyError:
            raise
        except (ImportError, AttributeError) as error:
            raise BadInput(
                f"the cluster's workers cannot do the work ({error}); install the same truecopy[cluster] there"
            ) from error
        if not isinstance(table, pyarrow().Table):
            raise BadInput("the cluster gave back something else; install the same truecopy[cluster] there")
        fill()
        on_rows(table.num_rows)
        yield part, table
