"""The lists of wordfreq (Speer 2022), read without the rest of it.

A list is a gzipped msgpack file of words in order of their frequency, a row for each hundredth of a power of ten.
``import wordfreq`` brings a tokenizer for every script and a register of all languages, 0.13 s of processor time that
a look-up does not need. So its files are read here, and where they are not as they were, it is asked itself. The tests
hold both ways equal.
"""

from __future__ import annotations

import math
import zlib
from bisect import bisect_left
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_STEP: Final = 100
"""Rows of a list from one frequency down to a tenth of it."""
_FORMAT: Final = {"format": "cB", "version": 1}
_GZIP: Final = 16 + zlib.MAX_WBITS
_SEARCHES: Final = 300
"""Words looked for in the bytes of a list before it is made a table: a search costs 0.1 ms, the table 6 ms."""
_SHORT_CHARS: Final = 32
_BENFORD: Final = (0.009, 0.300, 0.175, 0.124, 0.096, 0.078, 0.066, 0.057, 0.050, 0.045)
"""Shares of first digits as wordfreq has them: Benford's law, with an estimate for the zero."""
_PLATEAU: Final = (2019, 2039)
"""Years that are named most; the share falls slowly towards the past and fast towards the future."""
_YEAR_EXPONENTS: Final = (-1.9185, 0.0083, 0.2)
_NO_YEAR: Final = 0.1


_COMMON_ROWS: Final = 650
"""Rows of a list whose words are made a table; the rarer four fifths are a set, which takes half as long to make."""


class Shares:
    """The share of each word of a list in all running words.

    Args:
        rows: the words in rows of equal shares, the most frequent first.
    """

    __slots__ = ("_rare", "_rows", "_table")

    def __init__(self, rows: list[list[str]]) -> None:
        self._table: dict[str, float] = {}
        for place, words in enumerate(rows[:_COMMON_ROWS]):
            self._table.update(dict.fromkeys(words, _share(place)))
        self._rows = rows
        self._rare = frozenset(chain.from_iterable(rows[_COMMON_ROWS:]))

    def get(self, word: str) -> float:
        """Give the share of a word, 0 where it is not listed."""
        share = self._table.get(word)
        if share is None and word in self._rare:
            share = self._table[word] = next(
                _share(place)
                for place in range(_COMMON_ROWS, len(self._rows))
                if _holds(self._rows[place], word)
            )
        return share or 0.0

    def items(self) -> Iterator[tuple[str, float]]:
        """Give every word with its share, the most frequent first."""
        for place, words in enumerate(self._rows):
            share = _share(place)
            for word in words:
                yield word, share

    def __bool__(self) -> bool:
        return bool(self._table)


def _share(place: int) -> float:
    return float(10 ** (-place / _STEP))


def _holds(words: list[str], word: str) -> bool:
    place = bisect_left(words, word)  # a row is in alphabetical order
    return place < len(words) and words[place] == word


@cache
def shares(language: str) -> Shares:
    """Give the share of each word of a language in all running words, from the large list where there is one.

    Args:
        language: ISO 639-1.

    Returns:
        By word; empty where there is no list of the language.

    >>> shares("en").get("the") > shares("en").get("ferry") > shares("en").get("qwrtzx")
    True
    >>> bool(shares("xx"))
    False
    """
    data = _bytes("large", language) or _bytes("small", language)
    if data is None and _path("small", "en").exists():
        return Shares([])
    return Shares((_rows(data) if data else []) or _asked_rows(language))


