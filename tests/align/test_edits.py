from __future__ import annotations

import time

from compare.align import word_edits
from compare.text.tokens import tokenize


def shown(reference: str, candidate: str) -> list[tuple[str, str, str, bool]]:
    edits = word_edits(tokenize(reference), tokenize(candidate))
    return [
        (
            edit.kind,
            " ".join(token.text for token in edit.reference),
            " ".join(token.text for token in edit.candidate),
            edit.moved,
        )
        for edit in edits
    ]


def test_a_near_name_and_a_changed_number_are_told_apart() -> None:
    assert shown("Kestrelin paid 18,000 crowns.", "Kestrelen paid 1,800 crowns.") == [
        ("near", "Kestrelin", "Kestrelen", False),
        ("equal", "paid", "paid", False),
        ("replace", "18,000", "1,800", False),
        ("equal", "crowns .", "crowns .", False),
    ]


def test_a_phrase_that_moved_is_flagged_on_both_sides() -> None:
    edits = shown("Yesterday morning the council closed it.", "The council closed it yesterday morning.")
    assert ("delete", "Yesterday morning", "", True) in edits
    assert ("insert", "", "yesterday morning", True) in edits


def test_a_lone_article_between_two_replaced_clauses_is_folded_into_them() -> None:
    edits = shown(
        "The price of bread rose, and the bakers closed their shops.",
        "The cost of flour soared, so the millers shut their mills.",
    )
    assert [edit[0] for edit in edits] == ["equal", "replace", "equal"]


def test_an_article_beside_marks_alone_is_no_island() -> None:
    edits = shown("Gulls cried loudly and long the barley burned.", "— the oats failed.")
    assert [edit[0] for edit in edits] == ["replace", "equal", "replace", "equal"]


def test_function_words_between_two_changed_nouns_stay() -> None:
    edits = shown("He sold the house to his brother.", "He sold the boat to his sister.")
    assert [edit[:3] for edit in edits if edit[0] != "equal"] == [
        ("replace", "house", "boat"),
        ("replace", "brother", "sister"),
    ]


def test_one_stem_is_told_from_a_replaced_word() -> None:
    edits = shown("They closed two bridges.", "They close one bridge.")
    assert ("stem", "closed", "close", False) in edits
    assert ("stem", "bridges", "bridge", False) in edits
    assert ("replace", "two", "one", False) in edits


def test_empty_sides_stand_at_a_place() -> None:
    (edit,) = word_edits((), tokenize("Nobody came."))
    assert (edit.kind, edit.reference_start, edit.reference_end) == ("insert", 0, 0)
    assert word_edits((), ()) == ()
    inserted = [
        edit
        for edit in word_edits(tokenize("Ann left."), tokenize("Ann soon left."))
        if edit.kind == "insert"
    ]
    assert [(edit.reference_start, edit.reference_end) for edit in inserted] == [(3, 3)]


def test_two_words_in_turn_a_thousand_times_are_aligned_at_once() -> None:
    reference, candidate = tokenize("tick tock " * 1000), tokenize("tock tick " * 1000)
    start = time.perf_counter()
    edits = word_edits(reference, candidate)
    assert time.perf_counter() - start < 2.0
    assert sum(len(edit.reference) for edit in edits if edit.kind == "equal") == 1999


def test_a_thousand_lines_a_second() -> None:
    reference = tokenize(
        "The council of the old town voted to close the bridge over the river for most of the summer."
    )
    candidate = tokenize(
        "The old town's council has voted to shut the river bridge during the greater part of summer."
    )
    times = []
    for _ in range(5):
        start = time.perf_counter()
        for _ in range(100):
            word_edits(reference, candidate)
        times.append((time.perf_counter() - start) / 100)
    assert min(times) < 0.001
