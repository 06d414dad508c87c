"""Equal and unequal stretches of two sequences, in turn: the longest common subsequence (Hunt & Szymanski 1977).

The time and the memory of an exact answer grow with the product of the lengths: two texts of 1 MB in one sentence
would take 5 GB. A long pair is cut first where it surely belongs together, as ``diff --patience`` does: between runs of
four that stand once on each side, in the longest chain that rises on both (Fredman 1975). Where no such run is near,
both sides are cut in proportion.
"""

from __future__ import annotations

from itertools import pairwise
from math import ceil, sqrt
from typing import TYPE_CHECKING, Final

from compare.align.chains import rising_chain

if TYPE_CHECKING:
    from collections.abc import Iterator

Opcode = tuple[bool, int, int, int, int]
"""Whether the two runs are equal, then ``reference_low, reference_high, candidate_low, candidate_high``."""

_MOST_PAIRS: Final = 16_000_000
"""Pairs of items, one of each side, up to which the answer is exact: 4,000 by 4,000 take 4 ms and 2 MB."""
_PART: Final = 1000
"""Items between two cuts, about."""
_ANCHOR: Final = 4
"""Items of a run that is looked for on the other side: shorter ones come twice by chance."""


def opcodes(reference: list[int], candidate: list[int]) -> list[Opcode]:
    """Cut two sequences into stretches that are equal and stretches that are not, each as long as it can be.

    Args:
        reference: numbers that stand for what is compared; RapidFuzz would compare anything else by its hash.
        candidate: numbers of the same vocabulary.

    Returns:
        Stretches in order; they cover both sequences, and none is equal where its neighbour is.

    >>> opcodes([1, 2, 3, 4], [1, 9, 4])
    [(True, 0, 1, 0, 1), (False, 1, 3, 1, 2), (True, 3, 4, 2, 3)]
    """
    from rapidfuzz.distance import Indel

    found: list[Opcode] = []
    for row, last_row, column, last_column in _parts(reference, candidate):
        for code in Indel.opcodes(reference[row:last_row], candidate[column:last_column]):
            is_equal = code.tag == "equal"
            low, high = row + code.src_start, row + code.src_end
            start, end = column + code.dest_start, column + code.dest_end
            if found and found[-1][0] == is_equal:
                _, low, _, start, _ = found.pop()
            found.append((is_equal, low, high, start, end))
    return found


def _parts(reference: list[int], candidate: list[int]) -> Iterator[tuple[int, int, int, int]]:
    """Give parts of both that are compared by themselves, in order: ``low, high, start, end``."""
    if len(reference) * len(candidate) <= _MOST_PAIRS:
        yield 0, len(reference), 0, len(candidate)
        return
    cuts = [(0, 0)]
    for row, column in _anchors(reference, candidate):
        if max(row - cuts[-1][0], column - cuts[-1][1]) >= _PART:
            cuts.append((row, column))
    cuts.append((len(reference), len(candidate)))
    for (low, start), (high, end) in pairwise(cuts):
        count = max(1, ceil(sqrt((high - low) * (end - start) / _MOST_PAIRS)))
        for part in range(count):
            yield (
                low + (high - low) * part // count,
                low + (high - low) * (part + 1) // count,
                start + (end - start) * part // count,
                start + (end - start) * (part + 1) // count,
            )


def _anchors(reference: list[int], candidate: list[int]) -> list[tuple[int, int]]:
    """Give the longest chain of places, rising on both sides, where a run begins that stands once on each."""
    ours, theirs = _lone_runs(reference), _lone_runs(candidate)
    pairs = [(place, theirs[run]) for run, place in ours.items() if place >= 0 <= theirs.get(run, -1)]
    return rising_chain(pairs)


def _lone_runs(items: list[int]) -> dict[tuple[int, ...], int]:
    """Give the place of each run that stands once, and -1 for the others, in order of their places."""
    places: dict[tuple[int, ...], int] = {}
    for place, run in enumerate(zip(*(items[offset:] for offset in range(_ANCHOR)), strict=False)):
        places[run] = -1 if run in places else place
    return places
