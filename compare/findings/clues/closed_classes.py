"""Closed classes of words: what a detector knows of a language without a parser (data/closed_classes.txt)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def _sections() -> dict[tuple[str, str], frozenset[str]]:
    text = (files("compare") / "findings" / "clues" / "data" / "closed_classes.txt").read_text(
        encoding="utf-8"
    )
    gathered: dict[tuple[str, str], set[str]] = {}
    section: set[str] = set()
    for line in text.splitlines():
        if line.startswith("["):
            name, language = line.strip("[] ").split()
            section = gathered.setdefault((name, language), set())
        elif not line.startswith("#"):
            section.update(line.split())
    return {key: frozenset(members) for key, members in gathered.items()}


@cache
def closed_class(name: str, language: str) -> frozenset[str]:
    """The forms of one class in one language; none where the language has no list.

    >>> "and" in closed_class("conjunctions", "en"), closed_class("conjunctions", "xx")
    (True, frozenset())
    """
    return _sections().get((name, language), frozenset())


@cache
def closed_class_of_all(name: str) -> frozenset[str]:
    """The forms of one class in all languages together, for texts whose language is not known."""
    return frozenset(
        word for (section, _), members in _sections().items() if section == name for word in members
    )
