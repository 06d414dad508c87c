"""A collation as CSV: a row a row, a column a version, and the votes in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.report.collation_votes import RowVotes
from compare.report.collation_words import presence, siglum
from compare.report.table import csv_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compare.align.collated import Collation

_STATES = {"present": "", "lacking": "[lacking]", "outside": "[left out]"}


def render(collation: Collation) -> str:
    """Give a collation as CSV that no spreadsheet takes for formulas."""
    return csv_text(_rows(collation))


def _rows(collation: Collation) -> Iterator[list[object]]:
    versions = range(len(collation.documents))
    names = [f"{siglum(version)} {collation.documents[version].name}" for version in versions]
    yield ["row", *names, "differs", "odd", "votes"]
    for row in collation.rows:
        odd = sorted({*row.odd, *(version for variant in row.variants for version in variant.odd)})
        told = [presence(row), *RowVotes(collation, row).lines()]
        yield [
            row.index + 1,
            *(
                collation.text(row, version)
                if row.cells[version].state == "present"
                else _STATES[row.cells[version].state]
                for version in versions
            ),
            "yes" if any(told) else "no",
            " ".join(siglum(version) for version in odd),
            " | ".join(line for line in told if line),
        ]
