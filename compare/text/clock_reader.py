"""Reads times of day that are told by the hour before or behind them: "half past two", "las dos y media"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from compare.text.clock_words import is_told_time, shares_of_an_hour, turns
from compare.text.foreign_numerals import spelled_abroad, stand_in
from compare.text.numerals import spelled
from compare.text.unit_reader import UnitReader
from compare.text.units import unit_of

if TYPE_CHECKING:
    from compare.text.atoms import Read


_ONE: Final = frozenset({"eins", "una", "une"})


class ClockReader(UnitReader):
    """Reads what of a run of atoms tells the time as the face of a clock does."""

    def _told_time(self, at: int) -> Read | None:
        """Read "half past two", "a quarter to nine", "Viertel vor neun", "las dos y media"."""
        return self._minutes_first(at) or self._minutes_last(at)

    def _minutes_first(self, at: int) -> Read | None:
        known = turns(self.language, "first")
        if not known:
            return None
        start = at + 1 if self._word(at) in {"a", "ein"} else at
        share = shares_of_an_hour(self.language).get(self._word(start), 0)
        minutes, end = (float(share), start + 1) if share else self._small_number(at)
        if not minutes:
            return None
        has_unit = not share and (unit := unit_of(self._word(end), self.language)) and unit.name == "minute"
        end = end + 1 if has_unit else end  # "ten minutes to six"
        for turn in known:
            if self._word(end) != turn.words[0]:
                continue
            hour, last = self._small_number(end + 1)
            is_share = bool(share)
            if unit_of(self._word(last), self.language) or not is_told_time(
                minutes, hour, turn, self._word(at - 1), is_share=is_share
            ):
                continue
            hours = hour + turn.sign * minutes / 60
            return self._time_of_day(at, last, hours, "") or self._clock(at, last, hours, is_spelled=True)
        return None

    def _minutes_last(self, at: int) -> Read | None:
        known = turns(self.language, "last")
        if not known or (self.language == "es" and self._word(at - 1) not in {"la", "las"}):
            return None
        hour, end = self._small_number(at)
        for turn in known if hour else ():
            last = end + len(turn.words)
            if tuple(self._word(place) for place in range(end, last)) != turn.words:
                continue
            share = shares_of_an_hour(self.language).get(self._word(last), 0)
            minutes, last = (float(share), last + 1) if share else self._small_number(last)
            if minutes and is_told_time(minutes, hour, turn, "", is_share=bool(share)):
                hours = hour + turn.sign * minutes / 60
                return self._time_of_day(at, last, hours, "") or self._clock(at, last, hours, is_spelled=True)
        return None

    def _small_number(self, at: int) -> tuple[float, int]:
        """A number in words or figures and where it ends, 0 for none."""
        word = self._word(at)
        if word.isdecimal() and len(word) <= 2:
            return float(word), at + 1
        if self.language in {"en", "und"}:
            words, ends = self._words_from(at)
            read = spelled(words) if words else None
        elif word in _ONE:
            return 1.0, at + 1  # elsewhere the article, and no number
        else:
            words, ends = self._words_abroad(at)
            read = spelled_abroad(words, self.language)
            if read is None and (amount := stand_in(word, self.language)):
                return amount, at + 1  # "neuf heures"
        if read is None or read.is_ordinal or read.is_fraction or read.is_vague:
            return 0.0, at
        return read.amount, ends[read.words - 1]
