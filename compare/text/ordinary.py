"""Words of the language told from names, by the relatives that a word has and a name lacks.

``village`` has ``villages``, about as frequent as itself; ``Chicago`` has none. Function words and the like are listed.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from compare.text.lexicon import KNOWN_RARITY, is_function_word, rarity
from compare.text.namesakes import groups
from compare.text.numerals import NUMBER_WORDS
from compare.text.units import DOUBTFUL_MONTHS, MONTHS, WEEKDAYS
from compare.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterator

_COMPASS: Final = words("names", "compass")
_OPENERS: Final = (
    words("names", "openers") | NUMBER_WORDS | (MONTHS.keys() - DOUBTFUL_MONTHS) | WEEKDAYS.keys()
)
_ORDINARY_ENDINGS: Final = tuple(sorted(words("names", "ordinary_endings")))
_RELATIVE_NATS: Final = 3.2
"""How much rarer or more frequent a relative of an ordinary word may be; "chicagos" is 7 nats rarer than "chicago"."""
_LONG_LETTERS: Final = 8
"""Letters from which on the ending alone makes a known word ordinary."""
_ENDINGS: Final = {"de": ("e", "en", "n", "es", "em")}
"""Endings of inflection by language, where those of English say nothing; without those that names have as well: the
genitive of "Berlin" is "Berlins", and who lives there a "Berliner"."""
_REPLACED_ENDINGS: Final = (
    ("ies", ("y",)),
    ("ily", ("y",)),
    ("ing", ("", "e", "ed")),
    ("ed", ("", "e")),
    ("ly", ("",)),
    ("es", ("",)),
    ("s", ("",)),
)


@lru_cache(maxsize=1 << 16)
def is_ordinary(word: str, language: str = "en") -> bool:
    """Say whether a plain word is one of the language rather than a name.

    >>> is_ordinary("village"), is_ordinary("reconstruction"), is_ordinary("chicago"), is_ordinary("zürich")
    (True, True, False, False)
    """
    if is_opener(word, language) or word in _COMPASS:
        return True
    if groups(word):
        return False
    own = min(rarity(word, language), KNOWN_RARITY)
    if own < KNOWN_RARITY and len(word) >= _LONG_LETTERS and word.endswith(_ORDINARY_ENDINGS):
        return True
    return any(
        relative <= KNOWN_RARITY and abs(relative - own) < _RELATIVE_NATS
        for relative in (rarity(relative, language) for relative in _relatives(word, language))
    )


def tells_ordinary_words(language: str) -> bool:
    """Say whether the endings of a language are known, so that an ordinary word is told from a name by its relatives.

    >>> tells_ordinary_words("en"), tells_ordinary_words("es")
    (True, False)
    """
    return language in {"en", "und"} or language in _ENDINGS


@lru_cache(maxsize=1 << 16)
def is_opener(form: str, language: str = "en") -> bool:
    """Say whether a word with a capital at the start of a sentence is no name for certain: "When", "Three", "May".

    >>> is_opener("when"), is_opener("paris")
    (True, False)
    """
    return form in _OPENERS or is_function_word(form, language)


def _relatives(word: str, language: str) -> Iterator[str]:
    """Forms that the word would have, were it an ordinary one."""
    if language in _ENDINGS:
        endings = _ENDINGS[language]
        yield from (word + ending for ending in endings)
        for ending in endings:
            base = word.removesuffix(ending)
            if base != word and len(base) > 2:
                yield base
                yield from (base + other for other in endings if other != ending)
        if language == "de" and word.endswith("in"):
            yield word + "nen"  # of a woman: "Bäckerin", "Bäckerinnen"
        return
    for ending in ("s", "es", "ly"):
        yield word + ending
    if word.endswith("y"):
        yield from (word[:-1] + "ies", word[:-1] + "ily")
    if word.endswith("e"):
        yield from (word + "d", word[:-1] + "ing")
    for ending, others in _REPLACED_ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            yield from (word[: -len(ending)] + other for other in others)
