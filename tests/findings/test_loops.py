"""Loops: found with unit, count and whole span; excused where people repeat on purpose."""

from __future__ import annotations

import random
import time
from itertools import pairwise

import pytest

from compare.findings.clues.loop_search import loops
from compare.findings.clues.stream import words
from tests.findings.making import alone, found, pair, places

LOOP = "repetition-loop"

PROSE = (
    "The harbour master wrote to the council in March. He asked for a new crane, two pilots and a lamp on the north "
    "pier. The council answered in June that there was money for the lamp, and that the pilots would have to wait. "
    "Nobody mentioned the crane. By autumn the old one had lost a bolt, and the fishermen stacked their boxes by hand."
)


@pytest.mark.parametrize(
    ("text", "unit", "count", "span"),
    [
        (
            "The crew waited for the tide for the tide for the tide and then sailed.",
            "for the tide",
            3,
            "for the tide for the tide for the tide",
        ),
        ("They painted it green green green green last year.", "green", 4, "green green green green"),
        (
            "We hope the council will answer the council will answer soon.",
            "the council will answer",
            2,
            "the council will answer the council will answer",
        ),
        (
            "Boats left the harbour at dawn with nets aboard. Boats left the harbour at dawn with nets aboard.",
            "Boats left the harbour at dawn with nets aboard.",
            2,
            "Boats left the harbour at dawn with nets aboard. Boats left the harbour at dawn with nets aboard",
        ),
    ],
)
def test_exact_loops(text: str, unit: str, count: int, span: str) -> None:
    (finding,) = found(alone(text), LOOP)
    assert finding.details == {"unit": unit, "count": count}
    assert finding.candidate is not None
    assert finding.candidate.text.rstrip(".") == span
    assert unit in finding.message
    assert str(count) in finding.message


def test_a_loop_that_drifts_is_one_finding() -> None:
    loop = (
        "a warmer winter for the town, and a warmer winter for the town, and also a warmer winter for the town, "
        "so a warmer winter for this town, so a warmer winter, so a warmer winter for the town"
    )
    text = f"{PROSE} The forecast promises {loop} before Easter. {PROSE}"
    (finding,) = found(alone(text), LOOP)
    assert finding.candidate is not None
    start = text.index(loop)
    shared = min(finding.candidate.end, start + len(loop)) - max(finding.candidate.start, start)
    assert shared >= 0.8 * len(loop)
    assert finding.candidate.end - finding.candidate.start <= 1.2 * len(loop)
    assert finding.details["count"] >= 5
    assert finding.severity == "critical"


def test_a_paragraph_said_again_is_one_finding() -> None:
    paragraph = "The lamp was lit on Monday. It could be seen from the islands. People came to look at it."
    (finding,) = found(
        alone(f"{PROSE}\n\n{paragraph}\n\n{paragraph}\n\n{paragraph}\n\nThen it rained."), LOOP
    )
    assert finding.details["count"] == 3
    assert finding.candidate is not None
    assert finding.candidate.text.count("islands") == 3


@pytest.mark.parametrize(
    "text",
    [
        PROSE,
        "Day by day and little by little the wall grew, and she called a spade a spade.",
        "Come in, come in! The soup is hot, the soup is good.",
        "He went from the king to the queen. The queen laughed.",
        "It grew faster and faster, on and on, again and again.",
        "With all our ships, and with all our nets, and with all our hands we pulled.",
        "Whoever feared the sea feared it still; whoever loved the sea loved it more.",
        "The United Provinces and the United Harbours signed on Monday.",
        "Anna begat Bruno, and Bruno begat Clara, and Clara begat Dora.",
    ],
)
def test_what_people_repeat_on_purpose(text: str) -> None:
    assert places(alone(text), LOOP) == []


def test_an_echo_over_a_conjunction() -> None:
    reference = "The house lies between the beach and the station."
    candidate = "The house lies between the beach and the beach."
    (finding,) = found(pair(reference, candidate), LOOP)
    assert finding.candidate is not None
    assert finding.candidate.text == "the beach and the beach"
    assert finding.reference is not None
    assert finding.reference.text == "the beach and the station"


def test_what_the_reference_repeats_is_excused() -> None:
    refrain = "The sea gave and the sea took, and the men went down to the sea, to the sea."
    assert places(pair(refrain, refrain), LOOP) == []
    reworded = "The ocean gave, and the men went down to the water, to the water."
    assert places(pair(reworded, "The sea gave, and men went to the sea to the sea."), LOOP) == []


