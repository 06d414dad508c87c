"""Which language a text is in, told offline from its script and its function words (Grefenstette 1995).

Function words are the most frequent words of any text and differ between languages; a paragraph holds
dozens. Where the script alone decides (Japanese, Korean, Greek, Thai …) they are not looked at.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from math import lcm
from typing import TYPE_CHECKING, Final

from compare.text.wordlists import entries

if TYPE_CHECKING:
    from collections.abc import Iterator

_SAMPLE_CHARS: Final = 6000
"""How much of a long text is looked at: thirds from its beginning, middle and end."""
_SMALLEST_SHARE: Final = 0.08
"""Least share of words that must be function words of the language; English prose has 0.4 to 0.5."""
_SMALLEST_COUNT: Final = 2
"""Least number of function words seen: one could be a name."""
_SHARE_OF_SCRIPT: Final = 0.3
"""Least share of letters in a script for it to decide; a Japanese page may quote much English."""

_COUNT_BITS: Final = 16
_LANGUAGE_BITS: Final = 96
"""Bits of a sum for one language: the shares of up to some thousand words as whole numbers, and their count."""
_MOST_COUNT: Final = (1 << _COUNT_BITS) - 1
_OF_A_LANGUAGE: Final = (1 << _LANGUAGE_BITS) - 1

_SCRIPTS: Final = (
    ("ja", re.compile(r"[\u3041-\u30ff]"), 0.1),
    ("zh", re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]"), _SHARE_OF_SCRIPT),
    ("ko", re.compile(r"[\uac00-\ud7a3]"), _SHARE_OF_SCRIPT),
    ("el", re.compile(r"[\u0370-\u03ff]"), _SHARE_OF_SCRIPT),
    ("he", re.compile(r"[\u0590-\u05ff]"), _SHARE_OF_SCRIPT),
    ("hi", re.compile(r"[\u0900-\u097f]"), _SHARE_OF_SCRIPT),
    ("bn", re.compile(r"[\u0980-\u09ff]"), _SHARE_OF_SCRIPT),
    ("ta", re.compile(r"[\u0b80-\u0bff]"), _SHARE_OF_SCRIPT),
    ("th", re.compile(r"[\u0e00-\u0e7f]"), _SHARE_OF_SCRIPT),
    ("ka", re.compile(r"[\u10a0-\u10ff]"), _SHARE_OF_SCRIPT),
    ("hy", re.compile(r"[\u0530-\u058f]"), _SHARE_OF_SCRIPT),
)
_OTHER_LETTERS: Final = re.compile("|".join(script.pattern for _, script, _ in _SCRIPTS))
_LETTERS: Final = re.compile(r"[^\W\d_]")
_WORDS: Final = re.compile(r"[^\W\d_]+(?:['’](?:[^\W\d_]+)?)?")


@lru_cache(maxsize=256)
def language_of(text: str) -> str:
    """Tell the language of a text.

    Args:
        text: a sentence or more; a few words are often too little.

    Returns:
        An ISO 639-1 code, ``"und"`` where nothing speaks for one language above the others.

    >>> language_of("Der Zug ist nicht gekommen, und wir haben auf ihn gewartet.")
    'de'
    >>> language_of("The train did not come, and we waited for it.")
    'en'
    >>> language_of("電車は来なかった。"), language_of("火车没有来。"), language_of("12 : 30")
    ('ja', 'zh', 'und')
    """
    sample = _sample(text)
    if not _LETTERS.search(sample):
        return "und"
    if not sample.isascii() and _OTHER_LETTERS.search(sample):
        letters_count = len(_LETTERS.findall(sample))
        for language, script, share in _SCRIPTS:
            if len(script.findall(sample)) >= share * letters_count:
                return language
    return _by_function_words(sample)


def _sample(text: str) -> str:
    if len(text) <= _SAMPLE_CHARS:
        return text
    third = _SAMPLE_CHARS // 3
    middle = len(text) // 2 - third // 2
    return f"{text[:third]} {text[middle : middle + third]} {text[-third:]}"


def _by_function_words(sample: str) -> str:
    weights = _weights()
    found = _WORDS.findall(sample.lower().replace("’", "'"))
    pieces = found + [piece for word in found if "'" in word for piece in _pieces(word)]
    total = sum([weights[piece] for piece in pieces if piece in weights])
    if not total:
        return "und"
    _, seen, _, best = max(
        ((said >> _COUNT_BITS), said & _MOST_COUNT, language == "en", language)
        for language, said in _parted(total)
    )
    return best if seen >= _SMALLEST_COUNT and seen >= _SMALLEST_SHARE * len(found) else "und"


def _pieces(word: str) -> tuple[str, ...]:
    head, _, tail = word.partition("'")
    return head + "'", tail


@cache
def _languages() -> tuple[str, ...]:
    return tuple(entries("function_words"))


def _parted(total: int) -> Iterator[tuple[str, int]]:
    """Give what a sum of weights holds for each language."""
    for language in _languages():
        yield language, total & _OF_A_LANGUAGE
        total >>= _LANGUAGE_BITS


@cache
def _weights() -> dict[str, int]:
    """Give for each function word one number that holds how much it says for each language, and that it was said once.

    So the sums of all languages are one sum of whole numbers: a dozen languages share a little word.
    """
    owners: dict[str, list[str]] = {}
    for language, lines in entries("function_words").items():
        for word in dict.fromkeys(word for line in lines for word in line.split()):
            owners.setdefault(word, []).append(language)
    # A word that many languages share says little: "a" stands in ten of the lists.
    whole = lcm(*range(1, len(_languages()) + 1))
    places = {language: place for place, language in enumerate(_languages())}
    return {
        word: sum(
            ((whole // len(sharing) << _COUNT_BITS) + 1) << (_LANGUAGE_BITS * places[language])
            for language in sharing
        )
        for word, sharing in owners.items()
    }
