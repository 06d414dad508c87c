"""Whether words say nothing but an amount, which is a matter of values: "million" of "$4 million"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.findings.clues.content import is_content
from compare.findings.clues.wordlists import magnitudes, number_words
from compare.text.values import values

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.model import Token


def is_amount(tokens: Sequence[Token], low: int, high: int, language: str = "en") -> bool:
    """Whether all content of ``tokens[low:high]`` is of values: digits, words of number, units beside them.

    >>> from compare.text.tokens import tokenize
    >>> words = tokenize("It cost 4 million dollars last May.")
    >>> is_amount(words, 3, 5), is_amount(words, 3, 6)
    (True, False)
    """
    inside = {place for value in values(tokens, language) for place in range(value.first, value.last)}
    return all(
        token.kind != "word"
        or place in inside
        or token.form in number_words()
        or token.form in magnitudes()
        or not is_content(token, "en")
        for place, token in enumerate(tokens[low:high], low)
    )
