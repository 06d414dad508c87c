"""The pages of docs/: they build without a warning, load nothing from elsewhere, and name all that is public."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

import compare
from compare.cli import COMMANDS
from tools.doctests import fenced
from tools.json_forms import json_forms

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
OUTSIDE = re.compile(
    r"""(?:<(?:script|link|img|iframe)\b[^>]*?(?:src|href)=["']?|url\(["']?|@import\s+["'])(?:https?:)?//"""
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    build = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    done = subprocess.run(build, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return folder


def test_every_document_has_a_place_in_the_navigation() -> None:
    listed = set(re.findall(r": (\S+\.md)$", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE))
    assert {path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md")} == listed


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    pages = [path for path in site.rglob("*") if path.suffix in {".html", ".css"}]
    assert len(pages) > 10
    assert [path.name for path in pages if OUTSIDE.search(path.read_text(encoding="utf-8"))] == []


def test_what_would_load_from_elsewhere_is_told() -> None:
    assert OUTSIDE.search('<link rel="stylesheet" href="https://example.org/a.css">')
    assert OUTSIDE.search("src: url(//example.org/font.woff2)")
    assert not OUTSIDE.search('<a href="https://example.org/">a link that a reader may follow</a>')


def test_the_reference_names_all_that_is_public(site: Path) -> None:
    page = (site / "reference" / "python.html").read_text(encoding="utf-8")
    missing = [name for name in compare.__all__ if not re.search(rf'id="compare\.[\w.]*\b{name}"', page)]
    assert missing == ["__version__"]


def test_the_reference_has_every_command(site: Path) -> None:
    page = (site / "reference" / "commands.html").read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"usage: truecopy {name}" not in page] == []


def test_the_reference_has_every_form_of_json(site: Path) -> None:
    page = (site / "reference" / "json.html").read_text(encoding="utf-8")
    for path in (ROOT / "compare" / "report" / "schema").glob("*.json"):
        schema = json.loads(path.read_text(encoding="utf-8"))
        assert schema["title"] in page
        assert [name for name in schema["properties"] if f"<code>{name}</code>" not in page] == []


def test_every_member_of_a_report_says_what_it_means() -> None:
    mute = [
        row
        for row in json_forms().partition("## What truecopy check")[0].splitlines()
        if row.endswith("|  |")
    ]
    plain = {"`schema`", "`reference`", "`candidate`", "`kind`"}  # told by their type
    assert [row for row in mute if row.split(" | ")[0].removeprefix("| ") not in plain] == []


def test_a_doctest_is_fenced_until_the_next_blank_line() -> None:
    text = "Adds.\n\n>>> 1 + 1\n2\n>>> 2\n2\n\nThat is all.\n\n>>> 3\n3"
    code = ["```pycon", ">>> 1 + 1", "2", ">>> 2", "2", "```"]
    assert fenced(text).splitlines() == [
        "Adds.",
        "",
        *code,
        "",
        "That is all.",
        "",
        "```pycon",
        ">>> 3",
        "3",
        "```",
    ]


def test_examples_of_docstrings_are_code(site: Path) -> None:
    page = (site / "reference" / "python.html").read_text(encoding="utf-8")
    assert re.search(r'<code class="language-pycon">&gt;&gt;&gt; ', page)
    assert not re.search(r"<blockquote>", page)


@pytest.mark.parametrize("name", ["README.md", "docs/explanation.md"])
def test_a_figure_of_quality_stands_in_the_measures_as_well(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    parts = re.findall(r"^## How good it is\n(.*?)^## ", text, re.DOTALL | re.MULTILINE)
    parts += re.findall(r"^\*(?:Strong|Weak):\*.*?\n\n", text, re.DOTALL | re.MULTILINE)
    figures = {figure for part in parts for figure in re.findall(r"(?<![\w.])\d*\.\d+", part)}
    assert len(figures) > 5
    known = set(re.findall(r"(?<![\w.])\d*\.\d+", (DOCS / "measures.md").read_text(encoding="utf-8")))
    assert sorted(figures - known) == []
