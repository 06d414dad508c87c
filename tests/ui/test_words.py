"""Words of the interface stand in one file: every one that a script asks for is there, and no script has its own."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from compare.findings.categories import CATEGORIES
from ui.words import COMPONENT, FACTS, KINDS, SUMMARY, VERSIONS

FOLDER = Path(__file__).resolve().parents[2] / "ui" / "component"
WORDS: dict[str, Any] = {
    "side_by_side": COMPONENT,
    "collation": VERSIONS,
    "facts": FACTS,
    "sum": SUMMARY["table"],
}


@pytest.mark.parametrize("name", sorted(WORDS))
def test_every_word_that_a_script_asks_for_is_there(name: str) -> None:
    scripts = "\n".join(path.read_text(encoding="utf-8") for path in sorted((FOLDER / name).glob("*.js")))
    asked = set(re.findall(r"\bwords\.(?!replace\b)(\w+)", scripts))
    assert asked
    assert asked - WORDS[name].keys() == set()


def test_every_kind_of_finding_has_a_word() -> None:
    assert set(CATEGORIES) <= KINDS.keys()


def test_no_html_is_made_from_text() -> None:
    for path in sorted(FOLDER.rglob("*.js")):
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write", path.read_text("utf-8")
        ), path
