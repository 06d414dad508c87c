"""A PDF is read as lines that the layout joins; heads and page numbers are furniture; what cannot be read is told."""

from __future__ import annotations

import io
import sys
from functools import partial
from typing import TYPE_CHECKING

import pytest

from compare.errors import MissingExtra, TookTooLong
from compare.settings import Limits
from compare.text.pdf_text import laid_out
from compare.text.reading import read
from tests.text import documents
from tests.text.documents import pdf_bytes

if TYPE_CHECKING:
    from pathlib import Path

pytest.importorskip("pypdf")

written = partial(documents.written, name="text.pdf")
refused = partial(documents.refused, name="text.pdf")

LINES = (
    "The harbour at Saint Orme was dug in the summer of the flood by forty",
    "convicts, and none of them was ever asked what he thought about the inno-",
    "vation. It silted up within a decade, so that the town had to pay for a new",
    "dredger, which worked every summer until the war. Fishing boats returned,",
    "and the market grew until it filled the whole of the square behind the",
    "church.",
    "Nobody asked the convicts what they thought of it. One of them kept a diary",
    "in a tin box, and it was found many years afterwards under the floor of a",
)
PAGES = (
    ("Harbours of the North", *LINES, "1"),
    (
        "Harbours of the North",
        "net loft. The museum shows three of its pages, all of them about the weather",
        "2",
    ),
    ("Harbours of the North", "and the price of rope.", "3"),
)


def test_lines_are_joined_over_pages_and_heads_are_furniture(tmp_path: Path) -> None:
    document = read(written(tmp_path, pdf_bytes(PAGES)))
    body = [" ".join(sentence.text.split()) for sentence in document.sentences if sentence.role == "body"]
    assert len(body) == 6
    assert body[0].endswith("what he thought about the inno- vation.")
    assert body[-2].endswith("under the floor of a net loft.")
    assert body[-1] == (
        "The museum shows three of its pages, all of them about the weather and the price of rope."
    )
    rest = [(sentence.role, sentence.text) for sentence in document.sentences if sentence.role != "body"]
    assert {role for role, _ in rest} == {"boilerplate"}
    assert [text for _, text in rest] == [
        line for number in (1, 2, 3) for line in ("Harbours of the North", str(number))
    ]
    assert all(document.text[each.start : each.end] == each.text for each in document.sentences)


def test_what_does_not_count_the_pages_is_text() -> None:
    text, furniture = laid_out([["1907", "a b"], ["30", "c d"], ["7", "e f"]])
    assert not furniture
    assert text == "1907\na b\n30\nc d\n7\ne f"
    text, furniture = laid_out([["a b", "12"], ["c d", "13"], ["e f", "14"], ["g h"]])
    assert text == "a b\nc d\ne f\ng h\n\n12\n13\n14"
    assert len(furniture) == 3


def test_one_page_has_no_heads() -> None:
    assert laid_out([["Harbours", "It rained.", "1"]]) == ("Harbours\nIt rained.\n1", frozenset())
    assert laid_out([]) == ("", frozenset())
    text, furniture = laid_out([["Same", "1"]] * 3)
    assert text.count("Same") == 3
    assert furniture


def test_told_by_its_bytes_whatever_its_name(tmp_path: Path) -> None:
    assert "Saint Orme" in read(written(tmp_path, pdf_bytes(PAGES), name="upload"), name="x").text
    assert "Saint Orme" in read(written(tmp_path, b"\r\n" + pdf_bytes(PAGES), name="upload"), name="x").text


def test_what_holds_no_text(tmp_path: Path) -> None:
    refused(tmp_path, pdf_bytes([[], []]), r"pictures of pages alone; have the text recognised first")


def test_damaged(tmp_path: Path) -> None:
    whole = pdf_bytes(PAGES)
    for data in (
        whole[:20],
        whole[: len(whole) // 2].replace(b"obj", b"xxx"),
        b"%PDF-1.7\n" + bytes(range(256)) * 9,
    ):
        refused(tmp_path, data, "damaged PDF|without text")
    # Damage that can be mended is, and nothing is said of it.
    assert "Saint Orme" in read(written(tmp_path, whole.replace(b"startxref\n", b"startxref\n9"))).text


@pytest.mark.parametrize("user", ["", "secret"])
def test_encrypted(tmp_path: Path, user: str) -> None:
    import pypdf

    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf_bytes(PAGES)))
    writer.encrypt(user, "owner", algorithm="RC4-128")
    into = io.BytesIO()
    writer.write(into)
    if user:
        refused(tmp_path, into.getvalue(), "a PDF with a password; save a copy without")
    else:
        assert "Saint Orme" in read(written(tmp_path, into.getvalue())).text


def test_limits(tmp_path: Path) -> None:
    refused(tmp_path, pdf_bytes(PAGES), "3 pages, more than the limit of 2", Limits(most_parts=2))
    refused(tmp_path, pdf_bytes(PAGES), "limit of 300 bytes of text", Limits(most_unpacked_bytes=300))
    refused(tmp_path, pdf_bytes(PAGES), "larger than the limit of 500", Limits(most_bytes=500))
    with pytest.raises(TookTooLong, match=r"to read .*text\.pdf took longer"):
        read(written(tmp_path, pdf_bytes([LINES] * 300)), limits=Limits(reading_seconds=0.01))


def test_pages_in_a_circle(tmp_path: Path) -> None:
    circle = pdf_bytes(PAGES).replace(b"/Kids [4 0 R", b"/Kids [2 0 R")
    refused(tmp_path, circle, "damaged PDF")


def test_without_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, pdf_bytes(PAGES))
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(MissingExtra, match=r"truecopy\[pdf\]"):
        read(path)
