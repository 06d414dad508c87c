"""The word lists of this package: small data files, a block of words for each language.

A file is made of blocks. ``[en]`` opens the block of a language (``[*]`` that of all languages), ``#``
opens a comment; the rest of a line is words, or one entry a line where an entry has more than one word.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final
from zlib import crc32

_FOLDER: Final = Path(__file__).parent / "data"


@cache
def entries(name: str) -> dict[str, tuple[str, ...]]:
    """Give the lines of each block of a data file, without comments, by the name of the block.

    Args:
        name: file name without its ending, such as ``abbreviations``.

    >>> "[" in entries("abbreviations")
    False
    """
    blocks: dict[str, list[str]] = {}
    block: list[str] = []
    for line in (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        entry = line.partition("#")[0].strip()
        if entry.startswith("[") and entry.endswith("]"):
            block = blocks.setdefault(entry[1:-1], [])
        elif entry:
            block.append(entry)
    return {language: tuple(lines) for language, lines in blocks.items()}


def checksum(*names: str) -> str:
    """Give a checksum of some data files together, which tells whether they were changed.

    >>> len(checksum("kin", "synonyms"))
    8
    """
    found = 0
    for name in names:
        found = crc32((_FOLDER / f"{name}.txt").read_bytes(), found)
    return f"{found:08x}"


@cache
def words(name: str, language: str) -> frozenset[str]:
    """Give the words of one block of a data file; none where there is no such block.

    >>> "the" in words("function_words", "en"), words("function_words", "xx")
    (True, frozenset())
    """
    return frozenset(word for entry in entries(name).get(language, ()) for word in entry.split())
