"""The lists of wordfreq, read here, are what wordfreq gives."""

import random
from pathlib import Path

import pytest
import wordfreq

from compare.text import frequencies
from compare.text.frequencies import EverydayWords, number_share, shares

EVERYDAY = 2e-6


@pytest.mark.parametrize("language", ["en", "de", "sv", "hu", "fil", "ja"])
def test_shares_are_those_of_wordfreq(language: str) -> None:
    expected = wordfreq.get_frequency_dict(language, "best")
    assert dict(shares(language).items()) == expected
    for word in [*list(expected)[::997], *list(expected)[-5:], "qwrtzx", ""]:
        assert shares(language).get(word) == shares(language).get(word) == expected.get(word, 0.0)


@pytest.mark.parametrize("language", ["../en", "xx", ""])
def test_a_language_without_a_list_has_no_words(language: str) -> None:
    assert not shares(language)
    assert dict(shares(language).items()) == {}


def test_numbers_are_as_frequent_as_wordfreq_says() -> None:
    draw = random.Random(5)
    digits = [str(number) for number in range(0, 2100, 13)] + [
        "0",
        "00",
        "000",
        "007",
        "0000",
        "2039",
        "2041",
    ]
    digits += [str(draw.randrange(10 ** draw.randint(1, 14))) for _ in range(200)]
    for language in ("en", "de"):
        for number in digits:
            assert number_share(number, language) == wordfreq.word_frequency(number, language), number


def test_everyday_words_are_told_with_and_without_a_table(monkeypatch: pytest.MonkeyPatch) -> None:
    small = wordfreq.get_frequency_dict("pl", "small")
    asked = [*list(small)[::50], *list(small)[-40:], "harbour", "zzqx", "ż" * 40, "xn" * 20]
    expected = [small.get(word, 0.0) if small.get(word, 0.0) >= EVERYDAY else 0.0 for word in asked]
    for word, share in zip(asked, expected, strict=True):
        assert EverydayWords("pl", EVERYDAY).share(word) == share
    monkeypatch.setattr(frequencies, "_SEARCHES", 0)
    table = EverydayWords("pl", EVERYDAY)
    assert [table.share(word) for word in asked] == expected


def test_where_the_files_are_elsewhere_wordfreq_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frequencies, "_path", lambda size, language: Path("nowhere") / f"{size}_{language}")
    assert dict(shares.__wrapped__("sl").items()) == wordfreq.get_frequency_dict("sl", "best")
    assert not shares.__wrapped__("xx")
    assert EverydayWords("sl", EVERYDAY).share("je") == wordfreq.get_frequency_dict("sl", "small")["je"]
