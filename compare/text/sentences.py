"""Sentences of a block: Punkt (Kiss & Strunk 2006) with our own abbreviations, and repairs."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final

_ABBREVIATIONS: Final = [
    "mr",
    "mrs",
    "ms",
    "dr",
    "prof",
    "st",
    "sr",
    "jr",
    "vs",
    "etc",
    "e.g",
    "i.e",
    "no",
    "fig",
    "al",
    "inc",
    "ltd",
    "co",
    "corp",
    "u.s",
    "u.k",
    "p",
    "pp",
    "vol",
    "ed",
    "gen",
    "col",
    "sen",
    "rep",
    "gov",
    "jan",
    "feb",
    "mar",
    "apr",
    "aug",
    "sept",
    "sep",
    "oct",
    "nov",
    "dec",
    "approx",
    "dept",
    "est",
    "z.b",
    "d.h",
    "usw",
    "bzw",
    "ca",
    "nr",
    "m",
    "mme",
    "mlle",
    "art",
]
_ELISION: Final = re.compile(r"[(\[]\s*(?:\.{3,}|…|\. \. \.)\s*[)\]]")
_CJK_END: Final = re.compile(r"[。！？]+[」』”’）)]*")


@cache
def _punkt() -> Any:
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    parameters = PunktParameters()
    parameters.abbrev_types = set(_ABBREVIATIONS)
    return PunktSentenceTokenizer(parameters)


def sentence_spans(text: str, start: int, end: int, *, language: str = "en") -> list[tuple[int, int]]:
    """Give the sentences of ``text[start:end]``, trimmed of white space, elisions apart, in offsets of ``text``."""
    spans: list[tuple[int, int]] = []
    position = start
    for match in [*_ELISION.finditer(text, start, end), None]:
        stop = match.start() if match else end
        for first, last in _punkt().span_tokenize(text[position:stop]):
            begin = position + first
            for inner in _CJK_END.finditer(text, position + first, position + last):
                spans.append((begin, inner.end()))
                begin = inner.end()
            spans.append((begin, position + last))
        if match:
            spans.append(match.span())
            position = match.end()
    trimmed = []
    for first, last in spans:
        piece = text[first:last]
        first += len(piece) - len(piece.lstrip())
        last -= len(piece) - len(piece.rstrip())
        if last > first:
            trimmed.append((first, last))
    return trimmed


def is_elision(piece: str) -> bool:
    """Say whether a piece of text is nothing but a mark of something left out."""
    return bool(
        re.fullmatch(
            r"[«»\"“”\s]*(?:[(\[]\s*(?:\.{3,}|…|\. \. \.)\s*[)\]]|\*(?: ?\*){2,}|\.( ?\.){2,}|…)[«»\"“”\s]*",
            piece,
        )
    )
