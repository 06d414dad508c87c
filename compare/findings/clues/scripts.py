"""The scripts that words are written in, and those of languages that are not written in Latin letters."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

LATIN: Final = "LATIN"
SCRIPTS_OF_LANGUAGES: Final[dict[str, frozenset[str]]] = {
    "zh": frozenset({"CJK"}),
    "ja": frozenset({"CJK", "HIRAGANA", "KATAKANA"}),
    "ko": frozenset({"HANGUL", "CJK"}),
    "ru": frozenset({"CYRILLIC"}),
    "uk": frozenset({"CYRILLIC"}),
    "bg": frozenset({"CYRILLIC"}),
    "el": frozenset({"GREEK"}),
    "ar": frozenset({"ARABIC"}),
    "fa": frozenset({"ARABIC"}),
    "he": frozenset({"HEBREW"}),
    "hi": frozenset({"DEVANAGARI"}),
    "th": frozenset({"THAI"}),
}
"""Scripts of the languages that are not written in Latin letters, by their names in the Unicode character names."""


@lru_cache(maxsize=1 << 14)
def script(character: str) -> str:
    """The script of a letter by its Unicode name, empty for what is no letter.

    >>> script("a"), script("ж"), script("猫"), script("4")
    ('LATIN', 'CYRILLIC', 'CJK', '')
    """
    if not character.isalpha():
        return ""
    name = unicodedata.name(character, "").split(" ", 1)[0]
    return {"MODIFIER": "", "FULLWIDTH": LATIN, "HALFWIDTH": "KATAKANA", "FEMININE": LATIN, "MASCULINE": LATIN,
            "MICRO": "", "OHM": ""}.get(name, name)  # fmt: skip


def scripts_of(text: str) -> frozenset[str]:
    """The scripts of the letters of a text."""
    if text.isascii():
        return frozenset({LATIN}) if any(map(str.isalpha, text)) else frozenset()
    return frozenset(filter(None, map(script, text)))
