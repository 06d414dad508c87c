"""A viewer's server for a module of tests, and a browser that fails a test on any request beyond this machine."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, BrowserContext, Page, Playwright

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = next((path for name in ("chromium", "chromium-browser") if (path := shutil.which(name))), None)
CHROMIUM_OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
START_SECONDS = 60
PATIENCE_MS = 30_000
TRIES_AGAIN = 1

TRUE = (
    "The harbour office in Port Elsin burned down on Tuesday night. Forty boats lay at anchor in 2014. "
    "Nobody was hurt, said Captain Ilsa Varn. The mayor blamed a faulty stove in the customs kitchen. "
    "Rebuilding will take two summers and cost 30 million crowns. The ferry to Corrath still leaves at noon."
)
COPY = (
    "The harbour office in Port Elsin burned down on Tuesday night. Forty boats lay at anchor in 2041. "
    "Nobody was hurt, said Captain Ilsa Varm. The mayor blamed a faulty stove in the the customs kitchen. "
    "Rebuilding will take two summers and cost 300 million crowns."
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let what runs in a browser try once more: three processes race there, and a loaded machine may starve one.

    A retry is counted in the closing line, so that a test that needs it often is seen.
    """
    for item in items:
        if "visit" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.flaky(reruns=TRIES_AGAIN))


class Server:
    """One viewer: its address, and the process to stop or start anew."""

    def __init__(self, *arguments: str, **environment: str) -> None:
        self.arguments = arguments
        self.environment = {**os.environ, **environment}
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.start()

    def start(self) -> None:
        main = "import sys; from compare.cli import main; sys.exit(main())"
        command = [sys.executable, "-c", main, "view", "--headless", "--port", str(self.port)]
        self.process = subprocess.Popen(
            [*command, *self.arguments],
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until:
            try:
                with urllib.request.urlopen(f"{self.url}/_stcore/health", timeout=1):
                    return
            except OSError:
                time.sleep(0.05)
        raise TimeoutError("the viewer did not start")

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(10)


@contextmanager
def serving(*arguments: str, **environment: str) -> Iterator[Server]:
    server = Server(*arguments, **environment)
    try:
        yield server
    finally:
        server.stop()


@pytest.fixture(scope="module")
def demonstration() -> Iterator[Server]:
    """A viewer without files: it shows the demonstration."""
    with serving() as server:
        yield server


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed")
    from playwright.sync_api import sync_playwright

    runner: Playwright
    with sync_playwright() as runner:
        opened = runner.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_OPTIONS)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """One profile for all pages: what they load of Streamlit is then loaded once a server."""
    opened = browser.new_context(viewport={"width": 1280, "height": 850})
    opened.set_default_timeout(PATIENCE_MS)
    yield opened
    opened.close()


@pytest.fixture
def visit(context: BrowserContext) -> Iterator[Callable[..., Page]]:
    """Open pages; at the end, none may have sent a request elsewhere, or complained on its console."""
    opened: list[Page] = []
    strangers: list[str] = []
    complaints: list[str] = []

    def open_page(
        url: str,
        *,
        wait: bool = True,
        width: int = 1280,
        height: int = 850,
        color_scheme: Literal["dark", "light"] = "light",
    ) -> Page:
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=color_scheme)
        opened.append(page)

        def note(address: str) -> None:
            parts = urlsplit(address)
            if parts.scheme not in ("data", "blob", "about") and parts.hostname != "127.0.0.1":
                strangers.append(address)

        page.on("request", lambda request: note(request.url))
        page.on("websocket", lambda socket: note(socket.url))
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(url)
        if wait:
            page.wait_for_selector('[data-part="rows"] .row')
        return page

    yield open_page
    for page in opened:
        page.close()
    assert strangers == []
    assert complaints == []


@pytest.fixture
def texts(tmp_path: Path) -> tuple[Path, Path]:
    """Two versions of a piece as files: ``true.txt`` and ``copy.txt``."""
    paths = tmp_path / "true.txt", tmp_path / "copy.txt"
    for path, text in zip(paths, (TRUE, COPY), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths
