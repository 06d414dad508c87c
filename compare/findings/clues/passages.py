"""Passages that face each other without being linked: their words, what they name, and how much of them is akin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from compare.findings.clues.content import content_weight, is_content

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.findings.clues.akin_words import AkinWords
    from compare.model import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """The words of one or several sentences of one side, with what is asked of them for every passage they face.

    ``facts`` are its numbers and names, ``content`` its content words, ``forms`` their forms and ``weight`` what they
    weigh together.
    """

    tokens: tuple[Token, ...]
    facts: frozenset[str]
    content: tuple[Token, ...]
    forms: frozenset[str]
    weight: float

    @classmethod
    def of(cls, tokens: Sequence[Token], language: str) -> Passage:
        """Give the passage of some tokens, of which marks are left out."""
        words = tuple(token for token in tokens if token.kind != "mark")
        content = tuple(token for token in words if is_content(token, language))
        return cls(
            tokens=words,
            facts=_facts(words),
            content=content,
            forms=frozenset(token.form for token in content),
            weight=sum(content_weight(token.form) for token in content),
        )


def have_like_length(one: Passage, other: Passage, least: float) -> bool:
    """Whether the shorter has at least such a share of the words of the longer."""
    shorter, longer = sorted((len(one.tokens), len(other.tokens)))
    return shorter >= least * longer


def differ(one: Passage, other: Passage) -> bool:
    """Whether both sides name numbers or names that the other has not: it is another statement."""
    return bool(one.facts - other.facts) and bool(other.facts - one.facts)


def akin_share(one: Passage, other: Passage, akin: AkinWords) -> float:
    """Give the weight of the words of one that are akin to a word of the other, out of that of the side that has less.

    Args:
        one: a passage.
        other: the one that it faces.
        akin: words of the other's side, at least those of the other.
    """
    if not one.content or not other.content:
        return 0.0
    found = sum(
        content_weight(token.form) for token in one.content if not other.forms.isdisjoint(akin.forms(token))
    )
    return min(1.0, found / max(min(one.weight, other.weight), 0.1))


def _facts(words: Sequence[Token]) -> frozenset[str]:
    """Numbers, and words with a capital that do not open the text: all German nouns have one, and tell nothing."""
    inner = [token for token in words[1:] if token.kind == "word"]
    capitals = [token for token in inner if token.text[:1].isupper()]
    names = {token.form for token in capitals} if 3 * len(capitals) <= len(inner) else set()
    return frozenset(names | {token.form for token in words if token.kind == "number"})
