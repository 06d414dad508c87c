"""What two words mean to each other: near meanings, opposites, classes of measure, look-alikes.

From our own lists; a word is looked up by its form and without its ending of inflection.
"""

from __future__ import annotations

from functools import cache, lru_cache

from compare.findings.clues.negation import is_negated_form
from compare.findings.clues.wordlists import base, lemmas, list_lines
from compare.text.forms import form
from compare.text.wordlists import entries


@cache
def _cluster_words() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(form(word) for word in line.split()) for line in entries("synonyms")["en"])


@cache
def _synonyms() -> dict[str, frozenset[int]]:
    clusters: dict[str, set[int]] = {}
    for number, words in enumerate(_cluster_words()):
        for word in words:
            clusters.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in clusters.items()}


@lru_cache(maxsize=1 << 16)
def meanings(word_form: str) -> frozenset[int]:
    """Give the numbers of the groups of near meaning that a word is in."""
    table = _synonyms()
    return frozenset(number for lemma in lemmas(word_form) for number in table.get(lemma, ()))


def is_near_meaning(one: str, other: str) -> bool:
    """Whether two forms may stand for each other by our list of near meanings.

    >>> is_near_meaning("bought", "acquired"), is_near_meaning("bought", "sold")
    (True, False)
    """
    return not meanings(one).isdisjoint(meanings(other))


@lru_cache(maxsize=1 << 14)
def _near_meanings(word_form: str) -> tuple[str, ...]:
    words = _cluster_words()
    return tuple(dict.fromkeys(word for number in sorted(meanings(word_form)) for word in words[number]))


@cache
def _antonyms() -> dict[str, frozenset[str]]:
    opposites: dict[str, set[str]] = {}
    for line in list_lines("antonyms.txt"):
        groups = [[form(word) for word in group.split()] for group in line.split("|")]
        for group, others in ((groups[0], groups[1]), (groups[1], groups[0])):
            for word in group:
                opposites.setdefault(word, set()).update(others)
    return {word: frozenset(others) for word, others in opposites.items()}


@lru_cache(maxsize=1 << 16)
def _opposites(word_form: str) -> frozenset[str]:
    table = _antonyms()
    return frozenset(other for lemma in lemmas(word_form) for other in table.get(lemma, ()))


@lru_cache(maxsize=1 << 16)
def is_opposite(one: str, other: str) -> bool:
    """Whether two forms are opposites by our list, or differ by a negating prefix.

    >>> is_opposite("bought", "sold"), is_opposite("likely", "unlikely"), is_opposite("ship", "boat")
    (True, True, False)
    """
    if one == other or is_near_meaning(one, other):
        return False
    if not _opposites(one).isdisjoint(lemmas(other)) or not _opposites(other).isdisjoint(lemmas(one)):
        return base(one) != base(other)
    return is_negated_form(one, other) or is_negated_form(other, one)


@lru_cache(maxsize=1 << 16)
def is_opposite_of_near_meaning(one: str, other: str) -> bool:
    """Whether a form is an opposite of a near meaning of the other, and no near meaning of it.

    >>> is_opposite_of_near_meaning("wealthy", "impoverished")
    True
    """
    if is_near_meaning(one, other) or base(one) == base(other):
        return False
    return any(
        is_opposite(near, far)
        for here, there in ((one, other), (other, one))
        for near in _near_meanings(here)
        for far in (there,)
    )


@cache
def _quantifiers() -> dict[str, tuple[tuple[int, int, str], ...]]:
    classes: dict[str, list[tuple[int, int, str]]] = {}
    for number, line in enumerate(list_lines("quantifiers.txt")):
        name, groups = line.split(":")
        for rank, group in enumerate(groups.split("|")):
            for word in group.split():
                classes.setdefault(form(word), []).append((number, rank, name))
    return {word: tuple(places) for word, places in classes.items()}


@lru_cache(maxsize=1 << 14)
def quantifier_change(one: str, other: str) -> str | None:
    """The scale on which two measuring words face each other, ``None`` where they do not.

    >>> quantifier_change("more", "less"), quantifier_change("more", "over")
    ('amount', None)
    """
    table = _quantifiers()
    here, there = table.get(one), table.get(other)
    if not here or not there:
        return None
    for line, rank, name in here:
        for other_line, other_rank, _ in there:
            if line == other_line and rank != other_rank:
                return name
    return None


@cache
def _lookalikes() -> dict[str, dict[int, str]]:
    places: dict[str, dict[int, str]] = {}
    for number, line in enumerate(list_lines("lookalikes.txt")):
        for word in line.split():
            places.setdefault(form(word), {})[number] = word
    return places


def is_lookalike(one: str, other: str) -> bool:
    """Whether two forms are a known pair of words that look alike and mean different things.

    >>> is_lookalike("cavalry", "calvary"), is_lookalike("cavalry", "horse"), is_lookalike("trial", "trials")
    (True, False, False)
    """
    table = _lookalikes()
    here = {place for lemma in lemmas(one) for place in table.get(lemma, {}).items()}
    there = {place for lemma in lemmas(other) for place in table.get(lemma, {}).items()}
    if not here or not there or here & there:
        return False
    return not {number for number, _ in here}.isdisjoint(number for number, _ in there)
