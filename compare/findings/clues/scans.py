"""What a scanner takes for what: letters and digits of one look, and hyphens and spaces that it loses.

Two stretches that differ in nothing else are one text, badly read: "2O14" is the year 2014, not the number 2.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal

from compare.findings.clues.closed_classes import closed_class
from compare.text.lexicon import UNKNOWN_RARITY, known, rarity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.model import Edit, Token

LOOK_ALIKES: Final = str.maketrans(
    {"I": "l", "1": "l", "|": "l", "i": "l", "0": "o", "O": "o", "5": "s", "S": "s"}
)
_NUMBER_MARKS: Final = str.maketrans("", "", ".,")
JOINTS: Final = str.maketrans("", "", "-‐‑ \u00a0")
EVERYDAY: Final = 12.5
"""Nats: parts of a word that lost its hyphen or its space are words that everybody knows."""
RARER: Final = 4.0
"""Nats by which a known word must be rarer than the one of its look to be that one, badly read."""
LONGEST_STRETCH: Final = 3
"""Written words that a scanner may have read as one, or torn one into."""
BROKEN_NUMBER: Final = re.compile(r"(?:\d[\dlI]*O[\dOlI]*|\d[\dO]*[lI][\dOlI]*\d)")
"""Digits with a letter of their look among them: "2O14", "3O", "19l4"; not "4l", which may be four litres."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Misread:
    """A stretch of the candidate that is one of the reference, badly read; in code points."""

    start: int
    end: int
    reference_start: int
    reference_end: int
    expected: str
    sort: Literal["look", "hyphen", "space", "torn"]
    """Letters of one look, a hyphen or a space lost, or a space too many."""


@lru_cache(maxsize=1 << 14)
def look(word: str) -> str:
    """What a word looks like to a scanner: ``I``, ``l`` and ``1`` are one, so are ``O`` and ``0``, ``rn`` and ``m``.

    >>> look("AI") == look("Al"), look("o1") == look("01"), look("modern") == look("modem")
    (True, True, True)
    """
    return word.translate(LOOK_ALIKES).replace("rn", "m").replace("vv", "w")


def is_scanners_doing(written: str, other: str) -> bool:
    """Whether a scanner, rather than a writer, may have put ``written`` for ``other``, which has its look.

    A number is a number, unless it begins with a zero where the other begins with the letter: "o1" and "01". Two
    words in small letters that a list knows are two words.
    """
    if written.casefold() == other.casefold() or other.isdecimal():
        return False
    if other.islower() and other.isalpha() and not known(other):
        return False
    if written.isdecimal():
        return written[0] == "0" and other[0] in "oO" and other[1:] == written[1:]
    if not any(map(str.isupper, written)) and known(written) and written.isalpha():
        return rarity(written) - rarity(other.casefold()) > RARER
    return not (written.isupper() and known(written.casefold()))


def misread(edits: Sequence[Edit], language: str = "en") -> Iterator[Misread]:
    """Find the stretches of a bead that differ from what they face by nothing but a scanner's doing.

    Args:
        edits: the word edits of the bead.
        language: ISO 639-1.
    """
    for edit in edits:
        if edit.kind == "equal" or not edit.reference or not edit.candidate:
            continue
        expected = {
            look(written.translate(JOINTS)): (start, end, written)
            for start, end, written in reversed(_stretches(edit.reference))
        }
        reached = edit.candidate[0].start
        for start, end, written in _stretches(edit.candidate):
            there = expected.get(look(written.translate(JOINTS)))
            if there is None or start < reached or not _is_misread(written, there[2], language):
                continue
            reached = end
            yield Misread(
                start=start,
                end=end,
                reference_start=there[0],
                reference_end=there[1],
                expected=there[2],
                sort=_sort(written, there[2]),
            )


def _stretches(tokens: Sequence[Token]) -> list[tuple[int, int, str]]:
    """Written words between spaces, and runs of a few of them, the longer ones first at each place."""
    chunks: list[list[Token]] = []
    for token in tokens:
        is_glued = bool(chunks) and chunks[-1][-1].end == token.start
        if is_glued and not _is_bound(token):
            chunks[-1].append(token)
        elif not _is_bound(token):
            chunks.append([token])
    return [
        (run[0][0].start, run[-1][-1].end, " ".join("".join(token.text for token in chunk) for chunk in run))
        for first in range(len(chunks))
        for length in range(min(LONGEST_STRETCH, len(chunks) - first), 0, -1)
        for run in [chunks[first : first + length]]
    ]


def _is_bound(token: Token) -> bool:
    """Whether a mark ends a written word, as all do but hyphens."""
    return token.kind == "mark" and bool(token.text.translate(JOINTS))


def _sort(written: str, expected: str) -> Literal["look", "hyphen", "space", "torn"]:
    if written.translate(JOINTS) != expected.translate(JOINTS):
        return "look"
    return "torn" if " " in written else "space" if " " in expected else "hyphen"


def _is_misread(written: str, expected: str, language: str) -> bool:
    """Whether what stands there, which has the look of what is expected, is no way to write it."""
    bare, right = written.translate(JOINTS), expected.translate(JOINTS)
    if bare.casefold() == right.casefold():
        return _has_lost_a_joint(written, expected, language) or _is_torn(written, expected, language)
    if " " in written.strip() or " " in expected:
        return False
    digits = right.translate(_NUMBER_MARKS)
    if digits.isdecimal():
        return any(map(str.isdecimal, bare)) and not bare.translate(_NUMBER_MARKS).isdecimal()
    if (bare == "l" and right == "I") or _strokes(bare) == _strokes(right):
        return True  # "modem" is a word too, but does not face "modern" unless it is that
    return len(bare) > 1 and not bare.isdecimal() and is_scanners_doing(bare, right)


def _has_lost_a_joint(written: str, expected: str, language: str) -> bool:
    """Whether a word that nobody writes stands for two that everybody knows: "twothirds"; not "cooperate"."""
    if not written.isalpha() or rarity(written.casefold(), language) < UNKNOWN_RARITY - 0.5:
        return False
    parts = re.split(r"[-‐‑ \u00a0]", expected.casefold())
    if len(parts) < 2 or parts[0] in closed_class("prefixes", language):
        return False
    return all(part.isalpha() and rarity(part, language) <= EVERYDAY for part in parts)


def _is_torn(written: str, expected: str, language: str) -> bool:
    """Whether a known word is written as two that are none: "techno logy"; not "any time"."""
    parts = written.casefold().split(" ")
    if len(parts) < 2 or not expected.isalpha() or not known(expected.casefold(), language):
        return False
    return all(part.isalpha() for part in parts) and not all(known(part, language) for part in parts)


def _strokes(word: str) -> str:
    """A word with the strokes taken together that stand side by side: "rn" is "m", "vv" is "w"."""
    return word.replace("rn", "m").replace("vv", "w")
