"""The side by side in a real browser: from finding to text and back, keys, folds, filters, links."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

    from tests.ui.conftest import Server


@pytest.fixture
def page(visit: Callable[..., Page], demonstration: Server) -> Page:
    return visit(demonstration.url)


def query(page: Page) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def finding(page: Page, kind: str) -> Locator:
    return page.locator(".finding-head", has=page.locator(f'.kind:text-is("{kind}")')).first


def shown_count(page: Page) -> tuple[int, int]:
    shown, every = re.findall(r"\d+", page.locator('[data-part="count"]').inner_text())
    return int(shown), int(every)


def is_in_sight(page: Page, selector: str) -> bool:
    """Whether an element stands inside what the texts' scroll area shows."""
    box = page.locator(selector).first.bounding_box()
    area = page.locator('[data-part="scroll"]').bounding_box()
    assert box
    assert area
    return area["y"] <= box["y"] <= area["y"] + area["height"]


def test_first_sight_without_files_is_the_demonstration(page: Page) -> None:
    assert "demonstration" in page.locator(".stApp").inner_text().lower()
    assert page.locator(".tc-score b").inner_text().isdigit()
    assert page.locator(".head.reference bdi").inner_text() == "reference.txt"
    assert page.locator(".head.candidate bdi").inner_text() == "roundtrip.txt"
    assert page.locator(".finding").count() > 5


def test_headings_stand_over_their_columns(page: Page) -> None:
    for side in ("reference", "candidate"):
        head = page.locator(f".head.{side}").bounding_box()
        cell = page.locator(f".row .cell.{side}").first.bounding_box()
        assert head
        assert cell
        assert abs(head["x"] - cell["x"]) <= 1
        assert abs(head["width"] - cell["width"]) <= 1


def test_from_a_finding_to_its_words(page: Page) -> None:
    finding(page, "loop").click()
    page.wait_for_selector(".chosen .mark.loop")
    assert is_in_sight(page, ".chosen .mark.loop")
    details = page.locator(".finding.chosen .details").inner_text()
    assert "Fluency/Repetition" in details or "Accuracy/Addition" in details
    assert "⟲ ×" in page.locator(".mark.loop .ring").first.inner_text()
    page.wait_for_url("**finding=*")


def test_from_words_to_their_finding_by_click_and_by_key(page: Page) -> None:
    mark = page.locator(".mark[data-finding]").nth(1)
    wanted = mark.get_attribute("data-finding")
    mark.click()
    assert page.locator(".finding.chosen").get_attribute("data-id") == wanted
    other = page.locator(f'.mark[data-finding]:not([data-finding="{wanted}"])').first
    wanted = other.get_attribute("data-finding")
    other.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(f'.finding.chosen[data-id="{wanted}"]')


def test_a_finding_over_several_pieces_reads_as_one_frame(page: Page) -> None:
    finding(page, "loop").click()
    page.wait_for_selector(".chosen .mark.loop")
    assert page.locator(".cell.candidate .words > span.chosen").count() == 1


def test_keys(page: Page) -> None:
    page.keyboard.press("n")
    first = page.locator(".finding.chosen").get_attribute("data-id")
    page.keyboard.press("n")
    second = page.locator(".finding.chosen").get_attribute("data-id")
    page.keyboard.press("p")
    assert first
    assert first != second
    assert page.locator(".finding.chosen").get_attribute("data-id") == first
    page.keyboard.press("j")
    row = page.locator(".row.current").get_attribute("data-row")
    page.keyboard.press("k")
    assert page.locator(".row.current").get_attribute("data-row") != row
    page.keyboard.press("?")
    assert page.locator(".help").is_visible()
    page.keyboard.press("Escape")
    assert page.locator(".help").is_hidden()
    page.keyboard.press("/")
    page.keyboard.type("fn")
    assert page.locator('[data-part="search"]').input_value() == "fn"


