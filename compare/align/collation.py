"""Collation: any number of versions in one table, with a vote wherever they differ.

    documents → each set against the base → what they add, merged → rows → word variants and votes in each row

The first document is the base: its sentences give the order of the rows. The order of the others changes
nothing but the order of the columns. Progressive alignment of witnesses, one after the other into a growing
table, gives another table for another order (collatex#66, #76); here each version is set against the base
alone, and what the versions add is merged in an order that depends on the texts only.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

from compare.errors import BadInput
from compare.model import ALIGNED_ROLES, Document, Span
from compare.settings import DEFAULTS, AlignSettings

if TYPE_CHECKING:
    from collections.abc import Sequence

CellState = Literal["present", "lacking", "outside"]

SCHEMA: Final = "truecopy.collation/1"
_STRANGER: Final = 0.1
"""Share of a version's words that has a partner in the base, below which a note says that it is another
text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one version has in one row.

    ``lacking`` says that the version leaves this out; ``outside`` that it is an excerpt, or has a mark of
    elision, and says nothing of this part: it does not vote. ``moved`` says that the sentences stand
    elsewhere in this version.
    """

    state: CellState
    sentences: tuple[int, ...] = ()
    moved: bool = False

    def to_dict(self) -> dict[str, Any]:
        """Give the cell as JSON has it."""
        return {"state": self.state, "sentences": list(self.sentences), "moved": self.moved}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One of the wordings of a place, and the versions that have it; empty where the words are missing."""

    text: str
    versions: tuple[int, ...]

    def to_dict(self) -> dict[str, Any]:
        """Give the reading as JSON has it."""
        return {"text": self.text, "versions": list(self.versions)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A place of a row where the words differ.

    ``spans[i]`` is the place in version i, ``None`` where that version does not have the row. ``readings``
    are the wordings, the one that most versions have first; differences of style alone do not count.
    ``odd`` are the versions that stand against what most have; nobody is odd where no wording has
    most, as between two.
    """

    spans: tuple[Span | None, ...]
    readings: tuple[Reading, ...]
    odd: tuple[int, ...]

    def to_dict(self) -> dict[str, Any]:
        """Give the variant as JSON has it."""
        return {
            "spans": [span.to_dict() if span else None for span in self.spans],
            "readings": [reading.to_dict() for reading in self.readings],
            "odd": list(self.odd),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table: what the versions have for the same thing said.

    ``lead`` is the version whose words the variants follow: the base where it has the row. ``odd`` are the
    versions that have the row, or lack it, against most.
    """

    index: int
    cells: tuple[Cell, ...]
    lead: int
    variants: tuple[Variant, ...]
    odd: tuple[int, ...]

    def to_dict(self) -> dict[str, Any]:
        """Give the row as JSON has it."""
        return {
            "index": self.index,
            "lead": self.lead,
            "cells": [cell.to_dict() for cell in self.cells],
            "odd": list(self.odd),
            "variants": [variant.to_dict() for variant in self.variants],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Collation:
    """Some versions in one table; the columns are in the order of ``documents``, the first is the base.

    ``notes`` say in plain words what a reader should know of a version: left out, empty, the very words of
    another.
    """

    documents: tuple[Document, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()

    def text(self, row: Row, version: int) -> str:
        """Give what a version has in a row, as written; "" where it has nothing."""
        document = self.documents[version]
        return " ".join(document.sentences[index].text for index in row.cells[version].sentences)

    def odd_counts(self) -> tuple[int, ...]:
        """Count for each version the rows and places where it stands against what most have."""
        counts = [0] * len(self.documents)
        for row in self.rows:
            for odd in (row.odd, *(variant.odd for variant in row.variants)):
                for version in odd:
                    counts[version] += 1
        return tuple(counts)

    def to_dict(self) -> dict[str, Any]:
        """Give the collation as JSON has it (``truecopy.collation/1``)."""
        return {
            "schema": SCHEMA,
            "versions": [document.to_dict() for document in self.documents],
            "odd": list(self.odd_counts()),
            "rows": [row.to_dict() for row in self.rows],
            "notes": list(self.notes),
        }


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
    from compare.align.collation_rows import rows

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
