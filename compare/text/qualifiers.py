"""What qualifies a value: a bound before it ("more than", "up to") and a rate behind it ("a day", "weekly").

Two statements of one amount can contradict each other by these alone: "more than 900 members" and "fewer than 900",
"two pills a day" and "two pills a week". Where only one side has a bound or a rate, nothing is said: it may stand
elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, Literal

from compare.text.quantities import is_same_value
from compare.text.units import UNITS, unit_of
from compare.text.wordlists import entries

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.model import Token
    from compare.text.quantities import Value

Bound = Literal["", "over", "under", "before", "after"]

_PERIODS: Final = frozenset({"time", "months"})
_LONGEST_BOUND: Final = 4
_COUNTED_WORDS: Final = 3
"""Words that may stand between a number and its rate: "eight slow trains a day"."""
_OPPOSITES: Final = ({"over", "under"}, {"before", "after"})
_SECONDS_A_MONTH: Final = 2_629_746  # of the mean Gregorian year
_NEAR: Final = 0.08


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualified:
    """A value with what qualifies it; ``start`` to ``end`` is the place of all, ``period`` of a rate in seconds."""

    value: Value
    bound: Bound
    period: str
    seconds: float
    start: int
    end: int

    @property
    def is_count_of_times(self) -> bool:
        """Whether it says how often: "once a day", "twice weekly"."""
        return bool(self.period) and self.value.text.lower() in entries("qualifiers")["times"]


@cache
def _bounds(language: str) -> dict[tuple[str, ...], Bound]:
    names: tuple[Bound, ...] = ("over", "under", "before", "after")
    listed = entries("qualifiers")
    return {tuple(line.split()): name for name in names for line in listed.get(f"{language}-{name}", ())}


@cache
def _bound_beginnings(language: str) -> frozenset[str]:
    return frozenset(phrase[0] for phrase in _bounds(language))


@cache
def _each(language: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(line.split()) for line in entries("qualifiers").get(f"{language}-each", ()))


@cache
def _each_beginnings(language: str) -> frozenset[str]:
    return frozenset(phrase[0] for phrase in _each(language))


@cache
def _rates(language: str) -> dict[str, str]:
    listed = entries("qualifiers").get(f"{language}-rates", ())
    return dict(line.split() for line in listed)


def qualified(value: Value, tokens: Sequence[Token], language: str = "en") -> Qualified:
    """Read what stands round a value and qualifies it.

    Args:
        value: one of those that `values` gave for the tokens.
        tokens: of a sentence.
        language: ISO 639-1.

    >>> from compare.text.tokens import tokenize
    >>> from compare.text.values import values
    >>> words = tokenize("It has more than 600 guests a week.")
    >>> found = qualified(values(words)[0], words)
    >>> found.bound, found.period
    ('over', 'week')
    """
    language = "en" if language == "und" else language
    bound, start = _bound(value, tokens, language)
    period, end = _rate(value, tokens, language)
    unit = UNITS.get(period)
    seconds = 0.0
    if unit is not None:
        seconds = unit.factor * (_SECONDS_A_MONTH if unit.dimension == "months" else 1.0)
    return Qualified(value=value, bound=bound, period=period, seconds=seconds, start=start, end=end)


def _words(tokens: Sequence[Token]) -> tuple[str, ...]:
    """The words as the phrases of the file are cut: an apostrophe is a word."""
    return tuple(word for token in tokens for word in _cut(token.text))


@lru_cache(maxsize=1 << 14)
def _cut(text: str) -> tuple[str, ...]:
    return tuple(text.lower().replace("’", "'").replace("'", " ' ").split())


def _bound(value: Value, tokens: Sequence[Token], language: str) -> tuple[Bound, int]:
    phrases, beginnings = _bounds(language), _bound_beginnings(language)
    for first in range(max(0, value.first - _LONGEST_BOUND), value.first):
        if beginnings.isdisjoint(_cut(tokens[first].text)[:1]):
            continue
        if found := phrases.get(_words(tokens[first : value.first])):
            return found, tokens[first].start
    return "", value.start


def _rate(value: Value, tokens: Sequence[Token], language: str) -> tuple[str, int]:
    """The period of the rate behind a value and where it ends; ("", end) where there is none."""
    stop = min(len(tokens), value.last + _COUNTED_WORDS + 1)
    rates, beginnings = _rates(language), _each_beginnings(language)
    for first in range(value.last, stop):
        if period := rates.get(tokens[first].form):
            return period, tokens[first].end
        if tokens[first].text == "/" and first == value.last:
            unit = unit_of(tokens[first + 1].form, language) if first + 1 < len(tokens) else None
            return (unit.name, tokens[first + 1].end) if unit else ("", value.end)
        begun = _cut(tokens[first].text)
        for phrase in _each(language) if begun[0] in beginnings else ():
            if phrase[: len(begun)] != begun:
                continue
            last = first + 1
            while last < len(tokens) and len(_words(tokens[first:last])) < len(phrase):
                last += 1
            if last >= len(tokens) or _words(tokens[first:last]) != phrase:
                continue
            unit = unit_of(tokens[last].form, language)
            behind = tokens[last + 1].form if last + 1 < len(tokens) else ""
            is_rate = unit is not None and unit.dimension in _PERIODS and unit.factor >= 1
            if unit and is_rate and behind not in entries("qualifiers").get(f"{language}-not", ()):
                return unit.name, tokens[last].end
        if tokens[first].kind != "word":
            break
    return "", value.end


def contradiction(item: Qualified, other: Qualified) -> Literal["", "bound", "rate"]:
    """Say by which of its qualifiers one statement of an amount contradicts another; "" where by none.

    The same rate in other units is none: "$12,000 a year" and "$1,000 a month".
    """
    if any({item.bound, other.bound} == pair for pair in _OPPOSITES):
        return "bound"
    if (
        item.period
        and other.period
        and item.period != other.period
        and is_same_value(item.value, other.value)
    ):
        return "rate"
    return ""


def is_same_rate(item: Qualified, other: Qualified) -> bool:
    """Whether two rates come to the same: "$12,000 a year" and "$1,000 a month"."""
    if not item.seconds or not other.seconds or item.period == other.period:
        return False
    if item.value.unit != other.value.unit:
        return False
    ours, theirs = item.value.amount / item.seconds, other.value.amount / other.seconds
    return abs(ours - theirs) <= _NEAR * max(abs(ours), abs(theirs))
