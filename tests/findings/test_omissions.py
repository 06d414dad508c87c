from __future__ import annotations

import pytest

from compare import compare_texts
from compare.findings import additions, find, omissions
from tests.findings.making import found, pair
from tests.findings.pairs import of_lines, of_texts, weighty

LONG = (
    "The turbines, which were bolted to the sea bed in March, supply most of the power that the island uses."
)
SHORT = "The turbines supply most of the power that the island uses."
TEXT = (
    "The ferry left the harbour at noon. Forty sheep stood on its lower deck. A storm came up behind the cape. "
    "By evening nobody had heard from the crew."
)
CUT = TEXT.replace(" Forty sheep stood on its lower deck.", "")


def test_a_dropped_clause_is_told_with_its_words_and_its_empty_place() -> None:
    (finding,) = weighty(omissions.find, LONG, SHORT)
    assert finding.kind == "dropped-clause"
    assert finding.severity in {"critical", "major"}
    assert finding.reference is not None
    assert "bolted to the sea bed in March" in finding.reference.text
    assert finding.candidate is not None
    assert (finding.candidate.text, SHORT[: finding.candidate.start]) == ("", "The turbines")


def test_swapping_the_sides_swaps_dropped_and_added() -> None:
    (dropped,) = weighty(omissions.find, LONG, SHORT)
    (added,) = weighty(additions.find, SHORT, LONG)
    assert added.kind == "added-clause"
    assert added.candidate == dropped.reference
    assert weighty(additions.find, LONG, SHORT) == weighty(omissions.find, SHORT, LONG) == []


@pytest.mark.parametrize(
    ("reference", "candidate"),
    [
        ("The firm bought the mill in spring.", "In spring the company acquired the mill."),
        ("They administer the fund.", "The administration of the fund is theirs."),
        ("Two of the five wells are dry.", "2 of the 5 wells are dry."),
        ("The United Nations sent observers.", "The UN sent observers."),
    ],
)
def test_other_words_for_the_same_are_no_omission(reference: str, candidate: str) -> None:
    assert weighty(omissions.find, reference, candidate) == []
    assert weighty(additions.find, reference, candidate) == []


def test_a_repetition_is_no_addition() -> None:
    once = "The lamp burns in the tower."
    assert weighty(additions.find, once, "The lamp burns in the tower in the tower in the tower.") == []


def test_a_dropped_sentence_is_told_where_it_belongs() -> None:
    (finding,) = omissions.find(of_texts(TEXT, CUT))
    assert finding.kind == "dropped-sentence"
    assert finding.reference is not None
    assert finding.reference.text == "Forty sheep stood on its lower deck."
    assert finding.candidate is not None
    assert CUT[: finding.candidate.start].endswith("at noon.")


def test_an_added_sentence_is_told_where_it_was_put_in() -> None:
    (finding,) = additions.find(of_texts(CUT, TEXT))
    assert finding.kind == "added-sentence"
    assert finding.candidate is not None
    assert finding.candidate.text == "Forty sheep stood on its lower deck."
    assert finding.reference is not None
    assert CUT[: finding.reference.start].endswith("at noon.")


def test_an_elision_excuses_what_is_missing() -> None:
    elided = TEXT.replace("Forty sheep stood on its lower deck.", "(...)")
    assert [finding.kind for finding in omissions.find(of_texts(TEXT, elided))] == []


def test_equal_lines_hold_nothing() -> None:
    assert list(omissions.find(of_lines(LONG, LONG))) == list(additions.find(of_lines(LONG, LONG))) == []


def test_an_empty_line_lost_its_sentence() -> None:
    (dropped,) = omissions.find(of_lines(SHORT, ""))
    (added,) = additions.find(of_lines("", SHORT))
    assert (dropped.kind, added.kind) == ("dropped-sentence", "added-sentence")
    assert list(omissions.find(of_lines("", SHORT))) == list(additions.find(of_lines(SHORT, ""))) == []


def test_a_section_label_that_is_new_is_neutral_and_a_whole_headline_minor() -> None:
    label, headline = "Coast and harbour", "Ferry sinks with forty sheep on its lower deck"
    for title, severity in ((label, "neutral"), (headline, "minor")):
        added = list(additions.find(of_texts(TEXT, f"{title}\n\n{TEXT}")))
        assert [(item.kind, item.severity) for item in added] == [("added-sentence", severity)]


@pytest.mark.parametrize(("expected", "written"), [("$1.2m", "$1.2 million"), ("£3bn", "£3 billion")])
def test_a_magnitude_written_out_is_nothing_new(expected: str, written: str) -> None:
    line = "The repair of the ferry cost {} in May, and the town paid all of it."
    assert weighty(additions.find, line.format(expected), line.format(written)) == []


def test_a_lost_phrase_that_is_only_a_name_is_told_as_a_name() -> None:
    reference = "The keeper wrote to Governor Tilda Marsh of Northmoor about the broken lamp."
    told = [
        item
        for item in find(
            of_lines(reference, "The keeper wrote to Governor of Northmoor about the broken lamp.")
        )
        if item.kind.startswith("dropped")
    ]
    assert [item.kind for item in told] == ["dropped-name"]
    assert told[0].message == "the name “Tilda Marsh” is missing"


def test_a_title_left_out_is_house_style() -> None:
    assert not found(pair("Then Miss Hale opened the gate.", "Then Hale opened the gate."), "dropped-clause")


def test_who_speaks_is_no_addition_where_it_is_said_again_and_again() -> None:
    questions = ("Why did you stay?", "Who came?", "And now?")
    answers = ("The light needed me.", "A postman with a sheep.", "Now I fish.")
    turns = [turn for both in zip(questions, answers, strict=True) for turn in both]
    reference = "\n\n".join(turns)
    candidate = "\n\n".join(
        f"{'Question' if number % 2 == 0 else 'Answer'}. {turn}" for number, turn in enumerate(turns)
    )
    added = [one for one in compare_texts(reference, candidate).findings if one.kind == "added-sentence"]
    assert {one.severity for one in added} == {"neutral"}
