"""Letters that a scanner takes for others, told by a word list alone: "rnade", "1ost", "tbe", "wel- come".

A word that no list knows, and that becomes a common one through one confusion of shapes ("rn" and "m", "1" and "l",
"b" and "h"), was read so: a slip of the pen hardly ever makes a word that merely looks right. What a text says twice
is a word of its own.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from compare.findings.clues.misspelt import is_older_english
from compare.findings.clues.scans import EVERYDAY
from compare.text.lexicon import KNOWN_RARITY, UNKNOWN_RARITY, is_function_word, rarity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from compare.findings.clues.ligatures import Noise
    from compare.model import Token

SHAPES: Final = (
    ("rn", "m", 11.0),
    ("m", "rn", 11.0),
    ("vv", "w", 11.0),
    ("cl", "d", 8.5),
    ("li", "h", 8.5),
    ("b", "h", 8.5),
    ("h", "b", 8.5),
    ("l", "i", 8.5),
    ("i", "l", 8.5),
)
"""What is read for what, and how rare the word that was meant may be, in nats: letters that a slip may put are told of
the commonest words only."""
DIGITS: Final = (("0", "o"), ("1", "l"), ("1", "i"), ("5", "s"))
WITH_A_DIGIT: Final = re.compile(r"[015][a-z]{3,}|[A-Za-z][a-z]*[015][a-z]+|[A-Za-z][a-z]{2,}[015]")
SHORT_WITH_ZERO: Final = re.compile(r"0[a-z]|[a-z]0[a-z]?")
HYPHENS: Final = frozenset("-‐‑")
FEWEST_LETTERS: Final = 4
COMMON: Final = 11.0  # nats of what was meant by a word with a digit in it
VERY_COMMON: Final = 7.5  # of what was meant by a word that the web writes, mostly out of scans: "tbe"
WEB: Final = 14.5
"""Nats from which on the web's words are hardly words."""


def confused_letters(
    tokens: Sequence[Token], strange: Sequence[int], written: Mapping[str, int], language: str
) -> Iterator[Noise]:
    """Find words that a scanner has misread.

    Args:
        tokens: of one sentence.
        strange: places of its rare and unknown words.
        written: how often each word is written in the whole text.
        language: ISO 639-1; only English is judged, whose confusions were looked at.

    Yields:
        Start and end in code points, what should stand there, why, how sure.
    """
    if language != "en":
        return
    opening = next((place for place, token in enumerate(tokens) if token.kind != "mark"), 0)
    for place in strange:
        token = tokens[place]
        opens = place == opening
        is_word = token.text.isalpha() and (token.text.islower() or (opens and token.text[1:].islower()))
        is_once = written.get(token.text, 0) < 2 and not is_older_english(token.form, language)
        meant = _meant(token.form) if token.kind == "word" and is_word and is_once else ""
        if meant:
            yield token.start, token.end, meant, "looks like", 0.85
    hyphens = [place for place, token in enumerate(tokens[:-1]) if place and token.text in HYPHENS]
    for place in hyphens:
        first, hyphen, second = tokens[place - 1 : place + 2]
        if first.end == hyphen.start and hyphen.end < second.start:
            whole = first.form + second.form
            if (
                second.text.islower()
                and max(rarity(first.form, language), rarity(second.form, language)) > EVERYDAY
                and rarity(whole, language) < EVERYDAY
            ):
                yield first.start, second.end, whole, "is torn apart:", 0.85


def torn_words(tokens: Sequence[Token], strange: Sequence[int], language: str) -> Iterator[Noise]:
    """Words with a space inside, one piece of which is none: "techno logy"; not "any time"."""
    told = -1
    for place in strange:
        for at in (place - 1, place):
            if not told < at < len(tokens) - 1 or at < 0:
                continue
            first, second = tokens[at], tokens[at + 1]
            if not (first.text.isalpha() and second.text.isalpha() and second.text.islower()):
                continue
            if at and not first.text.islower():
                continue  # "Bera king of Sodom": a name and a word
            pieces = (rarity(first.form, language), rarity(second.form, language))
            if max(pieces) >= WEB and rarity(first.form + second.form, language) < EVERYDAY - 1:
                told = at + 1
                yield first.start, second.end, first.form + second.form, "is torn apart:", 0.85
                break


def digits_for_letters(tokens: Sequence[Token], written: Mapping[str, int]) -> Iterator[Noise]:
    """Find words with a digit in the place of a letter: "a1ready", "0ctober", "t0"; no ordinals, units or codes.

    Args:
        tokens: of a sentence.
        written: how often each word is written in the whole text; what ends in a digit and comes again is a label
            ("step5").
    """
    for token in tokens:
        if token.kind == "mark" or not any(map(str.isdecimal, token.text)):
            continue
        is_short = bool(SHORT_WITH_ZERO.fullmatch(token.text))
        if not is_short and not WITH_A_DIGIT.fullmatch(token.text):
            continue
        if token.text[-1].isdecimal() and written.get(token.text, 0) > 1:
            continue
        for digit, letter in DIGITS:
            meant = token.text.casefold().replace(digit, letter)
            if not meant.isalpha() or (is_short and not is_function_word(meant, "en")):
                continue
            if rarity(meant, "en") < COMMON:
                yield token.start, token.end, meant, "looks like", 0.85
                break


@lru_cache(maxsize=1 << 14)
def _meant(form: str) -> str:
    """The common word that an unknown form is, but for one confusion of shapes; empty where there is none."""
    rare = rarity(form, "en")
    if rare < WEB or (len(form) < FEWEST_LETTERS and rare > KNOWN_RARITY):
        return ""
    most = VERY_COMMON if rare <= KNOWN_RARITY else UNKNOWN_RARITY
    found = [
        other
        for shape, right, least in SHAPES
        for at in range(len(form) - len(shape) + 1)
        if form.startswith(shape, at)
        for other in (form[:at] + right + form[at + len(shape) :],)
        if rarity(other, "en") < min(least, most)
    ]
    return min(found, key=lambda other: (rarity(other, "en"), other), default="")
