"""Why two words may stand for each other by their letters: forms of a word, derivations, compounds, near spellings."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from compare.findings.clues.content import is_english
from compare.findings.clues.senses import is_near_meaning, is_opposite
from compare.findings.clues.wordlists import base, is_adverb, number_words
from compare.text.forms import LONGEST_WORD_LETTERS

if TYPE_CHECKING:
    from compare.model import Token

COMMON_PREFIX: Final = 5  # letters that two derived words share at least ("administer", "administration")
NEAR_SPELLING: Final = 0.8  # of the letters of two words that are spelt nearly alike stand in one order


@lru_cache(maxsize=1 << 16)
def figures(word_form: str) -> str:
    """Give a number's figures, also of a number word; for any other word the form without hyphens."""
    word = number_words().get(word_form, word_form)
    if word[:1].isdigit():
        return "".join(character for character in word if character.isdigit() or character in "./:")
    return word.replace("-", "")


def is_form(one: Token, other: Token) -> bool:
    """Whether two words are forms of one word, or write one number in figures and in letters."""
    return base(one.form) == base(other.form) or figures(one.form) == figures(other.form)


def has_same_stem(one: Token, other: Token) -> bool:
    """The same by the stems of the text's own language: our lists of endings are English."""
    return one.stem == other.stem or is_form(one, other)


@lru_cache(maxsize=1 << 16)
def parts_of_compound(word_form: str) -> tuple[str, ...]:
    """The stems of the parts of a word with a hyphen, without parts of one or two letters; none for another word.

    >>> parts_of_compound("hot-air"), parts_of_compound("air")
    (('hot', 'air'), ())
    """
    return tuple(base(part) for part in word_form.split("-") if len(part) > 2) if "-" in word_form else ()


def is_derived(one: Token, other: Token) -> bool:
    """Whether one word is derived from the other, or a compound with it, or a near spelling of it."""
    return _are_derived(one.form, other.form)


@lru_cache(maxsize=1 << 17)
def _are_derived(one: str, other: str) -> bool:
    if is_opposite(one, other) or max(len(one), len(other)) > LONGEST_WORD_LETTERS:
        return False
    if one[0] == other[0]:
        shorter, longer = sorted((len(one), len(other)))
        shared = 0
        for letter, facing in zip(one, other, strict=False):
            if letter != facing:
                break
            shared += 1
        if shared >= COMMON_PREFIX and shared >= 0.5 * longer:
            return True
        if shared >= 4 and shared >= 0.8 * shorter:
            return True
    if "-" in one or "-" in other:
        here, there = parts_of_compound(one) or (base(one),), parts_of_compound(other) or (base(other),)
        return not set(here).isdisjoint(there)
    if len(one) > 4 and len(other) > 4 and abs(len(one) - len(other)) <= 2:
        from rapidfuzz.distance import Indel

        return Indel.normalized_similarity(one, other) >= NEAR_SPELLING
    return False


def are_akin(one: Token, other: Token, language: str) -> bool:
    """Whether two words are forms of one word, derived from each other, or of near meaning."""
    return (
        is_form(one, other)
        or is_derived(one, other)
        or (is_english(language) and is_near_meaning(one.form, other.form))
    )


def may_face(one: Token, other: Token) -> bool:
    """Whether one word may stand in the place of another: a number faces a number, "quickly" no noun."""
    if (one.kind == "number") != (other.kind == "number"):
        return False
    return is_adverb(one.form) == is_adverb(other.form)
