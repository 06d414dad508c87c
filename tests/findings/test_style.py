"""House style: neutral, one finding a habit, every place told."""

from __future__ import annotations

from compare.pipeline import compare_texts
from tests.findings.making import alone, found, pair

STYLE = "style"


def habits(reference: str, candidate: str) -> dict[str, int]:
    return {
        str(finding.details["convention"]): int(finding.details["count"])
        for finding in found(pair(reference, candidate), STYLE)
    }


def test_one_finding_a_habit() -> None:
    reference = "The colour of the “harbour” — once grey – cost $6m, he said: “Organise it.”"
    candidate = 'The color of the "harbor" - once grey - cost $6M, he said: "Organize it."'
    assert habits(reference, candidate) == {"spelling": 3, "quotation marks": 4, "dashes": 2, "number": 1}


def test_neutral_with_places() -> None:
    (finding,) = found(pair("The honour and the labour.", "The honor and the labor."), STYLE)
    assert finding.severity == "neutral"
    assert finding.mqm == "Locale convention/Spelling variety"
    assert finding.details["places"] == [[4, 10, 4, 9], [19, 25, 18, 23]]
    assert "honour → honor" in finding.message


def test_capitals_inside_but_not_where_a_sentence_begins_anew() -> None:
    assert habits("They use the internet daily.", "They use the Internet daily.") == {"capitals": 1}
    assert habits("It rained. The boat left.", "The boat left.") == {}


def test_nothing_without_a_reference_or_a_difference() -> None:
    assert found(alone("The colour of the harbour."), STYLE) == []
    assert habits("The colour.", "The colour.") == {}


def test_a_full_stop_behind_an_abbreviation_is_no_dash() -> None:
    report = compare_texts("Mr Hill met Dr Ross there.\n", "Mr. Hill met Dr. Ross there.\n")
    (finding,) = report.findings
    assert finding.message == "abbreviations with or without a full stop, 2 times: Mr → Mr., Dr → Dr."


def test_accents_in_another_encoding_are_no_other_spelling() -> None:
    assert not compare_texts("Le café fermé.\n", "Le cafe\u0301 ferme\u0301.\n").findings
