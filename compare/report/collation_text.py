"""A collation for the terminal: columns where it is wide enough, else the base with the votes under it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from compare.report.collation_votes import RowVotes
from compare.report.collation_words import (
    is_unanimous,
    odd_line,
    pieces,
    presence,
    siglum,
)
from compare.report.painting import PLACE, drawn
from compare.report.phrases import counted
from compare.report.visible import one_line, visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from compare.align.collated import Collation, Row

COLUMN: Final = 32
"""Columns of a terminal that a version needs for its text to be read beside the others."""
_SAME: Final = "〃"
_NUMBER: Final = 6
"""Columns for the number of a row."""
_WHITE_SPACE: Final = re.compile(r"\s+")


def render(collation: Collation, *, width: int = 100, colour: bool = False) -> str:
    """Draw a collation.

    Args:
        collation: the table.
        width: of the terminal, in columns.
        colour: whether to draw in colour; without it the odd words stand in ``⟦ ⟧``.
    """
    return drawn(_parts(collation, width, colour), width=width, colour=colour)


def _parts(collation: Collation, width: int, colour: bool) -> Iterator[RenderableType]:
    for version, document in enumerate(collation.documents):
        base = ", the base" if version == 0 else ""
        yield Text(f"{siglum(version)}  {one_line(document.name)}{base}", "bold")
    for note in collation.notes:
        yield Text(f"Note: {one_line(note)}.")
    same = sum(is_unanimous(row) for row in collation.rows)
    yield ""
    yield f"{counted(len(collation.rows), 'row')}, {same} the same in all. {odd_line(collation)}".rstrip()
    yield ""
    is_wide = width >= _NUMBER + COLUMN * len(collation.documents)
    if is_wide:
        yield _columns(["", *map(siglum, range(len(collation.documents)))], width)
    for row in collation.rows:
        yield from (
            _side_by_side(collation, row, width, colour) if is_wide else _apparatus(collation, row, colour)
        )


def _side_by_side(collation: Collation, row: Row, width: int, colour: bool) -> Iterator[RenderableType]:
    versions = range(len(collation.documents))
    yield _columns(
        [str(row.index + 1), *(_cell(collation, row, version, colour) for version in versions)], width
    )
    # with two versions beside each other a vote says nothing that the columns do not show
    if len(collation.documents) > 2:
        yield from _votes(collation, row, colour)


def _columns(cells: Sequence[str | Text], width: int) -> Table:
    """Give one line of the table; every line has the same columns, so that what stands between them may be longer."""
    table = Table(box=None, padding=(0, 1), show_edge=False, show_header=False)
    table.add_column(width=_NUMBER - 2, justify="right", no_wrap=True, style="dim")
    for _ in cells[1:]:
        table.add_column(width=(width - _NUMBER) // (len(cells) - 1) - 2, overflow="fold")
    table.add_row(*cells)
    return table


def _votes(collation: Collation, row: Row, colour: bool) -> Iterator[RenderableType]:
    for said in (presence(row), *RowVotes(collation, row).lines()):
        if said:
            yield Padding(Text(f"· {said}", "dim" if colour else ""), (0, 0, 0, _NUMBER))


def _cell(collation: Collation, row: Row, version: int, colour: bool) -> Text:
    cell = row.cells[version]
    if cell.state != "present":
        return Text("—" if cell.state == "lacking" else "…", "dim")
    if version != row.lead and is_unanimous(row):
        return Text(_SAME, "dim")
    text = _marked(collation, row, version, colour)
    return Text.assemble(("↕ ", "dim"), text) if cell.moved else text


def _apparatus(collation: Collation, row: Row, colour: bool) -> Iterator[RenderableType]:
    """Draw the words of the lead, and under them what the others have instead."""
    lead = "" if row.lead == 0 else f"[{siglum(row.lead)}] "
    grid = Table.grid(padding=0)
    grid.add_column(width=_NUMBER, no_wrap=True, style="dim")
    grid.add_column(overflow="fold")
    grid.add_row(
        f"{row.index + 1:>4}", Text.assemble((lead, "dim"), _marked(collation, row, row.lead, colour))
    )
    yield grid
    yield from _votes(collation, row, colour)


def _marked(collation: Collation, row: Row, version: int, colour: bool) -> Text:
    line = Text()
    for piece in pieces(collation, row, version):
        text = visible(_WHITE_SPACE.sub(" ", piece.text))
        if piece.variant is None:
            line.append(text)
        elif colour:
            line.append(text or PLACE, "bold yellow underline" if piece.is_odd else "underline")
        elif piece.is_odd or not row.variants[piece.variant].odd:
            line.append(f"⟦{text}⟧" if text else PLACE)
        else:
            line.append(text)
    return line
