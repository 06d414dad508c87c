"""A DOCX is read as its author sees it, and one that was made to hurt is refused in one line."""

from __future__ import annotations

import io
import sys
import zipfile
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from compare.errors import MissingExtra, TookTooLong
from compare.settings import Limits
from compare.text.reading import read
from tests.text import documents
from tests.text.documents import docx_bytes, docx_with_body, repacked

if TYPE_CHECKING:
    from pathlib import Path

pytest.importorskip("docx")

written = partial(documents.written, name="text.docx")
refused = partial(documents.refused, name="text.docx")

WORDS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def article(document: Any) -> None:
    document.add_heading("The Ice Returns", 1)
    document.add_paragraph("The harbour froze in the first week. Nobody had seen such ice.")
    document.add_heading("Sledges", 2)
    table = document.add_table(1, 2)
    table.rows[0].cells[0].text = "Nets on sledges were the rule."
    table.rows[0].cells[1].text = "Boats stayed where they were."
    document.add_paragraph("It was late.")
    document.sections[0].header.paragraphs[0].text = "The Example"


def test_paragraphs_are_blocks_and_headings_titles(tmp_path: Path) -> None:
    document = read(written(tmp_path, docx_bytes(article)))
    assert [(sentence.role, sentence.text) for sentence in document.sentences] == [
        ("title", "The Ice Returns"),
        ("body", "The harbour froze in the first week."),
        ("body", "Nobody had seen such ice."),
        ("title", "Sledges"),
        ("body", "Nets on sledges were the rule."),
        ("body", "Boats stayed where they were."),
        ("body", "It was late."),
    ]
    assert len({sentence.block for sentence in document.sentences}) == 6
    assert all(document.text[each.start : each.end] == each.text for each in document.sentences)


def test_told_by_its_bytes_whatever_its_name(tmp_path: Path) -> None:
    path = written(tmp_path, docx_bytes(article), name="upload")
    assert "Nobody had seen" in read(path, name="ice").text


def test_what_was_moved_away_and_second_forms_are_not_read(tmp_path: Path) -> None:
    compatible = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    xml = (
        "<w:p><w:moveFrom><w:r><w:t>It snowed. </w:t></w:r></w:moveFrom><w:r><w:t>It rained.</w:t></w:r>"
        "<w:moveTo><w:r><w:t> It snowed.</w:t></w:r></w:moveTo>"
        f"<mc:AlternateContent {compatible}><mc:Choice Requires='w'><w:r><w:t> Once.</w:t></w:r></mc:Choice>"
        "<mc:Fallback><w:r><w:t> Twice.</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>"
    )
    assert read(written(tmp_path, docx_with_body(xml))).text == "It rained. It snowed. Once."


def test_the_text_is_as_its_reader_sees_it(tmp_path: Path) -> None:
    xml = (
        "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>It rained </w:t></w:r>"
        "<w:ins><w:r><w:t>all day</w:t></w:r></w:ins><w:del><w:r><w:delText>half the night</w:delText></w:r></w:del>"
        "<w:r><w:tab/><w:t>and co</w:t><w:softHyphen/><w:t>ld</w:t><w:noBreakHyphen/><w:t>ly.</w:t><w:br/></w:r></w:p>"
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>Nobody came.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        "<w:p><w:r><w:t>Outside.</w:t>"
        "<w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent></w:r></w:p>"
    )
    text = read(written(tmp_path, docx_with_body(xml))).text
    assert text == "It rained all day\tand co\u00adld-ly.\n\nNobody came.\n\nOutside.\n\nIn a box."


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>',
        '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE w SYSTEM "http://192.0.2.1/x.dtd">',
    ],
)
@pytest.mark.parametrize(
    "part", ["word/document.xml", "word/styles.xml", "_rels/.rels", "word/_rels/document.xml.rels"]
)
def test_entities_are_refused_in_every_part(tmp_path: Path, declared: str, part: str) -> None:
    def change(name: str, data: bytes) -> bytes:
        head, mark, rest = data.partition(b"?>")
        return head + mark + declared.encode() + rest if name == part else data

    refused(tmp_path, repacked(docx_bytes(article), change), "declares XML entities")


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_entities_are_found_in_a_part_under_any_name_and_encoding(tmp_path: Path, codec: str) -> None:
    hidden = '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha">]><w>&a;</w>'.encode(codec)
    refused(
        tmp_path, repacked(docx_bytes(article), word__media__picture=hidden), "declares XML entities|damaged"
    )


