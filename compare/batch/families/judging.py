"""Third pass: candidates judged pair by pair, and what is kin, component by component.

Candidates that are nothing connect nearly all documents of a large collection; those that are kin connect families.
So pairs are judged first, those of the likeliest partners before the rest: two texts that sure kin connects already are
one piece, whatever their own verdict.
"""

from __future__ import annotations

import json
from array import array
from dataclasses import dataclass
from itertools import count, groupby
from typing import TYPE_CHECKING, Any, Final

from compare.batch.families.kindred import (
    Component,
    FamilyWork,
    KinWork,
    StoredVersions,
    Version,
    families_of,
)
from compare.batch.families.pairing import components
from compare.batch.families.profiling import numbers_of
from compare.batch.families.table import Rows, refuse
from compare.batch.local import Part
from compare.settings import DEFAULTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from compare.batch.families.bands import Blobs
    from compare.batch.work import Work

    Pairs = tuple[Any, Any, Any]
    """Arrays: first documents, second documents, shares of shingles that they share."""
    Engine = Callable[[Iterable[Part], Work], Iterator[tuple[Part, Any]]]

LIKELIEST: Final = 3
"""Candidates of each document that are judged first."""
PART_PAIRS: Final = 250
"""Pairs that are handed out together."""
PART_VERSIONS: Final = 500
"""Texts of the components that are handed out together."""
LARGE_COMPONENT: Final = 2_000
"""Texts above which a component is judged where its profiles lie: they would not fit into a message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """What is known of each document, by its number.

    ``copies`` gives for the first of several documents with the same words all of them, by name; ``repeated`` is a
    sorted array of the numbers of the sentences that many documents have.
    """

    names: Any
    copies: dict[int, list[int]]
    repeated: Any
    blobs: Blobs

    def same(self, number: int) -> list[int]:
        """Give the documents that have the words of this one, by name."""
        return self.copies.get(number, [number])

    def version(self, number: int) -> Version:
        """Give a document as a version, with all that have its words."""
        import numpy

        same = self.same(number)
        content = self.blobs.get(same[0])
        end = 4 + 8 * int.from_bytes(content[:4], "little")
        [sentences] = numbers_of((content[4:end],))
        repeated = numpy.flatnonzero(numpy.isin(sentences, self.repeated)).tolist()
        return Version(
            profile=content[end:], names=tuple(self.names[one] for one in same), repeated=tuple(repeated)
        )


def judged(
    pieces: Pieces, documents: Iterable[int], pairs: Pairs, engine: Engine, seconds: float = 0.0
) -> Rows:
    """Give the families.

    Args:
        pieces: the documents.
        documents: their numbers, of those with the same words the first.
        pairs: candidates.
        engine: hands parts of work out.
        seconds: that a part of it may take; 0 for no limit.

    Raises:
        BadInput: some of it cannot be done.
    """
    import numpy

    likeliest = _likeliest(pairs)
    first_kin, evidence = _kin(pieces, _chosen(pairs, likeliest), engine, seconds)
    rest = _chosen(pairs, ~likeliest)
    sure = _chosen(first_kin, evidence >= DEFAULTS.families.sure_evidence)
    joined = components(len(pieces.names), *sure[:2])
    second_kin, _ = _kin(pieces, _chosen(rest, joined[rest[0]] != joined[rest[1]]), engine, seconds)
    first, second, share = (numpy.concatenate(arrays) for arrays in zip(first_kin, second_kin, strict=True))
    rows = Rows()
    for members in _families(pieces, (first, second, share), engine, seconds):
        rows.add(members)
    connected = set(first.tolist()) | set(second.tolist())
    for number in documents:
        if number not in connected:
            head, *others = (pieces.names[one] for one in pieces.same(number))
            rows.add([(head, "full", 1.0), *((name, "copy", 1.0) for name in others)])
    return rows


def _likeliest(pairs: Pairs) -> Any:
    """Say which pairs are among the few of either document that share most."""
    import numpy

    wanted = numpy.zeros(len(pairs[0]), dtype=bool)
    for side in pairs[:2] if len(pairs[0]) else ():
        order = numpy.lexsort((pairs[1], pairs[0], -pairs[2], side))
        starts = numpy.flatnonzero(numpy.concatenate(([True], side[order][1:] != side[order][:-1])))
        rank = numpy.arange(len(side)) - numpy.repeat(starts, numpy.diff(numpy.append(starts, len(side))))
        wanted[order[rank < LIKELIEST]] = True
    return wanted


def _chosen(pairs: Pairs, wanted: Any) -> Pairs:
    first, second, share = pairs
    return first[wanted], second[wanted], share[wanted]


def _kin(pieces: Pieces, pairs: Pairs, engine: Engine, seconds: float) -> tuple[Pairs, Any]:
    """Give the pairs that are versions of one piece, and what speaks for it."""
    import numpy

    def parts() -> Iterator[Part]:
        for number, start in enumerate(range(0, len(pairs[0]), PART_PAIRS)):
            some = [column[start : start + PART_PAIRS].tolist() for column in pairs]
            yield Part(number=number, rows=(_component(pieces, number, list(zip(*some, strict=True))),))

    evidence = numpy.full(len(pairs[0]), numpy.nan)
    for part, table in engine(parts(), KinWork(timeout_seconds=seconds)):
        for row in table.to_pylist():
            refuse(row["error"])
            start = part.number * PART_PAIRS
            evidence[start : start + len(row["evidence"])] = row["evidence"]
    is_kin = ~numpy.isnan(evidence)
    return _chosen(pairs, is_kin), evidence[is_kin]


def _families(
    pieces: Pieces, pairs: Pairs, engine: Engine, seconds: float
) -> Iterator[list[tuple[str, Any, float]]]:
    """Give the families of what is kin, with their roles."""
    import numpy

    component = components(len(pieces.names), *pairs[:2])[pairs[0]]
    order = numpy.argsort(component, kind="stable")
    edges = zip(*(column[order].tolist() for column in (component, *pairs)), strict=True)
    large: list[Component] = []

    def parts() -> Iterator[Part]:
        gathered: list[Component] = []
        numbers = count()
        for number, group in groupby(edges, key=lambda edge: edge[0]):
            one = _component(pieces, number, [(edge[1], edge[2], edge[3]) for edge in group])
            if len(one.versions) > LARGE_COMPONENT:
                large.append(one)
                continue
            gathered.append(one)
            if sum(len(one.versions) for one in gathered) >= PART_VERSIONS:
                yield Part(number=next(numbers), rows=tuple(gathered))
                gathered = []
        if gathered:
            yield Part(number=next(numbers), rows=tuple(gathered))

    for _, table in engine(parts(), FamilyWork(timeout_seconds=seconds)):
        for row in table.to_pylist():
            refuse(row["error"])
            yield from json.loads(row["families"])
    for one in large:
        for found in families_of(one):
            yield [(member.path, member.role, member.coverage) for member in found.members]


def _component(pieces: Pieces, number: int, pairs: list[tuple[int, int, float]]) -> Component:
    """Give some pairs with the documents that they name."""
    members = sorted({place for first, second, _ in pairs for place in (first, second)})
    places = {member: place for place, member in enumerate(members)}
    versions: Sequence[Version] = StoredVersions(array("q", members), pieces.version)
    if len(members) <= LARGE_COMPONENT:
        versions = tuple(versions)
    return Component(
        number=number,
        versions=versions,
        pairs=tuple((share, places[first], places[second]) for first, second, share in pairs),
    )
