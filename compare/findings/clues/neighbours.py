"""What an unknown word may be: made of known parts, or one slip of the pen away from a known word.

One slip is a letter left out, put in, set for another, or two letters exchanged (Damerau 1964: four of five
misspellings are one such slip). The neighbours are made and looked up, as Norvig's spelling corrector does.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import takewhile
from math import exp, log
from typing import Final

from compare.findings.clues.closed_classes import closed_class
from compare.text.frequencies import shares
from compare.text.lexicon import rarity

LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
SHORTEST_PART: Final = 3  # letters of a part of a compound
COMMON: Final = (
    12.5  # nats: parts of a compound and words that a slip may have hit are words that everybody knows
)


@lru_cache(maxsize=1 << 15)
def is_made_of_known_parts(form: str, language: str) -> bool:
    """Whether a form that no list has is a known word with an affix, or two known words in one.

    >>> is_made_of_known_parts("unrewarded", "en"), is_made_of_known_parts("riverboat", "en")
    (True, True)
    >>> is_made_of_known_parts("techonology", "en")
    False
    """
    for prefix in sorted(closed_class("prefixes", language)):
        rest = form.removeprefix(prefix)
        if rest != form and len(rest) > SHORTEST_PART and rarity(rest, language) <= COMMON + 2:
            return True
    for suffix in sorted(closed_class("suffixes", language)):
        base = form.removesuffix(suffix)
        if base == form or len(base) <= SHORTEST_PART:
            continue
        bases = [base, base + "e"]
        if base[-1] == base[-2]:
            bases.append(base[:-1])
        if base.endswith("i"):
            bases.append(base[:-1] + "y")
        if any(rarity(one, language) <= COMMON + 1 for one in bases):
            return True
    for cut in range(SHORTEST_PART, len(form) - SHORTEST_PART + 1):
        parts = (form[:cut], form[cut:])
        if all(rarity(part, language) <= (COMMON if len(part) > 3 else 10.0) for part in parts):
            return True
    return False


@cache
def _common_words(language: str) -> dict[str, float]:
    """The words that everybody knows, with their rarity in nats."""
    least = exp(-COMMON)
    listed = takewhile(lambda item: item[1] >= least, shares(language).items())
    return {word: -log(share) for word, share in listed}


@lru_cache(maxsize=1 << 14)
def one_slip_away(form: str, language: str, letters: str = LETTERS) -> tuple[str, ...]:
    """Common words that one slip would turn into the form, the commonest first.

    Args:
        form: a lower-case word.
        language: ISO 639-1.
        letters: the alphabet that slips are made of.

    >>> one_slip_away("techonology", "en")
    ('technology',)
    """
    common = _common_words("en" if language == "und" else language)
    found: set[str] = set()
    for at in range(len(form) + 1):
        head, tail = form[:at], form[at:]
        found.update(word for letter in letters if (word := head + letter + tail) in common)
        if tail:
            found.update(word for letter in letters if (word := head + letter + tail[1:]) in common)
            if (word := head + tail[1:]) in common:
                found.add(word)
        if len(tail) > 1 and (word := head + tail[1] + tail[0] + tail[2:]) in common:
            found.add(word)
    found.discard(form)
    return tuple(sorted((word for word in found if len(word) > 1), key=lambda word: (common[word], word)))
