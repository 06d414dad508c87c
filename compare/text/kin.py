"""Kindred words: what different tellers choose for one thing, by our own lists (data/kin.txt, data/synonyms.txt).

Kinship helps to see which sentences belong together; it says nothing of whether they mean the same: "wife" and "widow"
are kindred here, and a reader would mark the one put for the other.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from compare.text.forms import form, stem
from compare.text.wordlists import checksum, entries

if TYPE_CHECKING:
    from collections.abc import Iterable

LISTS: Final = ("kin", "synonyms")
STEMS: Final = "kin_stems"
"""The same lists, stemmed by benchmarks/kin_stems.py: to stem 4,000 words takes longer than to align two articles."""


def stemmed_lines(language: str) -> list[list[str]]:
    """Give the lines of the lists with each word stemmed."""
    lines = [line for name in LISTS for line in entries(name).get(language, ())]
    return [list(dict.fromkeys(stem(form(word), language) for word in line.split())) for line in lines]


@cache
def _lines(language: str) -> dict[str, tuple[int, ...]]:
    """Give for each stem the numbers of the lines where it stands."""
    made = entries(STEMS)
    # lists that were changed since are stemmed here: slower, and never wrong
    is_fresh = made.get("made-from") == (checksum(*LISTS),)
    lines = map(str.split, made.get(language, ())) if is_fresh else stemmed_lines(language)
    found: dict[str, tuple[int, ...]] = {}
    for number, stems in enumerate(lines):
        for word in stems:
            found[word] = (*found.get(word, ()), number)
    return found


def kin_lines(word_stem: str, language: str) -> tuple[int, ...]:
    """Give the numbers of the lines of the lists where a stem stands; words of one line are kindred.

    >>> bool(set(kin_lines("door", "en")) & set(kin_lines("gate", "en"))), kin_lines("qx", "en")
    (True, ())
    """
    return _lines(language).get(word_stem, ())


def kindred(reference: Iterable[str], candidate: Iterable[str], language: str) -> list[tuple[str, str]]:
    """Give the pairs of different stems, one of each side, that stand in one line of a list; sorted.

    >>> kindred(["slumber", "door"], ["door", "asleep", "gate"], "en")
    [('door', 'gate'), ('slumber', 'asleep')]
    """
    table = _lines(language)
    if not table:
        return []
    members: dict[int, list[str]] = {}
    for word in set(candidate):
        for number in table.get(word, ()):
            members.setdefault(number, []).append(word)
    return sorted(
        {
            (one, other)
            for one in set(reference)
            for number in table.get(one, ())
            for other in members.get(number, ())
            if one != other
        }
    )
