"""The local engine: every row once, and a document that kills costs itself only."""

from __future__ import annotations

import os
import signal
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from compare.batch.local import Part, local_results
from compare.batch.minder import Minder
from compare.batch.rows import Row
from compare.batch.scoring import Task, record
from compare.batch.work import table_of
from compare.errors import BadInput
from tests.batch.conftest import texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def rows(count: int, **changed: str) -> tuple[Row, ...]:
    """Rows of small texts; ``changed`` gives by ``row_3`` another text to the third candidate."""
    made = []
    for number, fields in enumerate(texts(count), 1):
        fields["candidate_text"] = changed.get(f"row_{number}", fields["candidate_text"])
        made.append(Row(number=number, **fields))
    return tuple(made)


def test_the_minded_worker_gives_what_the_bare_function_gives() -> None:
    task = Task(timeout_seconds=60)
    minder = Minder(task)
    try:
        assert minder.table(rows(5)).equals(table_of((record(row, task) for row in rows(5)), task.schema()))
    finally:
        minder.close()


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="looks into the worker by /proc")
def test_a_worker_goes_without_what_is_unset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MALLOC_TRIM_THRESHOLD_", "65536")
    for unset, is_there in (((), True), (("MALLOC_TRIM_THRESHOLD_",), False)):
        minder = Minder(Task(), unset=unset)
        try:
            minder.table(rows(1))
            given = Path(f"/proc/{minder.process_id}/environ").read_bytes()
        finally:
            minder.close()
        assert (b"MALLOC_TRIM_THRESHOLD_=" in given) == is_there
        assert b"PYTHONPATH=" in given


def test_a_poisonous_document_costs_itself_only(unruly: Callable[[float], None]) -> None:
    counts: list[int] = []
    minder = Minder(Task(), on_rows=counts.append)
    try:
        table = minder.table(rows(6, row_3="POISON"))
    finally:
        minder.close()
    assert table["row"].to_pylist() == [1, 2, 3, 4, 5, 6]
    errors = table["error"].to_pylist()
    assert errors[2] == "the worker process died of it 3 times (signal 9)"
    assert [error for place, error in enumerate(errors) if place != 2] == [None] * 5
    assert sum(counts) == 6


def test_a_row_that_takes_too_long_is_an_error(unruly: Callable[[float], None]) -> None:
    minder = Minder(Task(timeout_seconds=1.5))
    try:
        table = minder.table(rows(3, row_2="ENDLESS"))
    finally:
        minder.close()
    assert table["error"].to_pylist() == [None, "took longer than 1.5 seconds", None]


def test_a_killed_worker_is_replaced_and_its_row_judged(unruly: Callable[[float], None]) -> None:
    unruly(0.1)
    task = Task()
    minder = Minder(task)

    def kill() -> None:
        while minder.process_id is None:
            time.sleep(0.05)
        time.sleep(2.0)
        os.kill(minder.process_id, signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    try:
        table = minder.table(rows(40))
    finally:
        killer.join()
        minder.close()
    assert table.equals(table_of((record(row, task) for row in rows(40)), task.schema()))


def test_parts_are_taken_as_they_are_needed() -> None:
    taken: list[int] = []

    def parts() -> Iterator[Part]:
        for number in range(50):
            taken.append(number)
            yield Part(number=number, rows=rows(1))

    results = local_results(parts(), Task(), workers=1)
    next(results)
    # One in work, one that waits to be put, one that waits to be fetched.
    assert len(taken) <= 4
    results.close()  # type: ignore[attr-defined]


def test_an_error_of_the_manifest_ends_the_run() -> None:
    def parts() -> Iterator[Part]:
        yield Part(number=0, rows=rows(1))
        raise BadInput("the manifest broke off")

    with pytest.raises(BadInput, match="broke off"):
        list(local_results(parts(), Task(), workers=1))


def test_a_worker_that_cannot_begin_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text("raise SystemExit('no such luck')", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    minder = Minder(Task())
    try:
        with pytest.raises(BadInput, match="end before they begin"):
            minder.table(rows(1))
    finally:
        minder.close()
