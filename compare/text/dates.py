"""Reads dates and times of day: "17 July", "July 2020", "in May", "2020-07-17", "Monday", "9:30 p.m."."""

from __future__ import annotations

from functools import cache
from typing import Final

from compare.text.atoms import HYPHENS, AtomRun, Read
from compare.text.numerals import spelled
from compare.text.units import (
    BEFORE_A_MONTH,
    CAPITAL_CALENDARS,
    DOUBTFUL_MONTHS,
    DOUBTFUL_WEEKDAYS,
    months,
    weekdays,
)
from compare.text.wordlists import entries

ORDINAL_ENDINGS: Final = frozenset({"st", "nd", "rd", "th", "er"})
_BETWEEN_DAY_AND_MONTH: Final = frozenset({"of", "de"})
_HYPHENATED: Final = HYPHENS | {"–"}
_O_CLOCK: Final = frozenset({"uhr", "uur", "часов", "часа"})
_HOURS_A_DAY: Final = 24
_MORNING_ENDS: Final = 12
_MOST_MINUTES: Final = 59


@cache
def _halves() -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """What behind an hour says which half of the day it is in, by its first word, the longest first.

    An item is ("am", ("in", "the", "morning")).
    """
    listed = [(half, tuple(line.split())) for half in ("am", "pm") for line in entries("calendar")[half]]
    by_first: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for half, phrase in sorted(listed, key=lambda item: (-len(item[1]), item)):
        by_first.setdefault(phrase[0], []).append((half, phrase))
    return by_first


@cache
def _words_behind_hours() -> frozenset[str]:
    """All words with which what stands behind an hour may begin."""
    return frozenset({"a", "p", "am", "pm", "o", "heures", "heure", "h"}) | _O_CLOCK | _halves().keys()


@cache
def hours() -> dict[str, float]:
    """Give the words for the middle of the day and of the night, by their hour.

    >>> hours()["noon"], hours()["minuit"]
    (12.0, 0.0)
    """
    return {word: float(hour) for word, hour in map(str.split, entries("calendar")["hours"])}


