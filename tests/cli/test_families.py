"""truecopy families: forms, what is left out, errors."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import Done, assert_one_line
from tests.cli.test_output import assert_valid

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_text_names_pieces_and_roles(folder: Path, run: Callable[..., Done]) -> None:
    done = run("families", ".")
    assert done.code == 0
    assert "3 documents: 1 piece in several versions, 1 alone" in done.out
    assert done.out.index("Piece 1") < done.out.index("reference.txt") < done.out.index("Alone")
    assert done.out.index("Alone") < done.out.index("other.txt")


@pytest.mark.parametrize("width", [40, 80, 200])
def test_no_line_is_wider_than_the_terminal(
    folder: Path, run: Callable[..., Done], monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    (folder / ("long-" * 20 + ".txt")).write_text((folder / "reference.txt").read_text())
    done = run("families", ".")
    assert max(map(len, done.out.splitlines())) <= max(width, 60)
    assert all(len(line) <= width for line in done.out.splitlines() if "…" in line)


def test_json_holds_every_input_once(folder: Path, run: Callable[..., Done]) -> None:
    done = run("families", "other.txt", "candidate.txt", "reference.txt", "--format", "json")
    data = json.loads(done.out)
    assert_valid(data, "families")
    paths = [member["path"] for family in data["families"] for member in family["members"]]
    assert sorted(paths) == ["candidate.txt", "other.txt", "reference.txt"]
    assert [len(family["members"]) for family in data["families"]] == [2, 1]


def test_csv_computes_nothing(folder: Path, run: Callable[..., Done]) -> None:
    (folder / "=1+1.txt").write_text((folder / "other.txt").read_text())
    done = run("families", "reference.txt", "=1+1.txt", "--format", "csv")
    rows = list(csv.reader(io.StringIO(done.out)))
    assert rows[0] == ["family", "versions", "role", "coverage", "path"]
    assert {row[4] for row in rows[1:]} == {"'=1+1.txt", "reference.txt"}


def test_what_is_no_text_is_named_and_counted(folder: Path, run: Callable[..., Done]) -> None:
    (folder / "picture.png").write_bytes(b"\x89PNG\x00\x01")
    (folder / "empty.txt").write_text("")
    done = run("families", ".")
    assert done.code == 0
    assert "2 paths left out" in done.err
    assert "picture.png" in done.err
    assert "empty.txt" in done.err
    assert "picture.png" not in done.out
    assert run("families", ".", "--quiet").err == ""


def test_a_missing_path_and_a_folder_without_texts(folder: Path, run: Callable[..., Done]) -> None:
    assert_one_line(run("families", "nowhere"), "nowhere")
    (folder / "bare").mkdir()
    assert_one_line(run("families", "bare"), "none of the paths holds a text")
