"""Languages in which every noun has a capital: there a capital alone is no evidence for a name.

A common noun is told by what a name lacks: inflected forms about as frequent as itself ("Rose", "Rosen"), an ending
that makes nouns ("-ung", "-heit"), or parts that are words themselves ("Gartentor"). A name keeps its form in all
cases but the genitive, and stands without an article.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from compare.text.lexicon import KNOWN_RARITY, is_function_word, rarity
from compare.text.ordinary import is_ordinary
from compare.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.model import Token

NOUN_CAPITALS: Final = words("names", "noun_capitals")
"""ISO 639-1 codes of the languages that write nouns with a capital."""

_RELATIVE_NATS: Final = 4.0
"""How much rarer an inflected form of a noun may be; as a rule names have none at all but that with an s."""
_PLURAL_NATS: Final = 1.9
"""The same for a form with an s, which names have as their genitive: "Teams" is a plural, "Merkels" none."""
_PART_LETTERS: Final = 3
_LONG_HEAD: Final = 7
"""Letters of the last part of a compound that make it one by itself."""
_PART_RARITY: Final = 13.0
"""Nats: parts of a compound are words that everybody knows, shorter ones still more so."""
_SHORT_PART_RARITY: Final = 11.5
_ABROAD_NATS: Final = 2.2
"""How much more frequent than in English a name may be: "Berlin" is known abroad, "Birne" is not."""
_HOME_NATS: Final = 5.0
"""From which on a word is one of its language alone: "Wasser" is 7 nats rarer in English, "Merkel" 3."""
_LINKS: Final = ("", "s", "n", "en", "es", "er", "e")
"""Letters that German puts between the parts of a compound: "Ortsschild", "Rosengarten"."""
_INFLECTIONS: Final = ("e", "en", "n", "ern", "es", "innen", "nen")
_UMLAUTS: Final = {"a": "ä", "o": "ö", "u": "ü"}
_PLAIN_VOWELS: Final = {changed: vowel for vowel, changed in _UMLAUTS.items()}


def has_noun_capitals(language: str) -> bool:
    """Say whether nouns have a capital in a language.

    >>> has_noun_capitals("de"), has_noun_capitals("en")
    (True, False)
    """
    return language in NOUN_CAPITALS


@lru_cache(maxsize=1 << 16)
def is_common_noun(form: str, language: str = "de") -> bool:
    """Say whether a form is a word of a language with noun capitals, rather than a name.

    Args:
        form: comparing form of a token, with its umlauts.
        language: ISO 639-1.

    >>> is_common_noun("garten"), is_common_noun("gartenzäune"), is_common_noun("verspätung")
    (True, True, True)
    >>> is_common_noun("merkel"), is_common_noun("sutherland"), is_common_noun("zürich")
    (False, False, False)
    """
    if is_function_word(form, language):
        return True
    if form in words("names", f"{language}-places"):
        return False
    own = rarity(form, language)
    if len(form) > 6 and form.endswith(_endings(language)):
        return True
    abroad = rarity(form, "en") - own
    if abroad < _ABROAD_NATS and own <= KNOWN_RARITY and not is_ordinary(form):
        return False
    if abroad > _HOME_NATS:
        return True
    if own <= KNOWN_RARITY and _is_inflected(form, own, language):
        return True
    if any(_is_head(parts, language) for parts in _parts(form)):
        return True
    # "Nebels" is the genitive of a common noun, "Merkels" that of a name
    return form.endswith("s") and len(form) > 4 and is_common_noun(form[:-1], language)


@cache
def _endings(language: str) -> tuple[str, ...]:
    return tuple(sorted(words("names", f"{language}-ordinary_endings")))


def _is_inflected(form: str, own: float, language: str) -> bool:
    for relative in _relatives(form):
        if rarity(relative, language) <= min(KNOWN_RARITY, own + _RELATIVE_NATS):
            return True
    return rarity(form + "s", language) <= min(KNOWN_RARITY, own + _PLURAL_NATS)


def _relatives(form: str) -> Iterator[str]:
    """Other forms of the noun or of the verb or adjective that it is made of."""
    for ending in _INFLECTIONS:
        yield form + ending
        if form.endswith(ending) and len(form) - len(ending) > 2:
            yield form.removesuffix(ending)
    if len(form) > 4 and form.endswith("s"):
        yield form[:-1] + "en"
    if len(form) > 7 and form.endswith("in"):
        yield form[:-2]
        yield "".join(_PLAIN_VOWELS.get(letter, letter) for letter in form[:-2])
    for place in range(len(form) - 1, 0, -1):
        if form[place] in _UMLAUTS:
            changed = form[:place] + _UMLAUTS[form[place]] + form[place + 1 :]
            yield from (changed, changed + "e", changed + "er")
            return


def _parts(form: str) -> Iterator[tuple[str, str]]:
    """Every way to cut a form in two."""
    for cut in range(_PART_LETTERS, len(form) - _PART_LETTERS + 1):
        yield form[:cut], form[cut:]


def _is_head(parts: tuple[str, str], language: str) -> bool:
    """Whether both parts are words, the first perhaps with a letter that links."""
    first, last = parts
    if not _is_part(last, language) or len(first) <= _PART_LETTERS >= len(last):
        return False
    # before a long noun that everybody knows may stand a word that few write alone: "Kleinstlebewesen"
    if len(last) >= _LONG_HEAD and len(first) > _PART_LETTERS and rarity(first, language) <= KNOWN_RARITY:
        return True
    return any(
        _is_part(first.removesuffix(link), language)
        for link in _LINKS
        if first.endswith(link) and len(first) - len(link) >= _PART_LETTERS
    )


def _is_part(part: str, language: str) -> bool:
    return rarity(part, language) <= (_PART_RARITY if len(part) > 4 else _SHORT_PART_RARITY)


def follows_determiner(sentence: Sequence[Token], place: int, language: str) -> bool:
    """Whether an article or the like stands right before a word, or before the adjective that stands before it.

    >>> from compare.text.tokens import tokenize
    >>> words_of = tokenize("Im alten Garten sang Vera", language="de")
    >>> follows_determiner(words_of, 2, "de"), follows_determiner(words_of, 4, "de")
    (True, False)
    """
    determiners = words("names", f"{language}-determiners")
    before = sentence[max(0, place - 2) : place]
    if not before or before[-1].kind == "mark":
        return False
    if before[-1].form in determiners:
        return True
    return len(before) == 2 and before[0].form in determiners and before[1].text.islower()
