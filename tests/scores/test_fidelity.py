"""The waterfall adds up, and every price works in its direction."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.model import Finding
from compare.pipeline import score_segments
from compare.scores.document import scored_beads
from compare.scores.fidelity import fidelity, waterfall
from compare.scores.steps import Step, bead_steps
from tests.findings.pairs import of_lines

MASSES = st.floats(min_value=0, max_value=1e4, allow_nan=False)
REFERENCE = "The ferry to Norway left the old harbour at noon with 40 cars on board."


def points(candidate: str, reference: str = REFERENCE) -> float:
    return score_segments([reference], [candidate])[0].fidelity


def exact(number: float) -> Fraction:
    return Fraction(repr(number))


@settings(max_examples=200)
@given(MASSES, st.lists(MASSES, max_size=30))
def test_deductions_and_fidelity_sum_to_100_in_decimals(kept: float, masses: list[float]) -> None:
    steps = [Step(mass=mass, reason="x", bead=place) for place, mass in enumerate(masses)]
    result, deductions = waterfall(kept, steps)
    assert exact(result) + sum(exact(round(part.points, 6)) for part in deductions) == 100
    assert 0 <= result <= 100
    assert all(part.points > 0 for part in deductions)


@given(MASSES, MASSES, MASSES)
def test_one_more_cost_never_raises_the_fidelity(kept: float, cost: float, more: float) -> None:
    assert fidelity(kept, cost + more) <= fidelity(kept, cost)


def test_100_is_only_for_what_costs_nothing() -> None:
    assert fidelity(1e9, 1e-9) < 100
    assert fidelity(1.0, 0.0) == 100


@pytest.mark.parametrize(
    "candidate",
    [
        "The ferry to Norway left the harbour at noon with 40 cars on board.",
        "The ferry to Norway left the old harbour at noon with 14 cars on board.",
        "The ferry to Sweden left the old harbour at noon with 40 cars on board.",
        "The ferry to Norway left the old the harbour at noon with 40 cars on board.",
        "The ferry to Norway left the old old harbour at noon with 40 cars on board.",
        "The ferry to Norway left old the harbour at noon with 40 cars on board.",
        "The ferry to Norway left the old harbuor at noon with 40 cars on board.",
        "The ferry to Norway left the old harbour at noon with 40 cars on board",
        "the ferry to Norway left the old harbour at noon with 40 cars on board.",
        "The ferry to Norway left the old harbour at noon with 40 cars on board .",
        "The ferry to Norway left the old harbour at noon, with 40 cars on board.",
        "the ferry to norway left the old harbour at noon with 40 cars on board.",
    ],
)
def test_every_fault_costs(candidate: str) -> None:
    assert points(candidate) < 100


def test_a_dropped_word_costs_more_than_a_replaced_one() -> None:
    dropped = "The ferry to Norway left the harbour at noon with 40 cars on board."
    replaced = "The ferry to Norway left the grey harbour at noon with 40 cars on board."
    assert points(dropped) < points(replaced)


def test_removing_a_word_that_the_reference_lacks_still_costs() -> None:
    paraphrase = "The boat to Norway departed from the old harbour at noon carrying 40 cars."
    without_verb = "The boat to Norway from the old harbour at noon carrying 40 cars."
    assert points(without_verb) < points(paraphrase)


def test_a_near_form_costs_less_than_another_word() -> None:
    near = "The ferry to Norway left the old harbours at noon with 40 cars on board."
    other = "The ferry to Norway left the old village at noon with 40 cars on board."
    assert points(other) < points(near)


def test_a_lost_name_costs_more_than_a_lost_article() -> None:
    name = "The ferry to left the old harbour at noon with 40 cars on board."
    article = "The ferry to Norway left old harbour at noon with 40 cars on board."
    assert points(name) < points(article)


def test_moved_words_cost_less_than_lost_ones() -> None:
    moved = "At noon the ferry to Norway left the old harbour with 40 cars on board."
    lost = "The ferry to Norway left the old harbour with 40 cars on board."
    assert points(lost) < points(moved) < 100


def test_faults_of_one_line_add_up() -> None:
    one = "The ferry to Norway left the old harbour at noon with 14 cars on board."
    two = "The ferry to Sweden left the old harbour at noon with 14 cars on board."
    three = "The ferry to Sweden left the old at noon with 14 cars on board."
    assert points(one) > points(two) > points(three)


def test_a_negation_after_a_negation_costs_again() -> None:
    reference = "The crew did not sail on Monday, and the captain was sure that the storm would come."
    once = reference.replace("did not sail", "did sail")
    twice = once.replace("would come", "would not come")
    assert points(twice, reference) < points(once, reference) < 100


def test_invented_text_costs_more_than_a_wordy_one() -> None:
    wordy = REFERENCE.replace("noon", "around noon")
    invented = REFERENCE.rstrip(".") + ", and whoever finds the golden crown may marry a princess."
    assert points(invented) < points(wordy) - 10
    further = invented.rstrip(".") + " while seven dragons guard the bridge."
    assert points(further) < points(invented)


def test_a_finding_of_the_whole_text_has_its_words_in_a_bead() -> None:
    evidence = of_lines("Nobody in town liked PayGlim.", "Nobody in town liked PayGlin.")
    place = evidence.candidate.document.span(21, 28)
    told = Finding(
        kind="name-inconsistent", severity="minor", confidence=0.7, message="", candidate=place, id="1"
    )
    (scored,) = scored_beads(evidence)
    steps = bead_steps(4, scored.counts, evidence.edits[0], [told])
    assert {step.bead for step in steps} == {4}
    assert "1" in {step.finding for step in steps}
