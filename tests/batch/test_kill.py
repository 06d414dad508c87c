"""Killed at a random moment and run again, a batch gives every row once, and the bytes of an unbroken run.

TRUECOPY_KILL_ROUNDS=20 makes the full measure of it; the suite takes fewer rounds, from the same seed.
"""

from __future__ import annotations

import os
import random
import signal
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.batch.conftest import texts, write_lines
from tests.cli.conftest import process

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable

ROUNDS = int(os.environ.get("TRUECOPY_KILL_ROUNDS", "2"))
ROWS = 80
ROW_SECONDS = 0.04
NAMES = ("out.jsonl", "out.findings.jsonl", "out.jsonl.summary.json")

pytestmark = pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="finds the workers by /proc")


def start(folder: Path) -> subprocess.Popen[bytes]:
    options = ("--workers", "2", "--part-rows", "5", "--resume", "--quiet")
    return process("batch", "m.jsonl", "-o", "out.jsonl", *options, cwd=folder)


def finished(running: subprocess.Popen[bytes]) -> float:
    begun = time.monotonic()
    _, said = running.communicate(timeout=120)
    assert running.returncode == 0, said
    return time.monotonic() - begun


def workers(parent: int) -> list[int]:
    try:
        children = Path(f"/proc/{parent}/task").glob("*/children")
        return sorted(int(child) for path in children for child in path.read_text().split())
    except OSError:
        return []


def is_alive(number: int) -> bool:
    """Whether a process is there, and more than a line in the table of processes."""
    try:
        return bool(Path(f"/proc/{number}/cmdline").read_bytes())
    except OSError:
        return False


def taken(folder: Path) -> dict[str, bytes]:
    """Take the result away, and give its bytes."""
    assert sorted(path.name for path in folder.iterdir()) == sorted(["m.jsonl", *NAMES])
    found = {name: (folder / name).read_bytes() for name in NAMES}
    for name in NAMES:
        (folder / name).unlink()
    return found


@pytest.fixture
def slow(unruly: Callable[[float], None], tmp_path: Path) -> tuple[Path, dict[str, bytes], float]:
    """A folder with a manifest, the bytes of an unbroken run of it, and how long that takes."""
    unruly(ROW_SECONDS)
    write_lines(tmp_path / "m.jsonl", texts(ROWS))
    seconds = finished(start(tmp_path))
    assert seconds > ROWS * ROW_SECONDS / 2
    return tmp_path, taken(tmp_path), seconds


@pytest.mark.timeout(30 * ROUNDS + 120)
def test_the_parent_is_killed(slow: tuple[Path, dict[str, bytes], float]) -> None:
    folder, unbroken, seconds = slow
    draw = random.Random(7)
    for _ in range(ROUNDS):
        running = start(folder)
        time.sleep(draw.uniform(0, seconds))
        orphans = workers(running.pid)
        running.kill()
        running.communicate()
        finished(start(folder))
        assert taken(folder) == unbroken
        assert not [orphan for orphan in orphans if is_alive(orphan)]


@pytest.mark.timeout(30 * ROUNDS + 120)
def test_a_worker_is_killed(slow: tuple[Path, dict[str, bytes], float]) -> None:
    folder, unbroken, seconds = slow
    draw = random.Random(11)
    killed = 0
    for _ in range(ROUNDS):
        running = start(folder)
        time.sleep(draw.uniform(0.3, 0.8) * seconds)
        for worker in draw.sample(found, 1) if (found := workers(running.pid)) else []:
            os.kill(worker, signal.SIGKILL)
            killed += 1
        finished(running)
        assert taken(folder) == unbroken
    assert killed


def test_an_interrupt_is_heard_and_kept(
    slow: tuple[Path, dict[str, bytes], float], unruly: Callable[[float], None]
) -> None:
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        pytest.skip("whoever started this ignores interrupts, as shells do for what runs in the background")
    folder, unbroken, _ = slow
    # So slow that it cannot be over before it is interrupted, however busy the machine.
    unruly(10 * ROW_SECONDS)
    running = start(folder)
    while not list((folder / "out.jsonl.parts").glob("part-*.arrow")):
        time.sleep(0.02)
    running.send_signal(signal.SIGINT)
    running.communicate(timeout=20)
    assert running.returncode == 130
    assert list((folder / "out.jsonl.parts").glob("part-*.arrow"))
    unruly(0)
    finished(start(folder))
    assert taken(folder) == unbroken


def test_two_runs_at_once_do_not_mix(slow: tuple[Path, dict[str, bytes], float]) -> None:
    folder, unbroken, _ = slow
    first = start(folder)
    while not (folder / "out.jsonl.parts" / "lock").exists():
        time.sleep(0.05)
    second = start(folder)
    _, said = second.communicate(timeout=60)
    assert second.returncode == 2
    assert b"another run is at work" in said
    finished(first)
    assert taken(folder) == unbroken
