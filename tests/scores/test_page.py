"""The prices in docs/scores.md are those of the settings."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from compare.settings import DEFAULTS

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "scores.md").read_text(encoding="utf-8")
PRICES = {
    "replaced": ["replace_cost"],
    "dropped": ["delete_cost"],
    "added": ["insert_cost"],
    "surplus": ["surplus_cost"],
    "moved": ["order_cost"],
    "letters missing, added": ["letters_missing_cost", "letters_added_cost"],
    "unknown words": ["unknown_word_cost"],
    "doubled words": ["doubled_word_cost"],
    "said again": ["said_again_cost"],
    "marks": ["marks_cost"],
    "negations": ["negation_cost"],
    "seams": ["seam_cost"],
    "holes": ["hole_cost"],
    "style": ["style_cost"],
    "moved passages": ["moved_bead_cost"],
    "findings": ["finding_cost"],
    "loops": ["loop_cost"],
}


@pytest.mark.parametrize("count", PRICES)
def test_a_price_is_the_setting(count: str) -> None:
    (row,) = re.findall(rf"^\| {count} \| .* \| (.*) \|$", PAGE, re.MULTILINE)
    numbers = [float(number) for number in re.findall(r"\d+(?:\.\d+)?", row)]
    assert numbers == [getattr(DEFAULTS.scores, name) for name in PRICES[count]]


def test_every_price_is_on_the_page() -> None:
    described = {name for names in PRICES.values() for name in names} | {"manner_cost"}
    prices = {name for name in type(DEFAULTS.scores).__slots__ if name.endswith("_cost")}
    assert prices == described
