"""Opposites in other languages than English, from a small list of our own (data/opposites.txt).

For English there are near meanings too (clues/senses.py), which tell a synonym from a change of sense; these lists
only serve where nothing but one word changed.
"""

from __future__ import annotations

from functools import cache

from compare.findings.clues.wordlists import list_lines
from compare.text.forms import form, stem


@cache
def _opposites() -> dict[str, dict[str, frozenset[str]]]:
    """For each language the opposites of each form and stem, as stems."""
    found: dict[str, dict[str, set[str]]] = {}
    table: dict[str, set[str]] = {}
    language = ""
    for line in list_lines("opposites.txt"):
        if line.startswith("["):
            language = line.strip("[]")
            table = found.setdefault(language, {})
            continue
        groups = [{stem(form(word), language) for word in group.split()} for group in line.split("|")]
        for group, others in ((groups[0], groups[1]), (groups[1], groups[0])):
            for word in group:
                table.setdefault(word, set()).update(others)
    return {
        name: {word: frozenset(others) for word, others in words.items()} for name, words in found.items()
    }


def has_opposites(language: str) -> bool:
    """Whether there is a list for a language."""
    return language in _opposites()


def are_opposites(one: str, other: str, language: str) -> bool:
    """Whether two stems of a language are opposites by our list.

    >>> are_opposites("mehr", "wenig", "de"), are_opposites("mehr", "viel", "de")
    (True, False)
    """
    return other in _opposites().get(language, {}).get(one, frozenset())
