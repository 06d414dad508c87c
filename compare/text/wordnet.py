"""Synonyms from WordNet, where the user has its files: read in place, a line at a time, without loading them.

WordNet (Miller 1995; Fellbaum 1998) names for each word its senses, and for each sense what it is a kind of, what it is
like and what is derived from it. The files are sorted, and a sense is named by its byte: so a word is found by halving
the index, in microseconds, where nltk's reader first loads it all, for seconds. Nothing of WordNet is part of this
package; without it our own lists say which words may stand for each other.
"""

from __future__ import annotations

import hashlib
import mmap
import os
import sys
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from compare.errors import MissingExtra, UnreadableText

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PARTS: Final = ("adj", "adv", "noun", "verb")
_PART_OF: Final = {"a": "adj", "s": "adj", "r": "adv", "n": "noun", "v": "verb"}
_ENDINGS: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    "adj": (("er", ""), ("est", ""), ("er", "e"), ("est", "e")),
    "adv": (),
    "noun": (
        ("s", ""), ("ses", "s"), ("ves", "f"), ("xes", "x"), ("zes", "z"), ("ches", "ch"), ("shes", "sh"),
        ("men", "man"), ("ies", "y"),
    ),
    "verb": (
        ("s", ""), ("ies", "y"), ("es", "e"), ("es", ""), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", ""),
    ),
}  # fmt: skip
"""What WordNet itself takes off a form to find the word (its manual, morphy(7WN))."""
DEBIAN: Final = Path("/usr/share/wordnet")
"""Where the package ``wordnet-base`` puts the files."""
_LIKE: Final = frozenset({"&", "$", "^", "+", "\\", "="})
"""Pointers to what says nearly the same: similar, grouped, see also, derived, pertaining, attribute."""
_KIND: Final = "@"
"""The pointer from a sense to what it is a kind of. (That of a name to what it is, ``@i``, says little of names.)"""

