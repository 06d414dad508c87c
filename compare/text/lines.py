"""Lines of a text, and which of them go on in the next: text wrapped by hand, pages cut by OCR or PDF.

A line that ends in mid-sentence and is followed by one that begins in mid-sentence is one run with it, also
over a blank line. Nothing is joined in the text itself: a run only says from where to where.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from compare.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.settings import LayoutSettings

_LINE: Final = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_BREAK: Final = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_SENTENCE_END: Final = re.compile(r"[.!?…。！？][\"'”’»“)\]*_]*$")
_OPEN_END: Final = re.compile(r"[,;–—-]$")
_LIST_ITEM: Final = re.compile(r"(?:[-*+•·‣–]|\(?\d{1,3}[.)]|\(?[a-z]\))\s")
_MARKUP: Final = re.compile(r"#{1,6}\s|>|\||```|!?\[")
_LAST_WORD: Final = re.compile(r"(?<![^\W\d_])[^\W\d_]+$")
_LIST_NUMBER: Final = re.compile(r"\(?(\d{1,3})[.)]\s")
_SHORTEST_OPEN_WORDS: Final = 3
FULL: Final = 0.75
"""Share of the width of a wrapped text from which on a line is nearly full."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that holds more than white space, trimmed; ``gap`` says that a blank line precedes it."""

    start: int
    end: int
    text: str
    gap: bool


def lines(text: str) -> list[Line]:
    r"""Give the lines of a text that hold anything.

    >>> [(line.text, line.gap) for line in lines("One\nTwo\r\n\r\nThree")]
    [('One', True), ('Two', False), ('Three', True)]
    """
    found: list[Line] = []
    previous_end = 0
    for match in _LINE.finditer(text):
        whole = match[0]
        stripped = whole.strip()
        if not stripped:
            continue
        start = match.start() + whole.index(stripped[0])
        # More than one line break between two lines that hold something is a blank line.
        gap = not found or (start - previous_end > 1 and len(_BREAK.findall(text, previous_end, start)) > 1)
        found.append(Line(start, start + len(stripped), stripped, gap))
        previous_end = match.end()
    return found


def wrap_width(found: Sequence[Line], settings: LayoutSettings) -> int:
    """Give the width that a text was wrapped to by hand, in code points; 0 where it was not.

    Wrapped are texts whose lines, but for the last of each paragraph, are nearly all nearly equally long.
    """
    followed = [len(line.text) for line, following in pairwise(found) if not following.gap]
    if len(followed) < 2 or len(followed) < len(found) // 4:
        return 0
    width = sorted(followed)[int(0.95 * (len(followed) - 1))]
    if not settings.shortest_broken_chars <= width <= settings.longest_wrapped_chars:
        return 0
    nearly_full = sum(1 for length in followed if length >= FULL * width)
    return width if nearly_full >= settings.wrapped_share * len(followed) else 0


class Flow:
    """The lines of a text, asked which of them go on in the next."""

    def __init__(self, found: Sequence[Line], *, language: str, settings: LayoutSettings) -> None:
        self.lines = found
        self.width = wrap_width(found, settings)
        self._language = language
        self._settings = settings
        self._numbers = {int(match[1]) for line in found if (match := _LIST_NUMBER.match(line.text))}

    def goes_on(self, number: int) -> bool:
        """Say whether a line and the next are one run of text; neither is furniture nor an elision."""
        line, following = self.lines[number], self.lines[number + 1]
        if _LIST_ITEM.match(following.text) and not self._is_a_number_of_prose(line, following):
            return False
        return _goes_on(line, following, width=self.width, language=self._language, settings=self._settings)

    def _is_a_number_of_prose(self, line: Line, following: Line) -> bool:
        """Say whether a number that begins a line ends a sentence: "… and now I have⏎210. People say"."""
        match = _LIST_NUMBER.match(following.text)
        if match is None or following.gap or _SENTENCE_END.search(line.text) or line.text.endswith(":"):
            return False
        neighbours = {int(match[1]) - 1, int(match[1]) + 1}
        return self.width > 0 and len(line.text) >= FULL * self.width and neighbours.isdisjoint(self._numbers)


def _goes_on(line: Line, following: Line, *, width: int, language: str, settings: LayoutSettings) -> bool:
    first = following.text.lstrip("\"'“‘„«([*_")[:1]
    if not first or _MARKUP.match(following.text):
        return False
    ends_sentence = bool(_SENTENCE_END.search(line.text))
    if following.gap:
        if ends_sentence or line.text.endswith(":") or len(line.text) < settings.shortest_broken_chars:
            return False
        return first.islower() or _cannot_end(line.text, language)
    if _MARKUP.match(line.text):
        return False
    if width:
        # The first word of the next line would not have fitted: the line was broken because it was full.
        word = following.text.split(maxsplit=1)[0]
        if len(line.text) + 1 + len(word) > width or (len(line.text) >= FULL * width and not ends_sentence):
            return True
    if ends_sentence or line.text.endswith(":"):
        return False
    return first.islower() or (
        _cannot_end(line.text, language) and line.text.count(" ") >= _SHORTEST_OPEN_WORDS - 1
    )


def _cannot_end(line: str, language: str) -> bool:
    if _OPEN_END.search(line):
        return True
    last = _LAST_WORD.search(line)
    return (
        last is not None
        and last[0].islower()
        and last[0] in words("open_ends", "en" if language == "und" else language)
    )
