"""Running the command line: in this process where that will do, in one of its own where it will not."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from compare.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

REFERENCE = """The harbour at Saint Orme

The harbour at Saint Orme was dug in 1842 by forty convicts. It silted up within a decade. The town paid for
a dredger, the Patience, which worked every summer until 1911. Fishing boats returned and the market grew.

Nobody asked the convicts what they thought. One of them, Elias Tarn, kept a diary in a tin box. It was found
in 1967 under the floor of a net loft. The museum shows three of its pages.
"""
CANDIDATE = (
    REFERENCE.replace("1842", "1824")
    .replace("Elias Tarn", "Elias Tarne")
    .replace("and the market", "and the the market")
)
OTHER = """Bread rises because yeast eats sugar and gives off gas. Bakers in the valley feed their leaven twice a day.

Flour from the new mill is stronger than what they had before. A loaf takes nine hours from bowl to shelf.
"""


@dataclass(frozen=True)
class Done:
    """What a run left behind."""

    code: int
    out: str
    err: str


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of small texts, which is also the working directory."""
    (tmp_path / "reference.txt").write_text(REFERENCE, encoding="utf-8")
    (tmp_path / "candidate.txt").write_text(CANDIDATE, encoding="utf-8")
    (tmp_path / "other.txt").write_text(OTHER, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "COLUMNS", "TERM"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Done]:
    """Run truecopy in this process: ``run("score", "a", "b", stdin=b"…")``."""

    def run(*arguments: str, stdin: bytes = b"") -> Done:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        try:
            code = main(list(arguments))
        except SystemExit as leaving:
            code = leaving.code if isinstance(leaving.code, int) else 1
        sys.stdout.flush()
        out, err = capfd.readouterr()
        return Done(code=code, out=out, err=err)

    return run


def process(*arguments: str, cwd: Path, stdin: int | None = None) -> subprocess.Popen[bytes]:
    """Start truecopy as a process of its own."""
    command = [sys.executable, "-c", "import sys; from compare.cli import main; sys.exit(main())", *arguments]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=stdin, stdout=pipe, stderr=pipe, cwd=cwd, env=environment)


def assert_one_line(done: Done, *words: str) -> None:
    """One line on standard error that says these words, nothing on standard output, and exit code 2."""
    assert done.code == 2, done
    assert not done.out
    assert done.err.count("\n") == 1
    for word in words:
        assert word in done.err