def test_what_the_source_repeats_is_excused() -> None:
    reference, candidate = "Row on, men.", "Row the boat row the boat, men."
    assert len(places(pair(reference, candidate), LOOP)) == 1
    assert places(pair(reference, candidate, source="Rudert das Boot rudert das Boot, Leute."), LOOP) == []


def test_the_reference_is_not_asked_for_words_it_has_elsewhere() -> None:
    reference = "There were 141 cases in Osten county, 90 in Westen county and 80 in Norden county."
    candidate = reference.replace("Norden county", "Norden county county county county")
    assert places(pair(reference, candidate), LOOP) == ["county county county county"]


@pytest.mark.parametrize(
    "text",
    [
        " ".join(["word"] * 60_000),
        " ".join(["one", "two"] * 30_000),
        "a" * 100_000,
        "." * 100_000,
        " ".join(random.Random(7).choices(["one", "two"], k=60_000)),
    ],
    ids=["one word", "two words", "one letter", "dots", "two words at random"],
)
def test_hostile_input_costs_no_more_than_other_text(text: str) -> None:
    evidence = alone("x") if len(text) < 2 else alone(text)
    started = time.perf_counter()
    findings = found(evidence, LOOP)
    assert time.perf_counter() - started < 5
    assert len(findings) <= 2


def test_loops_do_not_overlap() -> None:
    once = "So it goes so it goes so it goes, said the mate, and so it goes and so it goes on."
    assert len(loops(words(alone(once).candidate))) == 1
    between = "Twenty strangers who had never seen a harbour stood along its wall under the rain."
    found_loops = loops(
        words(alone(f"{once} {between} The gulls cried the gulls cried the gulls cried.").candidate)
    )
    assert len(found_loops) == 2
    assert all(before.end <= after.start for before, after in pairwise(found_loops))


@pytest.mark.parametrize(
    "text",
    [
        "You and your sons and your sons' wives shall sail.",
        "We gave bread to your children and your children's children.",
        "They sold grey boats, male servants, female servants, female goats and nets.",
        "He may come, and come, and come, and nobody will open.",
        "Row in, row in! Row in before the tide turns!",
        "Ha ha ha ha ha, laughed the pilot.",
        "It went round and round and round.",
        "And Ann was thirty years old when she became the mother of Bo, and after the birth of Bo Ann lived ten years, "
        "and Bo was forty years old when he became the father of Cy, and after the birth of Cy Bo lived nine years.",
    ],
)
def test_owners_lists_and_calls_are_no_loops(text: str) -> None:
    assert places(alone(text), LOOP) == []


@pytest.mark.parametrize(
    ("text", "unit", "least"),
    [
        (
            "It can be loaded in an hour, and a crew of four can swap, and the crew can swap, and the crew of four can "
            "swap, and the crew can load.",
            "and the crew can swap",
            3,
        ),
        (
            "The lamp was lit, the lamp was lit again, the lamp was lit by the keeper, and the lamp was lit at dusk.",
            "The lamp was lit",
            3,
        ),
        (
            "He said that the pier was closed and that the pier was closed and that the pier was shut and the pier was "
            "closed to all.",
            "and that the pier was closed",
            4,
        ),
    ],
)
def test_the_unit_of_a_drifting_loop_is_one_beat(text: str, unit: str, least: int) -> None:
    (finding,) = found(alone(text), LOOP)
    assert finding.details["unit"] == unit
    assert finding.details["count"] >= least


def test_a_whole_clause_joined_to_itself_is_told_without_a_reference() -> None:
    clause = "the mayor opened the new bridge over the river"
    (finding,) = found(alone(f"On Monday {clause}, and {clause}."), LOOP)
    assert finding.details == {"unit": clause, "count": 2}


@pytest.mark.parametrize(
    ("reference", "candidate", "span"),
    [
        (
            "The pier closed in June. Nobody came.",
            "The pier closed in June. The pier closed in June. Nobody came.",
            "The pier closed in June. The pier closed in June",
        ),
        (
            "The shares paid 3.7%, 4.2%, 4.6%, 5.1%, 5.4% and 6.2%.",
            "The shares paid 3.7%, 4.2%, 4.6%, 5.1%, 5.4%, 6.2%. The payments are 3.7%, 4.2%, 4.6%, 5.1%, 5.4%, 6.2%.",
            "3.7%, 4.2%, 4.6%, 5.1%, 5.4%, 6.2%. The payments are 3.7%, 4.2%, 4.6%, 5.1%, 5.4%, 6.2",
        ),
    ],
)
def test_what_only_the_candidate_says_again(reference: str, candidate: str, span: str) -> None:
    assert places(pair(reference, candidate), LOOP) == [span]


