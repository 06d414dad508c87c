"""What is known of words without the texts at hand: how rare, whether they exist, whether they carry content.

The frequencies are wordfreq's (Speer 2022), the large list of a language where there is one. They are read
when first asked for; a look-up then costs about a microsecond.
"""

from __future__ import annotations

import math
import re
from functools import cache, lru_cache
from typing import Final

from compare.text.frequencies import Shares, number_share, shares
from compare.text.wordlists import words

UNKNOWN_RARITY: Final = 18.5
"""Nats: about one word in 100,000,000, where wordfreq's large lists end."""
KNOWN_RARITY: Final = 16.2
"""Nats: about one word in 10,000,000. Rarer entries of wordfreq, made from the web, are as often misspelt."""
_CLITIC_RARITY: Final = 5.0
"""Nats: the English ``'s`` and the French ``l'``, which wordfreq counts with the word beside them."""
_FUNCTION_WORD_COUNT: Final = 120
_NEED_TOKENIZERS: Final = frozenset({"ja", "ko", "zh"})
_LONGEST_CHARS: Final = 100
"""Code points beyond which nothing is a word. A megabyte of letters without a blank would be respelt at every "l"."""
_PART: Final = re.compile(r"[^\W_]+(?:'[^\W_]+)*'?")
_BRITISH: Final = (("iz", "is"), ("or", "our"), ("er", "re"), ("l", "ll"))


@lru_cache(maxsize=1 << 17)
def rarity(form: str, language: str = "en") -> float:
    """Give how rare a form is: −log of its share of all running words.

    A compound is as rare as its parts together. A number is as rare as wordfreq thinks numbers of its
    length. In a language without a list a longer word is a rarer one (Zipf's law of abbreviation).

    Args:
        form: comparing form of a token.
        language: ISO 639-1; ``"und"`` is looked up as English.

    Returns:
        Nats: about 3 for "the", 10 for a common noun, up to ``UNKNOWN_RARITY``.

    >>> 2 < rarity("the") < 5 < rarity("zeppelin") < rarity("qwrtzx") == UNKNOWN_RARITY
    True
    """
    if len(form) > _LONGEST_CHARS:
        return UNKNOWN_RARITY
    language = "en" if language == "und" else language
    frequencies = shares(language)
    if not frequencies:
        return min(UNKNOWN_RARITY, 3.0 + 1.2 * len(form))
    if any(map(str.isdecimal, form)):
        return _number_rarity(form, language)
    if form[:1] == "'" or form[-1:] == "'":
        return _CLITIC_RARITY
    frequency = frequencies.get(form) or _british_frequency(form, language, frequencies)
    if frequency:
        return -math.log(frequency)
    parts = _PART.findall(form)
    if parts == [form] or not parts:
        return UNKNOWN_RARITY
    return min(UNKNOWN_RARITY, math.log(sum(math.exp(rarity(part, language)) for part in parts)))


def _british_frequency(form: str, language: str, frequencies: Shares) -> float:
    # A rule makes "monopolization" also where wordfreq only ever saw "monopolisation".
    if language != "en":
        return 0.0
    spellings = [
        form[: match.start()] + british + form[match.end() :]
        for american, british in _BRITISH
        for match in re.finditer(american, form)
    ]
    return max((frequencies.get(spelling) for spelling in spellings), default=0.0)


def _number_rarity(form: str, language: str) -> float:
    # For these wordfreq wants a tokenizer of the language, an extra package, even to look up a number. Digits
    # are as rare in one language as in another.
    language = "en" if language in _NEED_TOKENIZERS else language
    frequency = number_share("".join(filter(str.isdecimal, form)), language)
    return min(UNKNOWN_RARITY, -math.log(frequency)) if frequency else UNKNOWN_RARITY


@lru_cache(maxsize=1 << 17)
def known(form: str, language: str = "en") -> bool:
    """Say whether a form is a word of the language, or a number or a compound of known words.

    Args:
        form: comparing form of a token.
        language: ISO 639-1. In a language without a list every form is known: nobody is told of a misspelling
            for want of a list.

    >>> known("technology"), known("techonology"), known("cost-per-query"), known("2,000")
    (True, False, True, True)
    """
    language = "en" if language == "und" else language
    if not shares(language) or not any(map(str.isalpha, form)) or any(map(str.isdecimal, form)):
        return True
    if rarity(form, language) <= KNOWN_RARITY:
        return True
    parts = _PART.findall(form)
    return len(parts) > 1 and all(known(part, language) for part in parts)


@cache
def _function_words(language: str) -> frozenset[str]:
    listed = words("function_words", language)
    if listed:
        return listed
    ordered = sorted(shares(language).items(), key=lambda item: (-item[1], item[0]))
    return frozenset(word for word, _ in ordered[:_FUNCTION_WORD_COUNT])


def is_function_word(form: str, language: str = "en") -> bool:
    """Say whether a form carries grammar rather than content: an article, a pronoun, a preposition.

    From our own list of the language, else its most frequent words; ``"und"`` is looked up as English.

    >>> is_function_word("the"), is_function_word("whale"), is_function_word("nicht", "de")
    (True, False, True)
    """
    return form in _function_words("en" if language == "und" else language)
