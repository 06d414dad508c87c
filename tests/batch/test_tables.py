"""The pure function: a table in, a table out."""

from __future__ import annotations

import pytest

import compare
from compare.batch import score_table
from compare.batch.schema import FINDING_COLUMNS, scored_schema
from compare.errors import BadInput
from tests.batch.conftest import COPY, TRUE, texts

pyarrow = pytest.importorskip("pyarrow")


def test_it_says_what_the_report_says() -> None:
    table = score_table(pyarrow.Table.from_pylist(texts(2)), metrics=("chrf",))
    assert table.schema.equals(scored_schema())
    for row, given in zip(table.to_pylist(), texts(2), strict=True):
        report = compare.compare_texts(given["reference_text"], given["candidate_text"], metrics=("chrf",))
        assert (row["id"], row["system"]) == (given["id"], given["system"])
        assert row["fidelity"] == report.scores.fidelity
        assert row["chrf"] == report.scores.metrics["chrf"]
        assert (row["bleu"], row["error"]) == (None, None)
        assert row["relation"] == report.relation.kind
        assert row["findings"] == len(report.findings) == len(row["found"])
        assert [one["finding"] for one in row["found"]] == [one.id for one in report.findings]
        assert list(row["found"][0]) == [name for name, _, _ in FINDING_COLUMNS]


def test_counts_add_up() -> None:
    [row] = score_table(pyarrow.table({"reference_text": [TRUE], "candidate_text": [COPY]})).to_pylist()
    kinds = sum(count for name, count in row.items() if name.startswith("count_"))
    assert (
        kinds == row["findings"] == sum(row[name] for name in ("critical", "major", "minor", "neutral")) > 0
    )


def test_a_document_alone() -> None:
    [row] = score_table(pyarrow.table({"candidate_text": [COPY]}), check=True).to_pylist()
    assert row["fidelity"] is None
    assert row["count_doubled_word"] == 1


def test_a_null_is_an_error_and_an_empty_text_is_a_text() -> None:
    table = pyarrow.table({"reference_text": [TRUE, None], "candidate_text": ["", ""]})
    first, second = score_table(table).to_pylist()
    assert (first["fidelity"], first["error"]) == (0.0, None)
    assert second["error"] == "the row has no reference_text"


def test_no_rows() -> None:
    table = pyarrow.table({"candidate_text": pyarrow.array([], pyarrow.string())})
    assert score_table(table, check=True).num_rows == 0


def test_paths_are_not_read() -> None:
    with pytest.raises(BadInput, match="reads no files"):
        score_table(pyarrow.table({"reference": ["a.txt"], "candidate": ["b.txt"]}))
