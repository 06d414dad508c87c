"""The table of a collation: versions as columns, what is said as rows, and votes where the words differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

if TYPE_CHECKING:
    from compare.model import Document, Span

CellState = Literal["present", "lacking", "outside"]

SCHEMA: Final = "truecopy.collation/1"


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
