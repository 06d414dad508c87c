"""The logic of the page without a browser: what it opens, how it chooses, what it says where something is missing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from streamlit.testing.v1 import AppTest

import compare
from tests.ui.conftest import COPY, ROOT, TRUE
from ui import arguments, inputs
from ui.words import PANELS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    """Give the page as it is after its first run, started with some arguments and opened at some address."""

    def started(*files: Path | str, **query: str) -> AppTest:
        given = arguments.parsed([str(file) for file in files])
        for module in ("ui.inputs", "ui.review"):
            monkeypatch.setattr(f"{module}.arguments", lambda: given)
        page = AppTest.from_file(str(ROOT / "ui" / "app.py"), default_timeout=60)
        for name, value in query.items():
            page.query_params[name] = value
        page.run()
        assert not page.exception
        return page

    return started


def chosen(page: AppTest) -> tuple[Any, Any]:
    return page.selectbox(key="reference").value, page.selectbox(key="candidate").value


def said(page: AppTest) -> str:
    kinds: tuple[str, ...] = ("error", "warning", "info", "caption", "markdown")
    return "\n".join(element.value for kind in kinds for element in getattr(page, kind))


def test_every_panel_draws(app: Callable[..., AppTest]) -> None:
    page = app()
    for panel in PANELS:
        page.session_state["panel"] = panel
        page.run()
        assert not page.exception
        assert not page.error
        assert page.query_params.get("panel", "texts") == panel


def test_the_whole_and_clean_one_is_the_reference_wherever_it_stands(
    app: Callable[..., AppTest], texts: tuple[Path, Path]
) -> None:
    true, copy = texts
    for order in ((true, copy), (copy, true)):
        page = app(*order)
        assert chosen(page) == ("true.txt", "copy.txt")
        assert "because it is the fullest and the soundest" in said(page)


def test_a_choice_by_hand_stands_above_the_guess(
    app: Callable[..., AppTest], texts: tuple[Path, Path]
) -> None:
    page = app(*texts, reference="copy.txt", candidate="true.txt")
    assert chosen(page) == ("copy.txt", "true.txt")
    assert "because" not in said(page)
    page.selectbox(key="reference").select("true.txt").run()
    assert chosen(page) == ("true.txt", "copy.txt")


def test_a_link_to_a_file_that_is_not_open_says_so(
    app: Callable[..., AppTest], texts: tuple[Path, Path]
) -> None:
    page = app(*texts, reference="lost.txt")
    assert r"lost\.txt is not open here" in said(page)
    assert chosen(page) == ("true.txt", "copy.txt")


@pytest.mark.parametrize(
    "query", [{"panel": "no such"}, {"confidence": "much"}, {"finding": "zz"}, {"kind": "x,y"}]
)
def test_an_address_written_wrongly_does_no_harm(
    app: Callable[..., AppTest], texts: tuple[Path, Path], query: dict[str, str]
) -> None:
    assert chosen(app(*texts, **query)) == ("true.txt", "copy.txt")


def test_one_file_alone_asks_for_another(app: Callable[..., AppTest], texts: tuple[Path, Path]) -> None:
    assert "it takes two to compare" in said(app(texts[0]))


def test_files_that_cannot_be_read_leave_the_rest_alone(
    app: Callable[..., AppTest],
    texts: tuple[Path, Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "long.txt").write_text(TRUE * 10, encoding="utf-8")
    monkeypatch.setattr(inputs, "LARGEST_BYTES", 2000)
    page = app(*texts, tmp_path / "empty.txt", tmp_path / "long.txt")
    assert chosen(page) == ("true.txt", "copy.txt")
    assert "is empty" in said(page)
    assert r"the page takes 0 MB" in said(page)


def test_two_texts_under_one_name_are_both_open(app: Callable[..., AppTest], tmp_path: Path) -> None:
    for folder, text in (("one", TRUE), ("two", COPY)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "story.txt").write_text(text, encoding="utf-8")
    page = app(tmp_path / "one" / "story.txt", tmp_path / "two" / "story.txt")
    assert chosen(page) == ("story.txt", "story.txt (2)")


def test_a_pasted_text_is_judged_at_once(app: Callable[..., AppTest], texts: tuple[Path, Path]) -> None:
    page = app(*texts)
    page.text_area[0].input(COPY.replace("Captain", "Admiral"))
    page.button[1].click().run()
    assert chosen(page) == ("true.txt", "pasted 1")


def test_a_folder_of_reports_opens_in_batch(
    app: Callable[..., AppTest], texts: tuple[Path, Path], tmp_path: Path
) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    report = compare.compare_documents(*(compare.read(path, name=path.name) for path in texts))
    (folder / "one.json").write_text(json.dumps(report.to_dict()), encoding="utf-8")
    (folder / "two.jsonl").write_text('{"id": "p", "error": "timed out"}\n', encoding="utf-8")
    page = app(folder)
    assert "2 of 2 pairs; 1 failed" in said(page)


def test_a_comparison_that_was_stopped_can_be_taken_up_again(
    app: Callable[..., AppTest], texts: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.waiting.is_long", lambda *_: True)
    texts[1].write_text(
        COPY.replace("Forty", "Fifty"), encoding="utf-8"
    )  # a pair that was not compared before
    page = app(*texts)
    assert "Comparing" in said(page)
    next(button for button in page.button if button.label == "Stop").click().run()
    assert "Stopped." in said(page)
    assert not page.exception
