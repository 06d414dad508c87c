"""A collation as one self-contained HTML file: a column a version, odd words marked, votes under each row.

Nothing is loaded from anywhere, nothing is run; text of strangers is escaped.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from compare.report.collation_votes import RowVotes
from compare.report.collation_words import (
    is_unanimous,
    odd_line,
    pieces,
    presence,
    siglum,
)
from compare.report.phrases import counted
from compare.report.visible import one_line
from compare.report.web_page import web_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compare.align.collated import Collation, Row


def render(collation: Collation) -> str:
    """Draw a collation as a page."""
    title = ", ".join(_text(document.name) for document in collation.documents)
    return web_page(title, "\n".join(_body(collation)), style="collation.css")


def _body(collation: Collation) -> Iterator[str]:
    same = sum(is_unanimous(row) for row in collation.rows)
    yield "<header>"
    yield f"<h1>{counted(len(collation.documents), 'version')} collated</h1>"
    yield f"<p>{counted(len(collation.rows), 'row')}, {same} the same in all. {_text(odd_line(collation))}</p>"
    for note in collation.notes:
        yield f'<p class="note">{_text(note)}.</p>'
    yield (
        '<p class="legend"><mark>words</mark> that versions differ in, '
        '<mark class="odd">words</mark> against what most have, '
        '<mark class="odd missing">‸</mark> words missing, '
        '<span class="moved">↕</span> stands elsewhere in this version</p>'
    )
    yield "</header>"
    yield '<div class="scroll" tabindex="0"><table>'
    yield '<thead><tr><th scope="col"><span class="hidden">Row</span></th>'
    counts = collation.odd_counts()
    for version, document in enumerate(collation.documents):
        base = " <small>base</small>" if version == 0 else ""
        odd = f" <small>{counts[version]} odd</small>" if counts[version] else ""
        yield f'<th scope="col" lang="en"><b>{siglum(version)}</b> {_text(document.name)}{base}{odd}</th>'
    yield "</tr></thead>"
    for row in collation.rows:
        yield from _row(collation, row)
    yield "</table></div>"


def _row(collation: Collation, row: Row) -> Iterator[str]:
    kind = "same" if is_unanimous(row) else "differs"
    yield f'<tbody class="{kind}" id="row-{row.index + 1}"><tr><th scope="row">{row.index + 1}</th>'
    votes = RowVotes(collation, row)
    for version, document in enumerate(collation.documents):
        yield _cell(collation, row, version, document.language, votes)
    yield "</tr>"
    said = [line for line in (presence(row), *votes.lines()) if line]
    if said:
        items = "".join(f"<li>{_text(line)}</li>" for line in said)
        yield f'<tr class="votes"><td></td><td colspan="{len(collation.documents)}"><ul>{items}</ul></td></tr>'
    yield "</tbody>"


def _cell(collation: Collation, row: Row, version: int, language: str, votes: RowVotes) -> str:
    cell = row.cells[version]
    odd = " odd" if version in row.odd else ""
    if cell.state == "lacking":
        return f'<td class="lacking{odd}">—<span class="hidden"> lacking</span></td>'
    if cell.state == "outside":
        return '<td class="outside">…<span class="hidden"> left out</span></td>'
    moved = '<span class="moved" title="stands elsewhere in this version">↕</span> ' if cell.moved else ""
    inside = "".join(
        _text(piece.text)
        if piece.variant is None
        else _mark(piece.text, votes.of(row.variants[piece.variant]), is_odd=piece.is_odd)
        for piece in pieces(collation, row, version)
    )
    return f'<td class="present{odd}" lang="{_text(language)}">{moved}{inside}</td>'


def _mark(text: str, title: str, *, is_odd: bool) -> str:
    classes = " ".join(name for name, holds in (("odd", is_odd), ("missing", not text)) if holds)
    attribute = f' class="{classes}"' if classes else ""
    return f'<mark{attribute} title="{_text(title)}">{_text(text) or "‸"}</mark>'


def _text(text: str) -> str:
    lead, trail = " " * text[:1].isspace(), " " * (len(text) > 1 and text[-1:].isspace())
    return escape(f"{lead}{one_line(text).strip()}{trail}", quote=True)
