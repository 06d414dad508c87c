"""Pages that were laid out with tables: their cells hold articles, menus and footers rather than rows of data.

Before style sheets a page was a table, its paragraphs were parted by two line breaks, and what extracts articles takes
the whole for a table and writes it out in rows. Such tables are opened, so that the extractor sees blocks of text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_PARAGRAPH_BREAK: Final = re.compile(r"(?i)(?:<br ?/?>\s*){2,}")
_CELL: Final = re.compile(r"(?i)<t[dh]\b[^<>]*>")
"""Where a cell begins, and with it a paragraph: what stands right in a block, the extractor leaves out."""
_CELLS: Final = ("td", "th")
_PARTS: Final = ("table", "thead", "tbody", "tfoot", "tr", *_CELLS)
_PROSE_WORDS: Final = 80
"""Words of a cell from which on it holds running text; cells of data are short."""


def without_layout_tables(page: str) -> Any:
    """Give a web page as it should be extracted: itself, or its tree with the tables opened that only lay it out.

    Args:
        page: the HTML.
    """
    if "<table" not in page.lower():
        return page
    from lxml import etree  # type: ignore[import-untyped]
    from trafilatura import load_html

    try:
        tree = load_html(_CELL.sub(r"\g<0><p>", _PARAGRAPH_BREAK.sub("<p>", page)))
    except (etree.LxmlError, ValueError):
        return page
    if tree is None:
        return page
    tables = [table for table in tree.iter("table") if _is_layout(table)]
    if not tables:
        return page
    for table in tables:
        for part in [table, *_own_parts(table)]:
            part.tag = "div"
            part.attrib.clear()
    return tree


def _is_layout(table: Any) -> bool:
    """Whether a cell of a table holds running text, or other tables."""
    cells = [part for part in _own_parts(table) if part.tag in _CELLS]
    return any(
        next(cell.iter("table"), None) is not None or len(" ".join(cell.itertext()).split()) >= _PROSE_WORDS
        for cell in cells
    )


def _own_parts(table: Any) -> Iterable[Any]:
    """The rows and cells of a table, without those of tables inside it."""
    waiting = list(table)
    while waiting:
        part = waiting.pop(0)
        if part.tag in _PARTS and part.tag != "table":
            yield part
            waiting.extend(part)
