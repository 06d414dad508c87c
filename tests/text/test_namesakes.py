from __future__ import annotations

import pytest

from compare.text.namesakes import Vocabulary, is_kin, is_misspelling, likeness, plain, skeleton
from compare.text.tokens import tokenize


def vocabulary(text: str) -> Vocabulary:
    return Vocabulary(tokenize(text))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("the Chinese firm", "china"),
        ("in America", "usa"),
        ("in the United States", "usa"),
        ("the Dutch coast", "holland"),
        ("Norwegian wood", "norway"),
        ("the Hales", "hale"),
        ("China-India relations", "india"),
        ("congressional leave", "congress"),
        ("Dvořák’s", "dvorak"),
    ],
)
def test_other_forms_of_a_name_are_it(text: str, word: str) -> None:
    assert vocabulary(text).has(word)


@pytest.mark.parametrize(
    ("text", "word"), [("in Malta", "malawi"), ("by DeepMine", "deepmind"), ("in Austria", "australia")]
)
def test_near_names_are_not_it(text: str, word: str) -> None:
    assert not vocabulary(text).has(word)


def test_abbreviations_stand_for_words() -> None:
    words = vocabulary("the World Health Organization, the Ministry of Trade")
    assert words.abbreviates("who")
    assert words.abbreviates("mot")
    assert words.abbreviates("mt")
    assert not words.abbreviates("nato")


def test_names_are_counted_under_all_their_names() -> None:
    words = vocabulary("America and the US")
    assert words.count("usa") == 2
    assert words.count("france") == 0


def test_two_word_names_are_known_by_their_other_name() -> None:
    united = tokenize("United States")
    assert vocabulary("in America").without_groups(united) == []
    assert vocabulary("in France").without_groups(united) == list(united)


def test_spellings() -> None:
    assert plain("Škoda") == "skoda"
    assert skeleton("netanyahu") == skeleton("netaniahu")
    assert skeleton("austria") != skeleton("australia")
    assert is_misspelling("torotno", "toronto")
    assert not is_misspelling("toronto", "torotno")
    assert is_kin("canada", "canadian")
    assert not is_kin("deepmind", "deepmine")
    assert likeness("abcd", "abdc") == 0.75
    assert vocabulary("the Nintedno console, nine of them").near("nintendo", 0.7) == "nintedno"


def test_two_words_written_as_one_are_had() -> None:
    words = Vocabulary(tokenize("After that the dock workers refused."))
    assert words.has("dockworkers")
    assert not words.has("chainworkers")
