"""What differs in a freely reworded sentence is told softly, or not at all."""

from __future__ import annotations

import pytest

from compare.findings import find
from tests.findings.pairs import of_lines

FREE = [
    (
        "Do not add the onions yet, however brown the pan may be.",
        "Hold back on the onions, even with a dark pan.",
    ),
    ("Haste is the enemy of every good loaf of bread.", "Nothing is worse for bread than to hurry it along."),
    ("I had to get to the mill before it closed.", "By closing time I got myself over to the miller's."),
    ("The loaf is done but wants an hour of rest.", "Once baked, the bread is put aside for an hour."),
]


@pytest.mark.parametrize(("reference", "candidate"), FREE)
def test_free_wording_holds_nothing_grave(reference: str, candidate: str) -> None:
    told = [
        item
        for item in find(of_lines(reference, candidate))
        if item.kind in {"polarity", "meaning", "spelling"}
    ]
    assert all(item.severity in {"minor", "neutral"} and item.confidence <= 0.7 for item in told)


@pytest.mark.parametrize(
    ("reference", "candidate"),
    [
        ("Bake it for 90 minutes in all.", "Bake it for an hour and a half in all."),
        ("Wait thirty minutes for the dough.", "Wait half an hour for the dough."),
        ("The crew cut the rope in half and left.", "The crew cut the rope through and left."),
        ("It cost $20 to mend the pot.", "It cost 20 dollars to mend the pot."),
    ],
)
def test_one_amount_in_two_ways_is_no_finding(reference: str, candidate: str) -> None:
    told = [item for item in find(of_lines(reference, candidate)) if item.severity != "neutral"]
    assert [item.kind for item in told if item.kind not in {"meaning"}] == []


def test_number_words_of_other_languages_are_not_missed() -> None:
    told = find(of_lines("Es waren 19 Boote im Hafen.", "Es waren neunzehn Boote im Hafen.", language="de"))
    assert [item.kind for item in told if item.severity != "neutral"] == []
