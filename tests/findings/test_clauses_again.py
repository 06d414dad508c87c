"""Clauses said again, judged by counting against the reference."""

from __future__ import annotations

import time

import pytest

from tests.findings.making import found, pair, places

LOOP = "repetition-loop"

REFERENCE = "The council lends the ferry to schools in winter, and the crew teaches children to splice rope."


@pytest.mark.parametrize(
    ("candidate", "span"),
    [
        (
            "The council lends the ferry to schools in winter, and the crew teaches children to splice rope. In winter "
            "the council is lending its ferry to schools.",
            "The council lends the ferry to schools",
        ),
        (
            "In winter the council lends schools its ferry, where children are taught by the crew to splice a rope. "
            "There the children were taught by its crew how to splice ropes.",
            "children are taught by the crew to splice a rope",
        ),
    ],
)
def test_a_clause_again_in_another_inflection(candidate: str, span: str) -> None:
    (loop,) = found(pair(REFERENCE, candidate), LOOP)
    assert loop.candidate is not None
    assert span in loop.candidate.text
    assert candidate.endswith(str(loop.details["unit"]).split()[-1] + ".")
    assert loop.details["count"] == 2


def test_a_piece_left_over_at_the_end() -> None:
    reference = "Because of the storm the harbour is in a state of silent alarm, and no boat may leave it."
    candidate = "The harbour is in a silent alarm, since the storm lets no boat leave. Silent alarm."
    assert places(pair(reference, candidate), LOOP) == [
        "silent alarm, since the storm lets no boat leave. Silent alarm"
    ]


@pytest.mark.parametrize(
    ("reference", "candidate"),
    [
        # both say it twice, each in words of its own
        (
            "If you press clay into a ball two feet across, that is, if you press a ton of clay into a ball two feet "
            "across, it cracks.",
            "If you squeeze clay into a lump no wider than 60 cm, in other words a ton of it into a lump no wider than "
            "60 cm, it cracks.",
        ),
        # a name in the place of a pronoun
        (
            "The old ferry company owns a pier, and since last autumn it lets it to the schools of both islands.",
            "The old ferry company owns a pier, and since last autumn the old ferry company lets the pier to the "
            "schools of both islands.",
        ),
        # the reference goes round in few words
        (
            "Who is for you is for me, and who is for me is for him who sent me.",
            "He who welcomes strangers here welcomes me, and he who welcomes me here welcomes strangers' friends.",
        ),
    ],
)
def test_what_the_reference_repeats_in_its_own_words_is_excused(reference: str, candidate: str) -> None:
    assert places(pair(reference, candidate), LOOP) == []


def test_a_headline_and_its_first_sentence_in_what_is_added_are_no_loop() -> None:
    added = "Former clerk sold the orchard of the village. A former clerk of the village sold its orchard for a song."
    assert not found(pair(REFERENCE, f"{REFERENCE} {added}"), LOOP)


def test_a_source_that_repeats_excuses() -> None:
    candidate = REFERENCE + " In winter the council is lending its ferry to schools."
    source = (
        "Der Rat verleiht die Fähre an Schulen im Winter. Der Rat verleiht die Fähre an Schulen im Winter."
    )
    assert found(pair(REFERENCE, candidate), LOOP)
    assert not found(pair(REFERENCE, candidate, source=source), LOOP)


def test_a_long_line_of_one_word_costs_little() -> None:
    line = " ".join(f"rope{n % 77} splice" for n in range(20_000))
    started = time.process_time()
    found(pair("They splice rope.", line), LOOP)
    assert time.process_time() - started < 20
