"""Laws of alignment: each sentence once, edits that rebuild the candidate, sides that can be swapped."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from compare.align import align_sentences, word_edits
from compare.text.tokens import tokenize
from tests.align.test_outside import STORY

WORDS = [
    "the",
    "a",
    "tide",
    "lamp",
    "keeper",
    "Brandt",
    "1904",
    "lit",
    "lights",
    "lighting",
    ",",
    ".",
    "of",
    "mole",
]
LINES = st.lists(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join), max_size=12)
STORIES = st.lists(st.sampled_from(STORY), max_size=14)
PHRASES = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(reference=st.one_of(LINES, STORIES), candidate=st.one_of(LINES, STORIES))
def test_every_sentence_stands_in_exactly_one_bead(reference: list[str], candidate: list[str]) -> None:
    beads = align_sentences(reference, candidate).beads
    assert sorted(place for bead in beads for place in bead.reference) == list(range(len(reference)))
    assert sorted(place for bead in beads for place in bead.candidate) == list(range(len(candidate)))
    assert [bead.index for bead in beads] == list(range(len(beads)))


@settings(max_examples=40, deadline=None)
@given(lines=st.one_of(LINES, STORIES))
def test_a_text_against_itself_is_equal_line_by_line(lines: list[str]) -> None:
    beads = align_sentences(lines, lines).beads
    assert [(bead.reference, bead.candidate, bead.kind, bead.moved) for bead in beads] == [
        ((place,), (place,), "equal", False) for place in range(len(lines))
    ]


@settings(max_examples=40, deadline=None)
@given(dropped=st.sets(st.integers(0, len(STORY) - 1), max_size=4))
def test_swapping_the_sides_swaps_dropped_and_added(dropped: set[int]) -> None:
    short = [line for place, line in enumerate(STORY) if place not in dropped]
    one, two = align_sentences(STORY, short).beads, align_sentences(short, STORY).beads
    swapped = {"dropped": "added", "added": "dropped"}
    assert {(bead.candidate, bead.reference, swapped.get(bead.kind, bead.kind)) for bead in two} == {
        (bead.reference, bead.candidate, bead.kind) for bead in one
    }
    assert {bead.reference for bead in one if not bead.candidate} == {(place,) for place in dropped}


@settings(max_examples=30, deadline=None)
@given(order=st.permutations(range(len(STORY))))
def test_a_permutation_loses_no_sentence(order: list[int]) -> None:
    beads = align_sentences(STORY, [STORY[place] for place in order]).beads
    assert {(bead.reference, bead.candidate) for bead in beads} == {
        ((place,), (spot,)) for spot, place in enumerate(order)
    }


@settings(max_examples=20, deadline=None)
@given(dropped=st.integers(1, len(STORY) - 2), size=st.integers(1, 30))
def test_appending_another_text_changes_no_earlier_bead(dropped: int, size: int) -> None:
    other = [f"Recipe {number}: boil {number + 3} onions with nutmeg and barley." for number in range(size)]
    candidate = STORY[:dropped] + STORY[dropped + 1 :]
    before, after = align_sentences(STORY, candidate).beads, align_sentences(STORY, candidate + other).beads
    assert [(bead.reference, bead.candidate, bead.kind) for bead in after[: len(before)]] == [
        (bead.reference, bead.candidate, bead.kind) for bead in before
    ]


@settings(max_examples=150, deadline=None)
@given(reference=PHRASES, candidate=PHRASES)
def test_edits_applied_to_the_reference_give_the_candidate(reference: str, candidate: str) -> None:
    ours, theirs = tokenize(reference), tokenize(candidate)
    edits = word_edits(ours, theirs)
    assert tuple(token for edit in edits for token in edit.reference) == ours
    assert tuple(token for edit in edits for token in edit.candidate) == theirs
    for edit in edits:
        if edit.kind == "equal":
            assert [token.form for token in edit.reference] == [token.form for token in edit.candidate]
        elif edit.kind == "delete":
            assert edit.reference
            assert not edit.candidate
        elif edit.kind == "insert":
            assert edit.candidate
            assert not edit.reference
        else:
            assert edit.reference
            assert edit.candidate
        assert edit.reference_start <= edit.reference_end
        assert edit.candidate_start <= edit.candidate_end


@settings(max_examples=60, deadline=None)
@given(words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=30))
def test_a_phrase_against_itself_is_one_equal_edit(words: list[str]) -> None:
    tokens = tokenize(" ".join(words))
    assert [edit.kind for edit in word_edits(tokens, tokens)] == ["equal"]
