"""Lexicon: rarity, known words, function words; gracefully without a list."""

from __future__ import annotations

import timeit

import pytest

from compare.text.forms import form
from compare.text.lexicon import UNKNOWN_RARITY, is_function_word, known, rarity


def test_rarity_rises_from_the_article_to_the_unheard_of() -> None:
    words = ["the", "house", "harbor", "zeppelin", "qwrtzx"]
    rarities = [rarity(word) for word in words]
    assert rarities == sorted(rarities)
    assert rarities[0] < 4
    assert rarities[-1] == UNKNOWN_RARITY


def test_a_compound_is_at_least_as_rare_as_its_rarest_part() -> None:
    assert rarity("harbor-master") >= max(rarity("harbor"), rarity("master"))


def test_a_british_form_is_found_in_its_american_spelling() -> None:
    assert rarity(form("colour")) == rarity("color")
    assert known(form("theatregoer")) == known("theatregoer")


@pytest.mark.parametrize("word", ["harbor", "first-class", "don't", "2,000", "6m", "—", "usa", "'s"])
def test_known(word: str) -> None:
    assert known(word)


@pytest.mark.parametrize("word", ["techonology", "harbuor", "qwrtzx", "beatifull"])
def test_not_known(word: str) -> None:
    assert not known(word)


def test_a_language_without_a_list() -> None:
    assert known("qwrtzx", "xx")
    assert not is_function_word("the", "xx")
    assert 0 < rarity("ab", "xx") < rarity("abcdefgh", "xx") <= UNKNOWN_RARITY


def test_function_words() -> None:
    assert is_function_word("the")
    assert is_function_word("der", "de")
    assert is_function_word("l'", "fr")
    assert is_function_word("и", "ru")
    assert is_function_word("的", "zh")
    assert not is_function_word("people")
    assert not is_function_word("not-a-word")
    assert is_function_word("the", "und")


def test_warm_cost() -> None:
    rarity("harbor")
    assert timeit.timeit(lambda: rarity("harbor"), number=10_000) / 10_000 < 5e-6


@pytest.mark.parametrize("language", ["zh", "ja", "ko", "ru", "xx"])
def test_numbers_need_no_tokenizer_of_the_language(language: str) -> None:
    """For Chinese, Japanese and Korean, wordfreq wants packages that are not installed, even for digits."""
    assert 0 < rarity("1847", language) <= UNKNOWN_RARITY
    assert known("1847", language)
