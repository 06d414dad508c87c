"""Two sentences alone at one place between two links are partners where their place is evidence enough."""

from __future__ import annotations

import pytest

from compare.align import align
from compare.text.documents import document

ASKED = [
    "The keeper of the hens came to the town in May.",
    "He asked whether anybody had seen a white hen.",
    "Of course!",
    "It had walked through the market in the morning.",
    "Who had fed it?",
    "Nobody.",
    "So he took it home in a basket and gave it corn.",
]


def kinds(reference: list[str], candidate: list[str]) -> list[tuple[str, int, int]]:
    alignment = align(document(" ".join(reference)), document(" ".join(candidate)))
    return [(bead.kind, len(bead.reference), len(bead.candidate)) for bead in alignment.beads]


def test_short_answers_between_links() -> None:
    told = [
        "Naturally!" if line == "Of course!" else "No one." if line == "Nobody." else line for line in ASKED
    ]
    assert {pair[1:] for pair in kinds(ASKED, told)} == {(1, 1)}


def test_a_long_sentence_of_another_matter_is_dropped_and_added_in_a_copy() -> None:
    other = [*ASKED]
    other[3] = "There is no tax on bicycles in the northern provinces of the country."
    assert {kind for kind, *_ in kinds(ASKED, other)} == {"equal", "dropped", "added"}


@pytest.mark.parametrize("answer", ["Really?", "Naturally! He had. It was white."])
def test_a_question_is_no_answer_and_one_is_not_three(answer: str) -> None:
    told = [answer if line == "Of course!" else line for line in ASKED]
    assert "dropped" in {kind for kind, *_ in kinds(ASKED, told)} or len(kinds(ASKED, told)) != len(ASKED)


def test_strangers_are_not_joined_by_their_place() -> None:
    strangers = ["Flour is dear.", "Naturally!", "A loaf takes nine hours.", "No one."]
    assert all(kind != "changed" for kind, *_ in kinds(ASKED, strangers))
