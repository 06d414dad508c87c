"""Side by side as rows: every sentence of both versions once, in reading order, each word marked.

The beads that stand in the same order on both sides are the frame; what only one side has is set between them, the
reference first. A bead that moved gives two rows, one at each of its places, that point to each other. Every form
that shows texts side by side (terminal, HTML, the viewer) draws these rows and decides nothing itself.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from compare.align import word_edits
from compare.text.tokens import sentence_tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from compare.model import Bead, CheckReport, Document, Edit, Finding, Report, Sentence, Span, Token

Mark = Literal["plain", "style", "changed", "dropped", "added", "moved", "loop", "found"]
RowKind = Literal["equal", "changed", "dropped", "added", "outside", "boilerplate", "elision", "text"]
SideName = Literal["reference", "candidate"]
Marked = tuple[int, int, Mark]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of one sentence that is marked in one way; ``findings`` are the ids of those that point at it.

    ``text`` is as written. An empty text is a place between words that a finding points at.
    """

    start: int
    end: int
    text: str
    mark: Mark = "plain"
    findings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one side shows in a row: some sentences, cut into pieces."""

    sentences: tuple[int, ...]
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row: a side without a cell is empty there.

    ``elsewhere`` is set where the bead moved: the sentence of the empty side in which the partner begins.
    """

    kind: RowKind
    bead: int | None = None
    reference: Cell | None = None
    candidate: Cell | None = None
    elsewhere: int | None = None


def side_by_side(report: Report) -> tuple[Row, ...]:
    """Give the rows of a report: each sentence of each side stands in exactly one cell."""
    reference = _Side("reference", report.reference, report.findings)
    candidate = _Side("candidate", report.candidate, report.findings)
    beads = report.alignment.beads
    cells = [_bead_cells(bead, reference, candidate) for bead in beads]
    frame = _frame(beads)
    framed = set(frame)
    alone = [
        (bead, pair)
        for position, (bead, pair) in enumerate(zip(beads, cells, strict=True))
        if position not in framed
    ]
    references = reference.rows_beside([beads[position] for position in frame], alone)
    candidates = candidate.rows_beside([beads[position] for position in frame], alone)
    rows: list[Row] = []
    for step, position in enumerate(frame):
        rows += [*references[step], *candidates[step]]
        bead = beads[position]
        rows.append(
            Row(kind=bead.kind, bead=bead.index, reference=cells[position][0], candidate=cells[position][1])
        )
    return (*rows, *references[-1], *candidates[-1])


def single(report: CheckReport) -> tuple[Row, ...]:
    """Give the rows of one document alone, a row a sentence, with what was found marked."""
    side = _Side("candidate", report.document, report.findings)
    return tuple(
        Row(
            kind=sentence.role if sentence.role in ("boilerplate", "elision") else "text",
            candidate=side.cell((sentence.index,), (), found=True),
        )
        for sentence in report.document.sentences
    )


class _Side:
    """One version, its tokens, and the findings that point into each of its sentences."""

    def __init__(self, name: SideName, document: Document, findings: Iterable[Finding]) -> None:
        self.name = name
        self.document = document
        self.tokens: tuple[tuple[Token, ...], ...] = ()
        self._pointing: dict[int, list[tuple[Span, Finding]]] = {}
        ends = [sentence.end for sentence in document.sentences]
        for finding in findings:
            span = finding.reference if name == "reference" else finding.candidate
            if span is None:
                continue
            index = bisect_left(ends, span.start)
            while index < len(ends) and document.sentences[index].start <= span.end:
                self._pointing.setdefault(index, []).append((span, finding))
                index += 1

    def tokens_of(self, sentences: Sequence[int]) -> tuple[Token, ...]:
        self.tokens = self.tokens or sentence_tokens(self.document)
        return tuple(token for index in sentences for token in self.tokens[index])

    def whole(self, sentences: Sequence[int], mark: Mark) -> list[Marked]:
        every = self.document.sentences
        return [(every[index].start, every[index].end, mark) for index in sentences]

    def cell(self, sentences: Sequence[int], marks: Sequence[Marked], *, found: bool = False) -> Cell | None:
        pieces: list[Piece] = []
        for index in sentences:
            sentence = self.document.sentences[index]
            if pieces:
                pieces.append(Piece(start=sentence.start, end=sentence.start, text=" "))
            pieces += _pieces(sentence, marks, self._pointing.get(index, ()), side=self.name, found=found)
        return Cell(sentences=tuple(sentences), pieces=tuple(pieces)) if sentences else None

    def rows_beside(
        self, frame: Sequence[Bead], alone: Sequence[tuple[Bead, tuple[Cell | None, Cell | None]]]
    ) -> list[list[Row]]:
        """Give the rows that only this side has: those before each bead of the frame, and those after the last."""
        mine = 0 if self.name == "reference" else 1
        begins = {cell.sentences[0]: (bead, cell) for bead, pair in alone if (cell := pair[mine])}
        within = {index for _, pair in alone if (cell := pair[mine]) for index in cell.sentences[1:]}
        within.update(index for bead in frame for index in self.of(bead))
        groups: list[list[Row]] = []
        start = 0
        for limit in [*(self.of(bead)[0] for bead in frame), len(self.document.sentences)]:
            groups.append(
                [
                    self._row(*begins[index]) if index in begins else self._plain_row(index)
                    for index in range(start, limit)
                    if index not in within
                ]
            )
            start = max(start, limit)
        return groups

    def of(self, bead: Bead) -> tuple[int, ...]:
        return bead.reference if self.name == "reference" else bead.candidate

    def _row(self, bead: Bead, cell: Cell | None) -> Row:
        other = bead.candidate if self.name == "reference" else bead.reference
        elsewhere = other[0] if other else None
        if self.name == "reference":
            return Row(kind=bead.kind, bead=bead.index, reference=cell, elsewhere=elsewhere)
        return Row(kind=bead.kind, bead=bead.index, candidate=cell, elsewhere=elsewhere)

    def _plain_row(self, index: int) -> Row:
        role = self.document.sentences[index].role
        # A sentence of the body that stands in no bead cannot be; should it happen, it is shown, not lost.
        kind: RowKind = role if role in ("boilerplate", "elision") else "outside"
        cell = self.cell((index,), ())
        return Row(kind=kind, reference=cell) if self.name == "reference" else Row(kind=kind, candidate=cell)


