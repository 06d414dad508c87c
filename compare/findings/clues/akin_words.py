"""Words of one side, asked which of them are akin to a word of the other: a form said often is asked once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.findings.clues.word_pairs import are_akin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.model import Token


class AkinWords:
    """Words that can be taken one by one, the first that is akin first.

    Args:
        tokens: the words, in order.
        language: ISO 639-1.
    """

    def __init__(self, tokens: Sequence[Token], language: str) -> None:
        """Sort the words by their form."""
        self._tokens = tokens
        self._language = language
        self._places: dict[str, list[int]] = {}
        for place in reversed(range(len(tokens))):
            self._places.setdefault(tokens[place].form, []).append(place)
        self._one_of = {form: tokens[places[0]] for form, places in self._places.items()}
        self._akin: dict[str, list[str]] = {}

    def forms(self, token: Token) -> list[str]:
        """Give the forms that are akin to a word, whether taken or not."""
        if token.form not in self._akin:
            self._akin[token.form] = [
                form for form, one in self._one_of.items() if are_akin(token, one, self._language)
            ]
        return self._akin[token.form]

    def take(self, token: Token) -> Token | None:
        """Give the first word that is akin and not yet taken; it is taken then."""
        free = [self._places[form] for form in self.forms(token) if self._places[form]]
        return self._tokens[min(free, key=lambda places: places[-1]).pop()] if free else None
