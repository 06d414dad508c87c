"""Which words carry content, and how much."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from compare.findings.clues.wordlists import function_words
from compare.text.lexicon import is_function_word, rarity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.model import Token


@lru_cache(maxsize=1 << 16)
def content_weight(word_form: str) -> float:
    """How much one content word says, about 1: 0.4 for a frequent word, 1.4 for one that hardly occurs.

    >>> content_weight("thing") < content_weight("zeppelin")
    True
    """
    return min(1.4, max(0.4, rarity(word_form, "en") / 11.0))


def is_english(language: str) -> bool:
    """Whether our lists may be asked: English, and text whose language nobody told."""
    return language in ("en", "und")


def is_content(token: Token, language: str) -> bool:
    """Whether a token carries content: a number, or a word outside the closed classes.

    For other languages than English the most frequent words stand for the closed classes.
    """
    if token.kind != "word":
        return token.kind == "number"
    return _is_content_word(token.form, language)


def content_of(tokens: Sequence[Token], language: str) -> list[bool]:
    """Say of each token whether it carries content."""
    return [
        _is_content_word(token.form, language) if token.kind == "word" else token.kind == "number"
        for token in tokens
    ]


@lru_cache(maxsize=1 << 16)
def _is_content_word(form: str, language: str) -> bool:
    if not form[:1].isalnum():
        return False
    return form not in function_words() if is_english(language) else not is_function_word(form, language)
