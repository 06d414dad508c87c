"""Times of day told by the hour before or behind them: "half past two", "Viertel vor neun", "las dos y media".

What says how far it is to the hour is a quarter, a half or the minutes that a clock's face has. "Ten to nine" may be a
range as well, and is a time behind a word such as "at" alone.
"""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from compare.text.wordlists import entries

_FACE: Final = frozenset({5, 10, 20, 25})
"""Minutes that are told without the word: "twenty past six"."""
_HOURS_ON_A_FACE: Final = 12
_BEFORE_A_TIME: Final = frozenset({"at", "until", "till", "by", "before", "after", "since"})
_MAY_BE_A_RANGE: Final = frozenset({"to"})


class Turn(NamedTuple):
    """What may stand between minutes and hour, or hour and minutes; ``sign`` is -1 where they are still missing."""

    words: tuple[str, ...]
    sign: int


@cache
def turns(language: str, order: str) -> tuple[Turn, ...]:
    """Give the words between minutes and hour of a language.

    Args:
        language: ISO 639-1.
        order: ``first`` where the minutes come first, ``last`` where they come behind the hour.

    >>> turns("de", "first")
    (Turn(words=('nach',), sign=1), Turn(words=('vor',), sign=-1))
    """
    listed = entries("clock")
    known = "en" if language == "und" else language
    return tuple(
        Turn(tuple(line.split()), sign)
        for name, sign in (("past", 1), ("to", -1))
        for line in listed.get(f"{known}-{order}-{name}", ())
    )


@cache
def shares_of_an_hour(language: str) -> dict[str, int]:
    """Give the words for a quarter and a half of an hour, in minutes.

    >>> shares_of_an_hour("en")["quarter"], shares_of_an_hour("es")["media"]
    (15, 30)
    """
    known = "en" if language == "und" else language
    listed = [word for line in entries("clock").get(f"{known}-shares", ()) for word in line.split()]
    return dict(zip(listed[::2], map(int, listed[1::2]), strict=True))


def is_told_time(minutes: float, hour: float, turn: Turn, before: str, *, is_share: bool) -> bool:
    """Say whether minutes, a turn and an hour are a time of day, by what they are and the word before them.

    >>> to = Turn(("to",), -1)
    >>> is_told_time(10, 9, to, "at", is_share=False), is_told_time(10, 9, to, "from", is_share=False)
    (True, False)
    """
    if not 1 <= hour <= _HOURS_ON_A_FACE or hour % 1:
        return False
    if is_share:
        return minutes != 30 or turn.sign > 0
    if minutes not in _FACE:
        return False
    return not _MAY_BE_A_RANGE.intersection(turn.words) or before in _BEFORE_A_TIME
