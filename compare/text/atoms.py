"""Atoms: tokens cut once more into digits, words and marks, and a run of them from which values are read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from compare.text.entities import has_entity
from compare.text.foreign_numerals import is_number_word
from compare.text.numerals import NUMBER_WORDS, ONES
from compare.text.quantities import Value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.model import Token
    from compare.text.quantities import ValueKind

Read = tuple[list[Value], int]
"""Values, and the atom after them."""

HYPHENS: Final = frozenset({"-", "‑"})
_ATOM: Final = re.compile(
    r"(?P<number>\d+(?:[.,:·'’\u00a0\u202f\u2009/⁄]\d+)*)|(?P<word>[^\W\d_]+)|(?P<mark>\S)"
)
MAY_BEGIN: Final = NUMBER_WORDS | {"a", "an", "several", "many", "few"}
_LONGEST_WORDS: Final = 8  # "one hundred and twenty three thousand and five"


class Atom(NamedTuple):
    """A run of digits with the marks between them, a run of letters, or one mark.

    A tuple, for there is one for every word of a sentence, and a frozen dataclass takes four times as long to make.
    """

    text: str
    word: str
    kind: str
    start: int
    end: int


_NEW: Final = tuple.__new__


def atoms(tokens: Sequence[Token]) -> list[Atom]:
    """Cut tokens into atoms."""
    found = []
    for token in tokens:
        if token.kind == "word" and token.text.isalpha():
            text = token.text
            found.append(_NEW(Atom, (text, text.lower(), "word", token.start, token.end)))
            continue
        text = token.text
        if has_entity(text):  # the 39 of "&#39;" is no number
            found.append(_NEW(Atom, (text, token.form, "mark", token.start, token.end)))
            continue
        for match in _ATOM.finditer(text):
            start, end = token.start + match.start(), token.start + match.end()
            if match[0] in HYPHENS and text[match.end() : match.end() + 1].isspace():
                end += len(text[match.end() :]) - len(
                    text[match.end() :].lstrip()
                )  # broken at the end of a line
            found.append(Atom(match[0], match[0].lower(), match.lastgroup or "", start, end))
    return found


class AtomRun:
    """The atoms of a sentence, asked by their place; beyond the ends there is nothing."""

    def __init__(self, atoms: list[Atom], language: str) -> None:
        self.atoms = atoms
        self.language = language

    def _word(self, at: int) -> str:
        return self.atoms[at].word if 0 <= at < len(self.atoms) else ""

    def _is_glued(self, at: int) -> bool:
        """Whether an atom follows the one before it without a space."""
        return 0 < at < len(self.atoms) and self.atoms[at].start == self.atoms[at - 1].end

    def _value(
        self,
        kind: ValueKind,
        amount: float,
        first: int,
        last: int,
        *,
        unit: str = "",
        alternative: float | None = None,
        label: str = "",
        scale: float = 1.0,
        is_soft: bool = False,
        is_spelled: bool = False,
    ) -> Value:
        return Value(
            kind=kind,
            amount=float(amount),
            start=self.atoms[first].start,
            end=self.atoms[last - 1].end,
            unit=unit,
            alternative=alternative,
            label=label,
            scale=scale,
            is_soft=is_soft,
            is_spelled=is_spelled,
        )

    def _words_from(self, at: int) -> tuple[list[str], list[int]]:
        """The words from an atom on, hyphens left out, and where each of them ends; none where no number begins."""
        return self._joined(at) if self._word(at) in MAY_BEGIN else ([], [])

    def _words_abroad(self, at: int) -> tuple[list[str], list[int]]:
        """The same in a language but English."""
        if not is_number_word(self._word(at), self.language):
            return [], []
        return self._joined(at, ends_before_compounds=False)

    def _joined(self, at: int, *, ends_before_compounds: bool = True) -> tuple[list[str], list[int]]:
        words: list[str] = []
        ends: list[int] = []
        while at < len(self.atoms) and len(words) < _LONGEST_WORDS:
            atom = self.atoms[at]
            if ends_before_compounds and words and atom.word in ONES and self._is_compound(at):
                break  # "eighty one-way tickets"
            if atom.kind == "word":
                words.append(atom.word)
                ends.append(at + 1)
            elif not (atom.text in HYPHENS and self._is_glued(at) and self._is_glued(at + 1)):
                break
            at += 1
        return words, ends

    def _is_compound(self, at: int) -> bool:
        """Whether a word with a space before it is tied by a hyphen to a word that is no number."""
        is_tied = self._word(at + 1) in HYPHENS and self._is_glued(at + 1) and self._is_glued(at + 2)
        return is_tied and not self._is_glued(at) and self._word(at + 2) not in NUMBER_WORDS
