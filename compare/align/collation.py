"""Collation: any number of versions in one table, with a vote wherever they differ.

    documents → each set against the base → what they add, merged → rows → word variants and votes in each row

The first document is the base: its sentences give the order of the rows. The order of the others changes
nothing but the order of the columns. Progressive alignment of witnesses, one after the other into a growing
table, gives another table for another order (collatex#66, #76); here each version is set against the base
alone, and what the versions add is merged in an order that depends on the texts only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from compare.align.collated import Collation
from compare.align.collation_rows import rows
from compare.errors import BadInput
from compare.model import ALIGNED_ROLES
from compare.settings import DEFAULTS, AlignSettings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.model import Document

_STRANGER: Final = 0.1
"""Share of a version's words that has a partner in the base, below which a note says that it is another
text."""


def collate(documents: Sequence[Document], *, settings: AlignSettings = DEFAULTS.align) -> Collation:
    """Set any number of versions in one table.

    Args:
        documents: two versions or more; the first is the base. A version in another language than the base
            is left out, and a note says so.
        settings: thresholds of the alignment.

    Returns:
        The table. For any order of the documents after the base it has the same rows, with the columns in
        that order.

    Raises:
        BadInput: there are fewer than two versions that can be set against each other.

    >>> from compare.text.documents import document
    >>> base = document("The bridge opened in 1907. It is long.", name="a.txt")
    >>> two = document("The bridge opened in 1970. It is long.", name="b.txt")
    >>> three = document("The bridge opened in 1970. It is long. Nobody came.", name="c.txt")
    >>> table = collate([base, two, three])
    >>> [reading.text for reading in table.rows[0].variants[0].readings], table.rows[0].variants[0].odd
    (['1970', '1907'], (0,))
    >>> [cell.state for cell in table.rows[2].cells], table.odd_counts()
    (['lacking', 'lacking', 'present'], (1, 0, 1))
    """
    if len(documents) < 2:
        raise BadInput("one version alone cannot be collated; name two or more")
    kept, notes = _in_one_language(documents)
    if len(kept) < 2:
        raise BadInput(f"nothing is left to collate: {'; '.join(notes)}")
    table, coverages = rows(kept, settings=settings)
    return Collation(documents=kept, rows=table, notes=(*notes, *_remarks(kept, coverages)))


def _in_one_language(documents: Sequence[Document]) -> tuple[tuple[Document, ...], list[str]]:
    """Give the versions in the language of the base, and those whose language cannot be told."""
    base = documents[0]
    kept, notes = [], []
    for document in documents:
        if "und" in (document.language, base.language) or document.language == base.language:
            kept.append(document)
        else:
            notes.append(
                f"{document.name} is in another language ({document.language}) than {base.name} "
                f"({base.language}) and is left out"
            )
    return tuple(kept), notes


def _remarks(documents: Sequence[Document], coverages: Sequence[float]) -> list[str]:
    """Say which versions are empty, copies, or no versions at all."""
    remarks: list[str] = []
    first_with: dict[str, Document] = {}
    base = documents[0]
    for document, coverage in zip(documents, coverages, strict=True):
        twin = first_with.setdefault(document.sha256, document)
        if not any(sentence.role in ALIGNED_ROLES for sentence in document.sentences):
            remarks.append(f"{document.name} holds no sentence of running text; its column is empty")
        elif twin is not document:
            remarks.append(f"{document.name} has the very words of {twin.name}; the two vote as two")
        elif coverage < _STRANGER:
            remarks.append(f"{document.name} shares next to nothing with {base.name}; it may be another text")
    return remarks
