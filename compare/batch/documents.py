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


def row_path(path: str, root: Path | str, *, allow_outside: bool = False) -> Path:
    """Give the place of a file that a row names.

    Args:
        path: as the row has it.
        root: folder that it counts from.
        allow_outside: whether it may lead out of that folder.

    Raises:
        UnreadableText: it does and may not, or it names something that is no file, which may never end.
    """
    place = Path(root, path)
    if not allow_outside and not _is_inside(place, root):
        raise UnreadableText(f"{path} lies outside {root}; add --allow-outside if that is meant")
    if place.exists() and not place.is_file():
        raise UnreadableText(f"{path} is no ordinary file; name a text")
    return place


def _is_inside(place: Path, root: Path | str) -> bool:
    try:
        return place.resolve().is_relative_to(Path(root).resolve())
    except (OSError, RuntimeError, ValueError):
        return False


def row_document(
    row: Row,
    root: Path | str,
    *,
    encoding: str | None = None,
    limits: Limits = DEFAULTS.limits,
    allow_outside: bool = False,
) -> Document:
    """Read the document of a row, and call it as `row_name` does.

    Args:
        row: its candidate is read.
        root: folder that paths count from.
        encoding: of the file; told from the bytes where it is ``None``.
        limits: of its length.
        allow_outside: whether its path may lead out of the folder.

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
    place = row_path(path, root, allow_outside=allow_outside)
    return replace(read(place, encoding=encoding, name=path, limits=limits), name=name)
