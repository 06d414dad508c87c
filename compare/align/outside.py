"""What stands outside the common text: passages that the other side leaves out openly, or as an excerpt does.

A sentence without a partner is dropped or added, with two exceptions.

1. It faces an elision: between its neighbours' partners the other side has a mark such as ``(...)``, and its own side
   has no such mark there (scene breaks that both sides have are none).
2. It stands before the first partner or after the last one, in a run of at least ``excerpt_sentences`` sentences that
   holds at least ``excerpt_share`` of the words between the first and the last partner. The other side is an excerpt
   then. A copy that lost its last sentences only has a shorter run: those count as dropped. The share is taken of the
   common text, so that what is appended at the end changes no verdict on the beginning. A side that marks what it
   leaves out elsewhere is an excerpt by its own word: before its beginning and behind its end all is outside.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.settings import AlignSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """One side as seen from its beads, in sentence indices of its document.

    ``linked`` are the sentences with a partner in order, each with the partner's index, rising on both sides;
    ``alone`` those without a partner; ``elisions`` the elision marks; ``words`` counts words by sentence.
    """

    linked: Sequence[tuple[int, int]]
    alone: Sequence[int]
    elisions: Sequence[int]
    words: Sequence[int]


def outside(side: Layout, other: Layout, *, settings: AlignSettings) -> frozenset[int]:
    """Give the sentences of one side, out of those without a partner, that stand outside the common text."""
    if not side.linked:
        return frozenset(side.alone) if other.elisions and not other.words else frozenset()
    own = [place for place, _ in side.linked]
    found = set()
    is_marked = False
    for place in side.alone:
        after = bisect_left(own, place)
        low, other_low = side.linked[after - 1] if after else (-1, -1)
        high, other_high = side.linked[after] if after < len(own) else (len(side.words), len(other.words))
        facing = _count(other.elisions, other_low, other_high)
        if facing > _count(side.elisions, low, high):
            found.add(place)
            is_marked = True
    common = sum(side.words[own[0] : own[-1] + 1])
    for run in (
        [place for place in side.alone if place < own[0]],
        [place for place in side.alone if place > own[-1]],
    ):
        words = sum(side.words[place] for place in run)
        if is_marked or (len(run) >= settings.excerpt_sentences and words >= settings.excerpt_share * common):
            found.update(run)
    return frozenset(found)


def _count(places: Sequence[int], low: int, high: int) -> int:
    """Give how many of some rising places lie strictly between two."""
    return max(0, bisect_left(places, high) - bisect_left(places, low + 1))
