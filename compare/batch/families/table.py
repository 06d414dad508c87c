"""Families as a table of family, document, role and coverage: gathered in any order, numbered and written in one."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, Any, Final

from compare.batch.extras import arrow_compute, parquet, pyarrow
from compare.batch.keeping import told
from compare.errors import BadInput
from compare.families.members import Families, Family, Member
from compare.report.table import harmless
from compare.report.visible import escaped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from compare.families.members import MemberRole

ENDINGS: Final = (".parquet", ".jsonl", ".csv")
_GATHERED: Final = 50_000
"""Rows that are lists of Python before they become columns of Arrow, at a tenth of the memory."""


def schema() -> Any:
    """Give the columns of the table."""
    arrow = pyarrow()
    return arrow.schema(
        [
            ("family", arrow.int64()),
            ("document", arrow.string()),
            ("role", arrow.string()),
            ("coverage", arrow.float64()),
        ]
    )


def checked_ending(path: Path) -> str:
    """Give the ending of a table's name.

    Raises:
        BadInput: there is no form of that ending.
    """
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise BadInput(
            f"{path}: a table of families is one of {', '.join(ENDINGS)} by its ending; name it so"
        )
    return ending


def refuse(error: str | None) -> None:
    """Stop where a step that all others need could not be done.

    Raises:
        BadInput: it could not.
    """
    if error is not None:
        is_late = error.startswith("took longer")
        advice = "allow more (--timeout)" if is_late else "give the machine more memory, or fewer --workers"
        raise BadInput(f"the families cannot be found: {error}; {advice}")


class Rows:
    """Families in the order in which they are found."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._tables: list[Any] = []
        self._gathered: list[tuple[int, str, int, str, str, float]] = []

    def add(self, members: Sequence[tuple[str, MemberRole, float]]) -> None:
        """Add one family: name, role and coverage of its members, the fullest first."""
        head = members[0][0]
        self._gathered += [
            (len(members), head, place, name, role, float(coverage))
            for place, (name, role, coverage) in enumerate(members)
        ]
        if len(self._gathered) >= _GATHERED:
            self._gather()

    def _gather(self) -> None:
        arrow = pyarrow()
        names = ("members", "head", "place", "document", "role", "coverage")
        types = (
            arrow.int32(),
            arrow.string(),
            arrow.int32(),
            arrow.string(),
            arrow.string(),
            arrow.float64(),
        )
        columns = list(zip(*self._gathered, strict=True)) or [()] * len(names)
        arrays = [arrow.array(column, type=kind) for column, kind in zip(columns, types, strict=True)]
        self._tables.append(arrow.table(arrays, names=list(names)))
        self._gathered = []

    def table(self) -> Any:
        """Give the table: families with most members first, then by name, numbered from 1."""
        arrow, compute = pyarrow(), arrow_compute()
        self._gather()
        whole = arrow.concat_tables(self._tables)
        order = compute.sort_indices(
            whole, sort_keys=[("members", "descending"), ("head", "ascending"), ("place", "ascending")]
        )
        whole = whole.take(order)
        begins = compute.cast(compute.equal(whole["place"], 0), arrow.int64())
        numbers = compute.cumulative_sum(begins)
        columns = [numbers, whole["document"], whole["role"], whole["coverage"]]
        return arrow.table(columns, schema=schema())


def families_of(table: Any) -> Families:
    """Give a table of families as families."""
    found: list[Family] = []
    members: list[Member] = []
    last = None
    for row in table.to_pylist():
        if row["family"] != last and members:
            found.append(Family(members=tuple(members)))
            members = []
        last = row["family"]
        members.append(Member(path=row["document"], role=row["role"], coverage=row["coverage"]))
    if members:
        found.append(Family(members=tuple(members)))
    return Families(families=tuple(found))


def write_table(path: Path, table: Any) -> None:
    """Write a table of families, under a name of its own until it is whole.

    Args:
        path: its ending says the form: ``.parquet``, ``.jsonl`` or ``.csv``.
        table: the families.

    Raises:
        BadInput: there is no such form, or no room.
    """
    ending = checked_ending(path)
    part = path.with_name(f".{path.name}.part")
    with told(path.parent):
        if ending == ".parquet":
            parquet().write_table(table, part, compression="zstd")
        else:
            with part.open("w", encoding="utf-8", newline="") as file:
                if ending == ".csv":
                    writer = csv.writer(file, lineterminator="\n")
                    writer.writerow(table.schema.names)
                    writer.writerows([harmless(cell) for cell in row.values()] for row in _rows(table))
                else:
                    file.writelines(
                        escaped(json.dumps(row, ensure_ascii=False)) + "\n" for row in _rows(table)
                    )
        part.replace(path)


def _rows(table: Any) -> Iterator[dict[str, Any]]:
    for batch in table.to_batches(max_chunksize=1_000):
        yield from batch.to_pylist()
