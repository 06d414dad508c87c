"""No regular expression takes longer than in proportion to its text, whatever the text is."""

from __future__ import annotations

import re

import pytest

from compare.errors import TookTooLong
from compare.settings import DEFAULTS
from compare.text import sentences
from compare.time_limits import TimeLimit
from tests.hostile.patterns import cost_seconds, patterns, worst_texts

SHORT, LONG = 1_500, 6_000
"""Code points."""
MOST_RATIO = 10.0
"""Of the costs of texts four times as long: 4 where it is linear, 16 where it is a square."""
NEGLIGIBLE_SECONDS = 0.004
"""What costs less at the longer length is no danger, and cannot be measured while other work goes on."""
ASKED_OF_SHORT_TEXTS = {
    "compare.text.furniture": DEFAULTS.layout.longest_furniture_chars,
    "compare.text.sentences ([^": sentences._WINDOW_CHARS,
}
"""Patterns, or all those of a module, that are never asked of a text with more code points than this."""


def growth(pattern: re.Pattern[str], methods: frozenset[str]) -> tuple[float, float, str]:
    """Give the worst cost at both lengths that was found, and on which text; the best of several runs of each."""
    short = worst_texts(pattern, SHORT)
    long = worst_texts(pattern, LONG)
    costs = sorted(
        ((cost_seconds(pattern, methods, text), place) for place, text in enumerate(short)), reverse=True
    )
    worst = (0.0, 0.0, "")
    for _, place in costs[:3]:
        if len(short) != len(long):
            continue
        seconds = [
            min(cost_seconds(pattern, methods, text[place]) for _ in range(3)) for text in (short, long)
        ]
        worst = max(worst, (seconds[1], seconds[0], long[place][:40]))
    return worst


def fault(name: str, pattern: re.Pattern[str], methods: frozenset[str]) -> str:
    """Say what is wrong with a pattern, or nothing."""
    bound = next((most for begin, most in ASKED_OF_SHORT_TEXTS.items() if name.startswith(begin)), None)
    try:
        with TimeLimit(20):
            if bound is None:
                long, short, text = growth(pattern, methods)
                is_well = long < NEGLIGIBLE_SECONDS or long / short < MOST_RATIO
                return "" if is_well else f"{name}: {short:.4f} s, then {long:.4f} s: {text!r}"
            texts = worst_texts(pattern, bound)
            slowest = max(min(cost_seconds(pattern, methods, text) for _ in range(3)) for text in texts)
            return "" if slowest < 0.01 else f"{name}: {slowest:.4f} s for {bound} code points"
    except TookTooLong:
        return f"{name}: takes for ever"


def test_no_pattern_grows_faster_than_its_text() -> None:
    found = patterns()
    assert len(found) > 80
    modules = {name.split(" ", 1)[0] for name in found}
    assert {"compare.text.layout", "compare.text.tokens", "compare.report.visible"} <= modules
    faults = [fault(name, *pattern) for name, pattern in found.items()]
    assert [said for said in faults if said] == []


@pytest.mark.parametrize("written", [r"(\w+\s?)+!", r"\S+@\S+\.\w+", r"\s+$", r"(a|a)*b", r"a*a*a*b"])
def test_a_bad_pattern_would_be_seen(written: str) -> None:
    pattern = re.compile(written)
    try:
        with TimeLimit(1):
            long, short, _ = growth(pattern, frozenset({"search"}))
    except TookTooLong:
        return
    assert long >= NEGLIGIBLE_SECONDS
    assert long / short >= MOST_RATIO
