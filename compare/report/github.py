"""Annotations of GitHub Actions: a workflow command a finding, which GitHub shows beside the line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from compare.report.sarif import gravest
from compare.report.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from compare.report.annotations import Annotation

_LEVELS: Final = {"critical": "error", "major": "error", "minor": "warning", "neutral": "notice"}
_MOST: Final = 1_000
"""Findings that are written; GitHub shows ten of each level a step, so the gravest go first."""


def render(found: Iterable[Annotation]) -> str:
    """Give a workflow command a finding, the gravest first; what is dismissed or known from before is left out.

    >>> from compare.report.annotations import Annotation, Place
    >>> place = Place(path="a,b.txt", line=3, start=40, end=42, text="14")
    >>> one = Annotation(
    ...     id="1f", kind="number", severity="major", confidence=0.9, message="100% of 40 is 14", place=place
    ... )
    >>> print(render([one]), end="")
    ::error file=a%2Cb.txt,line=3,title=number (major)::100%25 of 40 is 14 [1f]
    """
    chosen = gravest((one for one in found if one.dismissed is None and not one.is_known), _MOST)
    return "".join(f"{_command(one)}\n" for one in sorted(chosen, key=lambda one: one.rank))


def _command(one: Annotation) -> str:
    title = f"{one.kind} ({one.severity})"
    return (
        f"::{_LEVELS[one.severity]} file={_property(one.place.path)},line={one.place.line},"
        f"title={_property(title)}::{_data(f'{one.message} [{one.id}]')}"
    )


def _data(text: str) -> str:
    # one_line leaves no line feed, which would begin a command of the text's own.
    return one_line(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
