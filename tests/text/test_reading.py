"""Reading: every file is one text or one clear line."""

from __future__ import annotations

import io
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from compare.errors import MissingExtra, UnreadableText
from compare.settings import Limits
from compare.text.reading import read, read_lines, read_text

GERMAN = (
    "Über die Brücke fährt täglich ein Zug, der schöne Grüße aus München bringt. Er hält nie, aber grüßt.\n"
    * 5
)


def written(folder: Path, data: bytes, name: str = "text.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    "text",
    [
        "One.\nTwo.\n",
        "One.\r\nTwo.\r\n\r\nThree.",
        "One.\rTwo.\n\x0bThree.",
        "  Lead. \n\n",
        "ﬁ e\u0301 \u00ad.",
    ],
)
def test_text_is_the_decoded_file(tmp_path: Path, text: str) -> None:
    read_back = read(written(tmp_path, text.encode()))
    assert read_back.text == text
    assert read_back.encoding == "utf-8"
    assert all(text[sentence.start : sentence.end] == sentence.text for sentence in read_back.sentences)


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_taken_away(tmp_path: Path, codec: str) -> None:
    read_back = read(written(tmp_path, GERMAN.encode(codec)))
    assert read_back.text == GERMAN
    assert read_back.encoding == codec.removesuffix("-sig")


@pytest.mark.parametrize(
    ("codec", "text"),
    [("cp1252", GERMAN), ("cp1251", "Паром отошёл позже, потому что гавань была забита льдом. " * 8)],
)
def test_other_encodings_are_told_and_named(tmp_path: Path, codec: str, text: str) -> None:
    read_back = read(written(tmp_path, text.encode(codec)))
    assert read_back.text == text
    assert read_back.encoding
    assert text.encode(read_back.encoding) == text.encode(codec)


def test_the_encoding_given_is_used(tmp_path: Path) -> None:
    path = written(tmp_path, "Größe".encode("cp850"))
    assert read(path, encoding="cp850").text == "Größe"
    assert read(path, encoding="cp850").encoding == "cp850"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n ", "nothing but white space"),
        (b"\xef\xbb\xbf", "nothing but white space"),
        (b"abc\x00def", "NUL byte at offset 3"),
        (b"%PDF-1.7 \xe2\xe3", "a damaged PDF"),
        (b"PK\x05\x06" + bytes(18), "empty zip archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "office document of an old form"),
        (b"PK\x03\x04\x14\x00", "office document"),
        (bytes(range(1, 256)) * 20, "binary|no other encoding"),
    ],
)
def test_what_is_no_text(tmp_path: Path, data: bytes, said: str) -> None:
    with pytest.raises(UnreadableText, match=said) as raised:
        read(written(tmp_path, data))
    assert "text.txt" in str(raised.value)
    assert "\n" not in str(raised.value)


def test_missing_folder_and_forbidden(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UnreadableText, match="does not exist"):
        read(tmp_path / "none.txt")
    with pytest.raises(UnreadableText, match="is a folder"):
        read(tmp_path)

    def forbidden(path: Path, _mode: str) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    path = written(tmp_path, b"One.")
    monkeypatch.setattr(Path, "open", forbidden)
    with pytest.raises(UnreadableText, match="permissions"):
        read(path)


def test_a_wrong_encoding_given(tmp_path: Path) -> None:
    path = written(tmp_path, b"caf\xe9")
    with pytest.raises(UnreadableText, match="byte 0xe9 at offset 3"):
        read(path, encoding="utf-8")
    with pytest.raises(UnreadableText, match="no encoding named"):
        read(path, encoding="klingon")
    with pytest.raises(UnreadableText):
        read(path, encoding="hex")


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"It rained. Nobody came.")))
    document = read("-")
    assert document.name == "standard input"
    assert len(document.sentences) == 2


