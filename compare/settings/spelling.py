"""Thresholds of misspellings. Rarities are nats: 8 for "because", 12 for "lighthouse", 18 for what nobody writes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SpellingSettings:
    """When a word is a misspelling (compare/findings/spelling.py)."""

    word_letters: int = 30
    """Letters beyond which nothing is a word of a language with spaces."""
    letters: int = 4
    """Letters of an unknown word; shorter ones are abbreviations and sounds."""
    most_letters: int = 45
    """Letters of a word that is judged; each cut is looked up, which a megabyte without a blank forbids."""
    partner_letters: int = 3
    """Letters of a word of the reference that one slip turned into another word."""
    long_letters: int = 6
    """Letters of an unknown word that is hardly a rare word by itself."""
    web_rarity: float = 12.8
    """Nats; rarer "words" of the list are often misspellings that the web is full of."""
    far_more_common: float = 6.0
    """Nats between such a word and the word that it would be."""
    rare_beside: float = 3.0
    """Nats between such a word and the one of the reference that it stands for."""
    more_common: float = 0.5
    """Nats between a real word and its partner in the reference."""
    very_common: float = 10.0
    """Nats: a word that stands in every newspaper."""
    dialogue: int = 8
    """Sentences before and behind in which people talk as in this one: dialect excuses them all."""
