"""Reads what stands round a number and belongs to it: a currency before it, a scale, a unit or a part after it."""

from __future__ import annotations

from typing import Final

from compare.text.atoms import HYPHENS, Read
from compare.text.dates import CalendarReader
from compare.text.foreign_numerals import scale_abroad
from compare.text.numerals import MONEY_SCALES, SCALES, SHORT_SCALES, spelled
from compare.text.shares import counts_by_article, is_article, share_abroad, unit_with_share
from compare.text.units import CONVERTED, CURRENCY_SIGNS, UNITS, Unit, unit_of

_CURRENCY_PREFIXES: Final = frozenset({"us", "a", "au", "c", "ca", "hk", "nz", "s", "sg", "nt", "r"})
_CURRENCY_NATIONS: Final = frozenset(
    {"us", "u", "american", "australian", "canadian", "british", "hong", "swiss", "indian"}
)
_NOT_A_LABEL: Final = frozenset(
    {"mid", "pre", "post", "early", "late", "non", "sub", "over", "under", "aged", "age", "top", "de", "al"}
)
_UNIT_ARTICLES: Final = frozenset({"a", "an"})
_SPACED_SIGNS: Final = frozenset({"g", "h", "l", "m"})
"""Units of one letter that may stand behind a space as well; "3 p" and "4 w" are something else."""
_PARTITIVES: Final = frozenset({"d", "de", "di"})
_JOINS: Final = frozenset({"et", "y", "e", "en"})
"""What joins a part to the unit before it: "deux heures et demie", "dos horas y media"."""
_QUARTER: Final = 0.25
_QUARTER_IS_FOURTH: Final = frozenset({"es", "it", "pt"})
"""Languages in which "cuarto año" is the fourth year; a quarter of one has "de" between."""
_BEFORE_A_SPAN: Final = frozenset(
    [
        "of",
        "in",
        "within",
        "for",
        "than",
        "about",
        "nearly",
        "almost",
        "over",
        "took",
        "takes",
        "lasted",
        "lasts",
    ]
)
_BEHIND_A_SPAN: Final = frozenset(["late", "later", "ago", "earlier", "early", "long"])
"""What says of "an hour" that it is a length of time: "an hour late", "a delay of an hour", "in a week"."""
_SPEEDS: Final = {"kilometre": "kph", "mile": "mph"}
_AN_HOUR: Final = frozenset({"h", "hour", "heure", "stunde", "hora", "ora", "uur"})
_POINTS: Final = frozenset({"point", "points", "prozentpunkte", "prozentpunkten", "prozentpunkt"})
PERCENTAGE_POINT: Final = "percentage point"


