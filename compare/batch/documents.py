"""Documents of a manifest, each by its row."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from compare.errors import UnreadableText
from compare.settings import DEFAULTS, Limits

if TYPE_CHECKING:
    from compare.batch.rows import Row
    from compare.model import Document


def row_name(row: Row) -> str:
    """Give what the document of a row is called: its id, or its path where it has none."""
    return row.candidate if row.id == str(row.number) and row.candidate else row.id


def row_document(
    row: Row, root: Path | str, *, encoding: str | None = None, limits: Limits = DEFAULTS.limits
) -> Document:
    """Read the document of a row, and call it as `row_name` does.

    Args:
        row: its candidate is read.
        root: folder that paths count from.
        encoding: of the file; told from the bytes where it is ``None``.
        limits: of its length.

    Raises:
        UnreadableText: it cannot be read.
    """
    from compare.text.reading import read, read_text

    if row.error:
        raise UnreadableText(row.error)
    name = row_name(row)
    if row.candidate_text is not None and (row.candidate_text or not row.candidate):
        return read_text(row.candidate_text, name=name, limits=limits)
    path = row.candidate or ""
    return replace(read(Path(root, path), encoding=encoding, name=path, limits=limits), name=name)
