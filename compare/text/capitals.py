"""The capitals of a sentence: which of them say anything, and which are due anyway.

A capital is due at the start of a sentence, after a colon or a quotation mark, and throughout a heading.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from compare.text.capital_nouns import follows_determiner, has_noun_capitals, is_common_noun
from compare.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.model import Token

_OPENING_MARKS: Final = frozenset(":\"“‘«„'…•*–—?!.")
"""Marks after which a capital may be that of a sentence."""

_SAYING: Final = words("names", "saying")
_SAYING_WORDS: Final = 5
"""Words before a comma among which a verb of saying opens speech."""
_HEADING_SHARE: Final = 0.7
"""Share of the longer words with a capital from which on a line is a heading."""
_HEADING_SHARE_WITH_STOP: Final = 0.95
"""The same for a line that ends like a sentence."""


@dataclass(frozen=True, slots=True)
class Capitals:
    """The capitals of a sentence: whether they say anything, and for each word with one whether it is due anyway."""

    is_heading: bool
    capitals: tuple[tuple[Token, bool], ...]
    lower: frozenset[str]
    plain_nouns: frozenset[str]
    """Forms with a capital that an article shows to be common nouns, where nouns have capitals."""


@dataclass(frozen=True, slots=True)
class KnownForms:
    """Forms of all texts at hand: those that stand with a capital inside a sentence, and forms without one."""

    inside: frozenset[str]
    lower: frozenset[str]
    plain_nouns: frozenset[str]

    @classmethod
    def of(cls, shapes: Sequence[Capitals]) -> KnownForms:
        """Gather what the sentences of all texts at hand show; a heading shows nothing."""
        running = [shape for shape in shapes if not shape.is_heading]
        return cls(
            frozenset(token.form for shape in running for token, is_due in shape.capitals if not is_due),
            frozenset().union(*(shape.lower for shape in running)),
            frozenset().union(*(shape.plain_nouns for shape in running)),
        )


def capitals(sentence: Sequence[Token], language: str) -> Capitals:
    """Give the capitals of a sentence.

    >>> from compare.text.tokens import tokenize
    >>> shape = capitals(tokenize("Then Orlo spoke."), "en")
    >>> [(token.text, is_due) for token, is_due in shape.capitals]
    [('Then', True), ('Orlo', False)]
    """
    lower = frozenset([token.form for token in sentence if token.text.islower()])
    found = [
        (token, _is_due(sentence, place))
        for place, token in enumerate(sentence)
        if token.kind == "word" and not token.text.islower() and token.text != token.text.lower()
    ]
    plain_nouns: frozenset[str] = frozenset()
    if has_noun_capitals(language):
        plain_nouns = frozenset(
            token.form
            for place, token in enumerate(sentence)
            if token.text[:1].isupper()
            and follows_determiner(sentence, place, language)
            and not _goes_on_as_name(sentence, place, language)
        )
    return Capitals(bool(found) and _is_heading(sentence, language), tuple(found), lower, plain_nouns)


def _goes_on_as_name(sentence: Sequence[Token], place: int, language: str) -> bool:
    """Whether a word that is no common noun follows with a capital: "die Selby Colts", but "der Torwart"."""
    if place + 1 >= len(sentence) or is_common_noun(sentence[place].form, language):
        return False
    return sentence[place + 1].kind == "word" and sentence[place + 1].text[:1].isupper()


def _is_due(sentence: Sequence[Token], place: int) -> bool:
    """Whether a capital says nothing at a place: at the start, after a colon, a quotation mark, a bullet.

    Old prints open speech with a comma and a capital alone: "And he answered her, Nay."
    """
    place -= 1
    if place > 0 and sentence[place].text == ",":
        return any(token.form in _SAYING for token in sentence[max(0, place - _SAYING_WORDS) : place])
    while place >= 0 and sentence[place].kind == "mark":
        if sentence[place].text[:1] in _OPENING_MARKS:
            return True
        place -= 1
    return place < 0


def _is_heading(sentence: Sequence[Token], language: str) -> bool:
    """Whether capitals say nothing in a sentence: title case or all capitals.

    Where nouns have capitals nobody writes title case: "Schlimmer als das Graben ist das Warten." is a sentence.
    """
    if has_noun_capitals(language) and any(token.text.islower() for token in sentence):
        return False
    longer = [token.text for token in sentence if token.kind == "word" and len(token.text) > 3]
    if len(longer) < 2:
        return False
    share = _HEADING_SHARE_WITH_STOP if sentence[-1].text in {".", "!", "?"} else _HEADING_SHARE
    return sum(text[0].isupper() for text in longer) > share * len(longer)
