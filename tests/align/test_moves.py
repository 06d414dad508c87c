"""What the monotone programme left over: moved sentences, and parts of a merge that stand apart."""

from __future__ import annotations

import numpy
import pytest

from compare.align.beads import Draft
from compare.align.moves import with_leftovers
from compare.settings import DEFAULTS

THRESHOLD = 0.5


def left_over(beads: list[tuple[list[int], list[int]]], likely: dict[tuple[int, int], float]) -> list[str]:
    """The beads in a short form, as in ``0:0,2`` and ``1:1 moved``, where chances are 0.01 but for the likely ones."""
    chances = numpy.full((5, 5), 0.01)
    for place, chance in likely.items():
        chances[place] = chance
    drafts = [Draft(reference=rows, candidate=columns) for rows, columns in beads]
    found = with_leftovers(drafts, chances, threshold=THRESHOLD, settings=DEFAULTS.align)
    return sorted(
        f"{','.join(map(str, bead.reference))}:{','.join(map(str, bead.candidate))}{' moved' * bead.moved}"
        for bead in found
    )


IN_ORDER: list[tuple[list[int], list[int]]] = [([0], [0]), ([1], [1]), ([2], [2])]


def test_free_sentences_that_cross_others_have_moved() -> None:
    beads = [*IN_ORDER, ([3], []), ([], [4])]
    assert left_over(beads, {(3, 4): 0.99}) == ["0:0", "1:1", "2:2", "3:4"]
    crossing = [([0], []), ([1], [0]), ([2], [1]), ([], [2])]
    assert left_over(crossing, {(0, 2): 0.99}) == ["0:2 moved", "1:0", "2:1"]


def test_what_is_barely_likely_is_no_move() -> None:
    crossing = [([0], []), ([1], [0]), ([], [1])]
    chance = DEFAULTS.align.moved_chance
    assert chance > THRESHOLD
    assert left_over(crossing, {(0, 1): chance}) == ["0:1 moved", "1:0"]
    assert left_over(crossing, {(0, 1): chance - 0.01}) == ["0:", "1:0", ":1"]


@pytest.mark.parametrize("is_split", [True, False])
def test_a_part_that_stands_apart_joins_the_bead_where_it_gains_most(is_split: bool) -> None:
    free: tuple[list[int], list[int]] = ([], [3]) if is_split else ([3], [])
    likely = {(0, 3): 0.7, (1, 3): 0.9} if is_split else {(3, 0): 0.7, (3, 1): 0.9}
    joined = "1:1,3" if is_split else "1,3:1"
    assert left_over([*IN_ORDER, free], likely) == sorted(["0:0", joined, "2:2"])
    assert left_over([*IN_ORDER, free], {}) == sorted(["0:0", "1:1", "2:2", ":3" if is_split else "3:"])


def test_the_likeliest_are_joined_first_and_each_once() -> None:
    beads: list[tuple[list[int], list[int]]] = [([0], []), ([1], []), ([], [0]), ([], [1])]
    likely = {(0, 0): 0.95, (0, 1): 0.97, (1, 1): 0.99}
    assert left_over(beads, likely) == ["0:0", "1:1"]
