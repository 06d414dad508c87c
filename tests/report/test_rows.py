"""Laws of the side by side: nothing is lost, nothing stands twice, the order of each text is kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from compare.model import Alignment, CheckReport, Role
from compare.report.folds import stretches
from compare.report.rows import side_by_side, single
from tests.report.examples import bead, document, finding, gulls, lighthouse

if TYPE_CHECKING:
    from compare.model import Bead, Document, Report
    from compare.report.rows import Row

WORDS = ("gull", "boat", "lamp", "tower", "storm", "keeper", "door", "sea")


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """A report over any alignment: sentences of any role, beads of any shape, some out of order."""
    sides = []
    for name in ("reference", "candidate"):
        count = draw(st.integers(0, 8))
        roles: list[Role] = [
            draw(st.sampled_from(["body", "body", "boilerplate", "elision"])) for _ in range(count)
        ]
        texts = [
            " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=5))) + "." for _ in roles
        ]
        sides.append(document(name, "\n".join(texts), *zip(texts, roles, strict=True)))
    free = [[s.index for s in side.sentences if s.role == "body"] for side in sides]
    beads: list[Bead] = []
    moves = draw(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2), st.booleans()), max_size=8))
    for references, candidates, moved in moves:
        taken = [side[:count] for side, count in zip(free, (references, candidates), strict=True)]
        if moved and len(free[1]) > candidates > 0 < references:
            taken[1] = free[1][-candidates:]
        free = [
            [index for index in side if index not in part] for side, part in zip(free, taken, strict=True)
        ]
        if taken[0] or taken[1]:
            kind = "changed" if taken[0] and taken[1] else "dropped" if taken[0] else "added"
            beads.append(bead(len(beads), taken[0], taken[1], kind, moved=moved and kind == "changed"))
    for which, index in [(0, index) for index in free[0]] + [(1, index) for index in free[1]]:
        kind = draw(st.sampled_from(["outside", "added" if which else "dropped"]))
        beads.append(bead(len(beads), [] if which else [index], [index] if which else [], kind))
    findings = []
    for number in range(draw(st.integers(0, 4))):
        spans = []
        for side in sides:
            start = draw(st.integers(0, len(side.text)))
            spans.append(side.span(start, draw(st.integers(start, min(len(side.text), start + 12)))))
        findings.append(replace(finding("name", "minor", 0.5, "message", 0, *spans), id=f"id{number}"))
    return replace(
        lighthouse(),
        reference=sides[0],
        candidate=sides[1],
        alignment=Alignment(beads=tuple(beads)),
        findings=tuple(findings),
    )


def shown(rows: tuple[Row, ...], side: str) -> list[int]:
    cells = [row.reference if side == "reference" else row.candidate for row in rows]
    return [index for cell in cells if cell for index in cell.sentences]


def assert_text(rows: tuple[Row, ...], side: str, document: Document) -> None:
    """The pieces of a cell, joined, are its sentences as written."""
    for row in rows:
        cell = row.reference if side == "reference" else row.candidate
        if cell:
            expected = " ".join(document.sentences[index].text for index in cell.sentences)
            assert "".join(piece.text for piece in cell.pieces) == expected


@settings(max_examples=150, deadline=None)
@given(reports())
def test_every_sentence_once_and_in_order(report: Report) -> None:
    rows = side_by_side(report)
    for side, whole in (("reference", report.reference), ("candidate", report.candidate)):
        assert sorted(shown(rows, side)) == list(range(len(whole.sentences)))
        assert_text(rows, side, whole)
        begins = [
            cell.sentences[0]
            for row in rows
            if (cell := row.reference if side == "reference" else row.candidate)
        ]
        assert begins == sorted(begins)
    facing = {(row.bead, row.elsewhere is None) for row in rows if row.bead is not None}
    assert {bead.index for bead in report.alignment.beads} == {index for index, _ in facing}


@settings(max_examples=80, deadline=None)
@given(reports())
def test_folding_loses_nothing(report: Report) -> None:
    rows = side_by_side(report)
    findings = {one.id: one for one in report.findings}
    parts = list(stretches(rows, findings))
    assert tuple(row for part in parts for row in part.rows) == rows
    for part in parts:
        if part.label:
            assert {row.kind for row in part.rows} <= {"equal", "outside", "boilerplate"}
            assert not [piece for row in part.rows for cell in (row.reference, row.candidate) if cell
                        for piece in cell.pieces if piece.findings]  # fmt: skip


def test_a_moved_sentence_stands_at_both_its_places() -> None:
    rows = side_by_side(lighthouse())
    first, second = [row for row in rows if row.bead == 9]
    assert (first.candidate is not None, first.elsewhere) == (True, 9)
    assert (second.reference is not None, second.elsewhere) == (True, 1)


def test_words_are_marked_by_what_became_of_them() -> None:
    marks = {
        (piece.mark, piece.text.strip())
        for row in side_by_side(lighthouse())
        for cell in (row.reference, row.candidate)
        if cell
        for piece in cell.pieces
        if piece.mark != "plain"
    }
    assert ("changed", "1871") in marks
    assert ("changed", "1817") in marks
    assert ("dropped", "for forty years") in marks
    assert ("style", "grey") in marks
    assert ("added", "Tickets cost money.") in marks
    assert any(mark == "loop" for mark, _ in marks)


def test_a_finding_points_at_its_words() -> None:
    for report, side in ((lighthouse(), "reference"), (lighthouse(), "candidate")):
        for one in report.findings:
            span = one.reference if side == "reference" else one.candidate
            if span is None:
                continue
            cells = [row.reference if side == "reference" else row.candidate for row in side_by_side(report)]
            text = "".join(
                piece.text for cell in cells if cell for piece in cell.pieces if one.id in piece.findings
            )
            assert text == span.text


def test_one_text_alone() -> None:
    report = gulls()
    assert isinstance(report, CheckReport)
    rows = single(report)
    assert [row.kind for row in rows] == ["text", "text"]
    found = [piece for row in rows if row.candidate for piece in row.candidate.pieces if piece.findings]
    assert [(piece.mark, piece.text) for piece in found] == [("found", "gulls gulls")]