class CalendarReader(AtomRun):
    """Reads what of a run of atoms stands for a place in time."""

    def _day(self, at: int, end: int, amount: float) -> Read | None:
        """Read "17 July", "17th of July"."""
        ahead = end + 1 if self._word(end) in _BETWEEN_DAY_AND_MONTH else end
        month = self._month_at(ahead)
        if not month or not 1 <= amount <= 31:
            return None
        return [self._value("day", amount, at, ahead + 1, unit=f"month {month}")], ahead + 1

    def _date_in_figures(self, at: int) -> Read | None:
        """Read "2020-07-17", in the order of ISO 8601: the year, and the day of its month."""
        if self._word(at + 1) not in HYPHENS:
            return None
        parts = [self._word(place) for place in range(at, at + 5)]
        is_glued = all(self._is_glued(place) for place in range(at + 1, at + 5))
        if not is_glued or parts[3] not in HYPHENS:
            return None
        figures = parts[::2]
        if [len(part) for part in figures] != [4, 2, 2] or not all(map(str.isdecimal, figures)):
            return None
        year, month, day = map(int, figures)
        if not (1 <= month <= 12 and 1 <= day <= 31):
            return None
        return [
            self._value("year", year, at, at + 1),
            self._value("day", day, at + 2, at + 5, unit=f"month {month}"),
        ], at + 5

    def _month_at(self, at: int) -> int:
        return months(self.language).get(self._word(at), 0) if self._is_of_calendar(at) else 0

    def _is_of_calendar(self, at: int) -> bool:
        """Whether an atom is written as months and weekdays are: with a capital in English and German, else without."""
        if not 0 <= at < len(self.atoms):
            return False
        return at == 0 or self.atoms[at].text[:1].isupper() == (self.language in CAPITAL_CALENDARS)

    def _month(self, at: int) -> Read | None:
        """Read "July 17, 2020", "July 2020", "in May"; "May" and "March" alone are no months."""
        month = self._month_at(at)
        ahead = at + 2 if self._word(at + 1) == "." and len(self._word(at)) < 5 else at + 1
        if self.language not in {"en", "und"}:
            ahead = len(self.atoms)  # "en mai 12 personnes": the day stands before the month
        if self._word(ahead) == "the":
            ahead += 1
        follow = self._word(ahead)
        if follow.isdecimal() and len(follow) <= 2 and 1 <= int(follow) <= 31:
            last = ahead + 2 if self._word(ahead + 1) in ORDINAL_ENDINGS else ahead + 1
            return [self._value("day", int(follow), at, last, unit=f"month {month}")], last
        words, ends = self._words_from(ahead)
        read = spelled(words)
        if read and read.is_ordinal:
            last = ends[read.words - 1]
            return [self._value("day", read.amount, at, last, unit=f"month {month}")], last
        has_year = follow.isdecimal() and len(follow) == 4
        if not has_year and self._word(at) in DOUBTFUL_MONTHS and self._word(at - 1) not in BEFORE_A_MONTH:
            return None
        return [self._value("month", month, at, at + 1)], at + 1

    def _weekday(self, at: int) -> Read | None:
        word = self._word(at)
        if word in DOUBTFUL_WEEKDAYS and self._word(at - 1) != "(" and self._word(at + 1) not in {")", ","}:
            return None
        return [self._value("weekday", weekdays(self.language)[word], at, at + 1)], at + 1

    def _time_of_day(self, at: int, end: int, hours: float, written: str) -> Read | None:
        """Read "9:30 a.m.", "3 pm", "8.30pm", "5 o'clock", "seven in the morning", "7 Uhr abends"."""
        half, last = self._half_of_day(end)
        if half is None:
            return None
        if "." in written:
            hours = int(hours) + round(hours % 1 * 100) / 60
        if hours > _HOURS_A_DAY:
            return None
        if not half:
            return self._clock(at, last, hours)
        if half == "pm" and hours < _MORNING_ENDS:
            hours += _MORNING_ENDS
        elif half == "am" and hours >= _MORNING_ENDS:
            hours -= _MORNING_ENDS
        return [self._value("time", hours, at, last)], last

    def _half_of_day(self, end: int) -> tuple[str | None, int]:
        """The half of the day that stands behind an hour, and where it ends; "" for either, None for no hour at all."""
        half = self._word(end)
        if half not in _words_behind_hours() and "’" not in half:
            return None, end
        if half in {"a", "p"} and self._word(end + 1) == "." and self._word(end + 2) == "m":
            has_point = self._word(end + 3) == "." and self._is_glued(end + 3)
            return f"{half}m", end + 4 if has_point else end + 3
        if half in {"am", "pm"} and not (half == "am" and self.language == "de"):
            return half, end + 1
        is_told = True
        if half == "o" and self._word(end + 2) == "clock":
            end += 3
        elif half in _O_CLOCK:
            end += 1
        elif half in {"heures", "heure", "h"} and self.language == "fr":
            end, is_told = end + 1, False
        else:
            is_told = False
        first = self._word(end).replace("’", "'")
        for name, phrase in _halves().get(first, ()):
            if tuple(self._word(end + place).replace("’", "'") for place in range(len(phrase))) == phrase:
                return name, end + len(phrase)
        return ("", end) if is_told else (None, end)

    def _clock(self, at: int, end: int, hours: float, *, is_spelled: bool = False) -> Read:
        """A time that does not say which half of the day it is in: "3:30" may be half past fifteen."""
        is_open = hours <= _MORNING_ENDS
        other = (hours + _MORNING_ENDS) % _HOURS_A_DAY if is_open else None
        return [self._value("time", hours, at, end, alternative=other, is_spelled=is_spelled)], end

    def _clock_with_hours(self, at: int) -> Read | None:
        """Read "6 h 42", "6h42", "6 heures 42", "6 Uhr 42", with a space anywhere or nowhere."""
        unit, minutes = self._word(at + 1), self._word(at + 2)
        if unit not in {"h", "heures", "heure", "uhr"} or not self.atoms[at].text.isdecimal():
            return None
        is_clock = minutes.isdecimal() and len(minutes) == 2 and int(minutes) <= _MOST_MINUTES
        hours = int(self.atoms[at].text)
        if not is_clock or hours > _HOURS_A_DAY:
            return None
        amount = hours + int(minutes) / 60
        return self._time_of_day(at, at + 3, amount, "") or (
            [self._value("time", amount, at, at + 3)],
            at + 3,
        )

    def _named_hour(self, at: int) -> Read | None:
        """Read "noon", "minuit"; "Midi" is a country, "après-midi" an afternoon."""
        hour = hours().get(self._word(at))
        is_name = at > 0 and self.atoms[at].text[:1].isupper() != (self.language == "de")
        is_tied = self._word(at - 1) in _HYPHENATED or self._word(at + 1) in _HYPHENATED
        if hour is None or is_name or is_tied:
            return None
        return [self._value("time", hour, at, at + 1, is_soft=True, is_spelled=True)], at + 1
