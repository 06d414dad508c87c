"""Kindred words: what different tellers choose for one thing, by our own lists (data/kin.txt, data/synonyms.txt).

Kinship helps to see which sentences belong together; it says nothing of whether they mean the same: "wife" and "widow"
are kindred here, and a reader would mark the one put for the other.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from compare.text.forms import form, stem
from compare.text.wordlists import entries

if TYPE_CHECKING:
    from collections.abc import Iterable

_LISTS: Final = ("kin", "synonyms")


@cache
def _lines(language: str) -> dict[str, tuple[int, ...]]:
    """Give for each stem the numbers of the lines where it stands."""
    found: dict[str, dict[int, None]] = {}
    lines = [line for name in _LISTS for line in entries(name).get(language, ())]
    for number, line in enumerate(lines):
        for word in line.split():
            found.setdefault(stem(form(word), language), {})[number] = None
    return {word: tuple(numbers) for word, numbers in found.items()}


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