Sense = tuple[str, int]
"""A part of speech, and the byte of its data file at which the sense stands."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class WordNet:
    """The open files of one WordNet."""

    place: str
    files: Mapping[str, bytes | mmap.mmap]
    """By name: ``index.noun``, ``data.noun``, ``noun.exc`` and so on."""

    def line(self, name: str, word: str) -> str:
        """Give the line of a sorted file that begins with a word and a blank; empty where there is none."""
        if not word or any(map(str.isspace, word)):
            return ""  # the lines of the licence, which stand first, begin with a blank
        data = self.files.get(name, b"")
        key = word.encode() + b" "
        low, high = 0, len(data)
        while low < high:
            start = data.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = data.find(b"\n", start)
            end = len(data) if end < 0 else end
            beginning = data[start : start + len(key)]
            if beginning == key:
                return str(data[start:end], "utf-8", "replace")
            if beginning < key:
                low = end + 1
            else:
                high = start
        return ""

    def line_at(self, sense: Sense) -> str:
        """Give the line of a sense."""
        data = self.files[f"data.{sense[0]}"]
        end = data.find(b"\n", sense[1])
        return str(data[sense[1] : end if end >= 0 else len(data)], "utf-8", "replace")


def are_synonyms(one: str, other: str, wordnet: WordNet) -> bool:
    """Whether two forms have a sense in common, or a sense of one is like one of the other or derived from it.

    Args:
        one: comparing form of a word.
        other: that of another.
        wordnet: where to look.

    Raises:
        UnreadableText: the files are no WordNet.
    """
    here, there = _senses(one, wordnet), _senses(other, wordnet)
    if not here or not there:
        return False
    return not (
        here.isdisjoint(there)
        and _like(one, wordnet).isdisjoint(there)
        and _like(other, wordnet).isdisjoint(here)
    )


def are_related(one: str, other: str, wordnet: WordNet) -> bool:
    """Whether two forms are synonyms, one is a kind of the other, or both are kinds of, or like, one third thing.

    It tells that a word stands for another, as "lorry" for "van", not that they mean the same.

    Args:
        one: comparing form of a word.
        other: that of another.
        wordnet: where to look.

    Raises:
        UnreadableText: the files are no WordNet.
    """
    here, there = _senses(one, wordnet), _senses(other, wordnet)
    if not here or not there:
        return False
    kinds, other_kinds = _kinds(one, wordnet), _kinds(other, wordnet)
    return (
        are_synonyms(one, other, wordnet)
        or not kinds.isdisjoint(there | other_kinds)
        or not other_kinds.isdisjoint(here)
        or not _like(one, wordnet).isdisjoint(_like(other, wordnet))
    )


@lru_cache(maxsize=1 << 16)
def _senses(form: str, wordnet: WordNet) -> frozenset[Sense]:
    return frozenset(
        (part, offset)
        for part in PARTS
        for lemma in _lemmas(form, part, wordnet)
        for offset in _offsets(wordnet.line(f"index.{part}", lemma), wordnet)
    )


def _lemmas(form: str, part: str, wordnet: WordNet) -> Iterator[str]:
    """The words that a form may be a form of: listed exceptions, or what is left without an ending."""
    yield form
    irregular = wordnet.line(f"{part}.exc", form).split()[1:]
    if irregular:
        yield from irregular
        return
    for ending, instead in _ENDINGS[part]:
        if form.endswith(ending) and len(form) - len(ending) > 1:
            plain = form.removesuffix(ending)
            yield plain + instead
            if ending in ("ed", "ing") and len(plain) > 2 and plain[-1] == plain[-2]:
                yield plain[:-1]  # "stopped"; the exceptions do not hold them all


def _offsets(line: str, wordnet: WordNet) -> list[int]:
    if not line:
        return []
    fields = line.split()
    try:
        return [int(field) for field in fields[len(fields) - int(fields[2]) :]]
    except (ValueError, IndexError):
        raise _not_wordnet(wordnet) from None


@lru_cache(maxsize=1 << 16)
def _pointers(sense: Sense, wordnet: WordNet) -> tuple[tuple[str, Sense], ...]:
    """The pointers of a sense: what sort each is, and to which sense."""
    try:
        fields = wordnet.line_at(sense).partition(" | ")[0].split()
        first = 4 + 2 * int(fields[3], 16)
        count = int(fields[first])
        places = range(first + 1, first + 1 + 4 * count, 4)
        return tuple((fields[at], (_PART_OF[fields[at + 2]], int(fields[at + 1]))) for at in places)
    except (ValueError, IndexError, KeyError):
        raise _not_wordnet(wordnet) from None


@lru_cache(maxsize=1 << 16)
def _like(form: str, wordnet: WordNet) -> frozenset[Sense]:
    return frozenset(
        to for sense in _senses(form, wordnet) for sort, to in _pointers(sense, wordnet) if sort in _LIKE
    )


@lru_cache(maxsize=1 << 16)
def _kinds(form: str, wordnet: WordNet) -> frozenset[Sense]:
    return frozenset(
        to for sense in _senses(form, wordnet) for sort, to in _pointers(sense, wordnet) if sort == _KIND
    )


def _not_wordnet(wordnet: WordNet) -> UnreadableText:
    return UnreadableText(
        f"{wordnet.place} does not hold WordNet's files as its manual describes them (wndb(5WN)); fetch them again"
    )


def wordnet() -> WordNet:
    """Open the WordNet of this machine; the files stay open and are opened once.

    It is looked for in ``corpora/wordnet`` or ``corpora/wordnet.zip`` of the folders named in NLTK_DATA and of those
    where nltk puts its data, in the folders of NLTK_DATA themselves, and where Debian's ``wordnet-base`` puts it.

    Raises:
        MissingExtra: there is none.
        UnreadableText: its files cannot be read.
    """
    return _opened(_place(os.environ.get("NLTK_DATA", "")))


def wordnet_digest() -> str:
    """A digest of the files of this machine's WordNet, in 8 hexadecimal digits: two releases find other synonyms.

    Raises:
        MissingExtra: there is none.
        UnreadableText: its files cannot be read.
    """
    return _digest(wordnet())


@cache
def _digest(wordnet: WordNet) -> str:
    digest = hashlib.sha256()
    for name, data in sorted(wordnet.files.items()):
        digest.update(f"{name}\n".encode())
        digest.update(data)
    return digest.hexdigest()[:8]


@cache
def _place(named: str) -> Path:
    for place in _places(named):
        if place.suffix == ".zip" and place.is_file():
            return place
        if all((place / f"{sort}.{part}").is_file() for part in PARTS for sort in ("index", "data")):
            return place
    raise MissingExtra(
        'synonyms = "wordnet" needs the files of WordNet, and none were found; fetch them with '
        "python -m nltk.downloader wordnet, or name the folder that holds corpora/wordnet in NLTK_DATA"
    )


def _places(named: str) -> Iterator[Path]:
    folders = [Path(entry) for entry in named.split(os.pathsep) if entry]
    # unlike Path.home, this gives something where a container's user has no home
    usual = [Path(os.path.expanduser("~/nltk_data"))]  # noqa: PTH111
    usual += [Path(sys.prefix) / folder for folder in ("nltk_data", "share/nltk_data", "lib/nltk_data")]
    usual += [
        Path(root) / "nltk_data" for root in ("/usr/share", "/usr/local/share", "/usr/lib", "/usr/local/lib")
    ]
    for folder in (*folders, *usual):
        yield folder / "corpora" / "wordnet"
        yield folder / "corpora" / "wordnet.zip"
    yield from folders
    yield DEBIAN


@cache
def _opened(place: Path) -> WordNet:
    from zipfile import BadZipFile, ZipFile

    names = [f"{sort}.{part}" for part in PARTS for sort in ("index", "data")]
    exceptions = [f"{part}.exc" for part in PARTS]
    try:
        if place.suffix == ".zip":
            with ZipFile(place) as packed:
                held = {Path(name).name: name for name in packed.namelist()}
                return WordNet(
                    place=str(place),
                    files={name: packed.read(held[name]) for name in [*names, *exceptions] if name in held},
                )
        there = [*names, *(name for name in exceptions if (place / name).is_file())]
        return WordNet(place=str(place), files={name: _mapped(place / name) for name in there})
    except (OSError, ValueError, BadZipFile) as error:
        raise UnreadableText(f"the WordNet in {place} cannot be read ({error}); fetch it again") from error


def _mapped(path: Path) -> mmap.mmap:
    with path.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
