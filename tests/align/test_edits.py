from __future__ import annotations

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
