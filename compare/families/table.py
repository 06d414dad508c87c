"""Families as people read them: as text for a terminal of any width, and as CSV for a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from compare.report.phrases import counted, percent
from compare.report.table import csv_text
from compare.report.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compare.families.members import Families, Member

_NAMES: Final = {"full": "full", "excerpt": "excerpt", "near-copy": "near copy", "copy": "copy"}
_ROLE_COLUMNS: Final = 9
_COVERAGE_COLUMNS: Final = 5


def text(families: Families, *, width: int = 100) -> str:
    """Draw families for a terminal: those with several members one by one, the rest in one list.

    Args:
        families: what was found.
        width: of the terminal, in columns; long paths lose their middle.
    """
    return "\n".join(_lines(families, width)) + "\n"


def _lines(families: Families, width: int) -> Iterator[str]:
    several = [family for family in families.families if len(family.members) > 1]
    alone = [family.members[0] for family in families.families if len(family.members) == 1]
    documents = sum(len(family.members) for family in families.families)
    yield (
        f"{counted(documents, 'document')}: {counted(len(several), 'piece')} in several versions, "
        f"{len(alone)} alone"
    )
    if several:
        yield "Shares: how much of the version named first each has."
    for number, family in enumerate(several, 1):
        yield ""
        yield f"Piece {number}, {counted(len(family.members), 'version')}"
        for member in family.members:
            yield _member_line(member, width)
    if alone:
        yield ""
        yield "Alone"
        for member in alone:
            yield f"  {_shortened(one_line(member.path), width - 2)}"


def _member_line(member: Member, width: int) -> str:
    room = width - 2 - _ROLE_COLUMNS - 2 - _COVERAGE_COLUMNS - 2
    role, share = _NAMES[member.role], percent(member.coverage)
    return (
        f"  {role:<{_ROLE_COLUMNS}}  {share:>{_COVERAGE_COLUMNS}}  {_shortened(one_line(member.path), room)}"
    )


def _shortened(path: str, room: int) -> str:
    """Give a path that fits; the end tells one file from another, the beginning says where they are.

    >>> _shortened("archive/2019/march/the-bridge.txt", 20)
    'archive…e-bridge.txt'
    """
    if len(path) <= room:
        return path
    tail = max(1, (room - 1) * 2 // 3)
    return f"{path[: max(0, room - 1 - tail)]}…{path[-tail:]}"


def csv(families: Families) -> str:
    """Give a row a document: the number of its family, its role, its coverage."""
    rows: list[tuple[object, ...]] = [("family", "versions", "role", "coverage", "path")]
    for number, family in enumerate(families.families, 1):
        rows.extend(
            (number, len(family.members), member.role, member.coverage, member.path)
            for member in family.members
        )
    return csv_text(rows)
