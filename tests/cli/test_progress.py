"""Progress: a bar where a person looks, plain lines where a log does, nothing with --quiet."""

from __future__ import annotations

import argparse
import io
import sys
from typing import TYPE_CHECKING

from compare.cli import progress as module
from compare.cli.progress import Progress

if TYPE_CHECKING:
    import pytest


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def worked(quiet: bool) -> Progress:
    with Progress(argparse.Namespace(quiet=quiet)) as progress:
        progress.begin(2000, 500)
        progress.say("going on")
        progress.add(300)
        progress.add_errors(2)
        progress.add(200)
    return progress


def test_plain_lines(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_LINE_SECONDS", -1.0)
    progress = worked(quiet=False)
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "truecopy: going on"
    assert lines[1].startswith("truecopy: 800 of 2,000 rows (40 %), ")
    assert lines[2].startswith("truecopy: 1,000 of 2,000 rows (50 %), ")
    assert "a second" in lines[2]
    assert "left" in lines[2]
    assert progress.line().endswith("2 errors")


def test_lines_are_few(capsys: pytest.CaptureFixture[str]) -> None:
    worked(quiet=False)
    assert capsys.readouterr().err == "truecopy: going on\n"


def test_a_bar_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    worked(quiet=False)
    assert "truecopy: going on" in terminal.getvalue()
    assert "2000" in terminal.getvalue()


def test_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    worked(quiet=True)
    assert capsys.readouterr().err == ""
