"""A word said twice with next to nothing between, where the reference says it less often."""

from __future__ import annotations

import pytest

from tests.findings.making import alone, pair, places

LOOP = "repetition-loop"


@pytest.mark.parametrize(
    ("reference", "candidate", "span"),
    [
        ("They weigh timber and turf.", "They weigh timber and timber.", "timber and timber"),
        (
            "It deals with the struggle for rank in towns.",
            "It deals with the struggle for honour and honour in towns.",
            "honour and honour",
        ),
        (
            "Trade between Lisbon and Porto has grown.",
            "Trade between Lisbon and Lisbon has grown.",
            "Lisbon and Lisbon",
        ),
        ("There Ana Lopes, 22, had died.", "There Lopes Ana Lopes, 22, had died.", "Lopes Ana Lopes"),
        ("They praised Lisbon's trams.", "They praised Lisbon's Lisbon trams.", "Lisbon's Lisbon"),
        (
            "It is more a matter of strict rules, or rather harsh rules.",
            "It is more a matter of harsher rules, or harsher rules.",
            "harsher rules, or harsher rules",
        ),
        (
            "You can weigh the cost of the barge against others.",
            "You can weigh the cost of the barge with the cost of the barge.",
            "the cost of the barge with the cost of the barge",
        ),
    ],
)
def test_one_of_two_things_written_twice(reference: str, candidate: str, span: str) -> None:
    assert places(pair(reference, candidate), LOOP) == [span]
    assert places(pair(candidate, candidate), LOOP) == []


@pytest.mark.parametrize(
    ("reference", "candidate"),
    [
        ("The gulls wheeled for hours.", "The gulls wheeled for hours and hours."),
        ("It became ever higher.", "It became higher and higher."),
        ("They talked on.", "They talked and talked."),
        ("They rowed by pairs.", "They rowed two and two."),
        ("All day they drink.", "All day they drink and drink."),
        ("The shop sells food products.", "The shop sells bread and bread knives."),
        ("Jarrow & Jarrow won the case.", "Jarrow and Jarrow won the case."),
        ("He called Tom, who ran.", "He called Tom, and Tom ran."),
        ("Sea and land, and land and sky met.", "Sea and land and land, and sky met."),
    ],
)
def test_ways_of_speaking_are_no_loops(reference: str, candidate: str) -> None:
    assert places(pair(reference, candidate), LOOP) == []


def test_silent_without_a_reference_and_in_other_languages_without_a_sure_sign() -> None:
    assert places(alone("They weigh timber and timber."), LOOP) == []
    assert (
        places(pair("Sie wurden schneller.", "Sie wurden schneller und schneller.", language="de"), LOOP)
        == []
    )
    told = pair("Es geht um Ruhm und Geld.", "Es geht um Ruhm und Ruhm.", language="de")
    assert places(told, LOOP) == ["Ruhm und Ruhm"]
