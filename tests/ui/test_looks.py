"""How the page looks and who can use it: dark, narrow, on paper, and by axe-core on every panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ui.words import PANELS

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.ui.conftest import Server

READY = {
    "texts": '[data-part="rows"] .row',
    "summary": "tr.total",
    "versions": "td.cell",
    "facts": "td.value",
    "review": '[data-testid="stProgress"]',
    "batch": '[data-testid="stFileUploader"]',
    "help": "h2",
}


def ground(page: Page, selector: str) -> int:
    """How light the ground of an element is, 0 to 255."""
    colour = page.locator(selector).first.evaluate("element => getComputedStyle(element).backgroundColor")
    channels = [float(part) for part in colour.split("(")[1].rstrip(")").split(",")[:3]]
    return round(sum(channels) / 3)


def test_dark_and_light(visit: Callable[..., Page], demonstration: Server) -> None:
    for scheme, is_dark in (("dark", True), ("light", False)):
        page = visit(demonstration.url, color_scheme=scheme)
        for selector in (".stApp", ".root"):
            assert (ground(page, selector) < 64) is is_dark
            assert (ground(page, selector) > 192) is not is_dark


def test_a_telephone_shows_the_versions_under_each_other(
    visit: Callable[..., Page], demonstration: Server
) -> None:
    page = visit(demonstration.url, width=390, height=844)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    row = page.locator(".row:has(.reference .words):has(.candidate .words)").first
    reference = row.locator(".cell.reference").bounding_box()
    candidate = row.locator(".cell.candidate").bounding_box()
    assert reference
    assert candidate
    assert candidate["y"] >= reference["y"] + reference["height"] - 1
    assert abs(candidate["x"] - reference["x"]) <= 1
    page.locator(".finding-head").nth(3).click()
    page.wait_for_selector(".cell span.chosen")


def test_on_paper_stands_the_whole_text(visit: Callable[..., Page], demonstration: Server) -> None:
    page = visit(demonstration.url)
    before = page.locator(".row").count()
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".row").count() > before
    assert page.locator('[data-part="panel"]').is_hidden()
    assert page.locator(".head.candidate").is_visible()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")


@pytest.mark.parametrize("panel", PANELS)
def test_axe_finds_no_serious_violation(
    visit: Callable[..., Page], demonstration: Server, panel: str
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = visit(f"{demonstration.url}/?panel={panel}", wait=False)
    page.locator(READY[panel]).first.wait_for()
    if panel == "texts":
        page.locator(".finding-head").first.click()
        page.wait_for_selector(".finding.chosen .details")
    found = axe.run(page).response["violations"]
    grave = {
        each["id"]: [node["html"][:200] for node in each["nodes"]]
        for each in found
        if each["impact"] in ("serious", "critical")
    }
    assert grave == {}


def test_axe_in_the_dark(visit: Callable[..., Page], demonstration: Server) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = visit(demonstration.url, color_scheme="dark")
    found = axe.run(page, options={"runOnly": ["color-contrast"]}).response["violations"]
    assert [node["html"][:200] for each in found for node in each["nodes"]] == []
