"""Columns of a manifest: which there are, and for a wrong one the nearest that is right."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from compare.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

COLUMNS: Final = ("id", "reference", "candidate", "reference_text", "candidate_text", "source", "system")
_LIKE: Final = 0.6
"""Likeness (difflib, of letters) from which on a column may be meant where a needed one is missing."""
_SURELY_LIKE: Final = 0.88
"""The same where nothing is missing: "sytem" is a slip, "reference_id" is a column of somebody else's."""


def checked_columns(found: Sequence[str], name: str, *, check: bool) -> tuple[str, ...]:
    """Give the columns of a manifest that are read, in the order in which they stand there.

    Args:
        found: the heading.
        name: of the manifest, for messages.
        check: whether documents are looked at alone, so that no reference is needed.

    Raises:
        BadInput: a needed column is missing, one stands twice, or one is misspelt.

    >>> checked_columns(["id", "note", "candidate", "reference_text"], "m.csv", check=False)
    ('id', 'candidate', 'reference_text')
    >>> checked_columns(["reference", "candiate"], "m.csv", check=False)
    Traceback (most recent call last):
    compare.errors.BadInput: m.csv has no column candidate or candidate_text; 'candiate' may be meant: rename it
    """
    for column in COLUMNS:
        if list(found).count(column) > 1:
            raise BadInput(f"{name} has two columns {column}; take one away")
    absent = [column for column in COLUMNS if column not in found]
    others = [column for column in found if column not in COLUMNS]
    for side in ("candidate",) if check else ("candidate", "reference"):
        wanted = (side, f"{side}_text")
        if not any(column in found for column in wanted):
            near = _nearest(others, wanted, _LIKE)
            advice = f"{near[0]!r} may be meant: rename it" if near else f"it has {_list(found)}"
            raise BadInput(f"{name} has no column {' or '.join(wanted)}; {advice}")
    slip = _nearest(others, absent, _SURELY_LIKE)
    if slip:
        raise BadInput(f"{name} has a column {slip[0]!r}; if {slip[1]} is meant, rename it, or take it away")
    return tuple(column for column in found if column in COLUMNS)


def _nearest(found: Iterable[str], wanted: Iterable[str], least: float) -> tuple[str, str] | None:
    """Give the wrong column that is likest to a right one, with that one."""
    right = list(wanted)
    pairs = [(_likeness(column, name), column, name) for column in found for name in right]
    best = max(pairs, default=(0.0, "", ""), key=lambda pair: (pair[0], pair[1], pair[2]))
    return best[1:] if best[0] >= least else None


def _likeness(column: str, name: str) -> float:
    return SequenceMatcher(None, column.strip().casefold(), name, autojunk=False).ratio()


def _list(found: Sequence[str], most: int = 12) -> str:
    if not found:
        return "none at all; is the first line the heading?"
    return ", ".join(found[:most]) + (f" and {len(found) - most} more" if len(found) > most else "")
