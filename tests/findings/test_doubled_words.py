"""Doubled words."""

from __future__ import annotations

import pytest

from tests.findings.making import alone, found, pair, places

DOUBLED = "doubled-word"


def test_a_word_twice() -> None:
    (finding,) = found(alone("See how we draw each cover cover of the paper."), DOUBLED)
    assert finding.candidate is not None
    assert finding.candidate.text == "cover cover"
    assert finding.severity == "minor"
    assert finding.confidence > 0.8


@pytest.mark.parametrize(
    "text",
    [
        "She had had enough, and that that was so is very very plain.",
        "No, no, no. Well, well.",
        "They sang with Duran Duran at noon.",
        "The table reads 10 10 12.",
        "He went in. In summer he came out.",
    ],
)
def test_what_is_doubled_on_purpose(text: str) -> None:
    assert places(alone(text), DOUBLED) == []


def test_excused_by_the_reference() -> None:
    assert places(pair("It was a long grey grey morning.", "It was a grey grey morning."), DOUBLED) == []
    assert places(pair("It was a long grey morning.", "It was a grey grey morning."), DOUBLED) == [
        "grey grey"
    ]


def test_a_reference_makes_bold() -> None:
    reference, candidate = (
        "The town Baden lies south (4 miles).",
        "The town Baden Baden lies south (4 miles) miles).",
    )
    assert places(alone(candidate), DOUBLED) == []
    assert places(pair(reference, candidate), DOUBLED) == ["Baden Baden", "miles) miles"]


def test_three_times_is_a_loop() -> None:
    assert places(alone("It was grey grey grey all week."), DOUBLED) == []


def test_a_word_that_the_reference_writes_otherwise() -> None:
    assert places(pair("The choochoo left.", "The choo choo left."), DOUBLED) == []


def test_a_doubled_name_is_told_where_the_reference_says_it_once() -> None:
    doubled = "The prize was given to Ali Ali at noon."
    assert places(pair("The prize was given to Ali at noon.", doubled), "doubled-word") == ["Ali Ali"]
    assert places(pair("The prize was given to him at noon.", doubled), "doubled-word") == []


def test_a_thing_whose_name_is_doubled() -> None:
    assert places(alone("They sell oil of ylang ylang in the harbour."), "doubled-word") == []
    doubled = pair("They sell oil of ylang in the harbour.", "They sell oil of ylang ylang in the harbour.")
    assert places(doubled, "doubled-word") == ["ylang ylang"]


def test_owners_and_had_had_in_other_words() -> None:
    kept = pair("His ships and his ships' crews came.", "The ships and the ships' crews of the man came.")
    assert places(kept, "doubled-word") == []
    reworded = pair("A woman which had a lamp for years came.", "There came one who had had lamps for years.")
    assert places(reworded, "doubled-word") == []
    copied = pair(
        "She said that the pier had closed in June.", "She said that the pier had had closed in June."
    )
    assert places(copied, "doubled-word") == ["had had"]


def test_the_reference_excuses_as_many_as_it_has() -> None:
    reference = "A grey grey morning came, and the boats left in the fog."
    candidate = "A grey grey morning came, and the grey grey boats left in the fog."
    assert places(pair(reference, candidate), DOUBLED) == ["grey grey"]


def test_no_sentence_ends_with_what_leans_on_more() -> None:
    assert places(pair("It was there that she arrived.", "There she came in in."), DOUBLED) == ["in in"]
    assert places(pair("She has gone.", "She went far far away."), DOUBLED) == []


def test_a_figure_of_a_date_or_ratio() -> None:
    assert places(pair("It opens on May 6.", "It opens on May 6th 6th."), DOUBLED) == ["6th 6th"]


def test_a_name_at_the_beginning_of_a_sentence() -> None:
    assert places(alone("Ling Ling, who is nine, runs the shop."), DOUBLED) == []
    assert places(alone("The The shop is shut."), DOUBLED) == ["The The"]


def test_a_rare_word_that_stands_alone_as_well_is_no_name_made_so() -> None:
    reference = "This is the spotted arum, or arum maculatum."
    assert places(pair(reference, "This is an arum, brevifolius, or arum brevifolius brevifolius."), DOUBLED)