class UnitReader(CalendarReader):
    """Reads what of a run of atoms says what a number beside it counts."""

    def _before(self, at: int) -> tuple[int, str, str]:
        """Where the value begins, the currency before it, and the letters that it is glued to."""
        sign = self._word(at - 1)
        if sign in CURRENCY_SIGNS:
            has_prefix = self._word(at - 2) in _CURRENCY_PREFIXES and self._is_glued(at - 1)
            return at - 2 if has_prefix else at - 1, CURRENCY_SIGNS[sign], ""
        unit = UNITS.get(sign)
        if unit and unit.dimension == "money" and self.atoms[at - 1].text.isupper():
            return at - 1, unit.name, ""
        if not self._is_glued(at):
            return at, "", ""
        if sign in {"-", "‑", "–", "'", "’"} and self._is_glued(at - 1):
            sign = self._word(at - 2)
        return at, "", sign if sign.isalpha() and sign not in _NOT_A_LABEL else ""

    def _after(self, end: int) -> tuple[str, int]:
        """The unit after a number and where it ends; ("", end) where there is none."""
        word = self._word(end)
        if word in {"%", "٪", "％"}:
            return "percent", end + 1
        if word in CURRENCY_SIGNS and not (self._is_glued(end + 1) and self._word(end + 1)[:1].isdecimal()):
            return CURRENCY_SIGNS[word], end + 1
        if word == "per" and self._word(end + 1) == "cent":
            return "percent", end + 2
        hyphen = 1 if word in HYPHENS and self._is_glued(end) and self._is_glued(end + 1) else 0
        word = self._word(end + hyphen)
        if word in _CURRENCY_NATIONS:
            for ahead in range(end + 1, end + 5):
                unit = UNITS.get(self._word(ahead))
                if unit and unit.dimension == "money":
                    return unit.name, ahead + 1
        if word in _POINTS and word.startswith("prozent"):
            return PERCENTAGE_POINT, end + hyphen + 1
        found = self._unit_at(end + hyphen)
        if found is None and word in _PARTITIVES:  # "38 millions d'euros"
            ahead = end + 2 if self._word(end + 1) in {"'", "’"} else end + 1
            found = self._unit_at(ahead)
            return (found.name, ahead + 1) if found and found.dimension == "money" else ("", end)
        if found is None:
            return "", end
        end += hyphen + 1
        if found.dimension == "percent" and self._word(end) in _POINTS:
            return PERCENTAGE_POINT, end + 1
        if found.name in _SPEEDS and (last := self._per_hour(end)):
            return _SPEEDS[found.name], last
        return found.name, end

    def _unit_at(self, at: int) -> Unit | None:
        """The unit that an atom behind a number names; "4G" is no mass."""
        word = self._word(at)
        if len(word) == 1:
            is_sign = self._is_glued(at) or word in _SPACED_SIGNS
            if not is_sign or not self.atoms[at].text.islower() or self._word(at + 1) in {"'", "’", "&"}:
                return None
        return unit_of(word, self.language)

    def _per_hour(self, at: int) -> int:
        """Where "an hour" behind a length ends, 0 where there is none: "60 km/h", "60 miles an hour"."""
        ahead = at + 2 if self._word(at) == "à" and self._word(at + 1) == "l" else at
        is_a_rate = ahead > at or self._word(at) in {"/", "an", "per", "par", "pro", "por", "in"}
        ahead = ahead + 1 if is_a_rate else ahead
        ahead = ahead + 1 if self._word(ahead) == "der" else ahead
        return ahead + 1 if is_a_rate and self._word(ahead) in _AN_HOUR else 0

    def _scale(self, end: int, *, has_unit: bool) -> float:
        follow = self._word(end)
        scale = SCALES.get(follow) or SHORT_SCALES.get(follow) or scale_abroad(follow, self.language)
        is_money = has_unit or (self._word(end + 1) in CURRENCY_SIGNS and self._is_glued(end + 1))
        if not scale and is_money and (self._is_glued(end) or follow == "m"):
            return MONEY_SCALES.get(follow, 0.0)  # "$6m", "6 M€"
        return scale

    def _end_of_scale(self, end: int) -> int:
        """Where a scale ends with the point of its abbreviation, if money follows: "3 Mrd. Euro"."""
        money = self._unit_at(end + 1) if self._word(end) == "." else None
        return end + 1 if money is not None and money.dimension == "money" else end

    def _part_added(self, end: int) -> tuple[float, int] | None:
        """The part behind a unit and where it ends: "two hours and a half", "deux heures et demie"."""
        if self.language not in {"en", "und"}:
            share = share_abroad(self._word(end + 1), self.language)
            return (share, end + 2) if share and self._word(end) in _JOINS else None
        if self._word(end) != "and":
            return None
        words, ends = self._words_from(end + 1)
        read = spelled(words) if words else None
        if (
            read is None
            or not read.is_fraction
            or self._word(ends[read.words - 1]) in _UNIT_ARTICLES | {"of"}
        ):
            return None
        return read.amount, ends[read.words - 1]

    def _part_of_a_unit(self, at: int, end: int, share: float) -> Read:
        """A fraction with its unit: "half an hour", "every half hour", "a quarter of a mile", "an hour and a half"."""
        ahead = end + 1 if self._word(end) == "of" else end
        ahead = ahead + 1 if self._word(ahead) in _UNIT_ARTICLES else ahead
        if ahead == end:  # "every half hour", "a half-mile"; the plural of "two half days" counts by itself
            ahead = end + 1 if self._word(end) in HYPHENS and self._is_glued(end) else end
        behind = UNITS.get(self._word(ahead))
        if behind is not None and behind.dimension in CONVERTED and not self._word(ahead).endswith("s"):
            whole = self._value("measure", share, at, ahead + 1, unit=behind.name, is_spelled=True)
            return [whole], ahead + 1
        before = UNITS.get(self._word(at - 2)) if self._word(at - 1) == "and" else None
        if before is not None and before.dimension in CONVERTED and self._word(at - 3) in _UNIT_ARTICLES:
            whole = self._value("measure", 1 + share, at - 3, end, unit=before.name, is_spelled=True)
            return [whole], end
        return [self._value("fraction", share, at, end, is_spelled=True)], end

    def _part_abroad(self, first: int, at: int, count: float) -> Read | None:
        """A part of a unit in a language but English: "halbe Stunde", "trois quarts d'heure", "Viertelstunde"."""
        word = self._word(at)
        if joined := unit_with_share(word, self.language):
            share, unit = joined
            ahead = at
        else:
            share = share_abroad(word, self.language)
            ahead = at + 1
            while share and (self._word(ahead) in _PARTITIVES | HYPHENS | {"'", "’"}):
                ahead += 1
            if ahead == at + 1 and share == _QUARTER and self.language in _QUARTER_IS_FOURTH:
                return None
            found = self._unit_at(ahead) if share else None
            if share and self._word(at + 1) == "so":  # "halb so viel"
                return [self._value("fraction", count * share, first, at + 1, is_spelled=True)], at + 1
            if found is None or found.dimension not in CONVERTED:
                return None
            unit = found
        part = self._value("measure", count * share, first, ahead + 1, unit=unit.name, is_spelled=True)
        return [part], ahead + 1

    def _counted_by_article(self, at: int) -> Read | None:
        """A unit behind an article, which may stand for a number and is never missed itself: "a metre"."""
        if not is_article(self._word(at), self.language) or self._is_glued(at + 1):
            return None
        unit = self._unit_at(at + 1)
        if unit is None or unit.dimension not in CONVERTED or len(self._word(at + 1)) == 1:
            return None
        is_span = self._word(at - 1) in _BEFORE_A_SPAN or self._word(at + 2) in _BEHIND_A_SPAN
        if not counts_by_article(unit) and not is_span:
            return None  # "eight trains a day"
        one = self._value("measure", 1.0, at, at + 2, unit=unit.name, is_soft=True, is_spelled=True)
        return [one], at + 2
