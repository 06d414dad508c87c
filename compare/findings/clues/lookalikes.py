"""Words that look alike and are not the same word: "infinite" for "infinitesimal", "express" for "suppress".

From our list of such words, and by form: two long words with a common beginning whose ends no family of words has, or
with a common end and other beginnings. Words of one family ("administer", "administration") are excused.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from compare.findings.clues.senses import is_lookalike
from compare.findings.clues.wordlists import base, word_groups
from compare.text.forms import LONGEST_WORD_LETTERS
from compare.text.lexicon import known


@cache
def _ending() -> re.Pattern[str]:
    endings = sorted(word_groups("endings.txt")["family"], key=lambda ending: (-len(ending), ending))
    # up to two letters may change where the ending joins: "describe", "description"
    return re.compile("[a-z]{0,2}(?:" + "|".join(map(re.escape, endings)) + "){0,4}")


@lru_cache(maxsize=1 << 14)
def is_mistaken_form(one: str, other: str) -> bool:
    """Whether two words look alike and are two words: from our list, or by endings that no family of words has.

    >>> is_mistaken_form("infinitesimal", "infinite"), is_mistaken_form("administer", "administration")
    (True, False)
    >>> is_mistaken_form("affect", "effect"), is_mistaken_form("walked", "walking")
    (True, False)
    >>> is_mistaken_form("couldn't", "couldnt")
    False
    """
    if is_lookalike(one, other):
        return True
    if base(one) == base(other) or one.startswith(other) or other.startswith(one):
        return False
    if _letters(one) == _letters(other):
        return False  # an apostrophe or a hyphen that was lost makes no other word
    from Levenshtein import distance

    if max(len(one), len(other)) > LONGEST_WORD_LETTERS:
        return False
    if min(len(one), len(other)) < 7 or "-" in one + other:
        return False
    if not (known(one) and known(other)) and distance(one, other) < 4:
        return False  # a misspelling
    if one[0] != other[0]:
        return _have_other_beginnings(one, other)
    shared = 0
    for letter, facing in zip(one, other, strict=False):
        if letter != facing:
            break
        shared += 1
    if shared < 6 or shared < 0.5 * max(len(one), len(other)):
        return False
    return not any(
        _ending().fullmatch(one, cut) and _ending().fullmatch(other, cut)
        for cut in range(shared, shared - 3, -1)
    )


def _letters(word_form: str) -> str:
    return "".join(filter(str.isalnum, word_form))


def _have_other_beginnings(one: str, other: str) -> bool:
    """Whether two words differ at their beginning alone: "express" and "suppress", but not "enquire" and "inquire"."""
    if {one[0], other[0]} <= set("aeio") and one[1:] == other[1:]:
        return False
    if one.endswith(other) or other.endswith(one):
        return False  # "courtyard" is a yard
    shared = 0
    while shared < min(len(one), len(other)) and one[-1 - shared] == other[-1 - shared]:
        shared += 1
    return shared >= 4 and max(len(one), len(other)) - shared <= 4
