"""The cluster engine: the same bytes from dask.distributed, also when its workers are killed."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import socket
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from compare.batch.families import run as run_module
from compare.batch.families.run import Collection, grouped
from compare.batch.families.table import families_of
from compare.batch.manifest import FileManifest
from tests.batch.conftest import texts, write_lines
from tests.batch.test_collection import Silent, in_memory, versions
from tests.batch.test_kill import finished, taken
from tests.cli.conftest import process

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable

pytest.importorskip("distributed", reason="the extra cluster is not installed")

ROUNDS = int(os.environ.get("TRUECOPY_KILL_ROUNDS", "1"))
pytestmark = pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="finds the workers by /proc")


def start(folder: Path, *engine: str) -> subprocess.Popen[bytes]:
    options = ("--part-rows", "5", "--resume", "--quiet", *engine)
    return process("batch", "m.jsonl", "-o", "out.jsonl", *options, cwd=folder)


def dask_workers(parent: int) -> list[int]:
    """The processes under another that are workers of Dask (it spawns them by multiprocessing)."""
    found = []
    for path in Path(f"/proc/{parent}/task").glob("*/children"):
        for child in path.read_text().split():
            command = Path(f"/proc/{child}/cmdline").read_bytes()
            if b"spawn_main" in command:
                found.append(int(child))
            found += dask_workers(int(child))
    return sorted(found)


@pytest.fixture
def manifest(unruly: Callable[[float], None], tmp_path: Path) -> tuple[Path, dict[str, bytes]]:
    """A folder with a manifest, and the bytes that the engine of one machine makes of it."""
    write_lines(tmp_path / "m.jsonl", [*texts(60), {"reference_text": "x", "candidate_text": "POISON"}])
    finished(start(tmp_path, "--workers", "2"))
    unbroken = taken(tmp_path)
    assert b"died of it 3 times" in unbroken["out.jsonl"]
    unruly(0.04)
    return tmp_path, unbroken


@pytest.mark.timeout(40 * ROUNDS + 120)
def test_the_same_bytes_though_a_worker_is_killed(manifest: tuple[Path, dict[str, bytes]]) -> None:
    folder, unbroken = manifest
    draw = random.Random(13)
    killed = 0
    for _ in range(ROUNDS):
        running = start(folder, "--cluster", "local", "--workers", "2")
        while not (folder / "out.jsonl.parts" / "part-0000000.arrow").exists():
            assert running.poll() is None, running.communicate()
            time.sleep(0.02)
        time.sleep(draw.uniform(0, 1))
        for worker in draw.sample(found, 1) if (found := dask_workers(running.pid)) else []:
            os.kill(worker, signal.SIGKILL)
            killed += 1
        finished(running)
        assert taken(folder) == unbroken
    assert killed


def test_families_are_the_same_on_a_cluster(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run_module, "_FEW_DOCUMENTS", 0)
    collected = versions()
    rows = [{"id": name, "candidate_text": text} for name, text in collected.items()]
    manifest = FileManifest(path=write_lines(tmp_path / "m.jsonl", rows), check=True)
    collection = Collection(manifest=manifest, root=".", scratch=tmp_path, cluster="local", workers=1)
    table, left_out = grouped(collection, Silent())
    assert not left_out
    assert families_of(table.table()) == in_memory(collected)


def test_an_unreachable_scheduler_is_told_within_ten_seconds(tmp_path: Path) -> None:
    write_lines(tmp_path / "m.jsonl", texts(1))
    page = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        with contextlib.suppress(OSError):
            while True:
                with page.accept()[0] as asked:
                    asked.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

    threading.Thread(target=serve, daemon=True).start()
    web = f"tcp://127.0.0.1:{page.getsockname()[1]}"
    for address, words in (
        ("tcp://127.0.0.1:9", b"no scheduler answers at tcp://127.0.0.1:9"),
        (web, f"what answers at {web} is no scheduler of Dask".encode()),
        ("nonsense", b"tcp://HOST:PORT"),
    ):
        begun = time.monotonic()
        running = start(tmp_path, "--cluster", address)
        _, said = running.communicate(timeout=30)
        assert time.monotonic() - begun < 10
        assert running.returncode == 2
        assert said.count(b"\n") == 1
        assert words in said
        assert [path.name for path in tmp_path.iterdir()] == ["m.jsonl"]
    page.close()
