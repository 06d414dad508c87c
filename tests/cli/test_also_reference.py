"""``score --also-reference``: several true versions, documents or lines."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import Done, assert_one_line

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TRUE = "The boat left at noon.\nNobody was on board.\n"
ALSO = "At midday the ship sailed.\nThere was no one aboard.\n"
MIXED = "The boat left at noon.\nThere was no one aboard.\n"


@pytest.fixture
def files(folder: Path) -> Path:
    for name, text in {"true.txt": TRUE, "also.txt": ALSO, "mixed.txt": MIXED}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_documents(files: Path, run: Callable[..., Done]) -> None:
    done = run("score", "true.txt", "mixed.txt", "--also-reference", "also.txt", "--format", "json")
    report = json.loads(done.out)
    assert report["scores"]["fidelity"] == 100
    assert report["reference"]["name"] == "true.txt + also.txt"
    text = run("score", "true.txt", "mixed.txt", "--also-reference", "also.txt").out
    assert "sentences: 1 of true.txt, 1 of also.txt" in " ".join(text.split())


def test_lines(files: Path, run: Callable[..., Done]) -> None:
    arguments = ("score", "--aligned", "true.txt", "mixed.txt", "--also-reference", "also.txt")
    results = [json.loads(line) for line in run(*arguments, "--format", "jsonl").out.splitlines()]
    assert [(result["reference"], result["fidelity"]) for result in results] == [(1, 100), (2, 100)]
    assert "1 of true.txt, 1 of also.txt" in " ".join(run(*arguments).out.split())
    rows = run(*arguments, "--format", "csv").out.splitlines()
    assert rows[0].endswith(",kinds,reference")
    assert [row[-1] for row in rows[1:]] == ["1", "2"]


def test_lines_of_unequal_number_are_refused(files: Path, run: Callable[..., Done]) -> None:
    (files / "also.txt").write_text("One line.\n", encoding="utf-8")
    done = run("score", "--aligned", "true.txt", "mixed.txt", "--also-reference", "also.txt")
    assert_one_line(done, "also.txt has 1")


def test_one_reference_needs_no_column(files: Path, run: Callable[..., Done]) -> None:
    rows = run("score", "--aligned", "true.txt", "mixed.txt", "--format", "csv").out.splitlines()
    assert rows[0].endswith(",kinds")
