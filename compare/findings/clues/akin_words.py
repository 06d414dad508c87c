"""Words of one side, asked which of them are akin to a word of the other, without asking every one of them.

Two sentences of a thousand words each, as speech without full stops has them, make a million pairs. But words that are
akin share a base, figures, a beginning, a part or a group of meanings, or are spelt nearly alike; the first five are
looked up, and spelling is compared by compiled code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from compare.findings.clues.content import is_english
from compare.findings.clues.senses import meanings
from compare.findings.clues.word_pairs import NEAR_SPELLING, are_akin, figures, parts_of_compound
from compare.findings.clues.wordlists import base
from compare.text.forms import LONGEST_WORD_LETTERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.model import Token

_BEGINNING_LETTERS: Final = 4
"""What two words share at least where one is derived from the other by its beginning (`is_derived`)."""
_ROUNDING: Final = 0.01
"""Asked for a bit less: with a cutoff of 0.8 RapidFuzz leaves out "would" for "world", which have just that."""


class AkinWords:
    """Words that can be taken one by one, the first that is akin first.

    Args:
        tokens: the words, in order.
        language: ISO 639-1.
    """

    def __init__(self, tokens: Sequence[Token], language: str) -> None:
        """Sort the words by their form, and the forms by what akin words share."""
        self._tokens = tokens
        self._language = language
        self._places: dict[str, list[int]] = {}
        for place in reversed(range(len(tokens))):
            self._places.setdefault(tokens[place].form, []).append(place)
        self._one_of = {form: tokens[places[0]] for form, places in self._places.items()}
        self._sharing: dict[tuple[str, object], list[str]] = {}
        for form in self._one_of:
            for key in self._keys(form):
                self._sharing.setdefault(key, []).append(form)
        self._spelt = [form for form in self._one_of if len(form) <= LONGEST_WORD_LETTERS]
        self._akin: dict[str, list[str]] = {}

    def forms(self, token: Token) -> list[str]:
        """Give the forms that are akin to a word, whether taken or not."""
        if token.form not in self._akin:
            self._akin[token.form] = [
                form
                for form in dict.fromkeys(self._likely(token.form))
                if are_akin(token, self._one_of[form], self._language)
            ]
        return self._akin[token.form]

    def take(self, token: Token) -> Token | None:
        """Give the first word that is akin and not yet taken; it is taken then."""
        free = [self._places[form] for form in self.forms(token) if self._places[form]]
        return self._tokens[min(free, key=lambda places: places[-1]).pop()] if free else None

    def _likely(self, form: str) -> Iterator[str]:
        """All forms that can be akin to a form, and few others."""
        from rapidfuzz import process
        from rapidfuzz.distance import Indel

        for key in self._keys(form):
            yield from self._sharing.get(key, ())
        if len(form) <= LONGEST_WORD_LETTERS:
            alike = process.extract(
                form,
                self._spelt,
                scorer=Indel.normalized_similarity,
                score_cutoff=NEAR_SPELLING - _ROUNDING,
                limit=None,
            )
            yield from (other for other, _, _ in alike)

    def _keys(self, form: str) -> Iterator[tuple[str, object]]:
        """What a form shares with every form that is akin to it for another reason than its spelling."""
        yield "base", base(form)
        yield "figures", figures(form)
        yield "beginning", form[:_BEGINNING_LETTERS]
        for part in parts_of_compound(form) or (base(form),):
            yield "part", part
        if is_english(self._language):
            for group in sorted(meanings(form)):
                yield "meaning", group
