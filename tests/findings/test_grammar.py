"""Grammar by closed classes: few rules, hardly ever wrong."""

from __future__ import annotations

import pytest

from tests.findings.making import alone, pair, places

GRAMMAR = "grammar"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("They found a old lamp on the quay.", "a old"),
        ("They found an lamp on the quay.", "an lamp"),
        ("They put the a lamp on the quay.", "the a"),
        ("This rope is more better than that one.", "more better"),
        ("They would went home at noon.", "would went"),
        ("He should of known the tide.", "should of"),
        ("They said that they was late.", "they was"),
    ],
)
def test_faults(text: str, fault: str) -> None:
    assert places(alone(text), GRAMMAR) == [fault]


@pytest.mark.parametrize(
    "text",
    [
        "An hour ago a European and a one-eyed union man met an honest MP in an hotel.",
        "My brother and I are late; if he were here, his will would have been read.",
        "The more the merrier, the better the rope the longer it lasts.",
        "Does it have a user manual, and may he have it?",
        "It must of necessity rain.",
    ],
)
def test_good_grammar(text: str) -> None:
    assert places(alone(text), GRAMMAR) == []


def test_what_the_reference_writes() -> None:
    sentence = "They was late, sang the crew."
    assert places(pair(sentence, sentence), GRAMMAR) == []
