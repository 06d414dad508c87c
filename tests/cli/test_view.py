"""How the viewer is started; what it shows is tested with the viewer."""

from __future__ import annotations

import importlib.util
import os
import socket
import subprocess
from itertools import pairwise
from typing import TYPE_CHECKING

from tests.cli.conftest import assert_one_line

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    from tests.cli.conftest import Done


class Started:
    """Stands for the server: keeps the command, and ends at once or by an interrupt."""

    commands: list[list[str]] = []  # noqa: RUF012
    interrupts = 0

    def __init__(self, command: list[str]) -> None:
        self.commands.append(command)
        self.waits = 0

    def wait(self) -> int:
        self.waits += 1
        if self.waits <= self.interrupts:
            raise KeyboardInterrupt
        return 0


def test_served_to_this_machine_alone(
    folder: Path, run: Callable[..., Done], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("compare.cli.view.SERVER_TAKES_OVER", False)
    monkeypatch.setattr(subprocess, "Popen", Started)
    assert run("view", "reference.txt", "candidate.txt", "--port", "8123", "--headless").code == 0
    command = Started.commands.pop()
    settings = dict(pairwise(command))
    assert settings["--server.address"] == "127.0.0.1"
    assert settings["--server.port"] == "8123"
    assert settings["--server.headless"] == "true"
    assert settings["--browser.gatherUsageStats"] == "false"
    assert 0 < int(settings["--server.maxUploadSize"]) <= 200
    assert command[command.index("--") + 1 :] == [
        str(folder / "reference.txt"),
        str(folder / "candidate.txt"),
    ]


def test_a_port_that_is_taken_is_passed_over_and_the_address_told(
    run: Callable[..., Done], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("compare.cli.view.SERVER_TAKES_OVER", False)
    monkeypatch.setattr(subprocess, "Popen", Started)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        monkeypatch.setattr("compare.cli.view.FIRST_PORT", port)
        told = run("view", "--headless").err
    settings = dict(pairwise(Started.commands.pop()))
    assert int(settings["--server.port"]) > port
    assert f"http://127.0.0.1:{settings['--server.port']} " in told
    assert settings["--logger.hideWelcomeMessage"] == "true"
    assert "http://localhost:8123 " in run("view", "--port", "8123", "--address", "0.0.0.0").err


def test_stopped_by_an_interrupt(run: Callable[..., Done], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("compare.cli.view.SERVER_TAKES_OVER", False)
    monkeypatch.setattr(subprocess, "Popen", Started)
    monkeypatch.setattr(Started, "interrupts", 1)
    assert run("view").code == 130


def test_the_server_takes_the_place_of_the_command(
    folder: Path, run: Callable[..., Done], monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[list[str]] = []
    monkeypatch.setattr("compare.cli.view.SERVER_TAKES_OVER", True)
    monkeypatch.setattr(os, "execv", lambda _program, command: taken.append(command))
    monkeypatch.setattr(subprocess, "Popen", Started)
    run("view", "reference.txt", "--reviews", "sqlite://")
    assert taken[0][-3:] == ["--reviews", "sqlite://", str(folder / "reference.txt")]


def test_without_streamlit(run: Callable[..., Done], monkeypatch: pytest.MonkeyPatch) -> None:
    find = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name, *rest: None if name == "streamlit" else find(name, *rest)
    )
    assert_one_line(run("view"), "Streamlit", "truecopy[viewer]")
