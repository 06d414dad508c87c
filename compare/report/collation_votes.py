"""What the versions of a row say otherwise, in sentences: values first, then content, then what only moved or is small.

A vote must be true of the whole row. A version that lacks a word at one place may have it at another: then the word
stands elsewhere, and is not lacking. Places where the versions differ in small words alone are told in one line.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from compare.report.collation_words import vote
from compare.report.visible import one_line
from compare.text.lexicon import is_function_word
from compare.text.tokens import tokenize
from compare.text.values import is_same_value, values

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from compare.align.collated import Collation, Row, Variant
    from compare.model import Token
    from compare.text.quantities import Value

_MOST_EXAMPLES: Final = 6


class RowVotes:
    """The votes of one row."""

    def __init__(self, collation: Collation, row: Row) -> None:
        self._row = row
        self._language = collation.documents[0].language
        self._tokens: dict[int, list[Token]] = {}
        self._values: dict[int, tuple[Value, ...]] = {}
        for version, cell in enumerate(row.cells) if row.variants else ():
            document = collation.documents[version]
            sentences = [document.sentences[index] for index in cell.sentences]
            own = [
                token
                for sentence in sentences
                for token in tokenize(document.text, sentence.start, sentence.end, language=document.language)
            ]
            self._tokens[version] = own
            self._values[version] = values(own, document.language)
        self._forms: Mapping[int, Counter[str]] = {
            version: Counter(token.form for token in own) for version, own in self._tokens.items()
        }

    def of(self, variant: Variant) -> str:
        """Say which versions have which words at one place, and which have them elsewhere."""
        return vote(variant, elsewhere=self._elsewhere(variant))

    def lines(self) -> list[str]:
        """Give all votes, those on values first, those on moved and on small words in a line each at the end."""
        ranked = sorted(
            ((self._rank(variant), place) for place, variant in enumerate(self._row.variants)),
        )
        told = [self.of(self._row.variants[place]) for rank, place in ranked if rank < _MOVED]
        for wanted, says in ((_MOVED, "at another place in some"), (_SMALL, "small words differ")):
            words = [
                f"“{one_line(reading)}”"
                for rank, place in ranked
                if rank == wanted
                for reading in [_longest(self._row.variants[place])]
                if reading
            ]
            words = list(dict.fromkeys(words))
            if words:
                shown = ", ".join(words[:_MOST_EXAMPLES]) + (", …" if len(words) > _MOST_EXAMPLES else "")
                told.append(f"{says}: {shown}")
        return told

    def _rank(self, variant: Variant) -> int:
        runs = [self._run(variant, version) for version, span in enumerate(variant.spans) if span is not None]
        content = [frozenset(token.form for token in run if self._is_content(token)) for run in runs]
        if len(set(content)) == 1:
            return _SMALL
        lacking = {v for reading in variant.readings if not reading.text for v in reading.versions}
        there = sum(bool(reading.text) for reading in variant.readings)
        if there == 1 and lacking and lacking <= self._elsewhere(variant):
            return _MOVED
        numbers = {
            tuple(sorted((value.kind, value.amount) for value in self._values_in(variant, version)))
            for version, span in enumerate(variant.spans)
            if span is not None
        }
        return _VALUES if len(numbers) > 1 else _CONTENT

    def _is_content(self, token: Token) -> bool:
        return token.kind != "mark" and not is_function_word(token.form, self._language)

    def _run(self, variant: Variant, version: int) -> list[Token]:
        """The words of a version at the place of a variant."""
        span = variant.spans[version]
        if span is None or span.start == span.end:
            return []
        return [
            token
            for token in self._tokens[version]
            if token.kind != "mark" and span.start <= token.start and token.end <= span.end
        ]

    def _values_in(self, variant: Variant, version: int) -> Sequence[Value]:
        span = variant.spans[version]
        if span is None:
            return ()
        return [
            value
            for value in self._values[version]
            if span.start < value.end and value.start < span.end and not value.is_soft
        ]

    def _elsewhere(self, variant: Variant) -> frozenset[int]:
        """The versions that lack the words of a place there, and have all of some reading elsewhere in the row."""
        holders = [reading.versions[0] for reading in variant.readings if reading.text]
        return frozenset(
            version
            for reading in variant.readings
            if not reading.text
            for version in reading.versions
            if any(self._has(version, holder, variant) for holder in holders)
        )

    def _has(self, version: int, holder: int, variant: Variant) -> bool:
        run = self._run(variant, holder)
        content = [token for token in run if self._is_content(token)] or run
        equal = [
            value
            for value in self._values_in(variant, holder)
            if any(is_same_value(value, other) for other in self._values[version])
        ]
        return bool(content) and all(
            self._forms[version][token.form] >= self._forms[holder][token.form]
            or any(value.start < token.end and token.start < value.end for value in equal)
            for token in content
        )


_VALUES, _CONTENT, _MOVED, _SMALL = range(4)


def _longest(variant: Variant) -> str:
    return max((reading.text for reading in variant.readings), key=lambda text: (len(text), text))
