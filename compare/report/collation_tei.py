"""A collation as TEI P5: the text of all versions, and an ``<app>`` wherever they differ.

After chapter 12 of the TEI Guidelines, "Critical Apparatus", by the method of parallel segmentation. Every row is an
``<ab>``. The first reading is the ``<lem>`` where most versions have it; where no wording has most, all are
``<rdg>``.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Final

from compare.report.collation_words import pieces, siglum
from compare.report.visible import referenced

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.align.collated import Collation, Row, Variant

_ILLEGAL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def render(collation: Collation) -> str:
    """Give a collation as one TEI document."""
    return "\n".join(_lines(collation)) + "\n"


def _lines(collation: Collation) -> Iterator[str]:
    title = ", ".join(document.name for document in collation.documents)
    language = collation.documents[0].language
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="{_text(language)}">'
    yield "<teiHeader>"
    yield f"<fileDesc><titleStmt><title>{_text(title)}</title></titleStmt>"
    yield "<publicationStmt><p>Made by truecopy collate.</p></publicationStmt>"
    yield "<sourceDesc><listWit>"
    for version, document in enumerate(collation.documents):
        yield f'<witness xml:id="{siglum(version)}">{_text(document.name)}</witness>'
    yield "</listWit></sourceDesc></fileDesc>"
    yield (
        '<encodingDesc><variantEncoding method="parallel-segmentation" location="internal"/></encodingDesc>'
    )
    yield "</teiHeader>"
    yield "<text><body>"
    for row in collation.rows:
        yield f'<ab n="{row.index + 1}">{_row(collation, row)}</ab>'
    yield "</body></text>"
    yield "</TEI>"


def _row(collation: Collation, row: Row) -> str:
    has = [version for version, cell in enumerate(row.cells) if cell.state == "present"]
    text = collation.documents[row.lead].text
    inside = "".join(
        _text(piece.text)
        if piece.variant is None
        else _apparatus(row.variants[piece.variant], row.lead, text)
        for piece in pieces(collation, row, row.lead)
    )
    if len(has) == len(row.cells):
        return inside
    lacks = [version for version, cell in enumerate(row.cells) if cell.state == "lacking"]
    outside = [version for version, cell in enumerate(row.cells) if cell.state == "outside"]
    parts = [_reading("rdg", has, inside)]
    if lacks:
        parts.append(_reading("rdg", lacks, ""))
    if outside:
        parts.append(_reading("rdg", outside, '<gap reason="sampling"/>'))
    return f"<app>{''.join(parts)}</app>"


def _apparatus(variant: Variant, lead: int, text: str) -> str:
    """Give the readings of one place; words that the lead lacks bring a blank along."""
    place = variant.spans[lead]
    before = after = ""
    if place is not None and place.start == place.end:
        is_after_word = place.start > 0 and not text[place.start - 1].isspace()
        before, after = (" ", "") if is_after_word else ("", " ")
    first, *others = variant.readings
    parts = []
    for element, reading in [("lem" if variant.odd else "rdg", first), *(("rdg", other) for other in others)]:
        inside = f"{before}{_text(reading.text)}{after}" if reading.text else ""
        parts.append(_reading(element, reading.versions, inside))
    return f"<app>{''.join(parts)}</app>"


def _reading(element: str, versions: Sequence[int], inside: str) -> str:
    witnesses = " ".join(f"#{siglum(version)}" for version in versions)
    return (
        f'<{element} wit="{witnesses}">{inside}</{element}>' if inside else f'<{element} wit="{witnesses}"/>'
    )


def _text(text: str) -> str:
    """Give text that XML can hold: some control characters have no place in it, not even escaped.

    What else would steer a screen stands as a character reference: the same text, harmless where it is shown.
    """
    return referenced(escape(_ILLEGAL.sub("\ufffd", text), quote=True))