def test_a_phrase_named_again_to_point_at_it_is_no_loop() -> None:
    reference = "People feared them for what they had feared before."
    assert (
        places(pair(reference, "Heavy winter storms made people fear these heavy winter storms."), LOOP) == []
    )


@pytest.mark.parametrize(
    ("reference", "candidate", "span"),
    [
        (
            "Most of them stand at the edge of the harbour.",
            "Most of them stand at the at the at the edge of the harbour.",
            "at the at the at the",
        ),
        (
            "The boats got faster and faster while the crews rowed.",
            "The boats got faster while the crews the crews rowed.",
            "the crews the crews",
        ),
        (
            "If the lamp is lit, the lamp can be seen.",
            "If the lamp is the lamp is the lamp is lit, one can see it.",
            "the lamp is the lamp is the lamp is",
        ),
        ("They sell nets and ropes.", "They sell nets and ropes and ropes.", "and ropes and ropes"),
        (
            "Most of them are gulls, but some are terns.",
            "Most are gulls, gulls gulls but some are terns.",
            "gulls, gulls gulls",
        ),
        (
            "He sold the old boat to his brother in June.",
            "He sold the old boat to his brother then he sold the old boat to his brother in June.",
            "He sold the old boat to his brother then he sold the old boat to his brother",
        ),
    ],
)
def test_a_reference_that_repeats_something_else_excuses_nothing(
    reference: str, candidate: str, span: str
) -> None:
    assert places(pair(reference, candidate), LOOP) == [span]


def test_a_phrase_taken_up_behind_a_mark_is_excused_where_the_reference_has_it_twice() -> None:
    reference = "They row past the long wall and leave the bay past the long wall that never ends."
    candidate = "They row past the long wall, past the long wall that never ends, out of the bay."
    assert places(pair(reference, candidate), LOOP) == []


def test_a_unit_that_says_one_thing_twice_is_two_rounds() -> None:
    reference = "The hulls fill with air, so a crew of four can lift one in a tide."
    candidate = (
        "The hulls fill with air, so a crew of four can lift one, and a crew of four can lift, and the crew of four "
        "can lift one, and a crew of four can lift, and the crew can lift, and a crew of four can lift one in a tide."
    )
    (loop,) = found(pair(reference, candidate), LOOP)
    assert loop.details["unit"].split().count("crew") == 1
    assert loop.details["count"] == 6


@pytest.mark.parametrize(
    ("reference", "candidate", "span"),
    [
        (
            "She wondered what she would do if the cellar were dry, if the cellar were sound.",
            "She wondered what she would do if the cellar were dry, if the cellar were dry.",
            "if the cellar were dry, if the cellar were dry",
        ),
        (
            "It is to reach deeper, further and closer to the shore.",
            "It is to reach to the reef, to the shore, to the shore.",
            "to the shore, to the shore",
        ),
        (
            "They mean to widen, mend and pave the road.",
            "They mean a slow widening, widening, widening of the road.",
            "widening, widening, widening",
        ),
    ],
)
def test_two_things_translated_alike(reference: str, candidate: str, span: str) -> None:
    assert places(pair(reference, candidate), LOOP) == [span]


def test_a_sound_stands_for_another_sound() -> None:
    assert places(pair("The bell goes ding, ding, ding.", "The bell goes clang, clang, clang."), LOOP) == []


@pytest.mark.parametrize(("times", "is_told"), [(3, False), (4, False), (9, True)])
def test_what_the_reference_repeats_excuses_as_many_times_as_it_has(times: int, is_told: bool) -> None:
    reference = "It was a deep, deep, deep well."
    candidate = "It was a " + ", ".join(["deep"] * times) + " well."
    assert bool(places(pair(reference, candidate), LOOP)) is is_told


def test_rounds_that_are_all_alike_have_no_changes() -> None:
    clause = "which is about five times the daily average"
    candidate = f"The yard took more boxes that day, {clause}, {clause}, {clause} of the port."
    reference = f"The yard took more boxes that day, {clause} of the port."
    [loop] = found(pair(reference, candidate), "repetition-loop")
    assert loop.message.endswith("is said 3 times")


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("It was tried in the in the north of the bay.", "in the in the"),
        (
            "The pilot said that that the pilot said that the lamp was lit.",
            "The pilot said that that the pilot said that",
        ),
    ],
)
def test_little_words_with_an_article_and_a_loop_with_a_hitch(text: str, span: str) -> None:
    assert places(alone(text), LOOP) == [span]
