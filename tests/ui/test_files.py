"""Files into the page and reports out of it, in a real browser: uploads, texts that would be scripts, errors."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from compare.model import Report
from tests.ui.conftest import COPY, TRUE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.ui.conftest import Server

SCRIPT = '<img src=x onerror="window.hurt=1"><script>window.hurt=1</script>'
MARKDOWN = "**bold** [link](http://example.org) :red[word] $x^2$"


@pytest.fixture
def page(visit: Callable[..., Page], demonstration: Server) -> Page:
    return visit(demonstration.url)


def upload(page: Page, *files: tuple[str, str | bytes]) -> None:
    if not page.locator('[data-testid="stFileUploaderDropzoneInput"]').count():
        page.get_by_role("button", name="Add versions").click()
    payload: list[Any] = [
        {
            "name": name,
            "mimeType": "text/plain",
            "buffer": text.encode() if isinstance(text, str) else text,
        }
        for name, text in files
    ]
    page.locator('[data-testid="stFileUploaderDropzoneInput"]').first.set_input_files(payload)


def heads(page: Page) -> list[str]:
    return page.locator(".head bdi").all_inner_texts()


def test_upload_of_two_takes_the_place_of_the_demonstration(page: Page) -> None:
    upload(page, ("copy.txt", COPY), ("true.txt", TRUE))
    page.wait_for_selector('.head.candidate bdi:text-is("copy.txt")')
    # The whole and clean one is the reference, though it came second; the page says why.
    assert heads(page) == ["true.txt", "copy.txt"]
    assert (
        "counts as true here because it is the fullest and the soundest"
        in page.locator(".stApp").inner_text()
    )
    kinds = page.locator(".finding .kind").all_inner_texts()
    assert {"number", "doubled word"} <= set(kinds)
    assert any(kind.startswith("dropped") for kind in kinds)


def test_paste_two_and_swap_by_hand(page: Page) -> None:
    page.get_by_role("button", name="Add versions").click()
    for name, text, sign in (("one", TRUE, "it takes two"), ("two", COPY, "Swap")):
        # The form of the menu, and beside it, where one text alone is open, that of the page: either will do.
        form = page.get_by_test_id("stForm").filter(visible=True).last
        form.get_by_label("Or paste a text").fill(text)
        form.get_by_label("Name of the pasted text").fill(name)
        form.get_by_role("button", name="Add it").click()
        page.get_by_text(sign).first.wait_for()
    page.wait_for_selector('.head.candidate bdi:text-is("two")')
    page.get_by_role("button", name="Swap").click()
    page.wait_for_selector('.head.candidate bdi:text-is("one")')
    assert heads(page) == ["two", "one"]


def test_script_and_markdown_in_text_and_name_are_inert(page: Page) -> None:
    name = "<img src=x onerror=window.hurt=1> **b**.txt"
    hostile = f"{COPY} {SCRIPT} {MARKDOWN}"
    upload(page, ("true.txt", TRUE), (name, hostile))
    page.wait_for_selector(".head bdi:has-text('onerror')")
    assert name in heads(page)
    assert "<script>" in page.locator('[data-part="rows"]').inner_text()
    for panel in ("Summary", "Versions", "Facts", "Review"):
        page.get_by_role("radio", name=panel).click()
        page.wait_for_url(f"**panel={panel.lower()}*")
        page.locator("[data-stale=true]").first.wait_for(state="detached")
    page.get_by_role("radio", name="Side by side").click()
    page.wait_for_selector(".finding")
    assert page.evaluate("window.hurt") is None
    assert page.locator("img[src=x]").count() == 0


def test_what_cannot_be_read_is_told_and_the_rest_stands(page: Page) -> None:
    upload(
        page,
        ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(100)),
        ("empty.txt", ""),
        ("large.txt", "word " * 1_100_000),
        ("true.txt", TRUE),
        ("copy.txt", COPY),
    )
    page.wait_for_selector('.head.candidate bdi:text-is("copy.txt")')
    said = " ".join(page.get_by_role("alert").all_inner_texts())
    assert "picture.png" in said
    assert "a picture; give a text file" in said
    assert "empty.txt" in said
    assert "the page takes 5 MB" in said
    page.get_by_role("button", name="Understood").click()
    page.get_by_role("alert").first.wait_for(state="detached")


def test_another_language_and_another_piece_are_told(page: Page) -> None:
    german = (
        "Der Hafen war in der Nacht abgebrannt. Niemand wurde verletzt, sagte die Polizei am Morgen. "
        "Der Bürgermeister gab einem alten Ofen in der Küche des Zollamts die Schuld daran."
    )
    upload(page, ("true.txt", TRUE), ("german.txt", german))
    page.get_by_text("must be in one language").wait_for()
    other = (
        "Wheat prices rose again after the dry spring in Hungary. Bakers asked the ministry for help. "
        "A loaf now costs twice what it did before the war, and the mills stand idle on Mondays."
    )
    upload(page, ("other.txt", other))
    page.get_by_text("seems to be no version of").wait_for()


def test_the_report_is_exported_and_can_be_read(
    page: Page, tmp_path: Path, visit: Callable[..., Page]
) -> None:
    page.get_by_role("button", name="Export").click()
    written = {}
    for name, ending in (("HTML", "html"), ("JSON", "json"), ("CSV", "csv"), ("Markdown", "md")):
        with page.expect_download() as download:
            page.get_by_role("button", name=name).click()
        written[ending] = tmp_path / download.value.suggested_filename
        download.value.save_as(written[ending])
    report = Report.from_dict(json.loads(written["json"].read_text(encoding="utf-8")))
    assert report.candidate.name == "roundtrip.txt"
    assert len(written["csv"].read_text(encoding="utf-8").splitlines()) == len(report.findings) + 1
    assert "roundtrip.txt" in written["md"].read_text(encoding="utf-8")
    exported = page.context.new_page()
    exported.goto(written["html"].as_uri())
    assert "roundtrip.txt" in exported.locator("body").inner_text()
