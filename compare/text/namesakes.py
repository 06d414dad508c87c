"""Which written names may be one name: other spellings, the people of a country, abbreviations, short forms.

"China" and "Chinese", "the US" and "America", "WHO" and "World Health Organization", "Dvořák" and "Dvorak" are one;
"Jajpur" and "Jajpor" are near. A romanised name has many spellings, which differ in vowels, in doubled letters and in
letters of one sound: they share a skeleton (after the idea of Soundex, Russell 1918, and of Metaphone, Philips 1990).
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache, cached_property, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from compare.text.forms import LONGEST_WORD_LETTERS
from compare.text.lexicon import KNOWN_RARITY, is_function_word, rarity
from compare.text.wordlists import entries, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from compare.model import Token

_STROKES: Final = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe"}
)
_BASES: Final = frozenset({"", "a", "e", "o", "y", "s", "es", "ia", "um", "us"})
_DERIVED: Final = words("names", "derived_endings")
"""What follows the common stem of a place in its own name, and in its people and adjective: Canada, Canadian."""
_SOUNDS: Final = tuple(tuple(line.split()) for line in entries("names")["sounds"])
"""Groups of letters of one sound, the longer ones first, and how they are written here."""
_LETTERS: Final = str.maketrans("qcgzwfbd", "kkksvvpt", "hyj")
"""Letters of nearly one sound, and letters that spellings leave out or put in."""
_VOWELS: Final = frozenset("aeiou")


@lru_cache(maxsize=1 << 16)
def plain(form: str) -> str:
    """A form in lower case without accents, apostrophes and full stops.

    >>> plain("décary"), plain("o’hara"), plain("łódź"), plain("al-bashir")
    ('decary', 'ohara', 'lodz', 'al-bashir')
    """
    form = form.lower()
    if form.isascii() and form.isalnum():
        return form
    decomposed = unicodedata.normalize("NFKD", form.translate(_STROKES))
    return "".join(letter for letter in decomposed if letter.isalnum() or letter in "-&")


@lru_cache(maxsize=1 << 16)
def skeleton(word: str) -> str:
    """The sounds of a plain word that its spellings share: classes of consonants, runs taken as one.

    >>> skeleton("jhajjar") == skeleton("jajhar"), skeleton("cunek") == skeleton("cunk")
    (True, True)
    >>> skeleton("martin") == skeleton("marvin")
    False
    """
    for letters, sound in _SOUNDS:
        word = word.replace(letters, sound)
    kept = [letter for letter in word.translate(_LETTERS) if letter not in _VOWELS and letter.isalnum()]
    return "".join(letter for place, letter in enumerate(kept) if not place or kept[place - 1] != letter)


@lru_cache(maxsize=1 << 16)
def is_kin(word: str, other: str) -> bool:
    """Say whether two plain words are a place and its people or adjective, or a noun and its adjective.

    >>> is_kin("canada", "canadians"), is_kin("congress", "congressional"), is_kin("malta", "malawi")
    (True, True, False)
    """
    common = 0
    for letter, facing in zip(word, other, strict=False):
        if letter != facing:
            break
        common += 1
    return any(_are_endings(word[cut:], other[cut:]) for cut in range(4, common + 1))


def _are_endings(rest: str, other: str) -> bool:
    """Whether both are endings of one name, at least one of a people or an adjective: "a", "ian"; "ism", "ist"."""
    rests = {rest, other}
    return rests <= _BASES | _DERIVED and bool(rests & _DERIVED)


@lru_cache(maxsize=1 << 16)
def likeness(word: str, other: str) -> float:
    """1 − edits / letters of the longer word, a swap of neighbours being one edit; 0 to 1 (Damerau 1964).

    >>> likeness("ferrari", "ferarri") > 0.8 > likeness("ferrari", "maserati")
    True
    """
    from rapidfuzz.distance import OSA

    if max(len(word), len(other)) > LONGEST_WORD_LETTERS:
        return float(word == other)
    return float(OSA.normalized_similarity(word, other))


def is_misspelling(word: str, of: str, language: str = "en") -> bool:
    """Say whether a plain word is one that nobody knows beside one that is well known: "britian" of "britain"."""
    known, unknown = rarity(of, language), rarity(word, language)
    return known <= KNOWN_RARITY < unknown and unknown - known > 3.0


@cache
def _groups() -> tuple[dict[str, frozenset[int]], dict[tuple[str, str], int]]:
    """Groups of names that stand for each other: by their words, and by their first two words."""
    single: dict[str, set[int]] = {}
    pairs: dict[tuple[str, str], int] = {}
    for number, line in enumerate(entries("peoples")["groups"]):
        for name in line.split():
            parts = name.split("_")
            if len(parts) == 1:
                single.setdefault(name, set()).add(number)
            else:
                pairs[parts[0], parts[1]] = number
    return {word: frozenset(numbers) for word, numbers in single.items()}, pairs


@lru_cache(maxsize=1 << 14)
def groups(word: str) -> frozenset[int]:
    """The numbers of the groups of one plain word; empty for most.

    >>> bool(groups("dutch") & groups("holland")), groups("table")
    (True, frozenset())
    """
    return _groups()[0].get(word, frozenset())


class _Entry(NamedTuple):
    """What a vocabulary keeps of a form: the plain word, its parts, and what is asked of them for every sentence."""

    word: str
    parts: tuple[str, ...]
    groups: tuple[int, ...]
    """Those of its parts."""
    ends_pair: bool
    """Whether it is the second word of a name that has a group: "states"."""
    is_function_word: bool


@cache
def _pair_ends() -> frozenset[str]:
    return frozenset(second for _, second in _groups()[1])


@lru_cache(maxsize=1 << 16)
def _entry(form: str, language: str) -> _Entry:
    word = plain(form)
    parts = tuple(dict.fromkeys([word, *word.split("-")])) if "-" in word else (word,)
    return _Entry(
        word,
        parts,
        tuple(group for part in parts for group in sorted(groups(part))),
        word in _pair_ends(),
        is_function_word(form, language),
    )


_JOINED_LETTERS: Final = 7
"""Letters of a word that may stand for two."""


class Vocabulary:
    """The words of a stretch of text, asked whether they hold a name in one of its forms."""

    def __init__(self, tokens: Iterable[Token], language: str = "en") -> None:
        kept = [token for token in tokens if token.kind != "mark" and token.text not in {"'s", "’s"}]
        self._entries = [_entry(token.form, language) for token in kept]
        self._stems = {token.stem for token in kept}
        self.counts: Counter[str] = Counter([part for entry in self._entries for part in entry.parts])
        self._groups: Counter[int] = Counter([group for entry in self._entries for group in entry.groups])
        for before, entry in pairwise(self._entries):
            if entry.ends_pair and (pair := _groups()[1].get((before.word, entry.word))) is not None:
                self._groups[pair] += 1

    @cached_property
    def _by_start(self) -> dict[str, list[str]]:
        """The words by their first letters, in the order of the text."""
        by_start: dict[str, list[str]] = {}
        for word in self.counts:
            by_start.setdefault(word[:3], []).append(word)
        return by_start

    @cached_property
    def _initials(self) -> tuple[str, str]:
        """The first letters of all words, and of those that carry content."""
        every = "".join(entry.word[:1] for entry in self._entries)
        return every, "".join(entry.word[:1] for entry in self._entries if not entry.is_function_word)

    def count(self, word: str) -> int:
        """How often a plain word stands there, as itself, in the plural or as another name of the same."""
        exact = self.counts[word] + self.counts[f"{word}s"]
        if word.endswith("s") and len(word) > 3:
            exact += self.counts[word[:-1]]
        return max([exact, *(self._groups[group] for group in groups(word))])

    def has(self, word: str, stem: str = "") -> bool:
        """Whether a plain word stands there in any form that means the same."""
        if self.count(word) or stem in self._stems:
            return True
        if "-" in word and any(self.count(part) for part in word.split("-") if len(part) > 2):
            return True
        if len(word) >= 4 and any(is_kin(word, other) for other in self._by_start.get(word[:3], ())):
            return True
        return len(word) >= _JOINED_LETTERS and word in self._joined

    @cached_property
    def _joined(self) -> frozenset[str]:
        """Neighbours in one word: "Dockworkers" are dock workers."""
        return frozenset(before.word + entry.word for before, entry in pairwise(self._entries))

    def without_groups(self, tokens: Sequence[Token]) -> list[Token]:
        """The tokens but for names of two words that stand there under another name: "United States" for "US"."""
        known: set[int] = set()
        for first, second in pairwise(tokens):
            group = _groups()[1].get((plain(first.form), plain(second.form)))
            if group is not None and self._groups[group]:
                known |= {first.start, second.start}
        return [token for token in tokens if token.start not in known]

    def pair_count(self, tokens: Sequence[Token]) -> int:
        """How often a name of two words stands there under any of its names."""
        found = (
            _groups()[1].get((plain(first.form), plain(second.form))) for first, second in pairwise(tokens)
        )
        return max((self._groups[group] for group in found if group is not None), default=0)

    def abbreviates(self, letters: str) -> bool:
        """Whether running words begin with these letters: "who" and "World Health Organization"."""
        return 2 <= len(letters) <= 7 and any(letters in initials for initials in self._initials)

    def near(self, word: str, floor: float) -> str:
        """The likest word of the same first letters that is not the word itself, or ""."""
        best = max(
            ((likeness(word, other), other) for other in self._by_start.get(word[:3], ()) if other != word),
            default=(0.0, ""),
        )
        return best[1] if best[0] >= floor else ""
