"""Small manifests, and workers that can be made slow or deadly."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("pyarrow", reason="the extra batch is not installed")

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

TRUE = "The ferry to Norrholm left at noon. It carried 40 cars and a horse. Nobody was on deck."
COPY = "The ferry to Norrholm left at noon. It carried 14 cars and a a horse."

# Runs in every worker before anything else: a text may then kill its worker, or take its time.
_UNRULY = """
import os, signal, time
try:
    from compare.batch import scoring
except ImportError:
    scoring = None
if scoring is not None:
    judged = scoring._judged
    def unruly(row, task):
        text = row.candidate_text or ""
        if "POISON" in text:
            os.kill(os.getpid(), signal.SIGKILL)
        if "ENDLESS" in text:
            time.sleep(600)
        time.sleep(float(os.environ.get("UNRULY_SECONDS", "0")))
        return judged(row, task)
    scoring._judged = unruly
"""


def texts(count: int) -> list[dict[str, str]]:
    """Rows with texts of their own, every third a true copy."""
    return [
        {
            "id": f"row {number}",
            "reference_text": f"{TRUE} The crossing took {number} minutes.",
            "candidate_text": f"{COPY if number % 3 else TRUE} The crossing took {number} minutes.",
            "system": "one" if number % 2 else "two",
        }
        for number in range(1, count + 1)
    ]


def write_lines(path: Path, rows: Iterable[object]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture
def unruly(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Callable[[float], None]:
    """Make workers obey the words POISON and ENDLESS, and let every row take some seconds."""
    folder = tmp_path_factory.mktemp("unruly")
    (folder / "sitecustomize.py").write_text(_UNRULY, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(folder))
    # Runs in a process of their own are given the path of this one.
    monkeypatch.syspath_prepend(str(folder))

    def slow(seconds: float = 0.0) -> None:
        monkeypatch.setenv("UNRULY_SECONDS", str(seconds))

    slow()
    return slow
