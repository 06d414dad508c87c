"""What is told of a version that is worded freely, and of a copy."""

from __future__ import annotations

from compare.findings import Evidence, find
from compare.findings.clues.wording import wording
from tests.findings.lines import lines

REFERENCE = (
    "The mill stood empty for nine years before anyone came to look at it.",
    "Its wheel had rotted, and children from the village threw stones at the windows.",
    "Then a baker from the coast bought the house and the land behind it.",
    "He did not ask for the price of the meadow, which was more than he owned.",
    "The roof was mended in a summer and the stream was cleared of reeds.",
    "On the first day the whole village queued for bread in the rain.",
)
RETOLD = (
    "Nine years went by in which nobody so much as glanced at the abandoned mill.",
    "Stones from the hands of village children had broken the panes; the wheel was gone to rot.",
    "A man of the coast, a baker by trade, at last acquired building and ground.",
    "What the meadow might cost he left unasked, since it would have been beyond his means.",
    "One summer was enough for a new roof and for freeing the brook from reeds.",
    "When it opened, all the village stood in line for loaves, although it rained.",
)


def graver(evidence: Evidence) -> list[str]:
    return [finding.kind for finding in find(evidence) if finding.severity != "neutral"]


def test_free_wording_is_told_from_copying() -> None:
    assert wording(lines(REFERENCE, REFERENCE)).freedom() == 0
    assert wording(lines(REFERENCE, RETOLD)).freedom() == 1


def test_few_sentences_say_nothing_of_the_manner() -> None:
    told = wording(lines(REFERENCE[:2], RETOLD[:2]))
    assert told.whole is None
    assert told.freedom(0) == 0


def test_a_version_in_other_words_has_no_errors() -> None:
    assert graver(lines(REFERENCE, RETOLD)) == []


def test_a_changed_sentence_of_a_copy_is_judged_as_one() -> None:
    copy = [
        *REFERENCE[:3],
        "He did ask for the price of the meadow, which was more than he owned.",
        *REFERENCE[4:],
    ]
    assert graver(lines(REFERENCE, copy)) == ["polarity"]


def test_a_minimal_pair_tells_in_a_free_version_too() -> None:
    copy = [*RETOLD[:3], "He did ask for the price of the meadow, which was more than he owned.", *RETOLD[4:]]
    assert graver(lines(REFERENCE, copy)) == ["polarity"]


def test_numbers_and_loops_tell_in_a_free_version_too() -> None:
    wrong = [
        RETOLD[0].replace("Nine", "Thirty"),
        *RETOLD[1:5],
        RETOLD[5][:-1] + " and rained and rained and rained.",
    ]
    assert set(graver(lines(REFERENCE, wrong))) >= {"number", "repetition-loop"}


def test_a_sentence_that_lost_half_of_what_it_says_is_told_in_a_free_version() -> None:
    cut = [RETOLD[0], "The wheel was gone to rot.", *RETOLD[2:]]
    assert "dropped-clause" in graver(lines(REFERENCE, cut))


def test_a_changed_sense_beside_the_same_word_is_a_hint_in_a_free_version() -> None:
    copy = [
        *RETOLD[:3],
        "What the meadow might cost he did ask, since it would have been beyond his means.",
        *RETOLD[4:],
    ]
    (finding,) = [item for item in find(lines(REFERENCE, copy)) if item.kind == "polarity"]
    # one of three such places is an error there: worth a look, not an alarm
    assert finding.severity == "neutral"
    assert finding.confidence >= 0.3
    assert finding.details["anchored"]


def test_opposites_of_other_clauses_are_no_change_of_sense_in_a_free_version() -> None:
    reference = [*REFERENCE[:5], "On the first day the rich village queued for bread in the rain."]
    copy = [
        *RETOLD[:5],
        "When the poor man opened, all the village stood in line for loaves, although it rained.",
    ]
    assert graver(lines(reference, copy)) == []


def test_a_clause_cut_out_of_a_free_version_is_told() -> None:
    reference = [*REFERENCE[:4], f"{REFERENCE[4][:-1]}, and the bell tower fell into the lake.", REFERENCE[5]]
    (finding,) = [item for item in find(lines(reference, RETOLD)) if item.severity != "neutral"]
    assert finding.kind == "dropped-clause"
    assert finding.reference is not None
    assert "bell tower" in finding.reference.text
