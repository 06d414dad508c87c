"""Reports that come from elsewhere: refused, or drawn in every form without harm, whatever stands in them."""

from __future__ import annotations

import copy
import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from compare.errors import BadReport
from compare.report import markdown, page, parallel, serial, table, terminal
from compare.report.sound import sound_report
from tests.report.examples import lighthouse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compare.model import Report

HURT = "\x1b[31m\u202e\u200f\ud800<script>hurt()</script>\n=1+1\x00"
STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
WHOLE: dict[str, Any] = json.loads(json.dumps(lighthouse().to_dict()))


def drawn(report: Report) -> dict[str, str]:
    return {
        "terminal": terminal.render(report, width=60, explain=True),
        "narrow": parallel.render(report, width=60),
        "wide": parallel.render(report, width=140, whole=True),
        "markdown": markdown.render(report, explain=True),
        "page": page.render(report),
        "table": table.render(report),
        "json": serial.render_json([report]),
    }


def places(value: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Give the way to every value of a report that holds no others; of a list the first and the last item."""
    if isinstance(value, dict):
        for key, held in value.items():
            yield from places(held, (*at, key))
    elif isinstance(value, list):
        for number in sorted({0, len(value) - 1} if value else ()):
            yield from places(value[number], (*at, number))
    else:
        yield at


def changed(at: tuple[Any, ...], value: Any, kind: str = "") -> dict[str, Any]:
    report = copy.deepcopy(WHOLE)
    if kind:
        report["relation"] |= {"kind": kind, "reason": "told by its words"}
    holder: Any = report
    for step in at[:-1]:
        holder = holder[step]
    holder[at[-1]] = holder[at[-1]] + value if value is HURT else value
    return report


ALL = tuple(places(WHOLE))


def test_a_whole_report_is_sound() -> None:
    assert sound_report(WHOLE) == lighthouse()
    assert len(ALL) > 90


@pytest.mark.parametrize("kind", ["machine-made", "retold", "different"])
def test_no_word_of_a_report_steers_what_shows_it(kind: str) -> None:
    texts = [at for at in ALL if isinstance(_value(at), str)]
    shown = 0
    for at in texts:
        try:
            report = sound_report(changed(at, HURT, kind))
        except BadReport:
            continue
        shown += 1
        for form, text in drawn(report).items():
            assert not STEERING.search(text), (at, form)
            assert (
                form in ("json", "table", "page", "terminal", "narrow", "wide") or "<script>hurt" not in text
            ), at
        assert "<script>hurt" not in drawn(report)["page"], at
    assert shown > 10


@pytest.mark.parametrize(
    "value", [None, True, -1, 10**9, 1e308, float("nan"), float("inf"), "x", [], {}, [[]], {"a": 1}], ids=repr
)
def test_no_value_of_a_report_breaks_what_shows_it(value: Any) -> None:
    for at in ALL:
        try:
            report = sound_report(changed(at, value))
        except BadReport:
            continue
        drawn(report)


@pytest.mark.parametrize(
    "value", [None, 3, "x", [], [1], {}, {"schema": "truecopy.report/1"}, [[[]]] * 3], ids=repr
)
def test_what_is_no_report(value: Any) -> None:
    with pytest.raises(BadReport, match="not a whole report"):
        sound_report(value)


def test_parts_that_are_missing() -> None:
    for at in ALL:
        report = copy.deepcopy(WHOLE)
        holder: Any = report
        for step in at[:-1]:
            holder = holder[step]
        if isinstance(holder, dict):
            del holder[at[-1]]
        try:
            drawn(sound_report(report))
        except BadReport:
            continue


def _value(at: tuple[Any, ...]) -> Any:
    value: Any = WHOLE
    for step in at:
        value = value[step]
    return value
