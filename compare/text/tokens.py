"""Tokens: words, numbers and marks with their places, lossless: tokens and the white space between them are the text.

A word is whole: ``first-class``, ``cost-per-query``, ``don't``, ``U.S.``. The English possessive ``’s`` is a token of
its own, so that names compare. A number keeps its thousands marks, decimals and glued letters (``2,000``, ``5.6m``,
``1st``, ``3:30``); the currency sign before it and the per cent sign after it are marks. Chinese and Japanese characters
are a token each.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from compare.model import Token
from compare.text.forms import form, stem

if TYPE_CHECKING:
    from compare.model import Document

_CJK: Final = r"\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_INSIDE: Final = (
    r"\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0963\u0966-\u0dff"
    r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17d3\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\u00ad\u200b-\u200d\u2060"
)
_LETTER: Final = rf"[^\W\d_{_CJK}]"
_PART: Final = rf"(?:[^\W_{_CJK}]|[{_INSIDE}])"

_TOKEN: Final = re.compile(
    rf"""
    (?P<address>(?:https?://|www\.)[^\s<>"“”«»]*[\w/])
    |(?P<number>\d{{4}}-\d\d-\d\d(?!\w)|\d+(?:[.,:/’'\u00a0\u202f\u2009]\d+)*(?:[^\W\d_{_CJK}]{{1,9}}(?!\w))?)
    |(?P<word>(?:{_LETTER}\.){{2,}}
        |'s(?!\w)|’s(?!\w)
        |[^\W\d_{_CJK}]{_PART}*(?:(?<=\d)[.,]\d+|['’‑‐-](?!s(?!\w)){_PART}+|-s(?!\w))*
        |[{_CJK}])
    |(?P<mark>\.{{2,}}|-{{2,}}|\*+|_+|=+|~+|\#+|\S[{_INSIDE}]*)
    """,
    re.VERBOSE,
)


def tokenize(text: str, start: int = 0, end: int | None = None, *, language: str = "en") -> tuple[Token, ...]:
    """Cut a stretch of a text into tokens, with offsets in the whole text.

    Args:
        text: any text.
        start: where to begin, in code points.
        end: where to stop, in code points; the end of the text if left out.
        language: ISO 639-1, for the stems.

    >>> [token.text for token in tokenize("China’s first-class labs paid $5.6m.")]
    ['China', '’s', 'first-class', 'labs', 'paid', '$', '5.6m', '.']
    """
    tokens = []
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        word = match[0]
        kind = match.lastgroup
        comparing = form(word)
        tokens.append(
            Token(
                start=match.start(),
                end=match.end(),
                text=word,
                form=comparing,
                stem=stem(comparing, language) if kind == "word" else comparing,
                kind="number" if kind == "number" else "mark" if kind == "mark" else "word",
            )
        )
    return tuple(tokens)


def sentence_tokens(document: Document) -> tuple[tuple[Token, ...], ...]:
    """Give the tokens of every sentence of a document, of all roles, in order."""
    language = document.language
    return tuple(
        tokenize(document.text, sentence.start, sentence.end, language=language)
        for sentence in document.sentences
    )
