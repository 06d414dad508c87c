"""Number words and digits: what "twenty-one", "two and a half million" and "1.234,5" amount to.

English words, digits of any language. Which mark stands before the decimals depends on the language: most of
continental Europe writes 1.234,5 for what English writes 1,234.5 (CLDR, "Numbering Systems").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from compare.text.wordlists import entries, words

if TYPE_CHECKING:
    from collections.abc import Sequence


def _in_order(block: str, first: int) -> dict[str, int]:
    listed = [word for line in entries("numerals")[block] for word in line.split()]
    return {word: amount for amount, word in enumerate(listed, first)}


def _amounts(block: str) -> dict[str, float]:
    return {word: float(amount) for word, amount in map(str.split, entries("numerals")[block])}


ONES: Final = _in_order("ones", 0)
TENS: Final = {
    **{word: 10 * amount for word, amount in _in_order("tens", 2).items()},
    "threescore": 60,
    "fourscore": 80,
}
SCALES: Final = _amounts("scales")
SHORT_SCALES: Final = _amounts("short_scales")
MONEY_SCALES: Final = _amounts("money_scales")
MAGNITUDES: Final = _amounts("magnitudes")
MULTITUDES: Final = _amounts("multitudes")
SPANS: Final = {"fortnight": "day", "decade": "year", "century": "year"}
"""What those of them count that are lengths of time: "a fortnight" is two weeks."""
LATE_ORDINALS: Final = _amounts("late_ordinals")
DECADES: Final = {word[:-1] + "ies": amount for word, amount in TENS.items() if word.endswith("y")}
ORDINALS: Final[dict[str, float]] = {
    **_in_order("ordinals", 1),
    **{word[:-1] + "ieth": amount for word, amount in TENS.items() if word.endswith("y")},
    **LATE_ORDINALS,
}
DENOMINATORS: Final[dict[str, float]] = {
    "half": 2,
    "halves": 2,
    "quarter": 4,
    "quarters": 4,
    **{
        word + ending: amount
        for word, amount in ORDINALS.items()
        if 3 <= amount <= 10
        for ending in ("", "s")
    },
}
_ROMAN: Final = ("II", "III", "IV", "", "VI", "VII", "VIII", "IX", "", "XI", "XII", "XIII", "XIV")
ROMAN: Final = {numeral: amount for amount, numeral in enumerate(_ROMAN, 2) if numeral}
"""Roman numbers that are no initials; they may stand for a number ("level II") and are never missed themselves."""

NUMBER_WORDS: Final = frozenset(
    [*ONES, *TENS, *SCALES, *MAGNITUDES, *ORDINALS, *DENOMINATORS, *MULTITUDES, *DECADES, "dozen"]
)
"""All words that a number in words may begin with, but for the articles."""

_DECIMAL_COMMA: Final = words("numerals", "decimal_comma")
_COUNTS: Final[dict[str, int]] = {"a": 1, "an": 1, **ONES}


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelled:
    """A number in words: its amount, how many words it takes, and which sort it is."""

    amount: float
    words: int
    is_ordinal: bool = False
    is_fraction: bool = False
    is_vague: bool = False


@lru_cache(maxsize=1 << 12)
def digit_readings(written: str, language: str = "en") -> tuple[float, ...]:
    """All amounts that digits with marks may stand for, the likeliest in the language first.

    Args:
        written: digits with dots, commas, apostrophes or no-break spaces between them.
        language: ISO 639-1 code; decides between "1.234" as a thousand and as a bit more than one.

    Returns:
        One amount or two; none where the digits are no one number.

    >>> digit_readings("1,234.5"), digit_readings("1.234,5"), digit_readings("3,5")
    ((1234.5,), (1234.5,), (3.5,))
    >>> digit_readings("1.234"), digit_readings("1.234", "de")
    ((1.234, 1234.0), (1234.0, 1.234))
    >>> digit_readings("1.2.3")
    ()
    """
    parts = re.split(r"\D", written)
    marks = re.findall(r"\D", written)
    if not marks:
        return (float(written),)
    last = marks[-1]
    if len(marks) > 1 and last in ".," and last not in marks[:-1]:
        integer = _grouped(parts[:-1])
        return () if integer is None else (float(f"{integer:.0f}.{parts[-1]}"),)
    whole = _grouped(parts) if len(set(marks)) == 1 else None
    if len(marks) > 1 or last not in ".,·":
        return () if whole is None else (whole,)
    decimal = float(f"{parts[0]}.{parts[1]}")
    if whole is None or parts[0].startswith("0"):
        return (decimal,)
    return (decimal, whole) if (last == ",") == (language in _DECIMAL_COMMA) else (whole, decimal)


def _grouped(parts: Sequence[str]) -> float | None:
    """The number that groups of digits make, or None where they are not thousands (or Indian lakhs)."""
    if len(parts) == 1:
        return float(parts[0])
    if not 1 <= len(parts[0]) <= 3 or len(parts[-1]) != 3:
        return None
    inner = {len(part) for part in parts[1:-1]}
    return float("".join(parts)) if inner <= {3} or inner == {2} else None


def spelled(words: Sequence[str]) -> Spelled | None:
    """The number that the words begin with, in its longest reading, or None.

    Args:
        words: lower-case words, "twenty-one" as two.

    >>> found = spelled("two and a half million people".split())
    >>> found.amount, found.words
    (2500000.0, 5)
    >>> spelled("tens of millions".split()).amount, spelled("two thirds of it".split()).is_fraction
    (10000000.0, True)
    >>> spelled("a lot".split()) is None
    True
    """
    if not words:
        return None
    return (
        _magnitude(words)
        or _part_of_a_scale(words)
        or _fraction(words)
        or _reversed(words)
        or _cardinal(words)
    )


def _reversed(words: Sequence[str]) -> Spelled | None:
    """Read "four and thirty", "seven and twentieth", as English once counted."""
    if len(words) < 3 or words[1] != "and" or not 0 < ONES.get(words[0], 0) < 10:
        return None
    if words[2] in TENS:
        return Spelled(amount=TENS[words[2]] + ONES[words[0]], words=3)
    if words[2].endswith("ieth") and words[2] in ORDINALS:
        return Spelled(amount=ORDINALS[words[2]] + ONES[words[0]], words=3, is_ordinal=True)
    return None


def _magnitude(words: Sequence[str]) -> Spelled | None:
    """Read what tells the size alone: "tens of millions", "hundreds", "several thousand"."""
    if len(words) > 1 and words[0] in {"several", "many", "few"} and words[1] in SCALES:
        return Spelled(amount=SCALES[words[1]], words=2, is_vague=True)
    taken = 0
    amount = 1.0
    while words[taken : taken + 1] and words[taken] in MAGNITUDES:
        amount *= MAGNITUDES[words[taken]]
        taken += 1
        if list(words[taken : taken + 1]) != ["of"] or not MAGNITUDES.keys() & words[taken + 1 : taken + 2]:
            break
        taken += 1
    return Spelled(amount=amount, words=taken, is_vague=True) if taken else None


def _part_of_a_scale(words: Sequence[str]) -> Spelled | None:
    """Read "half a million", "a quarter of a million", "half a dozen"."""
    start = 1 if words and words[0] in {"a", "one"} else 0
    if len(words) < start + 3 or words[start] not in {"half", "quarter"}:
        return None
    end = start + 2 if words[start + 1] == "of" else start + 1
    if end + 1 >= len(words) or words[end] not in {"a", "an"}:
        return None
    scale = 12.0 if words[end + 1] == "dozen" else SCALES.get(words[end + 1], 0.0)
    return Spelled(amount=scale / DENOMINATORS[words[start]], words=end + 2) if scale else None


def _fraction(words: Sequence[str]) -> Spelled | None:
    """Read "two thirds", "a third of", "one half"; "a third man" and "one second" are no fractions."""
    if words and words[0] in {"half", "halves"}:
        return Spelled(amount=0.5, words=1, is_fraction=True)
    if len(words) < 2 or words[1] not in DENOMINATORS or words[0] not in _COUNTS:
        return None
    count = _COUNTS[words[0]]
    if not count or (count > 1) != (words[1].endswith("s") or words[1] == "halves"):
        return None
    if words[0] in {"a", "an"} and words[1] not in {"half", "quarter"} and list(words[2:3]) != ["of"]:
        return None
    return Spelled(amount=count / DENOMINATORS[words[1]], words=2, is_fraction=True)


def _cardinal(words: Sequence[str]) -> Spelled | None:
    """Read "twenty-one", "one hundred and five", "a million", "two dozen", "twenty-first"; "a" alone is none."""
    total = 0.0
    group = 0.0  # what stands before the next thousand, million …
    taken = 0
    last = ""  # "ones", "tens" or "scale"
    if words and words[0] in {"a", "an"}:
        if len(words) < 2 or (words[1] not in SCALES and words[1] != "dozen"):
            return None
        group, taken, last = 1.0, 1, "ones"
    while taken < len(words):
        word = words[taken]
        ones = ONES.get(word)
        if ones is not None and (last in {"", "scale"} or (last == "tens" and 0 < ones < 10)):
            group += ones
            last = "ones"
        elif word in TENS and last in {"", "scale"}:
            group += TENS[word]
            last = "tens"
        elif word == "dozen" and (not taken or last in {"ones", "tens"}):
            return Spelled(amount=total + 12 * (group if taken else 1), words=taken + 1)
        elif word == "hundred" and group:
            group *= 100
            last = "scale"
        elif word in SCALES and group:
            total += group * SCALES[word]
            group, last = 0.0, "scale"
        elif word in ORDINALS and (ordinal := _ordinal(word, total, group, last)):
            return Spelled(amount=ordinal, words=taken + 1, is_ordinal=True)
        elif group and (half := _and_a_half(words, taken)):
            group += half
            taken += 2
            last = "tens"
        elif word == "and" and last == "tens" and set(words[taken + 1 : taken + 2]) & ONES.keys():
            return Spelled(amount=total + group + ONES[words[taken + 1]], words=taken + 2)  # "sixty and five"
        elif word != "and" or last != "scale" or not _goes_on(words, taken + 1):
            break
        taken += 1
    return Spelled(amount=total + group, words=taken) if taken else None


def _ordinal(word: str, total: float, group: float, last: str) -> float:
    """The ordinal that a number ends in: "third", "twenty-third", "hundred-and-third", "two hundredth"; 0 for none."""
    if word in LATE_ORDINALS and group:
        return total + group * ORDINALS[word]
    if last in {"", "scale"} or (last == "tens" and ORDINALS[word] < 10):
        return total + group + ORDINALS[word]
    return 0.0


def _goes_on(words: Sequence[str], place: int) -> bool:
    """Whether a number goes on after "and": "one hundred and five"."""
    return place < len(words) and any(words[place] in known for known in (ONES, TENS, ORDINALS))


def _and_a_half(words: Sequence[str], start: int) -> float:
    """The half or quarter in "two and a half", else 0."""
    if list(words[start : start + 2]) == ["and", "a"] and len(words) > start + 2:
        return {"half": 0.5, "quarter": 0.25}.get(words[start + 2], 0.0)
    return 0.0