def _bead_cells(bead: Bead, reference: _Side, candidate: _Side) -> tuple[Cell | None, Cell | None]:
    if bead.reference and bead.candidate:
        edits = word_edits(
            reference.tokens_of(bead.reference),
            candidate.tokens_of(bead.candidate),
            language=reference.document.language,
        )
        marks = _marks(edits, "reference"), _marks(edits, "candidate")
    else:
        is_outside = bead.kind == "outside"
        marks = (
            reference.whole(bead.reference, "plain" if is_outside else "dropped"),
            candidate.whole(bead.candidate, "plain" if is_outside else "added"),
        )
    return reference.cell(bead.reference, marks[0]), candidate.cell(bead.candidate, marks[1])


def _frame(beads: Sequence[Bead]) -> list[int]:
    """Positions of the beads that have both sides and stand in the same order on both."""
    frame = []
    reference_end = candidate_end = -1
    for position, bead in enumerate(beads):
        if bead.moved or not bead.reference or not bead.candidate:
            continue
        if bead.reference[0] > reference_end and bead.candidate[0] > candidate_end:
            frame.append(position)
            reference_end, candidate_end = bead.reference[-1], bead.candidate[-1]
    return frame


def _marks(edits: Iterable[Edit], side: SideName) -> list[Marked]:
    """Give the marked stretches of one side of a bead, in order and apart from each other."""
    marks: list[Marked] = []
    for edit in edits:
        tokens = edit.reference if side == "reference" else edit.candidate
        if edit.kind == "equal":
            for reference, candidate in zip(edit.reference, edit.candidate, strict=True):
                if reference.text != candidate.text:
                    own = reference if side == "reference" else candidate
                    marks.append((own.start, own.end, "style"))
        elif tokens:
            mark: Mark = "changed"
            if edit.kind in ("delete", "insert"):
                mark = "moved" if edit.moved else "dropped" if edit.kind == "delete" else "added"
            marks.append((tokens[0].start, tokens[-1].end, mark))
    return sorted(marks)


def _pieces(
    sentence: Sentence,
    marks: Sequence[Marked],
    spans: Sequence[tuple[Span, Finding]],
    *,
    side: SideName,
    found: bool,
) -> Iterator[Piece]:
    start, end = sentence.start, sentence.end
    cuts = {start, end}
    for low, high, _ in marks:
        cuts.update(place for place in (low, high) if start < place < end)
    for span, _ in spans:
        cuts.update(place for place in (span.start, span.end) if start < place < end)
    places = sorted(cuts)
    at = 0
    for low, high in zip(places, [*places[1:], end], strict=True):
        here = tuple(finding.id for span, finding in spans if span.start == span.end == low)
        if here:
            yield Piece(start=low, end=low, text="", mark="dropped", findings=here)
        if low == high:
            return
        while at < len(marks) and marks[at][1] <= low:
            at += 1
        mark: Mark = marks[at][2] if at < len(marks) and marks[at][0] <= low else "plain"
        pointing = [finding for span, finding in spans if span.start <= low and high <= span.end]
        if side == "candidate" and any(finding.kind == "repetition-loop" for finding in pointing):
            mark = "loop"
        elif found and pointing:
            mark = "found"
        ids = tuple(finding.id for finding in pointing)
        yield Piece(
            start=low, end=high, text=sentence.text[low - start : high - start], mark=mark, findings=ids
        )
