"""Lexicons of our own in the form of WordNet's files, as small as a test needs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

LETTER: Final = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
NOTE: Final = "  1 Made by a test of truecopy.  \n  2 It is no part of WordNet.  \n"


@dataclass(frozen=True)
class Meaning:
    """One sense: its words, and where its pointers go, as ``("@", "the first word of that sense")``."""

    part: str
    words: Sequence[str]
    pointers: Sequence[tuple[str, str]] = field(default=())


BOATS: Final = (
    Meaning("noun", ["vessel"]),
    Meaning("noun", ["ferry", "ferryboat"], [("@", "vessel")]),
    Meaning("noun", ["barge", "lighter"], [("@", "vessel")]),
    Meaning("noun", ["mooring"], [("+", "moor")]),
    Meaning("noun", ["mouse"]),
    Meaning("verb", ["moor", "berth", "tie_up"]),
    Meaning("verb", ["linger", "tarry"]),
    Meaning("adj", ["swift"], [("&", "speedy")]),
    Meaning("adj", ["speedy"]),
    Meaning("adv", ["presently", "anon"]),
)
EXCEPTIONS: Final = {"noun": "mice mouse\n", "verb": "clave cleave\ntarried tarry\n"}


def write_wordnet(folder: Path, meanings: Sequence[Meaning] = BOATS) -> Path:
    """Write a lexicon into ``corpora/wordnet`` below a folder, and give that place."""
    place = folder / "corpora" / "wordnet"
    place.mkdir(parents=True)
    at: dict[str, tuple[str, int]] = {}
    sizes = dict.fromkeys(LETTER, len(NOTE))
    for meaning in meanings:  # every line is as long with an offset of 0 as with its own
        at[meaning.words[0]] = (meaning.part, sizes[meaning.part])
        sizes[meaning.part] += len(_data_line(meaning, at, 0))
    for part in LETTER:
        own = [meaning for meaning in meanings if meaning.part == part]
        data = NOTE + "".join(_data_line(meaning, at, at[meaning.words[0]][1]) for meaning in own)
        offsets: dict[str, list[int]] = {}
        for meaning in own:
            for word in meaning.words:
                offsets.setdefault(word, []).append(at[meaning.words[0]][1])
        lines = [
            f"{word} {LETTER[part]} {len(found)} 0 {len(found)} 0 {' '.join(f'{one:08d}' for one in found)}  \n"
            for word, found in sorted(offsets.items())
        ]
        (place / f"data.{part}").write_text(data, encoding="utf-8", newline="\n")
        (place / f"index.{part}").write_text(NOTE + "".join(lines), encoding="utf-8", newline="\n")
        if part in EXCEPTIONS:
            (place / f"{part}.exc").write_text(EXCEPTIONS[part], encoding="utf-8", newline="\n")
    return place


def _data_line(meaning: Meaning, at: dict[str, tuple[str, int]], offset: int) -> str:
    words = " ".join(f"{word} 0" for word in meaning.words)
    pointers = []
    for sort, to in meaning.pointers:
        part, place = at.get(to, ("noun", 0))
        pointers.append(f"{sort} {place:08d} {LETTER[part]} 0000 ")
    return (
        f"{offset:08d} 00 {LETTER[meaning.part]} {len(meaning.words):02x} {words} "
        f"{len(pointers):03d} {''.join(pointers)}| what it says  \n"
    )
