"""What is fuzzed: each target takes bytes, and raises where a promise is broken.

The promises: a reader gives what it read or raises an error of the program's own; every sentence is where it says; any
report that was taken in can be drawn in every form.
"""

from __future__ import annotations

import contextlib
import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

import compare
from compare.batch.manifest import FileManifest
from compare.errors import TruecopyError
from compare.report import gates, serial
from compare.report.dismissals import dismissals
from compare.report.sound import sound_report
from compare.settings import Limits
from compare.text.documents import document
from compare.text.reading import read
from compare.text.sentences import sentence_spans
from compare.text.tokens import tokenize
from tests.report.every_form import FORMS
from tests.report.examples import lighthouse

if TYPE_CHECKING:
    from collections.abc import Callable

    from compare.model import Report

_FOLDER: Final = Path(tempfile.mkdtemp(prefix="truecopy-fuzz-"))
_LANGUAGES: Final = ("en", "de", "fr", "ja", "ru", "und", "xx")
_ENDINGS: Final = (".txt", ".html", ".md", ".docx", ".pdf")
_LIMITS: Final = Limits(most_unpacked_bytes=5_000_000, reading_seconds=20)
_PAGE: Final = (
    "The Ice Returns\n\nBy Ann Example, 3 May 1999\n\n“It was cold,” said Mr. Hill. (…) Nobody came… 30% of $5.6m\n"
    "was lost, e.g. in the U.S.: 1. nets 2. boats\n\n* * *\n\nHome | News | Sport\n"
    "© 2020 Die 3. Straße hält „nie“. 你好。世界\n"
)


def reading(data: bytes) -> None:
    """Read a file of any form; its first byte says by which ending."""
    path = _FOLDER / f"text{_ENDINGS[data[0] % len(_ENDINGS)] if data else '.txt'}"
    path.write_bytes(data[1:])
    with contextlib.suppress(TruecopyError):
        hold(read(path, limits=_LIMITS))


def docx(data: bytes) -> None:
    """Read a DOCX whose body is this XML: as a file it is packed, so that no byte of it could be changed alone."""
    from tests.text.documents import docx_with_body

    path = _FOLDER / "text.docx"
    path.write_bytes(docx_with_body(data))
    with contextlib.suppress(TruecopyError):
        hold(read(path, limits=_LIMITS))


def layout(data: bytes) -> None:
    """Lay a text out; its first byte says in which language."""
    text = data[1:].decode("utf-8", "surrogateescape")
    hold(document(text, language=_LANGUAGES[data[0] % len(_LANGUAGES)] if data else None))


def sentences(data: bytes) -> None:
    """Cut a text into sentences, and these into words, without loss."""
    text = data[1:].decode("utf-8", "surrogateescape")
    language = _LANGUAGES[data[0] % len(_LANGUAGES)] if data else "en"
    position = 0
    for start, end in sentence_spans(text, 0, len(text), language=language):
        assert position <= start < end <= len(text)
        assert not text[position:start].strip()
        position = end
        at = start
        for token in tokenize(text[start:end], language=language):
            assert at - start <= token.start < token.end <= end - start
            at = start + token.end
    assert not text[position:].strip()


def pairs(data: bytes) -> None:
    """Judge one half of a text by the other, and draw what comes of it."""
    one, _, other = data.decode("utf-8", "surrogateescape").partition("\x01")
    draw(compare.compare_texts(one, other))


def reports(data: bytes) -> None:
    """Read a report, a baseline and dismissals; what is taken in can be drawn."""
    text = data.decode("utf-8", "surrogateescape")
    with contextlib.suppress(TruecopyError):
        dismissals(text, "fuzzed")
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return
    with contextlib.suppress(TruecopyError):
        gates.baseline_reports(value, "fuzzed")
    try:
        report = sound_report(value)
    except TruecopyError:
        return
    draw(report)


def manifests(data: bytes) -> None:
    """Read a manifest; its first byte says of which form."""
    endings = (".csv", ".tsv", ".jsonl")
    path = _FOLDER / f"manifest{endings[data[0] % 3] if data else '.csv'}"
    path.write_bytes(data[1:])
    for check in (False, True):
        with contextlib.suppress(TruecopyError):
            for row in FileManifest(path=path, check=check).rows():
                assert row.error or check or row.reference is not None or row.reference_text is not None


def hold(page: compare.Document) -> None:
    """Hold a document to what is promised of every one."""
    position = 0
    for index, sentence in enumerate(page.sentences):
        assert sentence.index == index
        assert position <= sentence.start < sentence.end
        assert page.text[sentence.start : sentence.end] == sentence.text
        position = sentence.end


def draw(report: Report) -> None:
    """Draw a report in every form."""
    for render in FORMS.values():
        render(report).encode("utf-8", "strict")


def _texts() -> list[bytes]:
    return [b"\0" + _PAGE.encode(), b"\1" + _PAGE.upper().encode(), b"\2\xff\xfe" + _PAGE.encode("utf-16-le")]


def _files() -> list[bytes]:
    from tests.text.documents import docx_bytes, pdf_bytes

    html = f"<html><body><article><h1>Ice</h1><p>{_PAGE}</p><table><td>{_PAGE}</td></table></article></body></html>"
    return [
        *_texts(),
        b"\1" + html.encode(),
        b"\3" + docx_bytes(lambda written: written.add_paragraph("It rained.")),
        b"\4" + pdf_bytes([["It rained.", "Nobody came."], ["1"]]),
    ]


def _bodies() -> list[bytes]:
    return [
        b'<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Ice</w:t></w:r></w:p>'
        b'<w:p><w:r><w:t xml:space="preserve">It </w:t><w:tab/><w:br/><w:t>rained.</w:t></w:r></w:p>',
        b"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>It</w:t></w:r></w:p></w:tc><w:tc><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr>"
        b"</w:tbl></w:tc></w:tr></w:tbl>",
        b"<w:p><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del></w:p>"
        b'<w:p><w:hyperlink r:id="rId9"><w:r><w:t>&#x202e;&amp;</w:t></w:r></w:hyperlink></w:p><w:sectPr/>',
    ]


def _pairs() -> list[bytes]:
    return [f"{_PAGE}\x01{_PAGE.replace('cold', 'old').replace('30%', '13%')}".encode(), b"a\x01b"]


def _reports() -> list[bytes]:
    return [
        serial.render_json([lighthouse()]).encode(),
        json.dumps(compare.compare_texts("It rained.", "It rained on 4 May.").to_dict()).encode(),
        b'[[dismiss]]\nkind = "style"\nreason = "house style"\npattern = "a+"\n[names]\nkeep = ["A"]',
    ]


def _manifests() -> list[bytes]:
    return [
        b"\0reference,candidate,id\na.txt,b.txt,1\n",
        b"\1reference_text\tcandidate_text\nOne.\tTwo.\n",
        b'\2{"reference": "a.txt", "candidate": "b.txt"}\n{"candidate_text": "x"}\n',
    ]


TARGETS: Final[dict[str, tuple[Callable[[bytes], None], Callable[[], list[bytes]]]]] = {
    "reading": (reading, _files),
    "docx": (docx, _bodies),
    "layout": (layout, _texts),
    "sentences": (sentences, _texts),
    "pairs": (pairs, _pairs),
    "reports": (reports, _reports),
    "manifests": (manifests, _manifests),
}
"""By name: what is fuzzed, and what it begins with."""
