"""Blocks of a text and their roles, by rules of form, position and repetition."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from compare.settings import DEFAULTS, LayoutSettings

if TYPE_CHECKING:
    from compare.model import Role

_LINE: Final = re.compile(r"[^\n\r\x85\u2028\u2029]+")
_FURNITURE: Final = re.compile(
    r"©|copyright|all rights reserved|comments?\b|share this|subscribe|newsletter|^tags?:|"
    r"posted by|publicada por|etiquetas|coment[áa]rios?|related articles|read more|log ?in|sign up|"
    r"reuters/|file photo|getty images|privacy|cookies|e-?mail|^source:",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, heading or list item: ``text[start:end]`` and its role."""

    start: int
    end: int
    role: Role


def blocks(text: str, *, settings: LayoutSettings = DEFAULTS.layout) -> list[Block]:
    """Cut a text into blocks and give each its role."""
    spans: list[tuple[int, int]] = []
    for match in _LINE.finditer(text):
        line = match[0]
        start = match.start() + len(line) - len(line.lstrip())
        end = match.start() + len(line.rstrip())
        if end <= start:
            continue
        if spans and text[start].islower() and text[spans[-1][1] - 1] not in '.!?…:"”’»)]':
            if spans[-1][1] - spans[-1][0] > 40:
                spans[-1] = (spans[-1][0], end)
                continue
        spans.append((start, end))
    return [Block(start=start, end=end, role=_role(text[start:end])) for start, end in spans]


def _role(line: str) -> Role:
    from compare.text.sentences import is_elision

    if is_elision(line):
        return "elision"
    if len(line) < 160 and _FURNITURE.search(line):
        return "boilerplate"
    if len(line) < 120 and line[-1] not in '.!?…:;,"”' and line[:1].isupper():
        return "title"
    return "body"
