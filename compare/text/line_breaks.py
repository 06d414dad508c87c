"""Words that are broken at the end of a line: which of them keep their hyphen.

"inno-⏎vation" lost nothing but its line, "forty-⏎one" is written with a hyphen. What tells is
how the other versions write the word, how this one does elsewhere, and what words there are.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from compare.text.foreign_numerals import is_number_word
from compare.text.forms import form, stem
from compare.text.lexicon import known
from compare.text.numerals import NUMBER_WORDS
from compare.text.tokens import sentence_tokens

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from compare.model import Document, Token

_BREAK: Final = re.compile(r"-\s+")
_BROKEN: Final = re.compile(r"[^\W\d_]-[ \t]*\r?\n")
_JOINS_ALWAYS: Final = frozenset({"de", "da", "nb", "nl", "no", "sv", "fi", "hu"})
"""Languages that write compounds as one word: a word that no list holds is one of those."""


def tokens_of_versions(documents: Sequence[Document]) -> list[tuple[tuple[Token, ...], ...]]:
    r"""Give the tokens of every sentence of some versions of a text, the words broken at the end of a line made whole.

    Args:
        documents: versions of one text, or one text alone.

    Returns:
        For each what `sentence_tokens` gives, but for the forms of words that are broken and written with a hyphen.

    >>> from compare.text.documents import document
    >>> versions = [document("Of forty-\none men."), document("Of forty-one men.")]
    >>> [[token.form for token in sentences[0]][1] for sentences in tokens_of_versions(versions)]
    ['forty-one', 'forty-one']
    """
    cut = [sentence_tokens(document) for document in documents]
    broken = [number for number, document in enumerate(documents) if _BROKEN.search(document.text)]
    if not broken:
        return cut
    written = [_whole_forms(sentences) for sentences in cut]
    for number in broken:
        others = {word for place, forms in enumerate(written) if place != number for word in forms}
        language = documents[number].language
        cut[number] = tuple(
            tuple(_whole(token, (others, written[number]), language) for token in sentence)
            for sentence in cut[number]
        )
    return cut


def _whole_forms(sentences: Sequence[Sequence[Token]]) -> set[str]:
    return {token.form for sentence in sentences for token in sentence if not _is_broken(token)}


def _is_broken(token: Token) -> bool:
    return token.kind == "word" and not token.text.isprintable() and _BREAK.search(token.text) is not None


def _whole(token: Token, written: Sequence[Collection[str]], language: str) -> Token:
    """Give a token with the hyphen in its form, if it is broken and written with one."""
    if not _is_broken(token):
        return token
    hyphenated = form(_BREAK.sub("-", token.text), language)
    if hyphenated == token.form or not _keeps_hyphen(token.form, hyphenated, written, language):
        return token
    return replace(token, form=hyphenated, stem=stem(hyphenated, language))


def _keeps_hyphen(joined: str, hyphenated: str, written: Sequence[Collection[str]], language: str) -> bool:
    for forms in written:
        if (joined in forms) != (hyphenated in forms):
            return hyphenated in forms
    parts = hyphenated.split("-")
    if all(part in NUMBER_WORDS or is_number_word(part, language) for part in parts):
        return True
    if known(joined, language) or language in _JOINS_ALWAYS:
        return False
    return known(hyphenated, language)
