"""Work: what an engine needs to know of what it hands out, be it pairs to judge or bands of shingles to count.

An item has a number; a piece of work makes a record of it, and knows the columns of its records. Nothing else is
asked, so that one engine with its minded workers, its cluster and its deaths serves everything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from compare.batch.extras import pyarrow

if TYPE_CHECKING:
    from collections.abc import Iterable

Record = dict[str, Any]


class Item(Protocol):
    """Something to work at; of two items of a run no two have the same number."""

    @property
    def number(self) -> int:
        """What it is known by."""
        ...


class Work(Protocol):
    """What is done with every item of a run; goes to the workers by pickle."""

    @property
    def timeout_seconds(self) -> float:
        """Seconds an item may take; 0 for no limit."""
        ...

    def record(self, item: Any, *, error: str | None = None) -> Record:
        """Make the record of an item; where an error is given it must not be tried, but told."""
        ...

    def schema(self) -> Any:
        """Give the columns of a record, as a schema of pyarrow."""
        ...

    def warm(self) -> None:
        """Load what is slow to load, lest the first item pay for it out of its time."""
        ...


def table_of(records: Iterable[Record], schema: Any) -> Any:
    """Give records as a table."""
    return pyarrow().Table.from_pylist(list(records), schema=schema)
