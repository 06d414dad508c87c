"""The stemmed lists of kindred words are those that the lists give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.kin_stems import written
from compare.text import kin
from compare.text.wordlists import entries

if TYPE_CHECKING:
    import pytest


def test_the_stemmed_lists_are_fresh() -> None:
    made = {name: list(lines) for name, lines in entries(kin.STEMS).items()}
    block, expected = "", dict[str, list[str]]()
    for line in written().splitlines()[1:]:
        if line.startswith("["):
            block = line[1:-1]
            expected[block] = []
        else:
            expected[block].append(line)
    assert made == expected, "run python benchmarks/kin_stems.py"


def test_changed_lists_are_stemmed_here(monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = kin._lines.__wrapped__("en")
    monkeypatch.setattr(kin, "checksum", lambda *_: "00000000")
    assert kin._lines.__wrapped__("en") == fresh
