"""Parts of a unit and units counted by an article: "eine halbe Stunde", "trois quarts d'heure", "a metre".

A part is said by a word before the unit or, in German and Dutch, by one word with it ("Viertelstunde"). An article
counts one; before units of length, mass and their like another unit is another amount, while "a day" and "a minute"
are idiom more often.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from compare.text.units import CONVERTED, Unit, unit_of
from compare.text.wordlists import entries

_IDIOM: Final = frozenset({"time", "months"})
_LONGEST_WORD: Final = 24


@cache
def _shares(language: str) -> dict[str, float]:
    listed = [word for line in entries("number_words").get(f"{language}-shares", ()) for word in line.split()]
    return dict(zip(listed[::2], map(float, listed[1::2]), strict=True))


@cache
def _articles(language: str) -> frozenset[str]:
    known = "en" if language == "und" else language
    return frozenset(
        word for line in entries("number_words").get(f"{known}-articles", ()) for word in line.split()
    )


def share_abroad(word: str, language: str) -> float:
    """The part that a lower-case word before a unit tells in a language but English, 0 for none.

    >>> share_abroad("halbe", "de"), share_abroad("quart", "fr"), share_abroad("deux", "fr")
    (0.5, 0.25, 0.0)
    """
    return _shares(language).get(word, 0.0)


@lru_cache(maxsize=1 << 12)
def unit_with_share(word: str, language: str) -> tuple[float, Unit] | None:
    """The part and the unit that are one word: a quarter and the hour of "Viertelstunde".

    >>> share, unit = unit_with_share("viertelstunde", "de")
    >>> share, unit.name
    (0.25, 'hour')
    >>> unit_with_share("viertelfinale", "de") is None
    True
    """
    if len(word) > _LONGEST_WORD:
        return None
    for share in sorted(_shares(language), key=len, reverse=True):
        unit = unit_of(word.removeprefix(share), language) if word.startswith(share) else None
        if unit is not None and unit.dimension in CONVERTED and len(word) > len(share) + 1:
            return _shares(language)[share], unit
    return None


def is_article(word: str, language: str) -> bool:
    """Say whether a lower-case word is an article that counts one before a unit.

    >>> is_article("a", "en"), is_article("einen", "de"), is_article("the", "en")
    (True, True, False)
    """
    return word in _articles(language)


def counts_by_article(unit: Unit) -> bool:
    """Say whether an article before a unit is an amount: "a mile" is, "a minute" is not.

    >>> counts_by_article(unit_of("mile", "en")), counts_by_article(unit_of("minute", "en"))
    (True, False)
    """
    return unit.dimension in CONVERTED and unit.dimension not in _IDIOM


@lru_cache(maxsize=1 << 14)
def may_measure(word: str, language: str) -> bool:
    """Say whether a part of a unit may begin with a lower-case word, or the word may be a unit behind an article.

    >>> may_measure("demi", "fr"), may_measure("metre", "en"), may_measure("tree", "en")
    (True, True, False)
    """
    before, apostrophe, _ = word.replace("’", "'").partition("'")
    if share_abroad(before if apostrophe else word, language) or unit_with_share(word, language):
        return True
    unit = unit_of(word, language)
    return unit is not None and unit.dimension in CONVERTED
