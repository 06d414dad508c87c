"""Ranking folders of documents and files of lines."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import CANDIDATE, OTHER, REFERENCE, Done, assert_one_line

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def folders(folder: Path) -> Path:
    texts = {"true": (REFERENCE, OTHER), "good": (REFERENCE, OTHER), "poor": (CANDIDATE, OTHER[:90])}
    for name, (first, second) in texts.items():
        (folder / name).mkdir()
        (folder / name / "harbour.txt").write_text(first, encoding="utf-8")
        (folder / name / "bread.txt").write_text(second, encoding="utf-8")
    return folder


def test_rank_folders(folders: Path, run: Callable[..., Done]) -> None:
    ranking = json.loads(run("rank", "true", "poor", "good", "--format", "json").out)
    assert [system["name"] for system in ranking["systems"]] == ["good", "poor"]
    assert ranking["systems"][0]["scores"]["fidelity"] == 100
    assert ranking["reference"] == "true (2 documents)"
    for name in ("true", "poor", "good"):
        (folders / name / "bread.txt").unlink()
    assert "ranked against true (1 document)\n" in run("rank", "true", "poor", "good").out
    for name, text in zip(("true", "poor", "good"), (OTHER, OTHER[:90], OTHER), strict=True):
        (folders / name / "bread.txt").write_text(text, encoding="utf-8")
    scores = ranking["systems"][1]["scores"]
    apart = [
        json.loads(run("score", f"true/{name}", f"poor/{name}", "--format", "json").out)["scores"]
        for name in ("harbour.txt", "bread.txt")
    ]
    assert scores["penalty"] == pytest.approx(sum(one["penalty"] for one in apart), abs=1e-3)
    low, high = sorted(one["fidelity"] for one in apart)
    assert low < scores["fidelity"] < high
    assert sum(scores["counts"].values()) == sum(sum(one["counts"].values()) for one in apart)


def test_rank_folders_that_do_not_fit(folders: Path, run: Callable[..., Done]) -> None:
    (folders / "poor" / "bread.txt").unlink()
    assert_one_line(run("rank", "true", "good", "poor"), "bread.txt")
    assert_one_line(run("rank", "true", "good", "good"), "good")
    assert_one_line(run("rank", "true", "good", "reference.txt"), "reference.txt")


def test_rank_lines_with_two_references(folder: Path, run: Callable[..., Done]) -> None:
    for name, text in {
        "true": "The boat left at noon.\nNobody was on board.\n",
        "also": "At midday the ship sailed.\nThere was no one aboard.\n",
        "one": "The boat left at noon.\nThere was no one aboard.\n",
        "two": "The boat left at six.\nNobody was on board.\n",
    }.items():
        (folder / name).write_text(text)
    alone = json.loads(run("rank", "--aligned", "true", "one", "two", "--format", "json").out)
    both = run("rank", "--aligned", "true", "one", "two", "--also-reference", "also", "--format", "json")
    assert [system["name"] for system in alone["systems"]] == ["two", "one"]
    ranking = json.loads(both.out)
    assert [system["name"] for system in ranking["systems"]] == ["one", "two"]
    assert ranking["systems"][0]["scores"]["fidelity"] == 100
    assert any("2 references" in remark for remark in ranking["remarks"])
    assert (alone["reference"], ranking["reference"]) == ("true (2 lines)", "true + also (2 lines)")


def test_rank_lines_that_do_not_fit(folder: Path, run: Callable[..., Done]) -> None:
    (folder / "true").write_text("One line.\n")
    (folder / "one").write_text("One line.\nTwo.\n")
    assert_one_line(run("rank", "--aligned", "true", "true", "one"), "true has 1 line and one has 2")
    assert_one_line(run("rank", "true", "true", "one", "--also-reference", "one"), "--aligned")
