"""Reads dates and times of day: "17 July", "July 2020", "in May", "2020-07-17", "Monday", "9:30 p.m."."""

from __future__ import annotations

from typing import Final

from compare.text.atoms import HYPHENS, AtomRun, Read
from compare.text.numerals import spelled
from compare.text.units import (
    BEFORE_A_MONTH,
    DOUBTFUL_MONTHS,
    DOUBTFUL_WEEKDAYS,
    MONTHS,
    WEEKDAYS,
)

HOURS_ABROAD: Final = frozenset({"uhr", "uur"})
"""What stands behind a time of day in German and in Dutch."""
ORDINAL_ENDINGS: Final = frozenset({"st", "nd", "rd", "th"})


class CalendarReader(AtomRun):
    """Reads what of a run of atoms stands for a place in time."""

    def _day(self, at: int, end: int, amount: float) -> Read | None:
        """Read "17 July", "17th of July"."""
        ahead = end + 1 if self._word(end) == "of" else end
        month = self._month_at(ahead)
        if not month or not 1 <= amount <= 31:
            return None
        return [self._value("day", amount, at, ahead + 1, unit=f"month {month}")], ahead + 1

    def _date_in_figures(self, at: int) -> Read | None:
        """Read "2020-07-17", in the order of ISO 8601: the year, and the day of its month."""
        parts = [self._word(place) for place in range(at, at + 5)]
        is_glued = all(self._is_glued(place) for place in range(at + 1, at + 5))
        if not is_glued or parts[1] not in HYPHENS or parts[3] not in HYPHENS:
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
        is_capital = at < len(self.atoms) and self.atoms[at].text[:1].isupper()
        return MONTHS.get(self._word(at), 0) if is_capital else 0

    def _month(self, at: int) -> Read | None:
        """Read "July 17, 2020", "July 2020", "in May"; "May" and "March" alone are no months."""
        month = self._month_at(at)
        ahead = at + 2 if self._word(at + 1) == "." and len(self._word(at)) < 5 else at + 1
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
        return [self._value("weekday", WEEKDAYS[word], at, at + 1)], at + 1

    def _time_of_day(self, at: int, end: int, hours: float, written: str) -> Read | None:
        """Read "9:30 a.m.", "3 pm", "8.30pm", "5 o'clock"."""
        half = self._word(end)
        if half in {"a", "p"} and self._word(end + 1) == "." and self._word(end + 2) == "m":
            last = end + 4 if self._word(end + 3) == "." and self._is_glued(end + 3) else end + 3
        elif half in {"am", "pm", *HOURS_ABROAD}:
            last = end + 1
        elif half == "o" and self._word(end + 2) == "clock":
            last = end + 3
        else:
            return None
        if "." in written:
            hours = int(hours) + round(hours % 1 * 100) / 60
        if hours > 24:
            return None
        if half[0] == "p" and hours < 12:
            hours += 12
        elif half[0] == "a" and hours >= 12:
            hours -= 12
        return [self._value("time", hours, at, last)], last
