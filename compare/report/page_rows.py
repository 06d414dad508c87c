"""The two texts of the HTML page: rows in a grid, words marked, what is equal or outside folded away."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING, Final

from compare.model import CheckReport, Report
from compare.report.folds import stretches
from compare.report.phrases import said
from compare.report.rows import side_by_side, single
from compare.report.web_page import inert

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.model import Document, Finding
    from compare.report.rows import Cell, Piece, Row, SideName

_ELEMENTS: Final = {
    ("reference", "dropped"): ("<del>", "</del>"),
    ("reference", "changed"): ('<del class="changed">', "</del>"),
    ("candidate", "added"): ("<ins>", "</ins>"),
    ("candidate", "changed"): ('<ins class="changed">', "</ins>"),
}


@dataclass(slots=True, kw_only=True)
class Anchors:
    """The anchors of one report on the page: of each finding one in the list and one in the text."""

    prefix: str
    findings: Sequence[Finding]
    _told: set[str] = field(default_factory=set)

    def item(self, finding: Finding) -> str:
        """Give the anchor of a finding in the list."""
        return f"{self.prefix}list-{escape(finding.id)}"

    def place(self, finding: Finding) -> str:
        """Give the anchor of a finding in the text, which is drawn before: its words, or else the row of its bead."""
        anchor = f"{self.prefix}{escape(finding.id)}"
        return anchor if anchor in self._told or finding.bead is None else f"{self.prefix}bead-{finding.bead}"

    def first_place(self, finding: Finding) -> str:
        """Give the anchor as an attribute the first time, and nothing after: an id is given once on a page."""
        anchor = f"{self.prefix}{escape(finding.id)}"
        if anchor in self._told:
            return ""
        self._told.add(anchor)
        return f' id="{anchor}"'

    def row(self, row: Row) -> str:
        """Give the anchor of a row as an attribute, if it has one."""
        if row.bead is None:
            return ""
        side = "" if row.elsewhere is None else "-reference" if row.reference else "-candidate"
        return f' id="{self.prefix}bead-{row.bead}{side}"'

    def other_row(self, row: Row) -> str:
        """Give the anchor of the row in which the partner of a moved one stands."""
        return f"{self.prefix}bead-{row.bead}{'-candidate' if row.reference else '-reference'}"


def rows_html(report: Report | CheckReport, anchors: Anchors) -> Iterator[str]:
    """Draw all rows of a report, with the headings of the columns."""
    drawing = _Drawing(report, anchors)
    if isinstance(report, Report):
        names = (report.reference.name, report.candidate.name)
        rows = side_by_side(report)
        labels = ("reference", "candidate")
        heads = "".join(
            f"<span>{label}: {inert(name)}</span>" for label, name in zip(labels, names, strict=True)
        )
        yield f'<div class="heads">{heads}</div>'
    else:
        rows = single(report)
    for stretch in stretches(rows, {finding.id: finding for finding in report.findings}):
        if stretch.label:
            yield f'<details class="fold"><summary>{stretch.label}</summary>'
        yield from (drawing.row(row) for row in stretch.rows)
        if stretch.label:
            yield "</details>"


class _Drawing:
    """Rows as HTML, with what they need to know of the report."""

    def __init__(self, report: Report | CheckReport, anchors: Anchors) -> None:
        self._anchors = anchors
        self._findings = {finding.id: finding for finding in report.findings}
        self._documents: dict[SideName, Document] = (
            {"reference": report.reference, "candidate": report.candidate}
            if isinstance(report, Report)
            else {"candidate": report.document}
        )
        self._is_pair = isinstance(report, Report)

    def row(self, row: Row) -> str:
        sides: list[SideName] = ["reference", "candidate"] if self._is_pair else ["candidate"]
        cells = "".join(self._cell(row, side) for side in sides)
        return f'<div class="row {row.kind}"{self._anchors.row(row)}>{cells}</div>'

    def _cell(self, row: Row, side: SideName) -> str:
        cell = row.reference if side == "reference" else row.candidate
        if cell is None:
            if row.elsewhere is None:
                return '<span class="empty"></span><span class="empty"></span>'
            arrow = "→" if side == "candidate" else "←"
            return (
                f'<span class="empty"></span><a class="elsewhere" href="#{self._anchors.other_row(row)}">'
                f"{arrow} moved: stands at {row.elsewhere + 1} of the {side}</a>"
            )
        document = self._documents[side]
        label = f' data-side="{side}"' if self._is_pair else ""
        text = "".join(self._piece(piece, side) for piece in cell.pieces)
        return (
            f'<span class="number">{_numbers(cell)}</span>'
            f'<p class="text" dir="auto" lang="{escape(document.language)}"{label}>{text}</p>'
        )

    def _piece(self, piece: Piece, side: SideName) -> str:
        words = inert(piece.text)
        opening, closing = _ELEMENTS.get((side, piece.mark), ("", ""))
        if piece.mark in ("loop", "moved", "style", "found"):
            opening, closing = f'<span class="{piece.mark}">{self._sign(piece)}', "</span>"
        marked = f"{opening}{words}{closing}" if words else ""
        pointing = [self._findings[name] for name in piece.findings]
        if not pointing:
            return marked
        # A piece can carry one anchor and one link: the gravest finding's. The others get an empty anchor each.
        gravest, *others = sorted(pointing, key=lambda finding: (-_gravity(finding), finding.id))
        extra = "".join(
            f"<span{place}></span>" for one in others if (place := self._anchors.first_place(one))
        )
        kind = gravest.severity if piece.text else f"place in-{side} {gravest.severity}"
        return (
            f'{extra}<a class="point {kind}"{self._anchors.first_place(gravest)} href="#{self._anchors.item(gravest)}" '
            f'title="{inert(said(gravest))}">{marked or "‸"}</a>'
        )

    def _sign(self, piece: Piece) -> str:
        """Give the ring of a loop with its count, at its beginning only, and the arrow of what moved."""
        if piece.mark == "moved":
            return "↔ "
        for name in piece.findings:
            finding = self._findings[name]
            begins = finding.candidate is not None and finding.candidate.start == piece.start
            if piece.mark == "loop" and finding.kind == "repetition-loop" and begins:
                count = finding.details.get("count")
                return f'<span class="sign">⟲{f" ×{count}" if isinstance(count, int) else ""}</span> '
        return ""


def _gravity(finding: Finding) -> int:
    return {"critical": 3, "major": 2, "minor": 1, "neutral": 0}[finding.severity]


def _numbers(cell: Cell) -> str:
    first, last = cell.sentences[0] + 1, cell.sentences[-1] + 1
    return f"{first}" if first == last else f"{first}–{last}"
