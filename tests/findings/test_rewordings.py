"""What is said in other words or in the next sentence is neither missing nor new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.pipeline import compare_texts

if TYPE_CHECKING:
    from compare.model import Report

BEGINNING = (
    "The lighthouse keeper counted forty ships before the fog came in from the west. "
    "He lit the lamp at once and wound the heavy clock that turned it. "
    "All night the horn was sounded every minute by his daughter Irene. "
)
ENDING = (
    "In the morning the sea was calm and not one vessel had been lost. "
    "The harbour master sent them a basket of apples and a letter of thanks. "
    "They read the letter aloud and put it in the drawer with the others."
)


def kinds(report: Report) -> list[str]:
    return [finding.kind for finding in report.findings if finding.severity != "neutral"]


def test_a_sentence_in_other_words_is_neither_dropped_nor_added() -> None:
    report = compare_texts(
        BEGINNING + "Nobody grumbled about it. " + ENDING,
        BEGINNING + "There was no grumbling at all. " + ENDING,
    )
    assert kinds(report) == []


def test_a_stranger_in_the_place_of_a_sentence_is_told() -> None:
    report = compare_texts(
        BEGINNING + "Nobody in the tower slept until the bell rang for breakfast. " + ENDING,
        BEGINNING + "The king of Sweden owned eleven painted elephants. " + ENDING,
    )
    assert {"dropped-sentence", "added-sentence"} <= set(kinds(report))


def test_a_clause_that_moved_over_the_end_of_a_sentence_is_not_missing() -> None:
    report = compare_texts(
        BEGINNING
        + "The storm broke two windows, and when the old stove went out at midnight, Irene burned the chairs. "
        + "By three o'clock even the ink had frozen. "
        + ENDING,
        BEGINNING
        + "The storm broke two windows. "
        + "When the old stove went out at midnight, Irene burned the chairs: by three o'clock even the ink had frozen. "
        + ENDING,
    )
    assert not {"dropped-clause", "added-clause", "dropped-sentence", "added-sentence"} & set(kinds(report))


def test_a_clause_that_stands_nowhere_else_is_missing() -> None:
    report = compare_texts(
        BEGINNING
        + "The storm broke two windows, and when the old stove went out at midnight, Irene burned the chairs. "
        + ENDING,
        BEGINNING + "The storm broke two windows. " + ENDING,
    )
    assert "dropped-clause" in kinds(report)


def test_how_grave_a_dropped_sentence_is_depends_on_what_it_said() -> None:
    loss = {
        sentence: next(
            finding.severity
            for finding in compare_texts(BEGINNING + sentence + " " + ENDING, BEGINNING + ENDING).findings
            if finding.kind == "dropped-sentence"
        )
        for sentence in (
            "That was how it had to be.",
            "The kettle boiled twice.",
            "Seven sailors from Bergen drowned in 1907.",
        )
    }
    assert list(loss.values()) == ["minor", "major", "critical"]
