"""What is known of words without the texts at hand: how rare they are, whether they exist.

From wordfreq (Speer 2022), offline; a language that it lacks has no known words and only unknown rarity.
"""

from __future__ import annotations

import math
from functools import cache, lru_cache
from typing import Final

KNOWN_RARITY: Final = 14.5  # nats: one word in 2,000,000; what is rarer in wordfreq is often a misspelling
UNKNOWN_RARITY: Final = 18.5  # nats: one word in 10^8, the floor of wordfreq's large lists
FUNCTION_WORD_COUNT: Final = 150


@cache
def _frequencies(language: str) -> dict[str, float]:
    import wordfreq

    available = wordfreq.available_languages("best")
    return dict(wordfreq.get_frequency_dict(language, "best")) if language in available else {}


@cache
def _function_words(language: str) -> frozenset[str]:
    ordered = sorted(_frequencies(language).items(), key=lambda item: (-item[1], item[0]))
    return frozenset(word for word, _ in ordered[:FUNCTION_WORD_COUNT] if word.isalpha())


@lru_cache(maxsize=1 << 17)
def rarity(form: str, language: str = "en") -> float:
    """Give how rare a form is, in nats: −log of its share of all running words, relative to "the".

    >>> rarity("the") < 4 < rarity("zeppelin") < rarity("qwrtzx")
    True
    """
    frequency = _frequencies(language).get(form)
    return UNKNOWN_RARITY if frequency is None else max(0.0, -math.log(frequency))


@lru_cache(maxsize=1 << 17)
def known(form: str, language: str = "en") -> bool:
    """Say whether a form is a word of the language.

    >>> known("technology"), known("techonology")
    (True, False)
    """
    return rarity(form, language) <= KNOWN_RARITY


def is_function_word(form: str, language: str = "en") -> bool:
    """Say whether a form is among the most frequent words of the language.

    >>> is_function_word("the"), is_function_word("whale")
    (True, False)
    """
    return form in _function_words(language)
