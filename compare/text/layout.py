"""Blocks of a text and their roles: title, body, boilerplate, elision.

A block is a paragraph, a heading, a list item, a line of furniture. Roles are told by the form of a block,
its words and its place: before the first and after the last paragraph of prose stands what belongs to the
page (Kohlschütter et al. 2010). Where nothing speaks clearly a block is body: text taken for furniture
would be lost to the comparison, furniture taken for text is merely a finding.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from compare.settings import DEFAULTS, LayoutSettings
from compare.text.elisions import is_elision
from compare.text.furniture import has_count, is_byline, is_furniture, is_menu_entry, opens_comments
from compare.text.lines import FULL, Flow, Line, lines
from compare.text.running_heads import running_heads

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from compare.model import Role

_SENTENCE_END: Final = re.compile(r"[.!?…:;,。！？：；，][\"'”’»“)\]*_]*$")
_HEADING: Final = re.compile(r"#{1,6}\s+")
_EMPHASIS: Final = re.compile(r"(\*\*|__)(?=\S)[^*_]+(?<=\S)\1")
_LIST_ITEM: Final = re.compile(r"(?:[-*+•·‣]|\(?\d{1,3}[.)])\s")
_RULE: Final = re.compile(r"(?:[-–—_=~][ \t]?){3,}")
_PROSE_ENDS: Final = (".", "!", "?", "…", "。", "！", "？", "”", "»", '"', "“", ")")
_FLOW_LINES: Final = 12  # lines round one that are looked at to tell whether it is of a paragraph
_FRONT_MATTER: Final = "---"
_UNSPACED: Final = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u0e00-\u0e7f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, heading, list item or line of furniture: ``text[start:end]`` and its role."""

    start: int
    end: int
    role: Role


def blocks(
    text: str,
    *,
    language: str = "en",
    markdown: bool = False,
    furniture: Collection[int] = (),
    settings: LayoutSettings = DEFAULTS.layout,
) -> list[Block]:
    r"""Cut a text into blocks and give each its role.

    Args:
        text: the whole text.
        language: ISO 639-1, for lines broken in mid-sentence.
        markdown: whether the text is Markdown; its front matter is furniture then.
        furniture: offsets at which lines begin that are known to be furniture.
        settings: limits of length.

    Returns:
        Blocks in order, without white space at their ends; what stands between two of them is white space.

    >>> [block.role for block in blocks("The Ice Returns\n\nIt was cold. (…)\n\n(…)\n\nLeave a comment")]
    ['title', 'body', 'elision', 'boilerplate']
    """
    found = lines(text)
    flow = Flow(found, language=language, settings=settings)
    heads = running_heads(text, found, settings)
    roles = _line_roles(flow, heads, markdown=markdown, furniture=furniture, settings=settings)
    runs = _runs(flow, roles)
    return [
        Block(start=found[first].start + _heading_marks(found[first], role), end=found[last].end, role=role)
        for first, last, role in _placed(found, runs, settings)
    ]


def _heading_marks(line: Line, role: Role) -> int:
    mark = _HEADING.match(line.text) if role == "title" else None
    return mark.end() if mark and mark.end() < len(line.text) else 0


def _line_roles(
    flow: Flow,
    heads: Collection[int],
    *,
    markdown: bool,
    furniture: Collection[int],
    settings: LayoutSettings,
) -> list[Role]:
    """Give what each line is by itself: an elision, furniture, else body for the time being."""
    found = flow.lines
    roles: list[Role] = []
    for number, line in enumerate(found):
        if is_elision(line.text) or _is_rule_in_prose(found, number, settings):
            roles.append("elision")
        elif (
            line.start in furniture
            or number in heads
            or (
                is_furniture(line.text, settings=settings) and not _is_in_prose(flow, number, roles, settings)
            )
        ):
            roles.append("boilerplate")
        else:
            roles.append("body")
    if markdown and found and found[0].text == _FRONT_MATTER:
        last = next((number for number, line in enumerate(found[1:], 1) if line.text == _FRONT_MATTER), 0)
        roles[: last + 1] = ["boilerplate"] * (last + 1)
    return roles


def _is_in_prose(flow: Flow, number: int, roles: Sequence[Role], settings: LayoutSettings) -> bool:
    """Say whether a line with the words of furniture is a line of a wrapped paragraph that is none as a whole.

    Its words alone say nothing there: "published on Thursday by the auditor, Ann Hill-" may stand in a sentence.
    """
    line = flow.lines[number]
    is_full = flow.width > 0 and len(line.text) >= FULL * flow.width
    if not is_full and not line.text[:1].islower():
        return False
    first = last = number
    while (
        first > 0 and number - first < _FLOW_LINES and roles[first - 1] == "body" and flow.goes_on(first - 1)
    ):
        first -= 1
    while last + 1 < len(flow.lines) and last - number < _FLOW_LINES and flow.goes_on(last):
        last += 1
    if first == last or not _ends_sentence(flow.lines[last].text):
        return False
    return not is_furniture(" ".join(part.text for part in flow.lines[first : last + 1]), settings=settings)


