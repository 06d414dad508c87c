"""Misspellings: sure by the partner, careful by the word list, silent about names and terms."""

from __future__ import annotations

import pytest

from compare.findings.clues.neighbours import is_made_of_known_parts, one_slip_away
from tests.findings.making import alone, found, pair, places

SPELLING = "spelling"


@pytest.mark.parametrize(
    ("reference", "candidate", "wrong"),
    [
        ("The council promised a lamp on the pier.", "The council promsied a lamp on the pier.", "promsied"),
        ("They could not agree on the price of salt.", "They could nto agree on the price of salt.", "nto"),
        ("Since March nobody has seen the pilot.", "Sicne March nobody has seen the pilot.", "Sicne"),
        ("A steep path leads to the lighthouse.", "A steep pat leads to the lighthouse.", "pat"),
    ],
)
def test_by_the_partner(reference: str, candidate: str, wrong: str) -> None:
    (finding,) = found(pair(reference, candidate), SPELLING)
    assert finding.candidate is not None
    assert finding.candidate.text == wrong
    assert finding.reference is not None
    assert finding.reference.text == finding.details["expected"]
    assert finding.confidence >= 0.6


def test_by_the_list_alone() -> None:
    (finding,) = found(alone("The goverment promised a lamp on the northern pier."), SPELLING)
    assert finding.details == {"expected": "government"}
    assert finding.confidence >= 0.7


@pytest.mark.parametrize(
    "text",
    [
        "Xanthippe Orrelund sailed with Brannick to Ostelmere.",  # names
        "The quayside was unrewarding, the boatyard half-abandoned.",  # made of known parts
        "A flimjig is a tool. Every flimjig has a handle.",  # comes again: a term
        "The colour of the centre differs from the color of the center.",
        "He straggled in, wroth and unwonted.",  # rare, not wrong
    ],
)
def test_silent(text: str) -> None:
    assert places(alone(text), SPELLING) == []


def test_another_word_is_no_misspelling() -> None:
    assert places(pair("The area is cold.", "They are in a cold region."), SPELLING) == []
    assert places(pair("She lives by the sea.", "They live by the sea."), SPELLING) == []


def test_a_language_without_a_list_is_left_alone() -> None:
    assert places(alone("Mi tutu kopupi nalago rixwat.", "xx"), SPELLING) == []


def test_neighbours() -> None:
    assert "harbour" in one_slip_away("harbuor", "en")
    assert not is_made_of_known_parts("goverment", "en")
    assert is_made_of_known_parts("lampless", "en")


@pytest.mark.parametrize(
    "text",
    [
        "And whither goest thou, and whence camest thou?",
        "He left the money (alieni apetens, sui profusus, as they say) to the lads.",
        "We'll goa doon wi' t' lads an' tell mysel so.",
        "Varly said that the bridge would be closed.",
    ],
)
def test_old_words_dialect_and_names_are_no_misspellings(text: str) -> None:
    assert places(alone(text), "spelling") == []


@pytest.mark.parametrize(
    "text",
    [
        "He cowered behind the shed, planing a board.",  # forms of rare verbs, near to common ones
        "They forgat the raiment and the leathern girdle.",  # older English
        '"Thou longedst after the hills," she wrote.',
        '"I\'ll tak weel care o\' th\' boat." He waited. "And of mysel, hauf the neet."',  # dialect goes on
    ],
)
def test_silent_where_a_list_says_nothing(text: str) -> None:
    assert places(alone(text), SPELLING) == []


@pytest.mark.parametrize("wrong", ["writting", "comming"])
def test_a_letter_doubled_or_not_is_told(wrong: str) -> None:
    assert places(alone(f"They saw it {wrong} from the northern pier."), SPELLING) == [wrong]


def test_an_accent_and_a_part_of_a_name_are_no_slips() -> None:
    assert places(pair("We met at a café by the pier.", "We met at a cafe by the pier."), SPELLING) == []
    assert (
        places(
            pair("They sold the Commercial Union ferry.", "They sold the Comercial Union ferry."), SPELLING
        )
        == []
    )


def test_a_known_word_is_a_slip_only_in_its_place() -> None:
    reference = "Every household of the island has some lamps and three boats in the harbour."
    candidate = "Every home of the island has lamps and three boats in the harbour."
    assert places(pair(reference, candidate), SPELLING) == []
    assert places(pair("The ferry comes from Orr.", "The ferry came from Orr."), SPELLING) == []


@pytest.mark.parametrize(
    ("word", "slip"),
    [
        ("recommend", "reccomend"),
        ("occurred", "occured"),
        ("definitely", "definately"),
        ("separate", "seperate"),
    ],
)
def test_what_the_web_makes_of_a_word_of_the_reference(word: str, slip: str) -> None:
    sentence = "They said that it {} with the boats of the island."
    (finding,) = found(pair(sentence.format(word), sentence.format(slip)), "spelling")
    assert finding.details["expected"] == word
    assert finding.confidence >= 0.8


@pytest.mark.parametrize(
    ("reference", "candidate"),
    [
        ("They asked Mrs Morrow to sing.", "They asked Ms Morrow to sing."),
        ("The line will be considered again.", "The line will be reconsidered again."),
    ],
)
def test_another_word_is_no_slip(reference: str, candidate: str) -> None:
    assert places(pair(reference, candidate), "spelling") == []


def test_a_name_in_another_number_is_no_slip() -> None:
    assert (
        places(
            pair("Dann kam Harbour nach Orr.", "Dann kamen die Harbours nach Orr.", language="de"), SPELLING
        )
        == []
    )


def test_a_derived_word_an_accent_and_a_rare_verb_are_no_slips() -> None:
    assert places(pair("Rescue crews pulled them out.", "Rescuers pulled them out."), SPELLING) == []
    assert places(pair("The pilot was Julio Rios.", "The pilot was Julio Ríos."), SPELLING) == []
    assert (
        places(pair("The flower was picked off at noon.", "The flower was plucked off at noon."), SPELLING)
        == []
    )


def test_an_old_form_of_a_verb_is_no_slip() -> None:
    assert (
        places(
            pair("He blessed the boats and gathered them.", "He blesseth the boats and gathereth them."),
            SPELLING,
        )
        == []
    )