def test_what_unpacks_to_too_much(tmp_path: Path) -> None:
    bomb = repacked(docx_bytes(article), word__media__picture=bytes(3_000_000))
    assert len(bomb) < 60_000
    refused(tmp_path, bomb, "unpacks to 3,", Limits(most_unpacked_bytes=2_000_000))
    assert read(written(tmp_path, bomb)).text
    refused(tmp_path, docx_bytes(article), "files, more than the limit of 3", Limits(most_parts=3))
    refused(tmp_path, docx_bytes(article), "larger than the limit", Limits(most_bytes=1000))
    refused(tmp_path, docx_bytes(article), "5 sentences|7 sentences", Limits(most_sentences=4))


def test_a_part_that_lies_about_its_size(tmp_path: Path) -> None:
    bomb = repacked(docx_bytes(article), word__media__picture=bytes(3_000_000))
    size = (3_000_000).to_bytes(4, "little")
    assert size in bomb
    refused(
        tmp_path,
        bomb.replace(size, (1000).to_bytes(4, "little")),
        "damaged",
        Limits(most_unpacked_bytes=2_000_000),
    )


def test_what_nests_too_deep(tmp_path: Path) -> None:
    deep = "<w:sdt><w:sdtContent>" * 150 + "<w:p/>" + "</w:sdtContent></w:sdt>" * 150
    refused(tmp_path, docx_with_body(deep), "word/document.xml has more than 200 elements inside each other")
    tables = (
        "<w:tbl><w:tr><w:tc>" * 60
        + "<w:p><w:r><w:t>It rained.</w:t></w:r></w:p>"
        + "</w:tc></w:tr></w:tbl>" * 60
    )
    assert read(written(tmp_path, docx_with_body(tables))).text == "It rained."


def test_what_takes_too_long(tmp_path: Path) -> None:
    rows = "<w:p><w:r><w:t>It rained.</w:t></w:r></w:p>" * 20_000
    with pytest.raises(TookTooLong, match=r"to read .*text\.docx took longer than 0\.002 seconds"):
        read(written(tmp_path, docx_with_body(rows)), limits=Limits(reading_seconds=0.002))


def test_other_archives_damage_and_passwords(tmp_path: Path) -> None:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w") as archive:
        archive.writestr("article.txt", "It rained.")
    refused(tmp_path, into.getvalue(), "zip archive or another office document")
    whole = docx_bytes(article)
    refused(tmp_path, whole[: len(whole) // 2], "damaged")
    refused(tmp_path, whole[:-30], "damaged")
    refused(tmp_path, docx_with_body("<w:p><w:r>"), "damaged")
    locked = bytearray(whole)
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):
        at = locked.find(mark)
        locked[at + (6 if mark[2] == 3 else 8)] |= 1
    refused(tmp_path, bytes(locked), "password")
    refused(tmp_path, docx_bytes(lambda _: None), "nothing but white space")


def test_nothing_is_fetched_from_elsewhere(tmp_path: Path) -> None:
    """A picture, a template and a sub-document that lie outside are named in the file and stay there."""

    def change(name: str, data: bytes) -> bytes:
        if name != "word/_rels/document.xml.rels":
            return data
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        more = "".join(
            f'<Relationship Id="out{number}" Type="{kind}/{what}" Target="{target}" TargetMode="External"/>'
            for number, (what, target) in enumerate(
                (
                    ("image", "http://192.0.2.1/a.png"),
                    ("attachedTemplate", "file:///etc/hostname"),
                    ("subDocument", "/etc/hostname"),
                )
            )
        )
        return data.replace(b"</Relationships>", more.encode() + b"</Relationships>")

    text = read(written(tmp_path, repacked(docx_bytes(article), change))).text
    assert text.startswith("# The Ice Returns\n\nThe harbour froze")


@pytest.mark.parametrize("missing", ["docx", "defusedxml"])
def test_without_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    path = written(tmp_path, docx_bytes(article))
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(MissingExtra, match=r"truecopy\[docx\]"):
        read(path)
