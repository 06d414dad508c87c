"""How quick the viewer is, in a real Chromium on this machine, against the aims that it was built for.

    python benchmarks/viewer.py [--repeat N]

Each figure is the best of N runs (default 3): what others do on the machine only ever adds. The texts are made up
from a seed. The long pair is opened as a finished report: it is the drawing that is measured there, not the comparing.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from playwright.sync_api import Page, sync_playwright  # noqa: E402

import compare  # noqa: E402
from compare.text.documents import document  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

SEED = 11
TEXT = """
harbour ferry island winter engine repair captain crew storm company minister report week month price boat medicine
food letter school doctor quiet narrow early late heavy old bridge stone garden market council river lamp
"""
WORDS = TEXT.split()
ROWS = '[data-part="rows"] .row'
OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
]
OPTIONS += ["--disable-component-update", "--disable-sync", "--enable-precise-memory-info"]
SHADOW = "[...document.querySelectorAll('*')].map(e => e.shadowRoot).find(r => r?.querySelector('[data-part=rows]'))"

SCROLL = f"""async () => {{
  const root = {SHADOW} ?? document;
  const area = root.querySelector('[data-part="scroll"]');
  const long = [];
  const observer = new PerformanceObserver((list) => long.push(...list.getEntries().map((each) => each.duration)));
  observer.observe({{ type: 'longtask' }});
  let drawn = 0;
  for (let at = 0; at < 120; at += 1) {{
    area.scrollTop += at < 100 ? 900 : 20000;
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    drawn = Math.max(drawn, root.querySelectorAll('.row').length);
  }}
  await new Promise((done) => setTimeout(done, 300));
  observer.disconnect();
  return {{ longest: Math.max(0, ...long), drawn }};
}}"""
FILTER = f"""async () => {{
  const root = {SHADOW} ?? document;
  const chip = root.querySelector('[data-severity]');
  const began = performance.now();
  chip.click();
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - began;
}}"""


def text(count: int) -> str:
    draw = random.Random(SEED)
    sentences = []
    for number in range(count):
        words = [draw.choice(WORDS) for _ in range(draw.randint(8, 22))]
        sentences.append(f"The {' '.join(words)} in {1500 + number % 500}.")
    return "\n\n".join(" ".join(sentences[at : at + 5]) for at in range(0, count, 5))


def spoilt(true: str) -> str:
    """The text with a word or a year changed in every seventh sentence."""
    draw = random.Random(SEED + 1)
    sentences = true.split(". ")
    for at in range(0, len(sentences), 7):
        words = sentences[at].split(" ")
        words[draw.randrange(1, len(words))] = draw.choice((*WORDS, "1907"))
        sentences[at] = " ".join(words)
    return ". ".join(sentences)


@contextmanager
def serving(*files: Path) -> Iterator[str]:
    """A viewer that has just been started, not yet ready."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    main = "import sys; from compare.cli import main; sys.exit(main())"
    process = subprocess.Popen(
        [sys.executable, "-c", main, "view", "--headless", "--port", str(port), *map(str, files)],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


def ready(url: str) -> None:
    while True:
        try:
            urllib.request.urlopen(f"{url}/_stcore/health", timeout=1).close()
            return
        except OSError:
            time.sleep(0.02)


def drawn(browser: Browser, url: str) -> tuple[Page, float]:
    page = browser.new_page(viewport={"width": 1280, "height": 850})
    began = time.perf_counter()
    page.goto(url)
    page.wait_for_selector(ROWS)
    return page, time.perf_counter() - began


def first_sight(browser: Browser) -> float:
    began = time.perf_counter()
    with serving() as url:
        ready(url)
        page, _ = drawn(browser, url)
        took = time.perf_counter() - began
        page.close()
    return took


def upload(browser: Browser, url: str, number: int) -> float:
    """From the choice of two articles (900 words each) to both drawn; fresh ones each time."""
    page, _ = drawn(browser, url)
    page.get_by_role("button", name="Add versions").click()
    true = text(60).replace("harbour", f"harbour{number}")
    chooser = page.locator('[data-testid="stFileUploaderDropzoneInput"]').first
    chooser.wait_for(state="attached")
    files: list[Any] = [
        {"name": name, "mimeType": "text/plain", "buffer": content.encode()}
        for name, content in (("true.txt", true), ("copy.txt", spoilt(true)))
    ]
    began = time.perf_counter()
    chooser.set_input_files(files)
    page.wait_for_selector('.head.candidate bdi:text-is("copy.txt"), .head.candidate bdi:text-is("true.txt")')
    took = time.perf_counter() - began
    page.close()
    return took


def long_report(folder: Path, count: int) -> Path:
    true = text(count)
    report = compare.compare_documents(document(true, name="true"), document(spoilt(true), name="copy"))
    path = folder / f"{count}.json"
    path.write_text(json.dumps(report.to_dict()), encoding="utf-8")
    return path


def megabytes(page: Page) -> float:
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    session.send("HeapProfiler.collectGarbage")
    found = {each["name"]: each["value"] for each in session.send("Performance.getMetrics")["metrics"]}
    return float(found["JSHeapUsedSize"]) / 1e6


def row(name: str, value: float, aim: float, unit: str) -> None:
    print(
        f"| {name} | {value:.3g} {unit} | ≤ {aim:g} {unit} | {'yes' if value <= aim else 'NO'} |", flush=True
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--repeat", type=int, default=3)
    repeat = parser.parse_args().repeat
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        sys.exit("Chromium is not installed")
    with sync_playwright() as runner, tempfile.TemporaryDirectory() as folder:
        browser = runner.chromium.launch(executable_path=chromium, args=OPTIONS)
        print("| what | best | aim | met |\n|---|---|---|---|")
        row("start to the demonstration drawn", min(first_sight(browser) for _ in range(repeat)), 4, "s")
        with serving() as url:
            ready(url)
            took = min(upload(browser, url, number) for number in range(repeat))
        row("two articles uploaded to drawn", took, 1.5, "s")
        with serving(long_report(Path(folder), 5000)) as url:
            ready(url)
            drawn(browser, url)[0].close()  # the first reads the file and sets the words against each other
            pages = [drawn(browser, url) for _ in range(repeat)]
            row("5,000 rows to drawn", min(took for _, took in pages), 2, "s")
            scrolled = [page.evaluate(SCROLL) for page, _ in pages]
            row("longest task while scrolling them", min(each["longest"] for each in scrolled), 100, "ms")
            row("memory of the page", min(megabytes(page) for page, _ in pages), 300, "MB")
            print(f"\nrows in the page at a time: {max(each['drawn'] for each in scrolled)}\n")
        with serving(long_report(Path(folder), 1000)) as url:
            ready(url)
            page, _ = drawn(browser, url)
            took = min(page.evaluate(FILTER) for _ in range(repeat + 1)) / 1000
            row("a filter changed at 1,000 rows", took, 0.5, "s")
        browser.close()


if __name__ == "__main__":
    main()
