"""The batch panel in a real browser: from a row to its side by side and back, with the filters still set."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import compare
from compare.text.documents import document
from tests.ui.conftest import COPY, TRUE, serving

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page


def test_from_a_row_to_its_texts_and_back(visit: Callable[..., Page], tmp_path: Path) -> None:
    lines = []
    for system, text in (("north", COPY), ("south", TRUE)):
        report = compare.compare_documents(document(TRUE, name="true"), document(text, name=f"{system}.txt"))
        lines.append(json.dumps({"id": "harbour", "system": system, "report": report.to_dict()}) + "\n")
    (tmp_path / "results.jsonl").write_text("".join(lines), encoding="utf-8")
    with serving(str(tmp_path / "results.jsonl")) as server:
        page = visit(server.url, wait=False)
        page.get_by_text("2 of 2 pairs; 0 failed").wait_for()
        page.locator("[data-testid=stVegaLiteChart] svg").nth(1).wait_for()
        page.get_by_role("textbox", name="Search").fill("north")
        page.get_by_role("textbox", name="Search").press("Enter")
        page.get_by_text("1 of 2 pairs").wait_for()
        table = page.locator("[data-testid=stDataFrame] canvas").first.bounding_box()
        assert table
        # The table is drawn on a canvas: the first cell of its first row stands under the heading.
        page.mouse.click(table["x"] + 60, table["y"] + 52)
        page.wait_for_selector('.head.candidate bdi:text-is("north.txt")')
        assert page.locator(".finding").count() > 2
        page.get_by_role("button", name="Back to the batch").click()
        page.get_by_text("1 of 2 pairs").wait_for()
        assert page.get_by_role("textbox", name="Search").input_value() == "north"
        page.get_by_role("textbox", name="Search").fill("")
        page.get_by_role("textbox", name="Search").press("Enter")
        page.get_by_text("2 of 2 pairs").wait_for()
        page.locator("[data-testid=stVegaLiteChart] .mark-symbol.role-mark path").last.click()
        page.wait_for_selector('.head.candidate bdi:text-is("south.txt")')
        page.close()
