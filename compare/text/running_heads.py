"""Running heads, feet and page numbers: what a printed page repeats and a scanner sets between the lines of the text.

They return, but for their digits; they stand at the edge of a page; and sooner or later one stands in the middle of a
sentence, which no heading does and no refrain.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.settings import LayoutSettings
    from compare.text.lines import Line

_DIGITS: Final = re.compile(r"\d+")
_PAGE_NUMBER: Final = re.compile(r"[-–—\[(]?\s?(\d{1,4}|[ivxlc]{1,7})\s?[-–—\])]?", re.IGNORECASE)
_PAGE_OF_PAGES: Final = re.compile(
    r"\b(?i:page|seite|página|pagina|blz\.?|стр\.?)\s\d+(?:\s(?:of|von|sur|de|di|van|из)\s\d+)?$"
)
_UNFINISHED: Final = re.compile(r"[^.!?…:;。！？：；]$")
_PAGE_BREAK: Final = "\x0c"
_TWICE: Final = 2


def running_heads(text: str, found: Sequence[Line], settings: LayoutSettings) -> frozenset[int]:
    r"""Give the lines that are heads and feet of pages, by their place among the lines.

    Args:
        text: the whole text; a form feed in it ends a page.
        found: its lines.
        settings: ``running_head_count``, ``running_head_lines``, ``shortest_broken_chars``.

    >>> from compare.settings import DEFAULTS
    >>> from compare.text.lines import lines
    >>> page = "The old ferry left the harbour with a cargo of\n\n12\n\n{}salt. Nobody saw it come back.\n\n"
    >>> sorted(running_heads(page, lines(page.format("")), DEFAULTS.layout))
    [1]
    >>> pages = page.format("THE FERRY\n\n") + "13\n\nTHE FERRY\n\nIt was a long winter."
    >>> sorted(running_heads(pages, lines(pages), DEFAULTS.layout))
    [1, 2, 4, 5]
    """
    shapes = [_shape(line, settings) for line in found]
    count = Counter(shape for shape in shapes if shape)
    is_number = [bool(_PAGE_NUMBER.fullmatch(line.text)) for line in found]
    edges = _page_edges(text, found)
    may_be = [
        number or bool(shape and (count[shape] >= _TWICE or _PAGE_OF_PAGES.search(line.text)))
        for shape, number, line in zip(shapes, is_number, found, strict=True)
    ]
    if not any(may_be):
        return frozenset()
    heads: set[int] = set()
    told: set[str] = set()
    for first, last in _runs_of(may_be, settings.running_head_lines):
        inside = range(first, last + 1)
        is_cutting = _is_cutting(found, first, last, settings)
        for place in inside:
            shape = shapes[place]
            is_sure = shape and (count[shape] >= settings.running_head_count or _is_apart(found, first, last))
            at_edge = place in edges and (count[shape] >= _TWICE or is_number[place])
            is_named = bool(_PAGE_OF_PAGES.search(found[place].text))
            if is_number[place]:
                if is_cutting or at_edge:
                    heads.add(place)
            elif is_named or at_edge or (is_cutting and is_sure and count[shape] >= _TWICE):
                told.add(shape)
    heads |= {place for place, shape in enumerate(shapes) if shape in told and not is_number[place]}
    return frozenset(heads | _numbers_of_pages(found, is_number, heads))


def _shape(line: Line, settings: LayoutSettings) -> str:
    """What of a line returns on the next page, empty for a line that is too long or too short for a head."""
    text = " ".join(line.text.split())
    if not 1 < len(text) <= 2 * settings.shortest_broken_chars or text[:1].islower():
        return ""
    return _DIGITS.sub("0", text)


def _page_edges(text: str, found: Sequence[Line]) -> frozenset[int]:
    """The last line before each form feed and the first behind it."""
    if _PAGE_BREAK not in text:
        return frozenset()
    return frozenset(
        place
        for number, (line, following) in enumerate(pairwise(found))
        if _PAGE_BREAK in text[line.end : following.start]
        for place in (number, number + 1)
    )


def _runs_of(may_be: Sequence[bool], longest: int) -> Iterator[tuple[int, int]]:
    """The first and the last of each run of lines that may be heads."""
    first = -1
    for place, may in enumerate([*may_be, False]):
        if may and first < 0:
            first = place
        elif not may and first >= 0:
            if place - first <= longest:
                yield first, place - 1
            first = -1


def _is_cutting(found: Sequence[Line], first: int, last: int, settings: LayoutSettings) -> bool:
    """Whether a run of lines stands in the middle of a sentence."""
    if first == 0 or last + 1 >= len(found):
        return False
    before, after = found[first - 1].text, found[last + 1].text
    return (
        len(before) >= settings.shortest_broken_chars
        and bool(_UNFINISHED.search(before))
        and after[:1].islower()
    )


def _is_apart(found: Sequence[Line], first: int, last: int) -> bool:
    """Whether blank lines set a run of lines off from the text."""
    return found[first].gap and (last + 1 >= len(found) or found[last + 1].gap)


def _numbers_of_pages(found: Sequence[Line], is_number: Sequence[bool], heads: set[int]) -> set[int]:
    """The numbers beside a head, and all numbers on lines of their own where some are of pages and all go up."""
    beside = {
        place
        for head in heads
        for place in (head - 1, head + 1)
        if 0 <= place < len(found) and is_number[place] and _numeral(found[place])
    }
    places = [place for place, number in enumerate(is_number) if number and _numeral(found[place])]
    amounts = [_numeral(found[place]) for place in places]
    goes_up = all(one < other <= one + _TWICE for one, other in pairwise(amounts))
    if goes_up and any(place in heads or place in beside for place in places):
        return beside | set(places)
    return beside


def _numeral(line: Line) -> int:
    match = _PAGE_NUMBER.fullmatch(line.text)
    return int(match[1]) if match and match[1].isdecimal() else 0
