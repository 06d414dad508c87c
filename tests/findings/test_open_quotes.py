"""Quotation marks that lost their partner, and speech that goes on."""

from __future__ import annotations

import pytest

from compare import check_document, compare_documents
from compare.text.documents import document

TRUE = (
    "The keeper of the herons spoke last. He said: “Listen to the reeds. When they bend, you bend.” Nobody laughed.\n\n"
    "It was «late», he thought, and the boats of Tarn were out."
)


def told(reference: str, candidate: str, language: str = "en") -> list[str]:
    sides = [document(text, language=language) for text in (reference, candidate)]
    findings = compare_documents(*sides).findings
    return [finding.message for finding in findings if finding.message.endswith("has no partner")]


@pytest.mark.parametrize(
    ("mark", "lost"),
    [("“ has no partner", "bend.” Nobody"), ("” has no partner", "“Listen"), ("“«” has no partner", "late»")],
)
def test_a_mark_that_lost_its_partner(mark: str, lost: str) -> None:
    candidate = TRUE.replace(lost, lost.strip("“").replace("”", "").replace("»", ""))
    assert told(TRUE, candidate) == [mark]


def test_what_the_reference_leaves_open_too() -> None:
    text = TRUE.replace("bend.” Nobody", "bend. Nobody")
    assert told(text, text.replace("late", "dark")) == []


def test_speech_of_several_paragraphs() -> None:
    text = "He said: “The reeds bend.\n\n“The boats come in.\n\n“And nobody laughs.” Then he left."
    assert told(text.replace("left", "went"), text) == []
    assert not [each for each in check_document(document(text)).findings if each.kind == "punctuation"]


def test_speech_that_goes_on_is_told_where_it_should_have_ended() -> None:
    text = (
        "The keeper spoke last. He said to the crew: “Listen to the reeds.\n\n“When they bend, you bend. "
        "Nobody laughed at him.\n\nThe boats of Tarn were out by then. The night was long."
    )
    [found] = check_document(document(text)).findings
    assert found.message == "“ has no partner"
    assert found.candidate is not None
    assert found.candidate.start == text.index("“When")


def test_a_quotation_of_several_paragraphs() -> None:
    text = "« The reeds bend, and the boats come in. (…)\n\nNobody laughs at the keeper. »"
    assert not [each for each in check_document(document(text)).findings if each.kind == "punctuation"]


def test_other_quotation_marks_are_a_matter_of_style() -> None:
    assert told(TRUE, TRUE.translate(str.maketrans("“”«»", '""""'))) == []
    assert told(TRUE, TRUE.translate(str.maketrans("“”", "«»"))) == []


def test_german_marks() -> None:
    true = (
        "Der Wärter sagte: „Hört auf das Schilf. Wenn es sich biegt, dann biegt euch auch.“ Niemand lachte."
    )
    assert told(true, true, "de") == []
    assert told(true, true.replace("“", ""), "de") == ["„ has no partner"]


def test_without_a_reference() -> None:
    text = TRUE.replace("bend.” Nobody", "bend. Nobody")
    assert [each.message for each in check_document(document(text)).findings] == ["“ has no partner"]
