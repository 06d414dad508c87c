"""Beads: splits, merges, moves, loops, and the decision between changed and dropped with added."""

from __future__ import annotations

import random

from compare.align import align, align_sentences
from compare.model import ALIGNED_ROLES
from compare.text.documents import document
from tests.align.test_outside import STORY

Shown = list[tuple[list[int], list[int], str, bool]]


def beads(reference: list[str], candidate: list[str]) -> Shown:
    return [
        (list(bead.reference), list(bead.candidate), bead.kind, bead.moved)
        for bead in align_sentences(reference, candidate).beads
    ]


def test_a_sentence_split_in_two_is_one_bead() -> None:
    candidate = [*STORY]
    candidate[3:4] = ["It was the winter of 1904.", "Eleven fishing boats were driven onto the mole."]
    assert ([3], [3, 4], "changed", False) in beads(STORY, candidate)


def test_two_sentences_merged_are_one_bead() -> None:
    candidate = [*STORY]
    candidate[5:7] = [
        "She lit a barrel of tar beside her, and four crews steered by that light into the basin."
    ]
    assert ([5, 6], [5], "changed", False) in beads(STORY, candidate)


def test_changed_beyond_recognition_is_not_dropped_here_and_added_there() -> None:
    candidate = [*STORY]
    candidate[4] = "Brandt, a widow with rooms over the chandler's, was the one witness."
    assert ([4], [4], "changed", False) in beads(STORY, candidate)


def test_a_stranger_in_the_place_of_a_sentence_is_no_version_of_it() -> None:
    candidate = [*STORY]
    candidate[7] = "Beetroot soup tastes best on the second day."
    shown = beads(STORY, candidate)
    assert ([7], [], "dropped", False) in shown
    assert ([], [7], "added", False) in shown


def test_a_moved_and_reworded_sentence_is_told_once() -> None:
    moved = "A pension of nine crowns a month was voted to her by the council of the town."
    candidate = [*STORY[:2], moved, *STORY[2:7], *STORY[8:]]
    shown = beads(STORY, candidate)
    assert [bead for bead in shown if bead[3]] == [([7], [2], "changed", True)]
    assert not [bead for bead in shown if bead[2] in ("dropped", "added")]


def test_a_moved_passage_is_told_sentence_by_sentence() -> None:
    candidate = STORY[3:6] + STORY[:3] + STORY[6:]
    moved = [bead for bead in beads(STORY, candidate) if bead[3]]
    assert len(moved) == 3
    assert not [bead for bead in beads(STORY, candidate) if not bead[0] or not bead[1]]


def test_a_permuted_list_keeps_all_its_items() -> None:
    order = list(range(len(STORY)))
    random.Random(4).shuffle(order)
    shown = beads(STORY, [STORY[place] for place in order])
    assert sorted((bead[0][0], bead[1][0]) for bead in shown) == sorted(
        (place, spot) for spot, place in enumerate(order)
    )
    assert all(bead[2] == "equal" for bead in shown)


def test_nothing_moved_where_nothing_moved() -> None:
    candidate = [line.replace("the", "a").replace("of", "from") for line in STORY]
    assert not [bead for bead in beads(STORY, candidate) if bead[3]]


def test_a_sentence_that_loops_still_finds_its_partner() -> None:
    candidate = [*STORY]
    candidate[5] = "She lit a barrel of tar" + ", and she lit a barrel of tar" * 12 + "."
    assert ([5], [5], "changed", False) in beads(STORY, candidate)


def test_a_stray_fragment_joins_the_sentence_before_it() -> None:
    reference = document(" ".join(STORY))
    candidate = document(" ".join([*STORY[:7], "Had been.", *STORY[7:]]))
    shown = [(bead.reference, bead.candidate) for bead in align(reference, candidate).beads]
    assert ((6,), (6, 7)) in shown


def test_a_headline_at_the_other_end_is_one_moved_bead() -> None:
    headline = "The Light That Saved Four Crews of Ostrel"
    body = " ".join(STORY[:6]) + "\n\n" + " ".join(STORY[6:])
    one, two = document(f"{body}\n\n{headline}"), document(f"{headline}\n\n{body}")
    moved = [bead for bead in align(one, two).beads if bead.moved]
    assert [(one.sentences[bead.reference[0]].text, bead.kind) for bead in moved] == [(headline, "equal")]


def test_strangers_have_no_partners() -> None:
    other = [
        "Knead the dough until it no longer sticks to the board.",
        "Cover it with a damp cloth for two hours.",
        "Meanwhile chop the onions and fry them slowly in butter.",
        "Season with nutmeg, never with pepper.",
    ]
    assert not [bead for bead in beads(STORY, other) if bead[0] and bead[1]]


def test_empty_sides_and_empty_lines() -> None:
    assert beads([], []) == []
    assert beads([], ["One."]) == [([], [0], "added", False)]
    assert beads(["One."], []) == [([0], [], "dropped", False)]
    assert beads(["", "One."], ["", "One."]) == [([0], [0], "equal", False), ([1], [1], "equal", False)]


def test_every_sentence_of_title_and_body_stands_in_one_bead() -> None:
    one = document("A Title\n\n" + " ".join(STORY[:5]) + "\n\n(...)\n\n" + " ".join(STORY[7:]))
    two = document(" ".join(STORY[2:9]))
    alignment = align(one, two)
    for side, text in (("reference", one), ("candidate", two)):
        told = sorted(place for bead in alignment.beads for place in getattr(bead, side))
        assert told == [sentence.index for sentence in text.sentences if sentence.role in ALIGNED_ROLES]


def test_a_fragment_that_says_nothing_new_belongs_to_the_sentence_before_it() -> None:
    from compare.text.documents import document

    told = align(
        document("The keeper found a lantern under the stairs of the mill. The boats came home at noon."),
        document(
            "The keeper found a lantern below the stairs of the mill. Was found. The boats came home at noon."
        ),
    )
    assert [(bead.reference, bead.candidate) for bead in told.beads] == [((0,), (0, 1)), ((1,), (2,))]
