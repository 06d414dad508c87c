"""Sentences run into their neighbour: the short half of a merge stays with it, and a stranger does not join."""

from __future__ import annotations

import pytest

from compare.align.beads import Draft
from compare.align.run_in import with_run_in
from compare.settings import DEFAULTS
from compare.text.tokens import tokenize

FIRST = "The keeper of the northern light counted eleven gulls."
SECOND = "Later that week the supply boat brought flour, lamp oil and a letter from his sister in town."
BOTH = (
    "The keeper of the north light counted eleven gulls, and later that week the supply boat "
    "brought him flour, lamp oil and a letter from his sister in town."
)
STRANGER = "The council of the old harbour voted against twelve new cranes."


def joined(
    reference: list[str], candidate: list[str], *drafts: tuple[list[int], list[int]]
) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    beads = with_run_in(
        [Draft(reference=list(rows), candidate=list(columns)) for rows, columns in drafts],
        [tokenize(line) for line in reference],
        [tokenize(line) for line in candidate],
        language="en",
        settings=DEFAULTS.align,
    )
    return [(tuple(bead.reference), tuple(bead.candidate)) for bead in beads]


def test_the_first_half_joins_the_second() -> None:
    assert joined([FIRST, SECOND], [BOTH], ([0], []), ([1], [0])) == [((0, 1), (0,))]


def test_the_second_half_joins_the_first() -> None:
    merged = f"{SECOND[:-1]}, and {FIRST.lower()}"
    assert joined([SECOND, FIRST], [merged], ([0], [0]), ([1], [])) == [((0, 1), (0,))]


def test_a_sentence_that_was_cut_in_two() -> None:
    assert joined([BOTH], [FIRST, SECOND], ([], [0]), ([0], [1])) == [((0,), (0, 1))]


@pytest.mark.parametrize("alone", [STRANGER, "It was.", "And the and of the and a letter."])
def test_what_does_not_stand_there_stays_alone(alone: str) -> None:
    assert joined([alone, SECOND], [BOTH], ([0], []), ([1], [0])) == [((0,), ()), ((1,), (0,))]


def test_a_half_that_the_partner_has_already_stays_alone() -> None:
    """Two sentences alike against one: the second has its partner, and nothing of it is left for the first."""
    assert joined([SECOND, SECOND], [SECOND], ([0], []), ([1], [0])) == [((0,), ()), ((1,), (0,))]


def test_nothing_joins_over_a_bead_that_moved() -> None:
    moved = Draft(reference=[1], candidate=[0], moved=True)
    beads = with_run_in(
        [Draft(reference=[0]), moved],
        [tokenize(FIRST), tokenize(SECOND)],
        [tokenize(BOTH)],
        language="en",
        settings=DEFAULTS.align,
    )
    assert [tuple(bead.reference) for bead in beads] == [(0,), (1,)]
