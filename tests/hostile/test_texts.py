"""Whatever a text or its name holds, no form passes on what steers a screen, runs in a page, or computes in a table."""

from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pytest
from defusedxml import ElementTree  # type: ignore[import-untyped]

from tests.cli.conftest import CANDIDATE, REFERENCE, Done, folder, run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["folder", "run"]

STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
HURT = (
    "=HYPERLINK(1) -2+3 @SUM(1) +1 \x1b[2J\x1b]0;owned\x07 \x9b31m \u202eevil\u2066 zero\u200bwidth\ufeff "
    "e\u0301\u0327 <script>hurt()</script> <img src=x onerror=hurt()> [link](javascript:hurt()) "
    "![x](http://192.0.2.1/) | a | `b` "
    "${x} %0a::error::hurt \x00 \x85 ]]> <!-- --> & &lt; \U000e0041 \\input{hurt} \\write18{hurt}"
)
NAME = "=1+1 \x1b[2J\u202e<img src=x onerror=hurt()>\n::error::hurt|`$.txt"
FORMS = [
    *(("score", form) for form in ("text", "json", "jsonl", "html", "markdown", "csv", "github")),
    *(("check", form) for form in ("text", "json", "jsonl", "html", "markdown", "csv", "github")),
    *(("diff", form) for form in ("text", "html")),
    *(("collate", form) for form in ("text", "json", "html", "csv", "tei")),
    *(("rank", form) for form in ("text", "json", "markdown", "latex", "csv")),
    *(("families", form) for form in ("text", "json", "csv")),
]


class Tags(HTMLParser):
    """The elements of a page, with what would run in them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.hurt: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        for name, value in attributes:
            if name.startswith("on") or "javascript:" in (value or "") or "192.0.2.1" in (value or ""):
                self.hurt.append(f"{tag} {name}={value}")
        if tag == "img":
            self.hurt.append(tag)

    def handle_data(self, data: str) -> None:
        if self.lasttag == "script" and "hurt" in data:
            self.hurt.append(data)


@pytest.fixture
def hostile(folder: Path) -> tuple[str, ...]:
    """Three versions of a text that hold all of it, the second in other words, under a name that is as bad."""
    # A file with a NUL is no text: it is refused, which is another test.
    hurt = HURT.replace("\x00", "")
    marked = f"{REFERENCE}\nThe sign said {hurt}, and nobody read it.\n\n=1+1 begins the line.\n"
    (folder / "reference.txt").write_text(marked, encoding="utf-8")
    text = marked.replace("1842", "1824").replace("nobody", "no <b>body</b> \x1b[31m body")
    (folder / NAME).write_text(text, encoding="utf-8")
    (folder / "third.txt").write_text(CANDIDATE + hurt, encoding="utf-8")
    return "reference.txt", NAME, "third.txt"


def files(command: str, names: tuple[str, ...]) -> tuple[str, ...]:
    return names[1:2] if command == "check" else names[:2] if command == "diff" else names


@pytest.mark.parametrize(("command", "form"), FORMS, ids=lambda part: part)
def test_no_form_passes_it_on(
    folder: Path, run: Callable[..., Done], hostile: tuple[str, ...], command: str, form: str
) -> None:
    done = run(command, *files(command, hostile), "--format", form)
    assert done.code == 0, done
    assert not STEERING.search(done.out), STEERING.search(done.out)
    assert not STEERING.search(done.err)
    if form in ("json", "jsonl"):
        for line in done.out.splitlines() if form == "jsonl" else [done.out]:
            json.loads(line)
    elif form == "csv":
        for row in csv.reader(io.StringIO(done.out)):
            for cell in row:
                assert not cell.startswith(("=", "@", "\t", "\r")), cell
                assert not re.match(r"[+-](?![\d.]+$)", cell), cell
    elif form == "html":
        assert Tags(done.out).hurt == []
        assert "Content-Security-Policy" in done.out
        assert not re.search(r"(?:src|href)=[\"']?(?:https?:)?//", done.out)
    elif form == "tei":
        ElementTree.fromstring(done.out.encode())
    elif form == "markdown":
        # Outside of code, what begins an element is written out.
        assert not re.search(r"(?<!\\)<(?:script|img)", done.out)
        assert "](javascript:" not in done.out.replace("\\]", "").replace("\\(", "")
    elif form == "github":
        # A line that a text has begun itself would be a command to the build server.
        assert all(line.startswith("::") for line in done.out.splitlines())
        assert not re.search(r"(?m)^::error::hurt", done.out)
    elif form == "latex":
        assert not re.search(r"(?<!\\textbackslash)\\(?:input|write18)", done.out)


def test_files_for_build_servers(folder: Path, run: Callable[..., Done], hostile: tuple[str, ...]) -> None:
    run("score", *hostile, "--junit", "junit.xml", "--sarif", "out.sarif", "--fail-on", "minor")
    written = (folder / "junit.xml").read_bytes(), (folder / "out.sarif").read_bytes()
    ElementTree.fromstring(written[0])
    json.loads(written[1])
    for data in written:
        assert not STEERING.search(data.decode("utf-8"))


def test_errors_name_such_files_on_one_line(folder: Path, run: Callable[..., Done]) -> None:
    for name in (NAME, f"gone {NAME}"):
        if name == NAME:
            (folder / name).write_bytes(b"a\0b")
        done = run("score", "reference.txt", name)
        assert done.code == 2
        assert done.err.count("\n") == 1
        assert not STEERING.search(done.err)


def test_aligned_lines(folder: Path, run: Callable[..., Done]) -> None:
    (folder / "one.txt").write_text(f"{HURT.replace(chr(0), '')}\n=1+1\n", encoding="utf-8")
    (folder / "two.txt").write_text(f"{HURT.replace(chr(0), '')} more\n=1+2\n", encoding="utf-8")
    for form in ("text", "json", "jsonl", "csv"):
        done = run("score", "--aligned", "one.txt", "two.txt", "--format", form)
        assert done.code == 0, done
        assert not STEERING.search(done.out), form


def test_texts_that_no_file_can_hold(folder: Path) -> None:
    """Half surrogate pairs and NUL come through Python, JSON and databases."""
    import compare
    from compare.report import markdown, page, serial, table, terminal

    text = f"{REFERENCE} \ud800 and \udfff \x00 {HURT}"
    report = compare.compare_texts(text, text.replace("1842", "1824"))
    assert len(report.findings) == 1
    forms: list[Callable[[Any], str]] = [
        lambda each: terminal.render(each, width=80, explain=True),
        markdown.render,
        page.render,
        table.render,
        lambda each: serial.render_json([each]),
    ]
    for form in forms:
        drawn = form(report)
        assert not STEERING.search(drawn)
        drawn.encode("utf-8")
