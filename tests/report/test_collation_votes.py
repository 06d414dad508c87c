"""Votes that are true of the whole row, the weightiest first."""

from __future__ import annotations

from compare.align.collation import collate
from compare.report.collation_votes import RowVotes
from compare.text.documents import document

BASE = "The old ferry left the harbour on 3 October with 400 hens for the island."


def told(*texts: str) -> list[str]:
    collation = collate([document(text, name=f"{place}.txt") for place, text in enumerate(texts)])
    return [line for row in collation.rows for line in RowVotes(collation, row).lines()]


def test_what_stands_elsewhere_is_not_lacking() -> None:
    lines = told(BASE, BASE, "With 400 hens for the island the old ferry left the harbour on 3 October.")
    assert not any("lack" in line for line in lines)
    assert any(line.startswith("at another place in some") and "400 hens" in line for line in lines)


def test_a_value_in_another_form_is_not_lacking() -> None:
    lines = told(BASE, BASE, "On Oct. 3 the old ferry left the harbour with 400 hens for the island.")
    assert not any("C lacks" in line for line in lines)


def test_values_come_first_and_small_words_last() -> None:
    lines = told(BASE, BASE, "An old boat left the harbour on 3 October with 4,000 hens for the island.")
    assert lines[0] == "2 of 3 have “400” (A and B); C has “4,000”"
    assert lines[1] == "2 of 3 have “ferry” (A and B); C has “boat”"
    assert lines[2] == "small words differ: “The”"


def test_what_is_lacking_is_said_to_be() -> None:
    assert "2 of 3 have “old” (A and B); C lacks it" in told(BASE, BASE, BASE.replace("old ", ""))
