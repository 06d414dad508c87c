"""The expected penalty: nothing for a faithful line, more for every fault, from a file that says where it is from."""

from __future__ import annotations

import json
from importlib.resources import files

from compare.pipeline import score_segments
from compare.scores.penalty import FEATURE_NAMES, coefficients

REFERENCE = (
    "The minister of Harra, Marta Quill, paid $4.2 million for two engines in 1907, but nobody noticed."
)


def penalty(candidate: str) -> float:
    return score_segments([REFERENCE], [candidate])[0].penalty


def test_the_reference_itself_costs_nothing() -> None:
    assert penalty(REFERENCE) == 0.0


def test_every_fault_more_costs_more() -> None:
    faults = [
        REFERENCE,
        REFERENCE.replace("engines", "boats"),
        REFERENCE.replace("engines", "boats").replace("1907", "1917"),
        REFERENCE.replace("engines", "boats").replace("1907", "1917").replace("Marta Quill", "Mark Quell"),
        "The minister paid for two boats in 1917.",
    ]
    penalties = [penalty(candidate) for candidate in faults]
    assert penalties == sorted(penalties)
    assert len(set(penalties)) == len(penalties)
    assert penalty("") > penalties[2]


def test_prices_are_never_negative_and_graver_findings_never_cheaper() -> None:
    prices = coefficients()
    assert set(prices) == set(FEATURE_NAMES)
    assert min(prices.values()) >= 0
    assert prices["critical_findings"] >= prices["major_findings"] >= prices["minor_findings"]


def test_the_file_says_what_it_was_fitted_on() -> None:
    data = json.loads((files("compare.scores") / "data" / "penalty.json").read_text(encoding="utf-8"))
    assert set(data["provenance"]["sets"]) == {"ted_mqm", "news_mqm"}
    assert all(len(work["sha256"]) == 64 for work in data["provenance"]["sets"].values())


def test_a_stranger_in_the_place_of_a_long_line_costs_more_than_faults_in_it() -> None:
    stranger = (
        "Bees see further into the violet than we do, and a meadow is full of signposts to them every summer."
    )
    faulty = (
        REFERENCE.replace("engines", "boats").replace("1907", "1917").replace("Marta Quill", "Mark Quell")
    )
    assert penalty(stranger) > 2 * penalty(faulty)


def test_thanks_in_other_words_are_not_taken_for_a_stranger() -> None:
    (short,) = score_segments(["Thank you."], ["Thanks a lot."])
    assert (
        short.penalty
        < penalty("Bees see further into the violet than we do, and a meadow is full of them.") / 3
    )


def test_a_clause_that_was_left_out_is_charged_by_its_words_alone() -> None:
    reference = "The ferry left at noon, and horses that belonged to the old mayor stood on its wet deck."
    (heard,) = score_segments([reference], ["The ferry left at noon."])
    (unheard,) = score_segments([reference], ["The ferry left at noon."], findings=False)
    assert {finding.kind for finding in heard.findings} == {"dropped-clause"}
    assert (heard.penalty, heard.fidelity) == (unheard.penalty, unheard.fidelity)


def test_a_loop_costs_more_than_its_words() -> None:
    looping = REFERENCE.replace("in 1907", "in 1907, for two engines in 1907, for two engines in 1907")
    (heard,) = score_segments([REFERENCE], [looping])
    (unheard,) = score_segments([REFERENCE], [looping], findings=False)
    assert any(finding.kind == "repetition-loop" for finding in heard.findings)
    assert heard.fidelity < unheard.fidelity - 10
