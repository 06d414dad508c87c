"""Names and terms of truecopy.toml are kept as written."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.conftest import assert_one_line

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Done

REFERENCE = "The tide mill at Corran stood idle. Two tide mills were sold to Ansa Reed, who lived at Corran."
CANDIDATE = "The water mill at Corran stood idle. Two tide mills were sold to Ansa Read, who lived at Corran."
GLOSSARY = '[names]\nkeep = ["Ansa Reed", "Corran"]\n\n[terms]\nkeep = ["Tide mill"]\n'


@pytest.fixture
def listed(folder: Path, run: Callable[..., Done]) -> Callable[..., list[dict[str, Any]]]:
    """The findings of a run that speak of the list."""

    def listed(*arguments: str) -> list[dict[str, Any]]:
        (folder / "true.txt").write_text(REFERENCE, encoding="utf-8")
        (folder / "copy.txt").write_text(CANDIDATE, encoding="utf-8")
        report = json.loads(run(*arguments, "--format", "json").out)
        report = report[0] if isinstance(report, list) else report
        return [one for one in report["findings"] if "to be kept" in one["message"]]

    return listed


def test_a_term_and_a_name_that_are_not_kept(
    folder: Path, listed: Callable[..., list[dict[str, Any]]]
) -> None:
    (folder / "truecopy.toml").write_text(GLOSSARY)
    told = listed("score", "true.txt", "copy.txt")
    assert [(one["kind"], one["reference"]["text"], one["candidate"]["text"]) for one in told] == [
        ("name", "tide mill", "water"),
        ("name", "Ansa Reed", "Read"),
    ]


def test_nothing_without_a_list_or_where_all_is_kept(
    folder: Path, listed: Callable[..., list[dict[str, Any]]]
) -> None:
    assert listed("score", "true.txt", "copy.txt") == []
    (folder / "truecopy.toml").write_text('[names]\nkeep = ["Corran"]\n')
    assert listed("score", "true.txt", "copy.txt") == []


def test_line_by_line(folder: Path, listed: Callable[..., list[dict[str, Any]]]) -> None:
    (folder / "truecopy.toml").write_text(GLOSSARY)
    assert len(listed("score", "--aligned", "true.txt", "copy.txt")) == 2


def test_a_near_form_is_told_without_a_reference(
    folder: Path, listed: Callable[..., list[dict[str, Any]]]
) -> None:
    (folder / "names.toml").write_text('[names]\nkeep = ["Corran"]\n')
    (folder / "lone.txt").write_text("The mill at Corrran stood idle. Rain fell on Corran.")
    told = listed("check", "lone.txt", "--dismissals", "names.toml")
    assert [(one["kind"], one["candidate"]["text"]) for one in told] == [("name", "Corrran")]


@pytest.mark.parametrize(
    "table", ['names = "Tarn"', '[names]\nkeep = "Tarn"', "[terms]\nkeep = [1]", "[terms]\nlist = []"]
)
def test_a_list_that_is_not_understood(folder: Path, run: Callable[..., Done], table: str) -> None:
    (folder / "truecopy.toml").write_text(table)
    assert_one_line(run("check", "reference.txt"), "truecopy.toml", "keep")


def test_rank_and_batch_keep_them_too(folder: Path, run: Callable[..., Done]) -> None:
    (folder / "true.txt").write_text(REFERENCE, encoding="utf-8")
    (folder / "copy.txt").write_text(CANDIDATE, encoding="utf-8")
    (folder / "other.txt").write_text(REFERENCE, encoding="utf-8")
    (folder / "pairs.csv").write_text("reference,candidate\ntrue.txt,copy.txt\n", encoding="utf-8")

    def ranked() -> str:
        return run("rank", "true.txt", "copy.txt", "other.txt", "--format", "json").out

    def told(place: str) -> str:
        (folder / place).mkdir()
        run("batch", "pairs.csv", "-o", f"{place}/out.jsonl", "--workers", "1")
        return "".join(path.read_text() for path in sorted((folder / place).glob("*.jsonl")))

    without = ranked(), told("without")
    (folder / "truecopy.toml").write_text(GLOSSARY)
    assert ranked() != without[0]
    assert "to be kept" not in without[1]
    assert "to be kept" in told("with")


def test_a_broken_file_is_told_in_one_line(folder: Path, run: Callable[..., Done]) -> None:
    for name in ("true.txt", "copy.txt", "other.txt"):
        (folder / name).write_text(REFERENCE, encoding="utf-8")
    (folder / "truecopy.toml").write_text("[names\n")
    assert_one_line(run("rank", "true.txt", "copy.txt", "other.txt"))
