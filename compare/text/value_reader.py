"""Reads values from tokens: a number with all that stands round it and belongs to it.

The tokens are cut once more into atoms (digits, words, marks). A reader goes over them from the first to the last: what
stands before a number (a currency, a month) and after it (a scale, a unit, "p.m.") is of its value.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from compare.text.atoms import MAY_BEGIN
from compare.text.clock_reader import ClockReader
from compare.text.clock_words import shares_of_an_hour
from compare.text.dates import ORDINAL_ENDINGS, hours
from compare.text.foreign_numerals import is_number_word, spelled_abroad, stand_in
from compare.text.numerals import DECADES, MULTITUDES, ROMAN, SPANS, digit_readings, spelled
from compare.text.quantities import Value
from compare.text.shares import is_article, share_abroad, unit_with_share
from compare.text.unit_reader import PERCENTAGE_POINT
from compare.text.units import MONEY, months, unit_of, weekdays
from compare.text.wordlists import words as listed

if TYPE_CHECKING:
    from compare.text.atoms import Read
    from compare.text.quantities import ValueKind

FRACTION_SIGNS: Final[dict[str, float]] = {"½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3}
HALF_BEFORE: Final = {"de": "halb", "nl": "half", "sv": "halv", "da": "halv", "no": "halv"}
"""The word before an hour that makes it half an hour less: "halb drei" is half past two."""
_SIMPLE_FRACTION: Final = re.compile(r"([1-9])[/⁄]([2-9])")
_HOURS_WITH_STOP: Final = re.compile(r"\d{1,2}\.[0-5]\d")
_BEFORE_TWO: Final = frozenset({"between", "both", "from"})
_ENGLISH: Final = frozenset({"en", "und"})
_FIRST_YEAR: Final = 1000
_LAST_YEAR: Final = 2100
_LAST_DOTTED: Final = 999
_LONGEST_DIGITS: Final = 24  # 999,999,999,999,999.99


@lru_cache(maxsize=1 << 15)
def may_begin_a_value(text: str, language: str) -> bool:
    """Say whether a value may begin with a word; where none may, `Reader.read` gives ``None`` wherever it stands.

    >>> may_begin_a_value("Seven", "en"), may_begin_a_value("May", "en"), may_begin_a_value("boat", "en")
    (True, True, False)
    """
    word = text.lower()
    if word in months(language) or word in weekdays(language) or word in hours():
        return True
    if is_article(word, language) or word in shares_of_an_hour(language):
        return True
    if language in _ENGLISH:
        return word in MAY_BEGIN or text in ROMAN
    is_part = share_abroad(word, language) or unit_with_share(word, language)
    return bool(is_part) or is_number_word(word, language)


@lru_cache(maxsize=1 << 15)
def may_follow_an_article(text: str, language: str) -> bool:
    """Say whether a value that begins with an English article may go on with a word: "a dozen", "a mile".

    >>> may_follow_an_article("dozen", "en"), may_follow_an_article("mile", "en"), may_follow_an_article("boat", "en")
    (True, True, False)
    """
    word = text.lower()
    return (
        language not in _ENGLISH
        or not word.isalpha()
        or word in MAY_BEGIN
        or unit_of(word, language) is not None
    )


class Reader(ClockReader):
    """Reads the value that begins at an atom: gives the values and where to go on, or None."""

    def read(self, at: int) -> Read | None:
        """Read the value that begins at an atom, if one does."""
        atom = self.atoms[at]
        if len(atom.text) > _LONGEST_DIGITS:
            return None  # a key or a hash
        if atom.kind == "number":
            return self._mixed_fraction(at) or self._digits(at)
        if atom.kind == "mark":
            share = FRACTION_SIGNS.get(atom.text)
            return None if share is None else ([self._value("fraction", share, at, at + 1)], at + 1)
        if self._month_at(at):
            return self._month(at)
        if self._is_of_calendar(at) and atom.word in weekdays(self.language):
            return self._weekday(at)
        if hour := self._named_hour(at) or self._told_time(at):
            return hour
        is_english = self.language in _ENGLISH
        read = self._in_words(at) if is_english else self._part_or_words_abroad(at)
        return read or self._counted_by_article(at)

    def _part_or_words_abroad(self, at: int) -> Read | None:
        return self._part_abroad(at, at, 1.0) or self._in_words_abroad(at)

    def _in_words_abroad(self, at: int) -> Read | None:
        """A number in words of another language."""
        words, ends = self._words_abroad(at)
        read = spelled_abroad(words, self.language)
        if read is None:
            amount = stand_in(self._word(at), self.language)
            soft = self._value("number", amount, at, at + 1, is_soft=True, is_spelled=True)
            return ([soft], at + 1) if amount else None
        end = ends[read.words - 1]
        if HALF_BEFORE.get(self.language) == self._word(at - 1) and read.amount <= 12:
            return self._clock(at - 1, end, read.amount - 0.5, is_spelled=True)
        if read.is_ordinal:
            is_soft = read.amount <= 2
            return [self._value("ordinal", read.amount, at, end, is_soft=is_soft, is_spelled=True)], end
        if clock := self._time_of_day(at, end, read.amount, ""):
            return clock
        if part := self._part_abroad(at, end, read.amount):
            return part  # "trois quarts d'heure"
        return self._composed(at, end, (read.amount,), is_spelled=True)

    def _mixed_fraction(self, at: int) -> Read | None:
        """Read 2 1/2 and 2½, with scale and unit after it."""
        if at + 1 >= len(self.atoms) or not self.atoms[at].text.isdecimal():
            return None
        ahead = self.atoms[at + 1].text
        share = FRACTION_SIGNS.get(ahead, 0.0)
        if match := _SIMPLE_FRACTION.fullmatch(ahead):
            share = int(match[1]) / int(match[2])
        return self._composed(at, at + 2, (float(self.atoms[at].text) + share,)) if 0 < share < 1 else None

    def _digits(self, at: int) -> Read:
        written = self.atoms[at].text
        if date := self._date_in_figures(at):
            return date
        if ":" in written or "/" in written or "⁄" in written:
            return self._clock_or_parts(at)
        if clock := self._clock_with_hours(at):
            return clock
        end, written = self._spaced_groups(at)
        readings = digit_readings(written, self.language)
        if not readings:
            return self._parts(at)
        return self._time_of_day(at, end, readings[0], written) or self._composed(at, end, readings)

    def _spaced_groups(self, at: int) -> tuple[int, str]:
        """Join "10 000": groups after a plain space, where the language writes them so or the last is 000."""
        written, end = self.atoms[at].text, at + 1
        if not written.isdecimal() or len(written) > 3:
            return end, written
        while end < len(self.atoms):
            group = self.atoms[end]
            is_group = (
                len(group.text) == 3 and group.text.isdecimal() and group.start == self.atoms[end - 1].end + 1
            )
            if not is_group or (self.language in {"en", "und"} and group.text != "000"):
                break
            written += "\u00a0" + group.text
            end += 1
        return end, written

    def _clock_or_parts(self, at: int) -> Read:
        written = self.atoms[at].text
        numbers = re.split(r"\D", written)
        if ":" in written and len(numbers) in {2, 3} and len(numbers[1]) == 2 and int(numbers[1]) < 60:
            hours = int(numbers[0]) + int(numbers[1]) / 60
            if hours <= 24:
                return self._time_of_day(at, at + 1, hours, written) or self._clock(at, at + 1, hours)
        if len(numbers) == 2 and ":" not in written and 0 < int(numbers[0]) < int(numbers[1]) <= 10:
            return [self._value("fraction", int(numbers[0]) / int(numbers[1]), at, at + 1)], at + 1
        return self._parts(at)

    def _parts(self, at: int) -> Read:
        """Digits that are no one number (a score, a date in figures, a version): each part is a value."""
        atom = self.atoms[at]
        found = []
        for match in re.finditer(r"\d+", atom.text):
            is_year = len(match[0]) == 4 and _FIRST_YEAR <= int(match[0]) <= _LAST_YEAR
            start, end = atom.start + match.start(), atom.start + match.end()
            found.append(
                Value(kind="year" if is_year else "number", amount=float(match[0]), start=start, end=end)
            )
        return found, at + 1

    def _composed(self, at: int, end: int, readings: tuple[float, ...], *, is_spelled: bool = False) -> Read:
        """A plain number with all that belongs to it."""
        amount, alternative = readings[0], readings[1] if len(readings) > 1 else None
        is_whole = end == at + 1 and self.atoms[at].text.isdecimal()
        first, unit, label = self._before(at)
        if is_whole and (place := self._place_in_order(at, end, amount, has_unit=bool(unit))):
            return place
        scale = self._scale(end, has_unit=bool(unit))
        if scale:
            amount, alternative, end = amount * scale, None, self._end_of_scale(end + 1)
        after, end = self._after(end)
        unit = unit or after
        if after and (part := self._part_added(end)):
            amount, alternative, end = amount + part[0], None, part[1]
        kind: ValueKind = "measure" if unit else "number"
        if unit in MONEY or unit in {"percent", PERCENTAGE_POINT}:
            kind = "money" if unit in MONEY else "percent"
        elif not unit and not scale and not label and is_whole and len(self.atoms[at].text) == 4:
            kind = "year" if _FIRST_YEAR <= amount <= _LAST_YEAR else "number"
        if kind == "number" and alternative is None and _HOURS_WITH_STOP.fullmatch(self.atoms[at].text):
            alternative = int(amount) + round(amount % 1 * 100) / 60  # "15.00 UTC" and "15:00"
        if (
            is_whole
            and len(self.atoms[at].text) == 2
            and self._word(at - 1) in {"'", "’"}
            and self._is_glued(at)
        ):
            alternative = amount + (1900 if amount > 30 else 2000)  # "the summer of '92"
        value = self._value(
            kind,
            amount,
            first,
            end,
            unit=unit,
            alternative=alternative,
            label=label,
            scale=scale or 1.0,
            is_spelled=is_spelled,
        )
        return [value], end

    def _place_in_order(self, at: int, end: int, amount: float, *, has_unit: bool) -> Read | None:
        """Read what digits with an ending or a month are: "21st", "the 1920s", "17 July"."""
        follow = self._word(end)
        if follow in ORDINAL_ENDINGS and self._is_glued(end):
            return self._day(at, end + 1, amount) or ([self._value("ordinal", amount, at, end + 1)], end + 1)
        if follow == "." and self._is_glued(end) and self._is_dotted_ordinal(end, amount):
            if day := self._day(at, end + 1, amount):
                return day  # "am 30. Mai"
            return [self._value("ordinal", amount, at, end + 1)], end + 1
        if follow and follow in "'’" and self._word(end + 1) == "s" and amount % 10 == 0:
            return [self._value("decade", amount, at, end + 2)], end + 2
        if follow == "s" and self._is_glued(end) and amount % 10 == 0:
            return [self._value("decade", amount, at, end + 1)], end + 1
        return None if has_unit else self._day(at, end, amount)

    def _is_dotted_ordinal(self, end: int, amount: float) -> bool:
        """Whether digits with a full stop are an ordinal: "im 12. Jahr"; at the end of a sentence they are none."""
        is_custom = self.language in listed("abbreviations", "ordinals") and amount <= _LAST_DOTTED
        return is_custom and end + 1 < len(self.atoms) and self.atoms[end + 1].kind == "word"

    def _in_words(self, at: int) -> Read | None:
        """A number in words; "one", "first", "second", "both" and their like are soft."""
        word = self._word(at)
        if self.atoms[at].text in ROMAN:
            return [self._value("number", ROMAN[self.atoms[at].text], at, at + 1, is_soft=True)], at + 1
        if word in DECADES:
            return [self._value("decade", DECADES[word], at, at + 1, is_spelled=True)], at + 1
        words, ends = self._words_from(at)
        if words[1:2] == ["and"] and self._word(at - 1) in _BEFORE_TWO:
            words = words[:1]  # "between four and thirty"
        read = spelled(words)
        if read is None:
            if word not in MULTITUDES:
                return None
            unit = SPANS.get(word, "")
            kind: ValueKind = "measure" if unit else "number"
            soft = self._value(kind, MULTITUDES[word], at, at + 1, unit=unit, is_soft=True, is_spelled=True)
            return [soft], at + 1
        end = ends[read.words - 1]
        if read.is_vague:
            unit, last = self._after(end + 1 if self._word(end) == "of" else end)
            last = last if unit else end
            return [self._value("magnitude", read.amount, at, last, unit=unit, is_spelled=True)], last
        if read.is_fraction:
            return self._part_of_a_unit(at, end, read.amount)
        if read.is_ordinal:
            is_soft = read.amount <= 2
            ordinal = [self._value("ordinal", read.amount, at, end, is_soft=is_soft, is_spelled=True)]
            return self._day(at, end, read.amount) or (ordinal, end)
        if clock := self._time_of_day(at, end, read.amount, ""):
            return clock
        (value,), last = self._composed(at, end, (read.amount,), is_spelled=True)
        # "one" is a pronoun or an article, also in "one year"; "a hundred" and "one per cent" are numbers
        if read.amount <= 1 and read.words == 1 and value.kind not in {"percent", "money"}:
            soft = self._value(
                value.kind, value.amount, at, last, unit=value.unit, is_soft=True, is_spelled=True
            )
            return [soft], last
        return [value], last
