"""Review in a real browser: verdicts are kept over a restart, seen by the next reviewer, and leave as files."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING

from compare.cli import main
from tests.ui.conftest import serving

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest
    from playwright.sync_api import Page


def left(page: Page) -> str:
    return page.locator('[data-testid="stProgress"]').inner_text()


def test_a_review_from_the_first_verdict_to_the_command_line(
    visit: Callable[..., Page],
    texts: tuple[Path, Path],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    with serving(*map(str, texts)) as server:
        page = visit(f"{server.url}/?panel=review", wait=False)
        page.get_by_label("Your name").fill("Ada")
        page.get_by_label("Your name").press("Enter")
        page.get_by_role("radio", name="Side by side").click()
        finding = page.locator(".finding").first
        finding.locator(".finding-head").click()
        page.locator(".reason").fill("the clock of the house")
        page.locator("button.dismiss").click()
        page.wait_for_selector(".finding.done")
        assert "the clock of the house · Ada" in page.locator(".verdict").inner_text()
        page.get_by_text("1 dismissed").wait_for()

        # Another reviewer, at the same time, sees it and says otherwise; both stay on record.
        other = visit(server.url)
        other.wait_for_selector(".finding.done")
        other.locator(".finding-head").first.click()
        other.locator("select.correct").select_option("major")
        other.locator("button.accept").click()
        other.get_by_text(f"accepted · the clock of the house · {getpass.getuser()}").wait_for()
        other.get_by_text("Others: Ada: dismissed").wait_for()

        for each in (page, other):  # a page without its server complains, as it should
            each.close()
        server.stop()
        server.start()
        page = visit(server.url)
        page.wait_for_selector(".finding.done")
        page.locator(".finding-head").nth(1).click()
        page.locator("button.dismiss").click()
        page.get_by_text("1 dismissed").wait_for()

        page.get_by_role("radio", name="Review").click()
        page.get_by_text("truecopy-reviews.db").wait_for()
        all_findings = int(left(page).split(" of ")[1].split()[0])
        assert left(page).startswith(f"{all_findings - 2} of")
        page.get_by_text("Dismiss all open findings of a kind").click()
        page.get_by_label("Why", exact=True).fill("house style")
        page.get_by_label("Why", exact=True).press("Enter")
        page.get_by_role("button", name="Dismiss 1").click()
        page.get_by_text(f"{all_findings - 3} of {all_findings}").wait_for()
        # The files of the run before go away with it: the buttons must be those of this run.
        page.wait_for_selector('.stApp[data-test-script-state="notRunning"]')
        with page.expect_download() as download:
            page.get_by_role("button", name="TOML").click()
        dismissals = tmp_path / download.value.suggested_filename
        download.value.save_as(dismissals)
        page.close()

    assert main(["score", *map(str, texts), "--dismissals", str(dismissals)]) == 0
    assert "2 dismissed" in capsys.readouterr().out


def test_a_finding_is_taken_back(
    visit: Callable[..., Page], texts: tuple[Path, Path], tmp_path: Path
) -> None:
    with serving(*map(str, texts), "--reviews", f"sqlite:///{tmp_path / 'kept.db'}") as server:
        page = visit(server.url)
        page.locator(".finding-head").first.click()
        page.locator("button.accept").click()
        page.wait_for_selector(".finding.done")
        page.locator("button.undo").click()
        page.wait_for_selector(".finding.done", state="detached")
        page.close()
    assert (tmp_path / "kept.db").exists()
