"""Facts over all versions: every name and every value, and which version has it otherwise.

    collation → mentions of each version in each row → one line a fact, with the vote

A fact that all versions have alike is listed too: a reader who checks names and figures wants to see that they were
looked at. Two ways to write one value ("$6m", "six million dollars") are one reading.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from compare.align.collated import Collation, Reading, Row
from compare.align.collation import collate
from compare.align.collation_variants import odd_versions
from compare.align.mentions import Slot, is_same, mentions, slots_of
from compare.settings import DEFAULTS, AlignSettings
from compare.text.line_breaks import tokens_of_versions
from compare.text.quantities import Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from compare.model import Document, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One name or value of one row of the collation, in all versions that have the row.

    ``kind`` is ``name`` or the kind of value (``number``, ``money``, ``year`` …). ``spans[i]`` is the mention in
    version i, or what stands at its place there, ``None`` where nothing does. ``readings`` as in a collation; an
    empty text: the version has the row, but not this.
    """

    kind: str
    row: int
    spans: tuple[Span | None, ...]
    readings: tuple[Reading, ...]
    odd: tuple[int, ...]

    @property
    def is_unanimous(self) -> bool:
        """Whether all versions that have the row have the same here."""
        return len(self.readings) == 1

    def to_dict(self) -> dict[str, Any]:
        """Give the fact as JSON has it."""
        return {
            "kind": self.kind,
            "row": self.row,
            "spans": [span.to_dict() if span else None for span in self.spans],
            "readings": [reading.to_dict() for reading in self.readings],
            "odd": list(self.odd),
        }


def facts(documents: Sequence[Document], *, settings: AlignSettings = DEFAULTS.align) -> tuple[Fact, ...]:
    """Give every name and value of some versions, in the order of their collation.

    Args:
        documents: two versions or more in one language; the first is the base.
        settings: thresholds of the alignment.

    Raises:
        BadInput: there are fewer than two versions that can be set against each other.

    >>> from compare.text.documents import document
    >>> texts = ["Mr Vance paid $6m in 1907.", "Mr Vance paid six million dollars in 1970."]
    >>> texts.append(texts[0])
    >>> found = facts([document(text, name=f"{number}.txt") for number, text in enumerate(texts)])
    >>> [(fact.kind, [reading.text for reading in fact.readings], fact.odd) for fact in found]
    [('name', ['Mr Vance'], ()), ('money', ['$6m'], ()), ('year', ['1907', '1970'], (1,))]
    """
    return facts_of(collate(documents, settings=settings), settings=settings)


def facts_of(collation: Collation, *, settings: AlignSettings = DEFAULTS.align) -> tuple[Fact, ...]:
    """Give the facts of versions that are collated already."""
    tokens = tokens_of_versions(collation.documents)
    told = [mentions(document, own) for document, own in zip(collation.documents, tokens, strict=True)]
    found: list[Fact] = []
    for row in collation.rows:
        present = {version: cell for version, cell in enumerate(row.cells) if cell.state == "present"}
        here = {
            version: [mention for index in cell.sentences for mention in told[version].get(index, ())]
            for version, cell in present.items()
        }
        if not any(here.values()):
            continue
        words = {
            version: [
                token for index in cell.sentences for token in tokens[version][index] if token.kind != "mark"
            ]
            for version, cell in present.items()
        }
        found.extend(
            _fact(collation, row, slot, here)
            for slot in slots_of(collation, row, here, words, settings=settings)
        )
    return tuple(found)


def _fact(collation: Collation, row: Row, slot: Slot, here: Iterable[int]) -> Fact:
    order = sorted(
        here, key=lambda version: (version != row.lead, collation.documents[version].sha256, version)
    )
    groups: list[list[int]] = []
    for version in order:
        for group in groups:
            first = group[0]
            if (version in slot) == (first in slot) and (
                version not in slot or is_same(slot[version], slot[first])
            ):
                group.append(version)
                break
        else:
            groups.append([version])
    readings = [
        Reading(text=slot[group[0]].text if group[0] in slot else "", versions=tuple(sorted(group)))
        for group in groups
    ]
    readings.sort(key=lambda reading: (-len(reading.versions), reading.versions[0] != 0, reading.text))
    fact = next(slot[version].fact for version in order if version in slot)
    return Fact(
        kind=fact.kind if isinstance(fact, Value) else "name",
        row=row.index,
        spans=tuple(
            slot[version].span if version in slot else None for version in range(len(collation.documents))
        ),
        readings=tuple(readings),
        odd=odd_versions(groups),
    )
