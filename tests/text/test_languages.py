"""Languages: told from ordinary paragraphs, offline, in a few milliseconds."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from compare.text.languages import language_of

GOLDEN = Path(__file__).parent.parent / "golden" / "languages.txt"
PARAGRAPHS = dict(re.findall(r"^\[(\w+)\] (.+)$", GOLDEN.read_text(encoding="utf-8"), re.MULTILINE))


@pytest.mark.parametrize("language", sorted(PARAGRAPHS))
def test_paragraphs(language: str) -> None:
    assert language_of(PARAGRAPHS[language]) == language


@pytest.mark.parametrize("text", ["", "   ", "12 : 30", "***", "Xyzzy", "\ud800", "Zürich Basel Bern Luzern"])
def test_what_cannot_be_told(text: str) -> None:
    assert language_of(text) == "und"


def test_a_long_text_costs_no_more_than_a_short_one() -> None:
    text = PARAGRAPHS["en"] * 50_000
    begun = time.process_time()
    assert language_of(text) == "en"
    assert time.process_time() - begun < 0.5


def test_furniture_in_another_language_does_not_count() -> None:
    assert language_of(PARAGRAPHS["en"] * 5 + "\nSem comentários:\nEnviar um comentário\n") == "en"
