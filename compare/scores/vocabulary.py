"""Documents as numbers: each body word an entry of one vocabulary, so that thousands fit into memory.

A text of 800 words takes 4 KB. Entries know their comparing form, their stem and their weight: how much it
says for kinship that two texts share the word, by its rarity in the language at large.
"""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from compare.model import ALIGNED_ROLES
from compare.settings import DEFAULTS, FamilySettings
from compare.text.forms import form, stem
from compare.text.lexicon import rarity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compare.model import Document

# Scripts that set no space between words.
_UNSPACED: Final = (
    r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer
    r"\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"  # Japanese, Chinese
)
_SPACED_WORD: Final = re.compile(r"[^\W_]+")
_WORD: Final = re.compile(rf"([{_UNSPACED}]+)|[^\W_{_UNSPACED}]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One document as entries of a vocabulary: the words of its title and body sentences, in order.

    ``ends[i]`` is where the i-th of these sentences ends in ``entries``; ``indices[i]`` is its index in the
    document.
    """

    name: str
    language: str
    entries: array[int]
    ends: array[int]
    indices: array[int]
    has_elision: bool

    def sentences(self) -> Iterator[array[int]]:
        """Give the entries of each sentence."""
        start = 0
        for end in self.ends:
            yield self.entries[start:end]
            start = end


class Vocabulary:
    """The words of a collection, each once, with the number of its form and of its stem, and its weight."""

    def __init__(self, settings: FamilySettings = DEFAULTS.families) -> None:
        self._settings = settings
        self._entries: dict[str, dict[str, int]] = {}
        self._form_numbers: dict[str, int] = {}
        self._stem_numbers: dict[str, int] = {}
        self.forms = array("i")
        self.stems = array("i")
        self.weights = array("d")

    def profile(self, document: Document) -> Profile:
        """Give a document as numbers; the document itself need not be kept."""
        entries, ends, indices = array("i"), array("i"), array("i")
        known = self._entries.setdefault(document.language, {})
        for sentence in document.sentences:
            if sentence.role not in ALIGNED_ROLES:
                continue
            for word in words(sentence.text):
                number = known.get(word)
                entries.append(self._enter(word, document.language) if number is None else number)
            ends.append(len(entries))
            indices.append(sentence.index)
        return Profile(
            name=document.name,
            language=document.language,
            entries=entries,
            ends=ends,
            indices=indices,
            has_elision=any(sentence.role == "elision" for sentence in document.sentences),
        )

    def entry(self, word: str, language: str) -> int:
        """Give the number of a word as it is written in a language."""
        number = self._entries.setdefault(language, {}).get(word)
        return self._enter(word, language) if number is None else number

    def _enter(self, word: str, language: str) -> int:
        comparing, ending_free, rare = _known(word, language)
        number = len(self.forms)
        self._entries[language][word] = number
        self.forms.append(self._form_numbers.setdefault(comparing, len(self._form_numbers)))
        self.stems.append(self._stem_numbers.setdefault(ending_free, len(self._stem_numbers)))
        self.weights.append(min(max(0.0, rare - self._settings.common_rarity), self._settings.rarity_ceiling))
        return number


@lru_cache(maxsize=1 << 16)
def _known(word: str, language: str) -> tuple[str, str, float]:
    """Give the comparing form of a word, its stem and its rarity in nats."""
    comparing = form(word)
    return comparing, stem(comparing, language), rarity(comparing, language)


def words(text: str) -> list[str]:
    """Give the words of a text; where a script sets no spaces, every two neighbouring characters.

    >>> words("The city’s plan, 中国人")
    ['The', 'city', 's', 'plan', '中国', '国人']
    """
    if text.isascii():
        return _SPACED_WORD.findall(text)
    found = []
    for match in _WORD.finditer(text):
        if match[1] is None or len(match[1]) == 1:
            found.append(match[0])
        else:
            found += map("".join, zip(match[1], match[1][1:], strict=False))
    return found
