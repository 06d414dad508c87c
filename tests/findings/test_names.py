from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from compare.findings.names import find
from tests.findings.lines import lines

if TYPE_CHECKING:
    from compare.model import Finding


def told(reference: str, candidate: str) -> list[Finding]:
    return [finding for finding in find(lines([reference], [candidate])) if finding.severity != "neutral"]


@pytest.mark.parametrize(
    ("reference", "candidate", "word"),
    [
        ("The council of Toronto sold the barn.", "The council of Torotno sold the barn.", "Torotno"),
        ("They pay with PayGlim in the shop.", "They pay with PayGlin in the shop.", "PayGlin"),
        ("A letter from Ines Brennan came late.", "A letter from Ines Brenann came late.", "Brenann"),
    ],
)
def test_a_near_form_is_a_corrupted_name(reference: str, candidate: str, word: str) -> None:
    (finding,) = told(reference, candidate)
    assert (finding.kind, finding.severity) == ("name", "major")
    assert finding.confidence >= 0.8
    assert finding.candidate is not None
    assert finding.candidate.text == word


@pytest.mark.parametrize(
    ("reference", "candidate", "expected", "found"),
    [
        ("The ferry to Bergen is late.", "The ferry to Oporto is late.", "Bergen", "Oporto"),
        ("Ines Hale sold the barn.", "Toms Kvist sold the barn.", "Ines Hale", "Toms Kvist"),
        ("They met Minister Hale of Chicago.", "They met Minister Hale of Toledo.", "Chicago", "Toledo"),
    ],
)
def test_another_name_in_its_place_is_a_replacement(
    reference: str, candidate: str, expected: str, found: str
) -> None:
    (finding,) = told(reference, candidate)
    assert finding.kind == "name"
    assert finding.details == {"expected": expected, "found": found}


@pytest.mark.parametrize(
    ("reference", "candidate", "place"),
    [
        ("The ferry to Bergen is late.", "The ferry to is late.", "The ferry to"),
        ("The mayor of Chicago sold Chicago’s barn.", "The mayor sold ’s barn.", "The mayor sold"),
        ("He lives near Bergen, in a barn.", "He lives near, in a barn.", "He lives near"),
        ("The firm (PayGlim) is bankrupt.", "The firm () is bankrupt.", "The firm ("),
    ],
)
def test_a_lost_name_is_placed_where_the_hole_is(reference: str, candidate: str, place: str) -> None:
    finding = told(reference, candidate)[-1]
    assert finding.kind == "dropped-name"
    assert finding.candidate is not None
    assert candidate[: finding.candidate.start] == place
    assert finding.candidate.text == ""


@pytest.mark.parametrize(
    ("reference", "candidate"),
    [
        ("Ines Hale sold the barn.", "Mrs Hale sold the barn."),
        ("So Kirkby said that it rained.", "So she said that it rained."),
        ("The US sent its fleet.", "America sent its fleet."),
        ("The United States sent its fleet.", "The U.S. sent its fleet."),
        ("A firm from China sold it.", "A Chinese firm sold it."),
        ("The World Health Organization warned them.", "The WHO warned them."),
        ("The WHO warned them.", "The World Health Organization warned them."),
        ("They followed the Navy.", "They followed the navy."),
        ("Bergen’s ferry is late.", "The ferry of Bergen is late."),
        ("Widespread looting went on.", "Extensive looting went on."),
        ("They live in Łódź.", "They live in Lodz."),
        ("The Hales live in Bergen.", "Hale’s family lives in Bergen."),
        ("COVID-19 patients filled it.", "Patients filled it."),
        ("The Sino-Japanese treaty expired.", "The China-Japan treaty expired."),
        ("The Barley Trade Office warned them.", "The CBTO warned them."),
    ],
)
def test_other_forms_of_a_name_are_no_finding(reference: str, candidate: str) -> None:
    assert told(reference, candidate) == []


def test_another_romanisation_is_neutral() -> None:
    (finding,) = find(lines(["They live in Jajhapur now."], ["They live in Jajhpur now."]))
    assert (finding.kind, finding.severity) == ("name", "neutral")


def test_a_spelling_that_the_candidate_has_elsewhere_is_a_slip() -> None:
    reference = ["They live in Jajhapur now.", "In Jajhapur it rains."]
    (finding,) = find(lines(reference, ["They live in Jajhpur now.", "In Jajhapur it rains."]))
    assert (finding.kind, finding.severity) == ("name", "major")


def test_a_name_in_the_next_sentence_is_not_lost() -> None:
    reference = ["The ferry from Bergen came at noon.", "It was late."]
    assert list(find(lines(reference, ["The ferry came at noon.", "From Bergen it was late."]))) == []


def test_a_name_of_several_words_from_nowhere_is_told() -> None:
    (finding,) = told("The ferry is late.", "The ferry of Toms Kvist is late.")
    assert finding.kind == "name"
    assert finding.reference is None
    assert finding.candidate is not None
    assert finding.candidate.text == "Toms Kvist"


def test_the_same_text_has_no_finding() -> None:
    text = ["Ines Hale of Bergen met Toms Kvist.", "The WHO (World Health Organization) warned them."]
    assert list(find(lines(text, text))) == []


def test_nothing_without_a_reference() -> None:
    evidence = lines(["Ines Hale."], ["Toms Kvist."])
    assert list(find(type(evidence)(candidate=evidence.candidate))) == []


def test_a_list_of_thousands_of_names_costs_little_and_says_nothing() -> None:
    words = ["Ines Hale", "Bergen", "sells", "Toms Kvist", "and", "Oporto"]
    reference = " ".join(f"{words[i % 6]}{i % 7}" for i in range(4000))
    candidate = " ".join(f"{words[i % 5]}{i % 11}" for i in range(4000))
    assert len(list(find(lines([reference], [candidate])))) < 200


def test_two_people_with_the_same_consonants_are_two() -> None:
    (finding,) = told("The letter was for Ruth alone.", "The letter was for Rita alone.")
    assert finding.severity == "critical"


def test_a_spelling_that_mends_the_reference_is_no_slip() -> None:
    wrong = "On Monday the old ferry left Jerusalam for the islands at noon."
    right = "On Monday the old ferry left Jerusalem for the islands at noon."
    assert [finding.severity for finding in find(lines([wrong], [right]))] == ["neutral"]
    assert [finding.severity for finding in find(lines([right], [wrong]))] != ["neutral"]


def test_a_hyphen_makes_no_other_name() -> None:
    for candidate in ("They came to North-moor in spring.", "They came to Northmoor in spring."):
        for reference in ("They came to North-moor in spring.", "They came to Northmoor in spring."):
            assert not told(reference, candidate)
