"""Capitals that a sentence lost."""

from __future__ import annotations

from tests.findings.lines import lines
from tests.findings.making import alone, found, pair

SPELLING = "spelling"


def test_a_small_letter_at_the_beginning() -> None:
    (finding,) = found(pair("The lamp was lit.", "the lamp was lit."), SPELLING)
    assert finding.candidate is not None
    assert finding.candidate.text == "the"


def test_a_sentence_in_small_letters_is_one_finding() -> None:
    reference = "On Monday Mara Lind met the Council of Ostermoor."
    (finding,) = found(pair(reference, reference.lower()), SPELLING)
    assert "without capitals" in finding.message


def test_silent() -> None:
    assert found(alone("the lamp was lit again last night."), SPELLING) == []
    assert found(pair("Phones like the iPhone sell.", "iPhones sell."), SPELLING) == []
    assert found(pair("the lamp was lit.", "the lamp was lit."), SPELLING) == []


def test_a_remark_in_brackets_may_be_small() -> None:
    assert found(pair("(Laughter) He left.", "(laughter) He left."), "spelling") == []


def test_lines_that_begin_as_they_come_are_told_once() -> None:
    reference = ["And the boats came.", "And the nets dried.", "And the men slept.", "And the lamp burned."]
    candidate = [line[0].lower() + line[1:] for line in reference]
    (finding,) = found(lines(reference, candidate), "spelling")
    assert len(finding.details["places"]) == 4
    assert finding.confidence <= 0.5
