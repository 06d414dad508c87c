"""Families of the documents of a manifest, and their table."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tests.batch.conftest import write_lines
from tests.cli.conftest import Done, assert_one_line, folder, run  # noqa: F401

if TYPE_CHECKING:
    from pathlib import Path

parquet = pytest.importorskip("pyarrow.parquet")
Run = Callable[..., Done]

WHOLE = (
    "The harbour office burned down on Tuesday night. Forty boats lay at anchor. Nobody was hurt. "
    "The mayor blamed a faulty stove in the customs kitchen. Rebuilding will take two summers."
)


def test_a_manifest_gives_the_families_of_its_documents(folder: Path, run: Run) -> None:  # noqa: F811
    rows = [
        {"id": "part", "candidate_text": WHOLE[: WHOLE.index("The mayor")]},
        {"id": "whole", "candidate_text": WHOLE},
        {"id": "other", "candidate": "other.txt"},
        {"id": "gone", "candidate": "none.txt"},
    ]
    write_lines(folder / "m.jsonl", rows)
    done = run("families", "--manifest", "m.jsonl", "-o", "families.parquet")
    assert done.code == 0
    assert "none.txt" in done.err
    table = parquet.read_table("families.parquet")
    assert table.schema.names == ["family", "document", "role", "coverage"]
    found = [(row["family"], row["document"], row["role"]) for row in table.to_pylist()]
    assert found == [(1, "whole", "full"), (1, "part", "excerpt"), (2, "other", "full")]
    as_json = json.loads(run("families", "--manifest", "m.jsonl", "--format", "json").out)
    members = [member for family in as_json["families"] for member in family["members"]]
    assert [member["coverage"] for member in members] == table["coverage"].to_pylist()


def test_the_table_is_the_same_in_every_form(folder: Path, run: Run) -> None:  # noqa: F811
    rows = [{"id": "part", "candidate_text": WHOLE[:95]}, {"id": "=whole", "candidate_text": WHOLE}]
    write_lines(folder / "m.jsonl", rows)
    for name in ("found.jsonl", "found.csv"):
        assert run("families", "--manifest", "m.jsonl", "-o", name, "--workers", "1").code == 0
    lines = [json.loads(line) for line in (folder / "found.jsonl").read_text().splitlines()]
    assert [(line["family"], line["document"], line["role"]) for line in lines] == [
        (1, "=whole", "full"),
        (1, "part", "excerpt"),
    ]
    cells = (folder / "found.csv").read_text().splitlines()
    assert cells[0] == "family,document,role,coverage"
    assert cells[1] == "1,'=whole,full,1.0"
    assert run("families", "other.txt", "-o", "found.csv").code == 0
    assert (folder / "found.csv").read_text().splitlines()[1] == "1,other.txt,full,1.0"


def test_bad_use(folder: Path, run: Run) -> None:  # noqa: F811
    assert_one_line(run("families"), "--manifest")
    assert_one_line(run("families", "other.txt", "--manifest", "m.csv"), "--manifest")
    assert_one_line(run("families", "--manifest", "none.csv"), "none.csv does not exist")
    assert_one_line(run("families", "other.txt", "--workers", "2"), "--manifest")
    write_lines(folder / "m.jsonl", [{"candidate_text": WHOLE}])
    assert_one_line(
        run("families", "--manifest", "m.jsonl", "-o", "none/f.parquet"), "the folder none does not exist"
    )
    assert_one_line(run("families", "--manifest", "m.jsonl", "--cluster", "nowhere"), "tcp://HOST:PORT")
