"""Numbers, money, shares, dates and times as values with their places, so that two ways to write one are equal."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from compare.text.atoms import atoms
from compare.text.dates import hours
from compare.text.foreign_numerals import is_number_word
from compare.text.numerals import NUMBER_WORDS, ROMAN
from compare.text.quantities import Value, is_converted, is_same_value
from compare.text.shares import is_article, may_measure
from compare.text.units import months, weekdays
from compare.text.value_reader import (
    FRACTION_SIGNS,
    Reader,
    may_begin_a_value,
    may_follow_an_article,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.model import Token

_BROKEN: Final = re.compile(r"-\s+")
_RANGE_WORDS: Final = frozenset({"to", "-", "or", "and"})


def values(tokens: Sequence[Token], language: str = "en") -> tuple[Value, ...]:
    """Give the values of a run of tokens, in order.

    Args:
        tokens: of one sentence, or of several that follow one another in one text.
        language: ISO 639-1 code: which mark stands before the decimals; number words are read in English, and the
            common ones in German, French and Spanish.

    Returns:
        Values that do not overlap, with places in the text that the tokens are from.

    >>> from compare.text.tokens import tokenize
    >>> [(v.kind, v.amount, v.unit) for v in values(tokenize("Six million dollars, or $6m, in May 2020."))]
    [('money', 6000000.0, 'dollar'), ('money', 6000000.0, 'dollar'), ('month', 5.0, ''), ('year', 2020.0, '')]
    >>> [(v.kind, v.amount) for v in values(tokenize("Up 6 per cent at 9:30 p.m. on 21st July"))]
    [('percent', 6.0), ('time', 21.5), ('day', 21.0)]
    """
    kept = _kept.get(id(tokens))
    if kept is not None and kept[0] is tokens and kept[1] == language:
        return kept[2]
    found = _values(tokens, language)
    if isinstance(tokens, tuple):  # a list may be another the next time
        if len(_kept) >= _MOST_KEPT:
            _kept.clear()
        _kept[id(tokens)] = tokens, language, found
    return found


_MOST_KEPT: Final = 64
_kept: dict[int, tuple[Sequence[Token], str, tuple[Value, ...]]] = {}
"""The values of the sentences asked for last, by identity: several detectors ask for those of one sentence."""


def _values(tokens: Sequence[Token], language: str) -> tuple[Value, ...]:
    for token in tokens:
        if _may_hold_a_value(token.kind, token.text, token.form, language):
            break
    else:
        return ()
    reader = Reader(atoms(tokens), language)
    found: list[Value] = []
    at, end = 0, len(reader.atoms)
    while at < end:
        atom = reader.atoms[at]
        # most words begin nothing, and are passed over without a question
        is_asked = atom.kind != "word" or (
            may_begin_a_value(atom.text, language)
            and (
                not is_article(atom.word, language)
                or at + 1 == end
                or may_follow_an_article(reader.atoms[at + 1].text, language)
            )
        )
        read = reader.read(at) if is_asked else None
        if read is None:
            at += 1
        else:
            found.extend(read[0])
            at = read[1]
    return tuple(_ranges(_placed(found, tokens), tokens))


@lru_cache(maxsize=1 << 15)
def _may_hold_a_value(kind: str, text: str, form: str, language: str) -> bool:
    if kind != "word":
        return kind == "number" or text in FRACTION_SIGNS
    if text in ROMAN or form in NUMBER_WORDS or "-" in form:
        return True
    if form in months(language) or form in weekdays(language) or form in hours():
        return True
    if is_number_word(form, language) or may_measure(form, language):
        return True
    return not form.isalpha() and any(character.isdigit() for character in form)


def _placed(found: list[Value], tokens: Sequence[Token]) -> list[Value]:
    """Say which tokens each value stands on, and its text as written."""
    placed = []
    at = 0
    for value in sorted(found, key=lambda value: (value.start, value.end)):
        while at + 1 < len(tokens) and tokens[at].end <= value.start:
            at += 1
        last = at
        while last + 1 < len(tokens) and tokens[last + 1].start < value.end:
            last += 1
        placed.append(_put(value, at, last + 1, _written(value, tokens[at : last + 1])))
    return placed


def _put(value: Value, first: int, last: int, text: str) -> Value:
    """A value with its place: what `dataclasses.replace` gives, in half the time."""
    return Value(
        kind=value.kind,
        amount=value.amount,
        start=value.start,
        end=value.end,
        text=text,
        first=first,
        last=last,
        unit=value.unit,
        alternative=value.alternative,
        label=value.label,
        scale=value.scale,
        is_soft=value.is_soft,
        is_spelled=value.is_spelled,
    )


def _ranges(found: list[Value], tokens: Sequence[Token]) -> list[Value]:
    """Give the first number of a range the scale of the last as well: "12 to 14 million"."""
    for place, (value, following) in enumerate(pairwise(found)):
        between = tokens[value.last : following.first]
        is_range = len(between) == 1 and between[0].form in _RANGE_WORDS
        if is_range and value.scale == 1.0 < following.scale and value.kind in {"number", "money", "year"}:
            unit = value.unit or following.unit
            found[place] = replace(value, alternative=value.amount * following.scale, unit=unit)
    return found


def _written(value: Value, tokens: Sequence[Token]) -> str:
    if len(tokens) == 1 and (value.start, value.end) == (tokens[0].start, tokens[0].end):
        return _BROKEN.sub("-", tokens[0].text) if "-" in tokens[0].text else tokens[0].text
    parts = []
    for position, token in enumerate(tokens):
        low, high = max(value.start, token.start), min(value.end, token.end)
        if position and token.start > tokens[position - 1].end:
            parts.append(" ")
        parts.append(token.text[low - token.start : high - token.start])
    return _BROKEN.sub("-", "".join(parts))


__all__ = ["Value", "is_converted", "is_same_value", "values"]