class EverydayWords:
    """The words of a language's small list that have a certain share of all running words, or more.

    Most forms that are asked for are in no list, and that shows without making a table of the list: what its bytes do
    not hold is not in it.

    Args:
        language: ISO 639-1, with a list.
        least: the smallest share.
    """

    __slots__ = ("_bytes", "_language", "_least", "_searches", "_table")

    def __init__(self, language: str, least: float) -> None:
        self._language, self._least = language, least
        self._bytes: bytes | None = _bytes("small", language)
        self._table: dict[str, float] | None = None
        self._searches = 0

    def share(self, word: str) -> float:
        """Give the share of a word, 0 where it has less than the smallest.

        >>> EverydayWords("de", 1e-6).share("nicht") > 0.001, EverydayWords("de", 1e-6).share("ferry")
        (True, 0.0)
        """
        if self._table is None:
            if self._bytes and self._searches < _SEARCHES:
                self._searches += 1
                if _packed(word) not in self._bytes:
                    return 0.0
            self._table, self._bytes = self._made_table(), None
        return self._table.get(word, 0.0)

    def _made_table(self) -> dict[str, float]:
        rows = _rows(self._bytes) if self._bytes else []
        if not rows:
            listed = _asked(self._language, "small")
            return {word: share for word, share in listed.items() if share >= self._least}
        table: dict[str, float] = {}
        for place, words in enumerate(rows):
            share = _share(place)
            if share < self._least:
                break
            table.update(dict.fromkeys(words, share))
        return table


def number_share(digits: str, language: str) -> float:
    """Give the share of a number in all running words, as wordfreq estimates it from its length and first digit.

    Args:
        digits: decimal digits and nothing else.
        language: ISO 639-1, with a list.

    >>> number_share("2019", "en") > number_share("1719", "en") > number_share("171923", "en") > 0
    True
    """
    if not digits.isascii():
        return _asked_number(digits, language)
    key = "0" * len(digits) if len(digits) > 1 else digits
    share = shares(language).get(key)
    if not share:
        return 0.0
    if key != digits:  # noughts alone are a row of their own
        share *= _year_share(digits) if len(digits) == 4 else _benford(digits)
    share = 1.0 / (1.0 / share)  # the mean that wordfreq takes of several words; of one it may round
    return float(round(share, math.floor(-math.log(share, 10)) + 3))


def _benford(digits: str) -> float:
    return _BENFORD[int(digits[0])] / float(10 ** (len(digits) - 1))


def _year_share(digits: str) -> float:
    first, last = _PLATEAU
    peak, before, after = _YEAR_EXPONENTS
    year = int(digits)
    exponent = peak - before * (first - year) if year <= first else peak
    if year > last:
        exponent = peak - after * (year - last)
    return float(10.0**exponent + _NO_YEAR * _benford(digits))


def _bytes(size: str, language: str) -> bytes | None:
    """Give a list of wordfreq's as it is packed, or None where there is no such file."""
    if not language.isalpha():
        return None
    try:
        return zlib.decompress(_path(size, language).read_bytes(), _GZIP)
    except (OSError, zlib.error):
        return None


def _path(size: str, language: str) -> Path:
    return _folder() / f"{size}_{language}.msgpack.gz"


@cache
def _folder() -> Path:
    spec = find_spec("wordfreq")  # finds the package and does not import it
    places = spec.submodule_search_locations if spec else None
    return Path(next(iter(places or ()), "")) / "data"


def _rows(data: bytes) -> list[list[str]]:
    """Unpack a list; empty where it is of another format."""
    msgpack: Any = import_module("msgpack")  # what wordfreq keeps its lists in, and therefore installs
    rows: list[Any] = msgpack.unpackb(data, raw=False)
    return rows[1:] if rows and rows[0] == _FORMAT else []


def _packed(word: str) -> bytes:
    """Give a word as msgpack writes it: short strings have their length in the byte before them."""
    written = word.encode("utf-8", "surrogatepass")
    return bytes([0xA0 | len(written)]) + written if len(written) < _SHORT_CHARS else written


def _asked(language: str, size: str) -> dict[str, float]:
    import wordfreq

    if language not in wordfreq.available_languages(size):
        return {}
    found: dict[str, float] = wordfreq.get_frequency_dict(language, size)
    return found


def _asked_rows(language: str) -> list[list[str]]:
    import wordfreq

    if language not in wordfreq.available_languages("best"):
        return []
    rows: list[list[str]] = wordfreq.get_frequency_list(language, "best")
    return rows


def _asked_number(digits: str, language: str) -> float:
    import wordfreq

    return float(wordfreq.word_frequency(digits, language))
