"""Any text, any bytes: every stage gives something sound, or an error of the program's own."""

from __future__ import annotations

import contextlib
import json
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

import compare
from compare.align import align_sentences, word_edits
from compare.align.collated import Collation
from compare.align.collation import collate
from compare.batch.manifest import FileManifest
from compare.errors import TruecopyError
from compare.families import families
from compare.families.members import Families
from compare.model import Alignment, Document, Finding, Report
from compare.report import collation_page, collation_table, collation_tei, collation_text, serial
from compare.text.documents import document
from compare.text.names import names
from compare.text.reading import read
from compare.text.tokens import tokenize
from compare.text.values import values
from tests.laws.test_text_laws import LANGUAGES, TEXTS

if TYPE_CHECKING:
    from pathlib import Path

PIECES = """one hundred million half a dozen and £ 5 .6 m % 30 1998 4 May third VII 1,000 1.000,5 ½ ³ ٣ ७ 十 - – / :
∞ NaN o’clock °C km USD two-thirds 19l4 3O quatre vingts dreiundzwanzig тысяча 007 1e9 0x1F"""
NUMBERS = some.lists(some.sampled_from(PIECES.split()), max_size=12).map(" ".join)
SLOWLY = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


@SLOWLY
@given(some.one_of(TEXTS, NUMBERS), LANGUAGES)
def test_values_and_names_lie_in_the_text(text: str, language: str | None) -> None:
    tokens = tokenize(text, language=language or "und")
    for value in values(tokens, language or "und"):
        assert 0 <= value.start < value.end <= len(text)
    for name in names([tokens]):
        assert 0 <= name.start < name.end <= len(text)


@SLOWLY
@given(some.one_of(TEXTS, NUMBERS), some.one_of(TEXTS, NUMBERS))
def test_edits_give_the_candidate(reference: str, candidate: str) -> None:
    true, copy = tokenize(reference), tokenize(candidate)
    edits = word_edits(true, copy)
    assert [token for edit in edits for token in edit.reference] == list(true)
    assert [token for edit in edits for token in edit.candidate] == list(copy)


@SLOWLY
@given(some.binary(max_size=300), some.sampled_from([".txt", ".md", ".html", ".docx", ".pdf"]))
def test_any_bytes_are_read_or_refused(tmp_path_factory: Any, data: bytes, ending: str) -> None:
    path: Path = tmp_path_factory.mktemp("any", numbered=True) / f"text{ending}"
    for begins in (b"", b"%PDF-1.4\n", b"PK\x03\x04"):
        path.write_bytes(begins + data)
        with contextlib.suppress(TruecopyError):
            assert read(path).text.strip()


@SLOWLY
@given(some.lists(TEXTS, min_size=2, max_size=4))
def test_collations_and_families_of_any_texts(texts: list[str]) -> None:
    documents = [document(text, name=f"{number} {text[:9]}") for number, text in enumerate(texts)]
    grouped = families(documents)
    assert sum(len(family.members) for family in grouped.families) == len(documents)
    assert Families.from_dict(json.loads(json.dumps(grouped.to_dict()))) == grouped
    with contextlib.suppress(TruecopyError):
        collation = collate(documents)
        for form in (
            collation_page.render(collation),
            collation_table.render(collation),
            collation_tei.render(collation),
            collation_text.render(collation, width=80, colour=False),
            serial.render_json([collation]),
        ):
            form.encode("utf-8")
        assert isinstance(collation, Collation)


@SLOWLY
@given(TEXTS, TEXTS)
def test_what_is_written_as_json_is_read_back(reference: str, candidate: str) -> None:
    report = compare.compare_texts(reference, candidate)
    checked = compare.check_document(report.candidate)
    aligned = align_sentences(reference.split("\n"), candidate.split("\n"))
    assert Report.from_dict(json.loads(serial.render_json([report]))) == report
    assert Alignment.from_dict(json.loads(serial.render_json([aligned]))) == aligned
    read_back = json.loads(serial.render_json([checked]))
    assert Document.from_dict(read_back["document"]) == checked.document
    assert tuple(map(Finding.from_dict, read_back["findings"])) == checked.findings


@SLOWLY
@given(
    some.one_of(some.binary(max_size=200), TEXTS.map(lambda text: text.encode("utf-8", "replace"))),
    some.booleans(),
)
def test_any_manifest_is_read_or_refused(tmp_path_factory: Any, data: bytes, check: bool) -> None:
    folder: Path = tmp_path_factory.mktemp("any", numbered=True)
    heads = {
        ".csv": b"reference,candidate\n",
        ".tsv": b"reference_text\tcandidate_text\n",
        ".jsonl": b'{"candidate": "x"}\n',
    }
    for ending, head in heads.items():
        for content in (data, head + data):
            path = folder / f"manifest{ending}"
            path.write_bytes(content)
            with contextlib.suppress(TruecopyError):
                assert all(row.number for row in FileManifest(path=path, check=check).rows())
