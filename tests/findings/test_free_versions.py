"""Whole texts told anew: what a writer takes up by other means is not lost, what he leaves out is."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest

import compare
from compare.findings.trust import trusted
from compare.model import Finding, Span
from compare.settings import FindingSettings

REFERENCE = """The Tolvane lighthouse was built in 1884 by two brothers from the mainland.

Its lamp burned whale oil until the company sent gas up the hill. In winter Tolvane was cut off for weeks, and the
keeper lived on salted fish. He wrote letters that nobody could collect.

The last keeper, Edda Marrin, left in 1971. She took the logbooks with her to a flat above a bakery. Her neighbours
never learned what stood in them.

A student found the books after her death. He copied every page by hand and gave the copies to the museum."""
RETOLD = """In 1884 a pair of brothers came over from the mainland and put up the Tolvane lighthouse.

Until gas was brought up the hill by the company, what burned in its lamp was the oil of whales. {winter} That kept
the man who tended the light on a diet of salt fish, and there was no one to fetch the letters he wrote.

1971 was the year in which {keeper}, the last to tend it, went away. {logbooks} None of the people next door ever found
out what was written there.

When she had died, the books were discovered by a student. {copied}"""
PARTS = {
    "winter": "For whole weeks in the cold season it could not be reached.",
    "keeper": "Edda Marrin",
    "logbooks": "The logbooks went along, to rooms over a baker's shop.",
    "copied": "Page after page he wrote out, and it is the museum that has what he wrote.",
}


def told(**changed: str) -> list[tuple[str, str]]:
    """What is found, but for what is neutral: the kind and the words of the reference or, where new, the candidate."""
    report = compare.compare_texts(REFERENCE, RETOLD.format(**{**PARTS, **changed}), metrics=())
    return [
        (item.kind, item.reference.text if item.reference and item.reference.text else "")
        for item in report.findings
        if item.severity != "neutral"
    ]


def test_a_name_may_be_taken_up_by_a_pronoun_where_it_was_named_before() -> None:
    assert told() == []


def test_a_name_that_the_version_has_nowhere_near_is_missed() -> None:
    assert ("dropped-name", "Edda Marrin") in told(keeper="she") or ("dropped-name", "Marrin") in told(
        keeper="she"
    )


def test_a_name_torn_out_of_its_sentence_is_missed_however_near_it_stands() -> None:
    found = told(winter="For whole weeks in the cold season the could not be reached.")
    assert found == [("dropped-name", "Tolvane")]


@pytest.mark.parametrize("part", ["logbooks", "copied"])
def test_a_sentence_left_out_is_missed_where_its_neighbours_have_no_room(part: str) -> None:
    assert [kind for kind, _ in told(**{part: ""}) if kind.startswith("dropped")]


def test_a_sentence_said_inside_its_neighbour_is_neither_missing_nor_new() -> None:
    found = told(
        winter="For whole weeks in the cold season it could not be reached, and so it was fish out of the barrel for"
        " whoever kept the flame, morning and evening.",
    )
    assert found == []


def test_a_new_sentence_that_says_next_to_nothing_is_no_addition_in_a_version_of_its_own() -> None:
    assert told(copied=PARTS["copied"] + " So it goes with these things.") == []


def test_a_new_sentence_that_says_something_is_one() -> None:
    new = "The harbour inspector burned the originals in a stove the same evening."
    report = compare.compare_texts(
        REFERENCE, RETOLD.format(**{**PARTS, "copied": f"{PARTS['copied']} {new}"}), metrics=()
    )
    added = [item for item in report.findings if item.kind == "added-sentence" and item.severity != "neutral"]
    assert [item.candidate.text for item in added if item.candidate] == [new]


GERMAN = """Die alte Mühle am Torbach stand neun Jahre leer. Ihr Rad war verfault. Kinder warfen Steine in die Fenster,
und im Dach nisteten Dohlen, die niemand vertrieb.

Schlimmer als das Warten ist das Hoffen. Der neue Besitzer begann damit, die Erde umzugraben und Rüben einzusäen.
Bodenlebewesen zersetzten das Laub in wenigen Wochen."""
GERMAN_RETOLD = """Neun Jahre lang wohnte in der alten Mühle am Torbach kein Mensch. Das Rad, längst morsch, drehte sich
nicht mehr, und durch die Fenster flogen Kieselsteine aus Kinderhand. Die Dohlen im Dach ließ man gewähren.

