"""Documents of a manifest, one at a time, for whoever needs each only once; and families as a table."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from compare.batch.extras import parquet, pyarrow
from compare.batch.manifest import FileManifest
from compare.batch.parts import told
from compare.errors import MissingExtra, UnreadableText
from compare.families.files import Skipped
from compare.settings import DEFAULTS, Limits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compare.batch.rows import Row
    from compare.families import Families
    from compare.model import Document


def manifest_documents(
    path: Path, *, encoding: str | None, left_out: list[Skipped], limits: Limits = DEFAULTS.limits
) -> Iterator[Document]:
    """Read the documents of a manifest, each called by its id, or by its path where it has none.

    Args:
        path: of the manifest; needs the column ``candidate`` or ``candidate_text``.
        encoding: of the files; told from the bytes where it is ``None``.
        left_out: gets the documents that cannot be read or hold no running text, with the reason.
        limits: of every document.

    Raises:
        BadInput: the manifest is broken, or two rows have one id.
    """
    from compare.batch.survey import survey

    manifest = FileManifest(path=path, check=True)
    survey(manifest)
    for row in manifest.rows():
        name = row.candidate if row.id == str(row.number) and row.candidate else row.id
        try:
            document = _document(row, path.parent, name, encoding, limits)
        except (MissingExtra, UnreadableText) as error:
            left_out.append(Skipped(path=name, reason=str(error)))
            continue
        if any(sentence.role in ("title", "body") for sentence in document.sentences):
            yield document
        else:
            left_out.append(Skipped(path=name, reason="holds no sentence of running text"))


def _document(row: Row, root: Path, name: str, encoding: str | None, limits: Limits) -> Document:
    from compare.text.reading import read, read_text

    if row.error:
        raise UnreadableText(row.error)
    if row.candidate_text is not None and (row.candidate_text or not row.candidate):
        return read_text(row.candidate_text, name=name, limits=limits)
    path = row.candidate or ""
    return replace(read(Path(root, path), encoding=encoding, name=path, limits=limits), name=name)


def write_families(path: Path, families: Families) -> None:
    """Write families as Parquet: a row a document, its family by number from 1, its role and its coverage.

    Raises:
        BadInput: there is no room.
    """
    arrow = pyarrow()
    schema = arrow.schema(
        [
            ("family", arrow.int64()),
            ("document", arrow.string()),
            ("role", arrow.string()),
            ("coverage", arrow.float64()),
        ]
    )
    part = path.with_name(f".{path.name}.part")
    rows = [
        {"family": number, "document": member.path, "role": member.role, "coverage": member.coverage}
        for number, family in enumerate(families.families, 1)
        for member in family.members
    ]
    with told(path.parent):
        parquet().write_table(arrow.Table.from_pylist(rows, schema=schema), part, compression="zstd")
        part.replace(path)
