"""truecopy collate: every form, and clear words where it cannot be done."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest

from tests.cli.conftest import Done, assert_one_line
from tests.cli.test_output import assert_valid

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FILES = ("reference.txt", "candidate.txt", "third.txt")


@pytest.fixture
def versions(folder: Path) -> Path:
    text = (folder / "reference.txt").read_text()
    (folder / "third.txt").write_text(
        text.replace("forty convicts", "fifty convicts <script>alert(1)</script>")
    )
    return folder


@pytest.mark.parametrize("width", [40, 80, 100, 160])
def test_text_says_who_is_odd_in_any_width(
    versions: Path, run: Callable[..., Done], monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    done = run("collate", *FILES)
    assert done.code == 0
    words = " ".join(done.out.split())
    assert max(map(len, done.out.splitlines())) <= width
    assert "B has “1824”" in words or "1824" in words
    assert "Against what most have: B" in words


def test_json_has_cells_and_votes(versions: Path, run: Callable[..., Done]) -> None:
    data = json.loads(run("collate", *FILES, "--format", "json").out)
    assert_valid(data, "collation")
    assert data["odd"][1] > 0
    assert [version["name"] for version in data["versions"]] == list(FILES)
    variants = [variant for row in data["rows"] for variant in row["variants"]]
    (year,) = [variant for variant in variants if variant["readings"][0]["text"] == "1842"]
    assert year["readings"] == [{"text": "1842", "versions": [0, 2]}, {"text": "1824", "versions": [1]}]
    assert year["odd"] == [1]
    for version, span in zip(data["versions"], year["spans"], strict=True):
        assert version["text"][span["start"] : span["end"]] == span["text"]


def test_html_is_whole_and_escaped(versions: Path, run: Callable[..., Done]) -> None:
    page = run("collate", *FILES, "--format", "html").out
    assert "<script" not in page
    assert "&lt;" in page
    assert not re.search(r"(?:src|href)=", page)
    assert "Content-Security-Policy" in page
    assert '<mark class="odd" title=' in page  # the legend has no titles


def test_csv_has_a_column_a_version(versions: Path, run: Callable[..., Done]) -> None:
    rows = list(csv.reader(io.StringIO(run("collate", *FILES, "--format", "csv").out)))
    assert rows[0] == ["row", "A reference.txt", "B candidate.txt", "C third.txt", "differs", "odd", "votes"]
    assert all(len(row) == 7 for row in rows)
    assert any("B" in row[5] and "1824" in row[6] for row in rows)
    assert all(row[3] in (versions / "third.txt").read_text() for row in rows[1:])


def test_what_a_version_lacks_is_marked_in_csv_and_in_html(versions: Path, run: Callable[..., Done]) -> None:
    text = (versions / "reference.txt").read_text()
    (versions / "third.txt").write_text(text.replace("forty ", "") + " It was sold in May to a brewer.")
    rows = list(csv.reader(io.StringIO(run("collate", *FILES, "--format", "csv").out)))
    [last] = [row for row in rows if "sold in May" in row[3]]
    assert "sold" not in last[1] + last[2]
    assert last[1] == last[2] != ""
    page = run("collate", *FILES, "--format", "html").out
    marks = re.findall(r"<mark([^>]*) title=[^>]*>([^<]*)</mark>", page)  # the legend has no titles
    assert {words for named, words in marks if "missing" in named} == {"‸"}
    assert all("missing" in named for named, words in marks if words == "‸")


def test_tei_is_well_formed_and_gives_back_every_version(versions: Path, run: Callable[..., Done]) -> None:
    root = ElementTree.fromstring(run("collate", *FILES, "--format", "tei").out)
    space = {"tei": "http://www.tei-c.org/ns/1.0"}
    assert [witness.text for witness in root.iterfind(".//tei:witness", space)] == list(FILES)

    def words(element: ElementTree.Element, siglum: str) -> str:
        text = element.text or ""
        for child in element:
            witnesses = child.get("wit")
            if witnesses is None or f"#{siglum}" in witnesses.split():
                text += words(child, siglum)
            text += child.tail or ""
        return text

    for siglum, name in zip("ABC", FILES, strict=True):
        read = " ".join(" ".join(words(block, siglum) for block in root.iterfind(".//tei:ab", space)).split())
        own = " ".join((versions / name).read_text().split())
        assert re.findall(r"\w+", read) == re.findall(r"\w+", own)


def test_fewer_than_two_and_the_same_twice(versions: Path, run: Callable[..., Done]) -> None:
    assert_one_line(run("collate", "reference.txt"), "two or more")
    assert_one_line(run("collate", "reference.txt", "./reference.txt"), "named twice")


def test_a_version_in_another_language_is_left_out_and_said(versions: Path, run: Callable[..., Done]) -> None:
    (versions / "german.txt").write_text(
        "Der Hafen wurde von vierzig Häftlingen gegraben. Er war nach zehn Jahren wieder voller Schlamm, und die Stadt "
        "musste einen Bagger bezahlen. Niemand hat die Häftlinge gefragt, was sie davon hielten."
    )
    done = run("collate", "reference.txt", "candidate.txt", "german.txt", "--format", "json")
    assert "german.txt is in another language (de)" in done.err
    assert len(json.loads(done.out)["versions"]) == 2
    assert_one_line(run("collate", "reference.txt", "german.txt"), "another language")


def test_an_empty_file_and_copies(versions: Path, run: Callable[..., Done]) -> None:
    (versions / "empty.txt").write_text("")
    assert_one_line(run("collate", "reference.txt", "empty.txt"), "empty.txt")
    (versions / "copy.txt").write_text((versions / "reference.txt").read_text())
    assert "very words of reference.txt" in run("collate", "reference.txt", "copy.txt").out