def test_what_is_alike_folds_and_opens(visit: Callable[..., Page], demonstration: Server) -> None:
    page = visit(f"{demonstration.url}/?reference=reference.txt&candidate=edited.txt")
    fold = page.locator('.fold[aria-expanded="false"]').first
    count = int(re.findall(r"\d+", fold.inner_text())[0])
    before = page.locator(".row").count()
    fold.click()
    page.wait_for_selector('.fold[aria-expanded="true"]')
    assert page.locator(".row").count() > before
    page.locator('.fold[aria-expanded="true"]').first.click()
    assert page.locator('.fold[aria-expanded="false"]').first.inner_text().startswith(str(count))
    page.keyboard.press("f")
    assert page.locator(".fold").count() == 0


def test_a_moved_passage_leads_to_its_other_place(visit: Callable[..., Page], demonstration: Server) -> None:
    page = visit(f"{demonstration.url}/?reference=reference.txt&candidate=excerpt.txt")
    jump = page.locator(".jump").first
    jump.click()
    page.wait_for_selector(".row.current .tag.moved")
    assert is_in_sight(page, ".row.current")


def test_filters_stand_in_the_address_and_hold_after_a_reload(page: Page) -> None:
    _, every = shown_count(page)
    page.locator(".chip", has_text="critical").click()
    page.locator('[data-part="search"]').fill("metres")
    page.wait_for_url("**severity=critical*search=metres*")
    shown, _ = shown_count(page)
    assert 0 < shown < every
    page.reload()
    page.wait_for_selector('[data-part="rows"] .row')
    assert shown_count(page) == (shown, every)
    assert page.locator('[data-part="search"]').input_value() == "metres"
    assert page.locator("mark.searched").count() > 0
    page.locator(".clear").click()
    assert shown_count(page) == (every, every)
    page.wait_for_function("!location.search.includes('severity')")


def test_a_search_finds_findings_by_their_sentence_and_leads_through_the_text(page: Page) -> None:
    search = page.locator('[data-part="search"]')
    search.fill("electricity")
    page.locator("mark.searched").first.wait_for()
    assert shown_count(page)[0] >= 1
    search.press("Enter")
    first = page.locator(".row.current").get_attribute("data-row")
    assert is_in_sight(page, ".row.current mark.searched")
    search.press("Enter")
    assert page.locator(".row.current").get_attribute("data-row") != first


def test_filters_by_kind_and_confidence(page: Page) -> None:
    _, every = shown_count(page)
    page.locator('[data-part="kinds"]').select_option("number")
    assert 0 < shown_count(page)[0] < every
    assert set(page.locator(".finding .kind").all_inner_texts()) == {"number"}
    page.locator('[data-part="kinds"]').select_option("")
    page.locator('[data-part="sure"]').select_option("0.9")
    assert shown_count(page)[0] < every
    page.wait_for_url("**confidence=0.9*")


def test_a_link_to_a_finding_opens_it(visit: Callable[..., Page], demonstration: Server) -> None:
    page = visit(demonstration.url)
    third = page.locator(".finding").nth(2)
    wanted = third.get_attribute("data-id")
    third.locator("button").first.click()
    page.wait_for_url(f"**finding={wanted}*")
    other = visit(page.url)
    other.wait_for_selector(f'.finding.chosen[data-id="{wanted}"]')


def test_panels_have_a_word_in_the_address_that_no_translation_changes(page: Page) -> None:
    page.get_by_role("radio", name="Summary").click()
    page.wait_for_url("**panel=summary*")
    page.locator("button.go").first.click()
    page.wait_for_selector(".finding.chosen")
    assert "panel" not in query(page)
    assert page.locator(".cell span.chosen").count() >= 1


def test_the_map_leads_to_the_end(page: Page) -> None:
    from playwright.sync_api import expect

    box = page.locator('[data-part="map"]').bounding_box()
    before = page.locator(".row").last.get_attribute("data-row")
    assert box
    assert before
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] - 2)
    expect(page.locator(".row").last).not_to_have_attribute("data-row", before)
    last = page.locator(".row").last.get_attribute("data-row")
    assert last
    assert int(last) > int(before)
