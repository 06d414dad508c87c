"""Broken punctuation: sure against a reference, careful alone."""

from __future__ import annotations

import pytest

import compare
from tests.findings.making import alone, found, pair, places

MARKS = "punctuation"
TRUE = 'The harbour, closed since May, "opened" again on Monday (at noon).'


@pytest.mark.parametrize(
    ("candidate", "place"),
    [
        ('The harbour,, closed since May, "opened" again on Monday (at noon).', ",,"),
        ('The harbour, closed since May, "opened" again on Monday (at noon)', ")"),
        ('The harbour, closed since May, "opened" again on Monday (at noon.', "("),
        ('The, harbour, closed since May, "opened" again on Monday (at noon).', ","),
        ('The harbour, closed since May, "opened again on Monday (at noon).', '"'),
        ('The harbour, closed since^ May, "opened" again on Monday (at noon).', "^"),
        ('The harbour, closed? since May, "opened" again on Monday (at noon).', "?"),
        ('The harbour , closed since May, "opened" again on Monday (at noon).', " ,"),
    ],
)
def test_against_a_reference(candidate: str, place: str) -> None:
    assert place in places(pair(TRUE, candidate), MARKS)


@pytest.mark.parametrize(
    "text",
    [
        TRUE,
        "The U.S., he said, etc., and so on... Really?! Yes.",
        "He came (he said so. Twice.) and went.",
        "Choose: a) tea, b) soup; 1) now or 2) later. :)",
        "Mr. A. Lind sang “Where now?”, and left.",
        "Chapter four",
    ],
)
def test_nothing_is_wrong(text: str) -> None:
    assert places(alone(text), MARKS) == []


def test_what_the_reference_does_is_house_style() -> None:
    for text in (
        "The lamp was lit",
        "Well,, said the mate.",
        'The mate said: "I will go.',
        "Lamp ; oil ; rope .",
    ):
        assert places(pair(text, text), MARKS) == []


def test_a_habit_is_one_finding() -> None:
    names = ("one", "two", "three", "four", "five")
    text = " ".join(f"The boat number {name} came in , late as ever." for name in names)
    (finding,) = found(alone(text), MARKS)
    assert len(finding.details["places"]) == 5


def test_a_heading_needs_no_full_stop() -> None:
    reference = "The council has closed the northern pier."
    (finding,) = found(pair(reference, reference.rstrip(".")), "punctuation")
    assert finding.confidence <= 0.5
    reference = "The council closed the pier in June. Nobody came in July."
    (finding,) = found(pair(reference, reference.rstrip(".")), "punctuation")
    assert finding.confidence >= 0.5


def test_a_colon_is_told_only_where_the_reference_joins_the_words() -> None:
    reference = "They wrote to the mayor of the town."
    assert places(pair(reference, "They wrote to the mayor: of the town."), "punctuation") == [":"]
    reworded = "They had one wish, as nobody came for years."
    assert places(pair(reworded, "They had one wish: for years nobody came."), "punctuation") == []


def test_a_letter_that_is_named_is_no_article() -> None:
    assert places(alone('He rubbed it out and wrote an "a" in its place.'), "punctuation") == []


def test_a_mark_between_words_that_a_free_version_brings_together() -> None:
    evidence = pair(
        "At parties people who were poor kept away, and such people were pitied.",
        "Such people were pitied by all; at parties people kept away from them.",
    )
    assert places(evidence, "punctuation") == []


@pytest.mark.parametrize(
    ("reference", "candidate"),
    [
        ("Personne ne nous a demandé notre avis.", "Il le déplore : « Personne ne nous a rien demandé. »"),
        ("Er sagte, der Hof sei schon lange verkauft.", "Er sagte: »Der Hof ist ja schon lange verkauft.«"),
    ],
)
def test_speech_that_ends_with_its_mark_inside_has_an_end(reference: str, candidate: str) -> None:
    told = found(pair(reference, candidate), "punctuation")
    assert not [item for item in told if "stops without a mark" in item.message]


def test_a_quotation_over_paragraphs_is_opened_in_each_and_closed_in_the_last() -> None:
    first = "The ferry left at noon with forty sheep on its lower deck."
    second = "Nobody had asked the shepherd what he thought of the sea."
    reference = f"{first}\n\n{second}"
    quoted = f'I read this yesterday.\n\n"{first}\n\n"{second}"\n\nI like it.'
    report = compare.compare_texts(reference, quoted)
    assert not [one for one in report.findings if one.kind == "punctuation"]
    lost = compare.compare_texts(reference, quoted.replace(f'"{second}"', second))
    assert [one.message for one in lost.findings if one.kind == "punctuation"] == ['" has no partner']
