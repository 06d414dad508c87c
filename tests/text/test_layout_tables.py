"""Pages that are laid out with tables give their article; tables of data stay tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from compare.text.reading import read

if TYPE_CHECKING:
    from pathlib import Path

pytest.importorskip("trafilatura")

PARAGRAPHS = [
    f"In the {year} season the ferry carried {count} sheep across the sound, and the harbour office wrote down each of "
    "them with the name of its owner, the colour of its mark and the weather on the day of the crossing, rain or shine."
    for year, count in (("first", 812), ("second", 940), ("third", 1107), ("fourth", 655))
]


def text_of(tmp_path: Path, body: str) -> str:
    page = tmp_path / "page.html"
    page.write_text(f"<html><head><title>Sheep</title></head><body>{body}</body></html>", encoding="utf-8")
    return read(page).text


def test_the_cells_of_a_layout_table_are_no_rows(tmp_path: Path) -> None:
    article = "<br><br>".join(PARAGRAPHS)
    text = text_of(tmp_path, f"<table><tr><td>News<br>Fares<br>Tides</td><td>{article}</td></tr></table>")
    assert [line for line in text.splitlines() if "sheep" in line] == PARAGRAPHS
    assert "|" not in text  # what is menu and what is article, the layout tells


def test_a_table_of_data_stays_a_table(tmp_path: Path) -> None:
    article = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    rows = "".join(f"<tr><td>{year}</td><td>{count}</td></tr>" for year, count in ((1911, 812), (1912, 940)))
    text = text_of(tmp_path, f"<article>{article}<table>{rows}</table></article>")
    assert "1912 | 940" in text