def test_markdown_headings_and_front_matter(tmp_path: Path) -> None:
    page = "---\ntitle: Ice\n---\n\n# The Ice\n\nIt **was** cold. Nobody came.\n"
    document = read(written(tmp_path, page.encode(), "page.md"))
    assert document.text == page
    assert [(s.role, s.text) for s in document.sentences if s.role != "boilerplate"] == [
        ("title", "The Ice"),
        ("body", "It **was** cold."),
        ("body", "Nobody came."),
    ]


PAGE = """<html><head><title>Ice</title></head><body><nav><a href="/">Home</a></nav><article><h1>The Ice</h1>
<p>The harbour froze in the first week of the year, and the ferry could not leave for nine long days.</p>
<p>Nobody had seen such ice before, and the fishermen walked to the island with their nets on sledges.</p>
</article><footer>Copyright</footer></body></html>"""


def test_the_article_of_a_web_page(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    document = read(written(tmp_path, PAGE.encode(), "page.html"))
    assert "nine long days." in document.text
    assert "<p>" not in document.text
    assert "Home" not in document.text


def test_a_tag_of_a_hundred_thousand_attributes(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    tag = "<p " + " ".join(f"a{number}=1" for number in range(100_000)) + ">"
    path = written(tmp_path, PAGE.replace("<p>", tag, 1).encode(), "page.html")
    begun = time.process_time()
    assert "nine long days." in read(path).text
    assert time.process_time() - begun < 5


def test_a_web_page_without_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(MissingExtra, match=r"truecopy\[html\]"):
        read(written(tmp_path, PAGE.encode(), "page.html"))


@pytest.mark.parametrize(
    "text",
    ["It rained all day. Nobody came, not even Mr. Hill. " * 20_000, "word\n" * 60_000],
    ids=["one line", "short lines"],
)
def test_large_files_take_seconds(tmp_path: Path, text: str) -> None:
    path = written(tmp_path, text.encode())
    begun = time.perf_counter()
    assert read(path).text == text
    assert time.perf_counter() - begun < 10


def test_a_text_that_speaks_of_pdf_is_none(tmp_path: Path) -> None:
    text = "A file of this form begins with %PDF-1.7. PK begins another."
    assert read(written(tmp_path, text.encode())).text == text


def test_more_bytes_than_allowed_are_not_even_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    limits = Limits(most_bytes=100)
    assert read(written(tmp_path, b"word " * 20), limits=limits).text
    with pytest.raises(UnreadableText, match=r"text\.txt is larger than the limit of 100 bytes"):
        read(written(tmp_path, b"word " * 20 + b"."), limits=limits)
    assert read(written(tmp_path, b"word " * 20 + b"."), limits=Limits(most_bytes=0)).text
    with pytest.raises(UnreadableText, match="larger"):
        read("/dev/zero", limits=limits)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"word " * 21)))
    with pytest.raises(UnreadableText, match="standard input is larger"):
        read("-", limits=limits)


def test_more_sentences_or_lines_than_allowed(tmp_path: Path) -> None:
    path = written(tmp_path, b"It rained. Nobody came. It was late.\nAnd cold.\n")
    assert len(read(path, limits=Limits(most_sentences=4)).sentences) == 4
    with pytest.raises(UnreadableText, match="has 4 sentences, more than the limit of 3"):
        read(path, limits=Limits(most_sentences=3))
    assert len(read_lines(path, limits=Limits(most_sentences=2))) == 2
    with pytest.raises(UnreadableText, match="has 2 lines, more than the limit of 1"):
        read_lines(path, limits=Limits(most_sentences=1))


def test_a_text_in_memory_is_held_to_the_same_limits() -> None:
    assert read_text("Größe " * 20, name="x", limits=Limits(most_bytes=160)).text
    for most_bytes in (159, 130, 20):
        with pytest.raises(UnreadableText, match="x is larger than"):
            read_text("Größe " * 20, name="x", limits=Limits(most_bytes=most_bytes))
    with pytest.raises(UnreadableText, match="2 sentences"):
        read_text("It rained. Nobody came.", name="x", limits=Limits(most_sentences=1))
