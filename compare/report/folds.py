"""Which rows need not be read: runs of equal rows, of what lies outside an excerpt, of furniture round the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from compare.report.phrases import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from compare.model import Finding
    from compare.report.rows import Row

SHORTEST: Final = {"equal": 4, "outside": 2, "boilerplate": 1}
"""From how many rows of a kind in a row on they are folded; rows of other kinds never are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Some rows in a row; ``label`` says what is folded away, and is empty where the rows are to be shown."""

    rows: tuple[Row, ...]
    label: str = ""


def stretches(rows: Sequence[Row], findings: Mapping[str, Finding]) -> Iterator[Stretch]:
    """Part the rows into those to show and those to fold; a row with an error in it is never folded.

    Args:
        rows: all rows, in reading order.
        findings: by id.
    """
    group: list[Row] = []
    for row in rows:
        if group and _sort(row, findings) != _sort(group[0], findings):
            yield _stretch(group, findings)
            group = []
        group.append(row)
    if group:
        yield _stretch(group, findings)


def _sort(row: Row, findings: Mapping[str, Finding]) -> tuple[str, bool, bool]:
    return row.kind, row.reference is None, _has_error(row, findings) or row.elsewhere is not None


def _stretch(group: Sequence[Row], findings: Mapping[str, Finding]) -> Stretch:
    kind, _, is_kept = _sort(group[0], findings)
    if is_kept or len(group) < SHORTEST.get(kind, len(group) + 1):
        return Stretch(rows=tuple(group))
    return Stretch(rows=tuple(group), label=_label(group))


def _label(group: Sequence[Row]) -> str:
    cells = [cell for row in group if (cell := row.reference or row.candidate) is not None]
    count = sum(len(cell.sentences) for cell in cells)
    side = "reference" if group[0].reference else "candidate"
    match group[0].kind:
        case "equal":
            return f"{counted(count, 'sentence')} the same"
        case "outside":
            return f"{counted(count, 'sentence')} of the {side} outside the excerpt"
        case _:
            return f"{counted(count, 'line')} of the {side} around the text"


def _has_error(row: Row, findings: Mapping[str, Finding]) -> bool:
    return any(
        findings[name].severity != "neutral"
        for cell in (row.reference, row.candidate)
        if cell is not None
        for piece in cell.pieces
        for name in piece.findings
    )
