"""Side by side in the terminal: words marked, equal stretches folded; on a narrow screen one under the other."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from rich.table import Table
from rich.text import Text

from compare.report.folds import Stretch, stretches
from compare.report.painting import PLACE, drawn, painted
from compare.report.phrases import counted, severity_line
from compare.report.rows import side_by_side
from compare.report.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from compare.model import Report
    from compare.report.rows import Cell, Mark, Piece, Row, SideName

NARROW: Final = 100
"""Under so many columns the two sides are set one under the other."""
_SIGNS: Final = {"equal": " ", "changed": "~", "dropped": "<", "added": ">"}
_MOVED: Final = "↔"


def render(report: Report, *, width: int = 100, colour: bool = False, whole: bool = False) -> str:
    """Draw both texts.

    Args:
        report: what is known of the candidate.
        width: of the terminal, in columns.
        colour: whether to draw in colour.
        whole: whether to show also what is equal, outside, or furniture round the text.
    """
    return drawn(_parts(report, width=width, colour=colour, whole=whole), width=width, colour=colour)


def _parts(report: Report, *, width: int, colour: bool, whole: bool) -> Iterator[RenderableType]:
    findings = {finding.id: finding for finding in report.findings}
    rows = side_by_side(report)
    parts = [Stretch(rows=rows)] if whole else list(stretches(rows, findings))
    draw = _wide if width >= NARROW else _stacked
    yield draw(report, parts, colour=colour)
    yield ""
    pairs = {row.bead: row for row in rows if row.bead is not None and row.kind != "outside"}
    differing = sum(row.kind != "equal" or row.elsewhere is not None for row in pairs.values())
    yield Text(
        f"{differing} of {counted(len(pairs), 'pair')} differ · {severity_line(report.findings)}", "dim"
    )
    if legend := _legend(parts, colour=colour):
        yield legend


def _legend(parts: Sequence[Stretch], *, colour: bool) -> Text | None:
    """Explain the marks that are drawn, in one line."""
    drawn_marks = {
        _mark(piece, side)
        for stretch in parts
        if not stretch.label
        for row in stretch.rows
        for side, cell in _cells(row)
        if cell is not None
        for piece in cell.pieces
    }
    meanings: tuple[tuple[Mark, str], ...] = (
        ("dropped", "of the reference alone"),
        ("added", "of the candidate alone"),
        ("moved", "at another place"),
        ("loop", "said again and again"),
        ("style", "style alone"),
    )
    shown = [painted(words, mark, colour=colour) for mark, words in meanings if mark in drawn_marks]
    return Text.assemble("marks: ", Text(" ").join(shown)) if shown else None


def _cells(row: Row) -> tuple[tuple[SideName, Cell | None], ...]:
    return ("reference", row.reference), ("candidate", row.candidate)


def _wide(report: Report, parts: list[Stretch], *, colour: bool) -> Table:
    table = Table.grid(padding=(0, 1), expand=True)
    digits = len(str(max(len(report.reference.sentences), len(report.candidate.sentences), 1))) * 2 + 1
    table.add_column(justify="right", style="dim", width=digits)
    table.add_column(ratio=1)
    table.add_column(width=1)
    table.add_column(justify="right", style="dim", width=digits)
    table.add_column(ratio=1)
    table.add_row(
        "",
        Text(one_line(report.reference.name), "bold"),
        "",
        "",
        Text(one_line(report.candidate.name), "bold"),
    )
    table.add_row("", Text("reference", "dim"), "", "", Text("candidate", "dim"))
    for stretch in parts:
        if stretch.label:
            table.add_row("", Text(f"··· {stretch.label} ···", "dim italic"))
            continue
        for row in stretch.rows:
            table.add_row(
                _numbers(row.reference),
                _side(row, "reference", colour=colour),
                _sign(row),
                _numbers(row.candidate),
                _side(row, "candidate", colour=colour),
            )
    return table


def _stacked(report: Report, parts: list[Stretch], *, colour: bool) -> Table:
    table = Table.grid(padding=(0, 1), expand=True)
    table.add_column(width=1)
    table.add_column(justify="right", style="dim", no_wrap=True)
    table.add_column(ratio=1)
    table.add_row("−", "", Text(f"reference: {one_line(report.reference.name)}", "bold"))
    table.add_row("+", "", Text(f"candidate: {one_line(report.candidate.name)}", "bold"))
    for stretch in parts:
        if stretch.label:
            table.add_row("", "", Text(f"··· {stretch.label} ···", "dim italic"))
            continue
        for row in stretch.rows:
            _add_stacked(table, row, colour=colour)
    return table


def _add_stacked(table: Table, row: Row, *, colour: bool) -> None:
    if row.kind == "equal" and row.reference is not None and row.candidate is not None:
        numbers = f"{_numbers(row.reference)}={_numbers(row.candidate)}"
        table.add_row(" ", numbers, _side(row, "candidate", colour=colour))
        return
    sides: tuple[tuple[SideName, Cell | None, str], ...] = (
        ("reference", row.reference, "−"),
        ("candidate", row.candidate, "+"),
    )
    for name, cell, sign in sides:
        if cell is None:
            continue
        text = _side(row, name, colour=colour)
        if row.elsewhere is not None:
            text.append(f" ({_MOVED} {_elsewhere(row)})", "magenta" if colour else "")
        table.add_row(_MOVED if row.elsewhere is not None else sign, _numbers(cell), text)


def _side(row: Row, side: SideName, *, colour: bool) -> Text:
    cell = row.reference if side == "reference" else row.candidate
    if cell is None:
        note = f"{_MOVED} {_elsewhere(row)}" if row.elsewhere is not None else ""
        return Text(note, "magenta" if colour else "")
    text = Text(style="dim" if row.kind in ("boilerplate", "elision", "outside") else "")
    for mark, words in _runs(cell, side):
        text.append_text(painted(words, mark, colour=colour))
    return text


def _runs(cell: Cell, side: SideName) -> Iterator[tuple[Mark, str]]:
    """Join what is marked alike: pieces are cut also where a finding begins, which is not shown here."""
    for mark, pieces in groupby(cell.pieces, key=lambda piece: _mark(piece, side)):
        words = one_line("".join(piece.text or PLACE for piece in pieces))
        yield mark, words


def _mark(piece: Piece, side: SideName) -> Mark:
    if not piece.text:
        return "plain"
    if piece.mark == "changed":
        return "dropped" if side == "reference" else "added"
    return piece.mark


def _sign(row: Row) -> str:
    return _MOVED if row.elsewhere is not None else _SIGNS.get(row.kind, "·")


def _elsewhere(row: Row) -> str:
    side = "candidate" if row.reference is not None else "reference"
    return f"moved: stands at {(row.elsewhere or 0) + 1} of the {side}"


def _numbers(cell: Cell | None) -> str:
    if cell is None:
        return ""
    first, last = cell.sentences[0] + 1, cell.sentences[-1] + 1
    return f"{first}" if first == last else f"{first}–{last}"
