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
from compare.model import Span
from compare.settings import DEFAULTS, AlignSettings
from compare.text.names import Name, names
from compare.text.quantities import Value, is_same_value
from compare.text.tokens import sentence_tokens
from compare.text.values import values

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.model import Document

Mention = tuple[Name | Value, Span]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One name or value of one row of the collation, in all versions that have the row.

    ``kind`` is ``name`` or the kind of value (``number``, ``money``, ``year`` …). ``spans[i]`` is the mention in
    version i, ``None`` where it has none. ``readings`` as in a collation; an empty text: the version has the row, but
    not this.
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
    return facts_of(collate(documents, settings=settings))


def facts_of(collation: Collation) -> tuple[Fact, ...]:
    """Give the facts of versions that are collated already."""
    mentions = [_mentions(document) for document in collation.documents]
    found = []
    for row in collation.rows:
        here = {
            version: [mention for index in cell.sentences for mention in mentions[version].get(index, ())]
            for version, cell in enumerate(row.cells)
            if cell.state == "present"
        }
        if any(here.values()):
            found.extend(_facts_of_row(collation, row, here))
    return tuple(found)


def _mentions(document: Document) -> dict[int, list[Mention]]:
    """Give the names and values of each sentence, in the order of the text."""
    tokens = sentence_tokens(document)
    found: dict[int, list[Mention]] = {}
    for name in names(tokens, language=document.language):
        found.setdefault(name.sentence, []).append((name, document.span(name.start, name.end)))
    for index, sentence in enumerate(tokens):
        for value in values(sentence, document.language):
            if value.is_soft:  # "one", "both", "a decade": may stand for a number, but need not
                continue
            found.setdefault(index, []).append((value, document.span(value.start, value.end)))
    for inside in found.values():
        inside.sort(key=lambda mention: (mention[1].start, mention[1].end))
    return found


def _facts_of_row(collation: Collation, row: Row, here: dict[int, list[Mention]]) -> list[Fact]:
    """Set the mentions of one row against each other: the same first, then what stands at the same differing place."""
    order = sorted(
        here, key=lambda version: (version != row.lead, collation.documents[version].sha256, version)
    )
    slots: list[dict[int, Mention]] = []
    for version in order:
        left = list(here[version])
        for is_place in (False, True):
            rest = []
            for mention in left:
                slot = next(
                    (
                        slot
                        for slot in slots
                        if version not in slot
                        and (
                            _is_same_place(row, slot, version, mention)
                            if is_place
                            else any(_is_same(mention[0], other[0]) for other in slot.values())
                        )
                    ),
                    None,
                )
                if slot is None:
                    rest.append(mention)
                else:
                    slot[version] = mention
            left = rest
        slots.extend({version: mention} for mention in left)
    return [_fact(row, slot, here, order, len(collation.documents)) for slot in slots]


def _fact(
    row: Row, slot: dict[int, Mention], here: dict[int, list[Mention]], order: Sequence[int], count: int
) -> Fact:
    groups: list[list[int]] = []
    for version in order:
        for group in groups:
            first = group[0]
            if (version in slot) == (first in slot) and (
                version not in slot or _is_same(slot[version][0], slot[first][0])
            ):
                group.append(version)
                break
        else:
            groups.append([version])
    readings = [
        Reading(
            text=" ".join(slot[group[0]][1].text.split()) if group[0] in slot else "",
            versions=tuple(sorted(group)),
        )
        for group in groups
    ]
    readings.sort(key=lambda reading: (-len(reading.versions), reading.versions[0] != 0, reading.text))
    mention = slot[min(slot, key=order.index)][0]
    return Fact(
        kind="name" if isinstance(mention, Name) else mention.kind,
        row=row.index,
        spans=tuple(slot[version][1] if version in slot else None for version in range(count)),
        readings=tuple(readings),
        odd=odd_versions(groups),
    )


def _is_same(one: Name | Value, other: Name | Value) -> bool:
    if isinstance(one, Name):
        return isinstance(other, Name) and one.words == other.words
    return isinstance(other, Value) and is_same_value(one, other)


def _is_same_place(row: Row, slot: dict[int, Mention], version: int, mention: Mention) -> bool:
    """Say whether a mention stands where a version of the slot has another of its sort."""
    is_name = isinstance(mention[0], Name)
    own = _places(row, version, mention[1])
    return bool(own) and any(
        isinstance(other[0], Name) == is_name and own & _places(row, holder, other[1])
        for holder, other in slot.items()
    )


def _places(row: Row, version: int, span: Span) -> set[int]:
    """Give the numbers of the differing places that a mention touches."""
    return {
        number
        for number, variant in enumerate(row.variants)
        if (place := variant.spans[version]) is not None and place.start < span.end and span.start < place.end
    }
