"""Pictures of the viewer with the demonstration, by a real Chromium.

python benchmarks/screenshots.py [FOLDER]
"""

from __future__ import annotations

import io
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "screenshots"
OPTIONS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]


def loop(page: Page) -> None:
    page.locator(".finding-head", has=page.locator('.kind:text-is("loop")')).first.click()
    page.wait_for_selector("span.chosen .mark.loop")


def panel(name: str, sign: str) -> Callable[[Page], None]:
    def turn(page: Page) -> None:
        page.get_by_role("radio", name=name).click()
        page.locator(sign).first.wait_for()

    return turn


STATES: tuple[tuple[str, str, str, tuple[int, int], Callable[[Page], None]], ...] = (
    ("side-by-side", "roundtrip", "light", (1280, 800), loop),
    ("dark", "roundtrip", "dark", (1280, 800), loop),
    ("excerpt", "excerpt", "light", (1280, 800), lambda _: None),
    ("sum", "roundtrip", "light", (1280, 800), panel("Summary", "tr.total")),
    ("versions", "roundtrip", "light", (1280, 800), panel("Versions", "td.cell")),
    ("facts", "roundtrip", "light", (1280, 800), panel("Facts", "td.value")),
    ("narrow", "roundtrip", "light", (390, 844), loop),
)


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        sys.exit("Chromium is not installed; apt-get install chromium")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    start = "import sys; from compare.cli import main; sys.exit(main())"
    server = subprocess.Popen(
        [sys.executable, "-c", start, "view", "--headless", "--port", str(port)],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
    )
    try:
        url = f"http://127.0.0.1:{port}"
        ready(url)
        with sync_playwright() as runner:
            browser = runner.chromium.launch(executable_path=chromium, args=OPTIONS)
            for name, candidate, scheme, (width, height), act in STATES:
                context = browser.new_context(
                    viewport={"width": width, "height": height},
                    color_scheme="dark" if scheme == "dark" else "light",
                    reduced_motion="reduce",
                )
                page = context.new_page()
                page.goto(f"{url}/?reference=reference.txt&candidate={candidate}.txt")
                page.wait_for_selector('[data-part="rows"] .row')
                act(page)
                page.wait_for_load_state("networkidle")
                if name == "narrow":
                    page.locator('[data-part="root"]').scroll_into_view_if_needed()
                    page.locator('[data-part="stage"], .stage').first.evaluate(
                        "e => e.scrollIntoView({block: 'end'})"
                    )
                picture = Image.open(io.BytesIO(page.screenshot(animations="disabled")))
                # A page of text needs few colours: a third of the size, and nothing that one would see.
                picture.convert("RGB").quantize(160).save(folder / f"{name}.png", optimize=True)
                print(folder / f"{name}.png")
                context.close()
            browser.close()
    finally:
        server.terminate()
        server.wait()


def ready(url: str) -> None:
    for _ in range(600):
        try:
            urllib.request.urlopen(f"{url}/_stcore/health", timeout=1).close()
            return
        except OSError:
            time.sleep(0.05)
    sys.exit("the viewer did not start")


if __name__ == "__main__":
    main()
