"""What stands outside the common text: passages that the other side leaves out openly, or as an excerpt does.

A sentence without a partner is dropped or added, with five exceptions.

1. It faces an elision: between its neighbours' partners the other side has a mark such as ``(...)``, and its own side
   has no such mark there (scene breaks that both sides have are none).
2. It stands before the first partner or after the last one, in a run of at least ``excerpt_sentences`` sentences that
   holds at least ``excerpt_share`` of the words between the first and the last partner. The other side is an excerpt
   then. A copy that lost its last sentences only has a shorter run: those count as dropped. The share is taken of the
   common text, so that what is appended at the end changes no verdict on the beginning. A side that marks what it
   leaves out elsewhere, or leaves out passages (4), is an excerpt: before its beginning and behind its end all is
   outside.
3. It stands beyond furniture of its page, before the first partner or after the last one: a blog's own name and lines,
   what readers wrote below. Of a page that holds an excerpt, so does what the host says right before and after it.
4. Whole paragraphs between partners, ``gap_sentences`` or more, where the other side has less than ``gap_copied`` of
   the words: several excerpts in a row. A sentence left out within a paragraph is dropped, there too.
5. Whole paragraphs of a side that quotes: one that is an excerpt by these rules and holds more that it quotes than of
   its own. They are its host's own words; what the other side has in the place of such a
   paragraph is left out as openly as at a mark.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.settings import AlignSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """One side as seen from its beads, in sentence indices of its document.

    ``linked`` are the sentences with a partner in order, each with the partner's index, rising on both sides;
    ``alone`` those without a partner; ``elisions`` the elision marks, ``furniture`` the boilerplate; ``words`` counts
    words by sentence, and ``blocks`` gives the paragraph of each.
    """

    linked: Sequence[tuple[int, int]]
    alone: Sequence[int]
    elisions: Sequence[int]
    furniture: Sequence[int]
    words: Sequence[int]
    blocks: Sequence[int]


def outside(side: Layout, other: Layout, *, settings: AlignSettings) -> frozenset[int]:
    """Give the sentences of one side, out of those without a partner, that stand outside the common text."""
    if not side.linked:
        return frozenset(side.alone) if other.elisions and not other.words else frozenset()
    found = _openly_outside(side, other, settings)
    apart = _openly_outside(other, side, settings)
    found |= _commentary(side, other, apart, settings)
    spoken = _commentary(other, side, found, settings)
    found |= _beside_commentary(side, sorted(spoken), set(side.alone) - found)
    return frozenset(found)


def _openly_outside(side: Layout, other: Layout, settings: AlignSettings) -> set[int]:
    """Give what stands outside by the first four rules."""
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
    passages = _left_out(side, other, set(side.alone) - found, settings)
    found |= passages
    is_marked = is_marked or bool(passages)
    head = [place for place in side.alone if place < own[0]]
    tail = [place for place in side.alone if place > own[-1]]
    common = sum(side.words[own[0] : own[-1] + 1])
    for run in (head, tail):
        words = sum(side.words[place] for place in run)
        if is_marked or (len(run) >= settings.excerpt_sentences and words >= settings.excerpt_share * common):
            found.update(run)
    found.update(_beyond_furniture(side, other, head, tail))
    return found


def _commentary(side: Layout, other: Layout, apart: set[int], settings: AlignSettings) -> set[int]:
    """Give the paragraphs of its own of a side that quotes the other one; ``apart`` is what that has outside.

    Counted up to the last partners, so that what is appended to either side changes no verdict on the beginning.
    """
    quoted = {place for place, _ in side.linked}
    end, other_end = side.linked[-1][0] + 1, side.linked[-1][1] + 1
    left_out = sum(other.words[place] for place in apart if place < other_end)
    is_marked = _count(side.elisions, -1, end) > _count(other.elisions, -1, other_end)
    if left_out < settings.excerpt_share * sum(other.words[:other_end]) and not (left_out and is_marked):
        return set()
    if len(quoted) < settings.quoted_sentences:
        return set()
    if sum(side.words[place] for place in quoted) < settings.quoted_share * sum(side.words[:end]):
        return set()
    alone = set(side.alone)
    shared = {block for place, block in enumerate(side.blocks) if place not in alone and side.words[place]}
    return {place for place in side.alone if side.blocks[place] not in shared}


def _beside_commentary(side: Layout, spoken: Sequence[int], alone: set[int]) -> set[int]:
    """Give what a side has between two partners where the other one breaks its quotation to speak itself."""
    found: set[int] = set()
    if spoken and alone:
        for (low, other_low), (high, other_high) in pairwise(side.linked):
            run = range(low + 1, high)
            if _count(spoken, other_low, other_high) and alone.issuperset(run):
                found.update(run)
    return found


def _beyond_furniture(side: Layout, other: Layout, head: Sequence[int], tail: Sequence[int]) -> set[int]:
    """Give the sentences of the page that stand round the common text."""
    first, last = side.linked[0][0], side.linked[-1][0]
    before = [place for place in side.furniture if place < first]
    behind = [place for place in side.furniture if place > last]
    # what is marked as left out makes this side an excerpt; so does what the other side has before and behind
    is_excerpt = bool(side.elisions) or _is_part(side, other)
    found: set[int] = set()
    if before:
        found.update(head if is_excerpt else [place for place in head if place < before[-1]])
    if behind:
        found.update(tail if is_excerpt else [place for place in tail if place > behind[0]])
    return found


def _is_part(side: Layout, other: Layout) -> bool:
    """Say whether a side has partners for less than half of the other one's words."""
    return 2 * sum(other.words[place] for _, place in side.linked) < sum(other.words)


def _left_out(side: Layout, other: Layout, alone: set[int], settings: AlignSettings) -> set[int]:
    """Give whole paragraphs between partners that an excerpt of several passages leaves out without a mark."""
    linked = dict(side.linked)
    if sum(side.words[place] for place in linked) >= settings.gap_copied * sum(side.words):
        return set()
    found = set()
    for (low, other_low), (high, other_high) in pairwise(side.linked):
        run = [place for place in range(low + 1, high) if side.words[place]]
        if (
            len(run) >= settings.gap_sentences
            and alone.issuperset(run)
            and side.blocks[low] != side.blocks[run[0]]
            and side.blocks[run[-1]] != side.blocks[high]
            and other.blocks[other_low] != other.blocks[other_high]
        ):
            found.update(run)
    return found


def _count(places: Sequence[int], low: int, high: int) -> int:
    """Give how many of some rising places lie strictly between two."""
    return max(0, bisect_left(places, high) - bisect_left(places, low + 1))
