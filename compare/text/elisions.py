"""Marks by which an editor says that text was left out: ``(...)``, ``[…]``, ``[snip]``, ``* * *``, ``. . .``.

Dots in brackets are one wherever they stand; asterisks and bare dots only where they stand alone. A
quotation mark that is glued to a mark goes with it: an excerpt in quotation marks begins ``« (...)``.
"""

from __future__ import annotations

import re
from typing import Final

_DOTS: Final = r"(?:\.[ \u00a0]?\.(?:[ \u00a0]?\.)+|…(?:\s?…)*)"
_WORDS: Final = r"(?i:snip|cut|omitted|gekürzt|auslassung|coupé|coupure|suprimido|omissis)"
_BRACKETED: Final = (
    rf"(?:\([ \u00a0]?{_DOTS}[ \u00a0]?\)|\[[ \u00a0]?{_DOTS}[ \u00a0]?\]|<{_DOTS}>"
    rf"|\[{_WORDS}\]|（…+）|［…+］|【…+】)"
)
_OPENERS: Final = r"[«“„\"‘'‹]"
_CLOSERS: Final = r"[»”“\"’'›]"

_WITHIN: Final = re.compile(_BRACKETED)
_ALONE: Final = re.compile(
    rf"(?:{_OPENERS}\s*)?(?:{_BRACKETED}|{_DOTS}|[*＊](?:\s?[*＊]){{2,}}|⁂)[.,;]?(?:\s*{_CLOSERS})?"
)
_QUOTE_MARKS: Final = re.compile(r"^(?:>[ \t]?)+")
"""What stands before each line that is quoted in Markdown and in letters."""
_OPENER_BEFORE: Final = re.compile(rf"{_OPENERS}[ \u00a0]?")
_CLOSER_AFTER: Final = re.compile(rf"[ \u00a0]?{_CLOSERS}")


def is_elision(piece: str) -> bool:
    """Say whether a line or sentence is nothing but a mark of text left out.

    >>> is_elision("(...)"), is_elision("* * *"), is_elision("> […]"), is_elision("Well …")
    (True, True, True, False)
    """
    return bool(_ALONE.fullmatch(_QUOTE_MARKS.sub("", piece.strip())))


def elision_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Give the marks inside a stretch of text, each with a quotation mark that has nothing else to hold on to.

    >>> elision_spans("« (...) It rained […] all day.", 0, 30)
    [(0, 7), (18, 21)]
    """
    spans = []
    for match in _WITHIN.finditer(text, start, end):
        first, last = match.span()
        if _OPENER_BEFORE.fullmatch(text, max(start, first - 2), first) and first - start <= 2:
            first = start
        if _CLOSER_AFTER.fullmatch(text, last, end):
            last = end
        spans.append((first, last))
    return spans