def _is_rule_in_prose(found: Sequence[Line], number: int, settings: LayoutSettings) -> bool:
    """Say whether a line of dashes stands between two paragraphs of prose, as "* * *" does, and not above a foot."""
    if not _RULE.fullmatch(found[number].text) or not 0 < number < len(found) - 1:
        return False
    before, after = found[number - 1], found[number + 1]
    is_apart = found[number].gap and after.gap
    return is_apart and all(
        line.text.endswith(_PROSE_ENDS) and not is_furniture(line.text, settings=settings)
        for line in (before, after)
    )


def _runs(flow: Flow, roles: Sequence[Role]) -> list[tuple[int, int, Role]]:
    """Join the lines that go on in the next: first line, last line and role of each run."""
    runs: list[tuple[int, int, Role]] = []
    for number, role in enumerate(roles):
        if runs and role == "body" and runs[-1][2] == "body":
            first, last, _ = runs[-1]
            if flow.goes_on(last):
                runs[-1] = (first, number, "body")
                continue
        runs.append((number, number, role))
    return runs


def _placed(
    found: Sequence[Line], runs: Sequence[tuple[int, int, Role]], settings: LayoutSettings
) -> list[tuple[int, int, Role]]:
    """Give the final roles, from what each run is by itself and where it stands."""
    placed: list[tuple[int, int, Role]] = []
    tail = _comments(found, runs, settings)
    runs = [(*run[:2], "boilerplate") if place >= tail else run for place, run in enumerate(runs)]
    prose = [place for place, run in enumerate(runs) if run[2] == "body" and _is_prose(found, run, settings)]
    head, foot = (prose[0], prose[-1]) if prose else (len(runs), len(runs))
    menu = _menu(found, runs[:head])
    in_foot = False
    for place, (first, last, role) in enumerate(runs):
        is_short = first == last and len(found[first].text) <= settings.longest_furniture_chars
        if role == "body" and is_short:
            text = found[first].text
            is_page = (
                place in menu
                or (in_foot and not _ends_sentence(text))
                or (place > foot and is_menu_entry(text))
                or ((place < head or place > foot) and is_byline(text))
            )
            if prose and is_page:
                role = "boilerplate"
            elif _is_title(text, settings) and not _is_cut(found, runs, place, settings):
                role = "title"
        in_foot = in_foot or (place > foot and role == "boilerplate")
        placed.append((first, last, role))
    return placed


def _comments(found: Sequence[Line], runs: Sequence[tuple[int, int, Role]], settings: LayoutSettings) -> int:
    """Give the place from which on readers comment on the text, or that behind the last run.

    A line announces it, by its count or by more furniture to come, and what follows is short beside what went before:
    a count that stands above a text opens nothing.
    """
    if not any(first == last and opens_comments(found[first].text) for first, last, _ in runs):
        return len(runs)
    words = [
        sum(_words_count(found[number].text) for number in range(first, last + 1)) for first, last, _ in runs
    ]
    before, total = 0, sum(words)
    last_furniture = max((place for place, run in enumerate(runs) if run[2] == "boilerplate"), default=-1)
    for place, (first, last, _) in enumerate(runs):
        if first == last and opens_comments(found[first].text):
            after = total - before - words[place]
            is_announced = has_count(found[first].text) or last_furniture > place
            if is_announced and after <= settings.comments_share * before:
                return place
        before += words[place]
    return len(runs)


def _is_cut(
    found: Sequence[Line], runs: Sequence[tuple[int, int, Role]], place: int, settings: LayoutSettings
) -> bool:
    """Say whether a run goes on in the next run of text, behind furniture that cuts it."""
    if len(found[runs[place][0]].text) < settings.shortest_broken_chars:
        return False
    later = (runs[number] for number in range(place + 1, len(runs)))
    following = next((run for run in later if run[2] != "boilerplate"), None)
    return following is not None and following[2] == "body" and found[following[0]].text[:1].islower()


def _menu(found: Sequence[Line], head: Sequence[tuple[int, int, Role]]) -> frozenset[int]:
    """Give the places before the text that stand in a row of menu entries, two of which are known as such."""
    known = [
        place
        for place, (first, last, role) in enumerate(head)
        if role != "elision" and first == last and is_menu_entry(found[first].text)
    ]
    if len(known) < 2:
        return frozenset()
    return frozenset(
        place
        for place in range(known[0], known[-1] + 1)
        if head[place][2] == "body" and len(found[head[place][0]].text.split()) <= 2
    )


def _is_prose(found: Sequence[Line], run: tuple[int, int, Role], settings: LayoutSettings) -> bool:
    first, last, _ = run
    if not _ends_sentence(found[last].text):
        return False
    return (
        sum(_words_count(found[number].text) for number in range(first, last + 1))
        >= settings.shortest_prose_words
    )


def _words_count(text: str) -> int:
    # Two characters of a script without spaces are about a word.
    return len(text.split()) + (0 if text.isascii() else len(_UNSPACED.findall(text)) // 2)


def _ends_sentence(text: str) -> bool:
    return bool(_SENTENCE_END.search(text))


def _is_title(text: str, settings: LayoutSettings) -> bool:
    """Say whether a line has the form of a heading: short, without a stop, beginning like a sentence."""
    if _HEADING.match(text):
        return True
    if _LIST_ITEM.match(text) or _words_count(text) > settings.longest_title_words:
        return False
    if _EMPHASIS.fullmatch(text):
        return True
    first = text.lstrip("\"'“‘„«([*_¿¡")[:1]
    return bool(first) and first.isalnum() and not first.islower() and not _ends_sentence(text)
