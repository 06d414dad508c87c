"""The colours of the components, computed from their CSS: every text stands out from its ground by 4.5 : 1 or more."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

UI = Path(__file__).resolve().parents[2] / "ui"
CSS = (UI / "component" / "side_by_side" / "side_by_side.css").read_text(encoding="utf-8")
LOOK = (UI / "look.py").read_text(encoding="utf-8")
THEME = tomllib.loads((UI / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
LEAST = 4.5  # WCAG 2.2, success criterion 1.4.3

INKS = (
    "text",
    "quiet",
    "style-ink",
    "dropped-ink",
    "added-ink",
    "moved-ink",
    "critical",
    "major",
    "minor",
    "neutral",
)
PAIRS = [
    *((ink, ground) for ink in (*INKS, "chosen") for ground in ("paper", "panel")),
    *((f"{mark}-ink", mark) for mark in ("dropped", "added", "changed", "moved", "loop")),
    ("text", "found"),
    ("text", "searched"),
    ("paper", "text"),
]


def variables(theme: str) -> dict[str, str]:
    selector = r"\.root \{" if theme == "light" else r'\.root\[data-theme="dark"\] \{'
    block = re.search(selector + r"(.*?)\}", CSS, re.DOTALL)
    assert block
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})", block[1]))


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_the_formula_by_its_ends() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_texts_stand_out(theme: str) -> None:
    colours = variables(theme)
    weak = {
        f"{ink} on {ground}": round(contrast(colours[ink], colours[ground]), 2)
        for ink, ground in PAIRS
        if contrast(colours[ink], colours[ground]) < LEAST
    }
    assert weak == {}


def test_the_gap_sign_stands_out() -> None:
    light, dark = re.findall(r"\.gap-sign \{ color: (#[0-9a-f]{6})", CSS)
    assert contrast(light, variables("light")["paper"]) >= LEAST
    assert contrast(dark, variables("dark")["paper"]) >= LEAST


@pytest.mark.parametrize("place", [0, 1], ids=["light", "dark"])
def test_counts_and_theme_stand_out(place: int) -> None:
    theme = THEME["light" if place == 0 else "dark"]
    inks = [pair[place] for pair in re.findall(r"light-dark\((#\w{6}), (#\w{6})\)", LOOK)]
    assert len(inks) == 4
    for ink in (*inks, theme["textColor"], theme["linkColor"], theme["primaryColor"]):
        for ground in (theme["backgroundColor"], theme["secondaryBackgroundColor"]):
            assert contrast(ink, ground) >= LEAST, (ink, ground)


def test_both_themes_name_the_same_colours() -> None:
    assert variables("light").keys() == variables("dark").keys()
