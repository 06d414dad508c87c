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


def test_bad_use(folder: Path, run: Run) -> None:  # noqa: F811
    assert_one_line(run("families"), "--manifest")
    assert_one_line(run("families", "other.txt", "--manifest", "m.csv"), "--manifest")
    assert_one_line(run("families", "--manifest", "none.csv"), "none.csv does not exist")
