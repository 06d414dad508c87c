"""Stray pieces and sentences that run into each other."""

from __future__ import annotations

import pytest

from tests.findings.making import alone, found, pair, places

FRAGMENT = "fragment"


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("The pilot sailed at noon. Was been. Nobody waved.", "Was been."),
        ("They feared a council-run The ferry company that was old.", "council-run The ferry"),
        ("The ferry burns more oil Does. Costs rise.", "oil Does"),
        ("The future of the ferry in the UK. remains open to all.", "UK. remains"),
        ("They left the lamp in front of the. It rained.", "the."),
    ],
)
def test_pieces(text: str, piece: str) -> None:
    (finding,) = found(alone(text), FRAGMENT)
    assert finding.candidate is not None
    assert finding.candidate.text == piece


def test_a_stray_line() -> None:
    prose = [f"The boat number {name} came in late." for name in ("one", "two", "three", "four", "five")]
    text = "\n\n".join([*prose[:3], "harbours or harbour", *prose[3:]])
    assert places(alone(text), FRAGMENT) == ["harbours or harbour"]
    lines = "\n\n".join([*prose, "ropes and oil", "nets and lamps", "salt and boards"])
    assert places(alone(lines), FRAGMENT) == []


@pytest.mark.parametrize(
    "text",
    [
        "She read the House Of Cards in The Hague and I'm glad she did.",
        "Is it? It is. They had. Do go on.",
        "The U.S. remains open, Mr. Lind said, approx. five miles off.",
        "What are you waiting for? That is what I asked of.",
        "It rose by ten per cent. and fell again.",
        "And He saw that it was good, and He slept, and when He rose He spoke.",
    ],
)
def test_whole_sentences(text: str) -> None:
    assert places(alone(text), FRAGMENT) == []


def test_a_reference_that_writes_the_same() -> None:
    sentence = "They feared the council-run The ferry company."
    assert places(pair(sentence, sentence), FRAGMENT) == []
    (finding,) = found(pair("They feared a ferry company run by the council.", sentence), FRAGMENT)
    assert finding.confidence >= 0.9


def test_the_particle_of_a_german_verb_ends_its_sentence() -> None:
    evidence = pair("Sie lud uns ein.", "Sie lud alle ihre Gäste ein.", language="de")
    assert places(evidence, FRAGMENT) == []


@pytest.mark.parametrize(
    "text",
    [
        "They thanked Him for the rain, and he who trusted in His word was glad. And to the man He said nothing.",
        "The day is done, And in the west the light Of evening falls, While all the little boats go Down the bay.",
    ],
)
def test_capitals_of_a_god_and_of_verse_are_meant(text: str) -> None:
    assert places(alone(text), "fragment") == []


@pytest.mark.parametrize(
    "text",
    [
        "The pilots of On sailed north with the tide.",  # a city
        "They sang of the mercy that He hath shown to the crew.",  # a god
        "She kept the motto Your lamp is my lamp above the door.",  # what is quoted
        "They called it The Lighthouse and lived there.",
        "They say that God hath fed His hens and given them straw.",  # reverence
        "The pilots came from the old port in On.",
        "In the grey light of the bay, On stones where once we played By the sea wall, thy lamp First burned for us.",
    ],
)
def test_a_capital_behind_a_word_that_ends_no_clause(text: str) -> None:
    assert places(alone(text), FRAGMENT) == []