Wer hofft, leidet ärger als einer, der wartet. Umgraben und Rüben einsäen war das Erste, was der neue Eigentümer tat.
Winzige Tiere machten aus Blättern binnen Wochen Erde."""


def test_german_nouns_are_no_names_and_a_verb_with_zu_is_no_slip() -> None:
    found = compare.compare_texts(GERMAN, GERMAN_RETOLD, metrics=()).findings
    assert [
        item.message
        for item in found
        if item.kind in ("dropped-name", "name", "spelling") and item.severity != "neutral"
    ] == []


def test_a_phrase_that_moved_over_the_end_of_a_free_sentence_is_at_most_a_hint() -> None:
    found = compare.compare_texts(GERMAN, GERMAN_RETOLD, metrics=()).findings
    assert [
        item.message
        for item in found
        if item.kind in ("dropped-clause", "added-clause") and item.severity != "neutral"
    ] == []


def test_two_figures_that_a_free_sentence_lost_are_missed_and_one_is_a_hint() -> None:
    true = (
        REFERENCE
        + " The museum was closed from June 17 to June 20 of that year, because a storm had come in."
    )
    both = " The museum kept its doors shut when a storm came in."
    one = " From June 17 on the museum kept its doors shut when a storm came in."
    for version, kinds in ((both, ["minor", "minor"]), (one, ["neutral"])):
        found = compare.compare_texts(true, RETOLD.format(**PARTS) + version, metrics=()).findings
        told_now = [item.severity for item in found if item.kind == "dropped-number"]
        assert told_now == kinds


def test_no_key_that_he_did_not_have_is_every_key() -> None:
    reference = "He had been trusted with every key in the village."
    candidate = "There was no key in the village with which he had not been trusted."
    assert not [
        one
        for one in compare.compare_texts(reference, candidate).findings
        if one.details.get("why") == "measure"
    ]


def test_a_sense_more_likely_kept_than_changed_is_minor_at_most() -> None:
    doubtful = Finding(
        kind="polarity",
        severity="critical",
        confidence=0.6,
        message="",
        candidate=Span(start=0, end=1, text="x"),
    )
    free = SimpleNamespace(freedom=lambda: 1.0, settings=FindingSettings())
    assert [one.severity for one in trusted([doubtful], free)] == ["minor"]  # type: ignore[arg-type]
    sure = replace(doubtful, details={"alone": True})
    assert [one.severity for one in trusted([sure], free)] == ["critical"]  # type: ignore[arg-type]


def test_a_passage_told_in_another_order_is_neither_dropped_nor_added() -> None:
    lead = (
        "Bakers seldom win a regatta of fishing boats. Nobody had warned Ilmar Tossen of that. With 12 miles behind "
        "him the Estonian of 61 put about at the harbour wall, passed two trawlers and crossed the line under a torn "
        "sail."
    )
    anew = (
        "It is no baker's business to win a regatta against fishing boats, but Ilmar Tossen sailed all the same. "
        "Twelve miles were done, 12 of 12, when the Estonian, 61 years old, reached the harbour wall. Two trawlers lay "
        "before him, his sail was torn, and the line was his."
    )

    def inserted(text: str, passage: str) -> str:
        first, _, rest = text.partition("\n\n")
        return f"{first}\n\n{passage}\n\n{rest}"

    def lone(candidate: str) -> list[Finding]:
        found = compare.compare_texts(inserted(REFERENCE, lead), inserted(RETOLD, candidate)).findings
        told = [one for one in found if one.kind in ("dropped-sentence", "added-sentence")]
        places = [(one, one.reference if one.kind.startswith("dropped") else one.candidate) for one in told]
        return [
            one
            for one, place in places
            if place is not None and place.text in f"{lead} {candidate}" and one.severity != "neutral"
        ]

    assert not lone(anew)
    other = "The council met on Tuesday. It spoke about drains for an hour. A vote on the new pump was put off again."
    assert lone(other)
