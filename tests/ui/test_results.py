"""Results of many pairs from files of every form, and what the charts make of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

import compare
from compare.cli import main
from compare.errors import BadReport
from tests.ui.conftest import COPY, TRUE
from ui.plots import against, shared, spread
from ui.results import results

if TYPE_CHECKING:
    from pathlib import Path

ROWS: list[dict[str, Any]] = [
    {
        "id": "p1",
        "system": "north",
        "reference": "true.txt",
        "candidate": "copy.txt",
        "fidelity": 71.5,
        "major": 2,
    },
    {"id": "p1", "system": "south", "reference": "true.txt", "candidate": "away.txt", "fidelity": 80.25},
    {"id": "p2", "system": "north", "fidelity": None, "error": "true.txt does not exist"},
]


@pytest.fixture(scope="module")
def report() -> dict[str, Any]:
    return compare.compare_texts(TRUE, COPY).to_dict()


def write(path: Path, rows: list[dict[str, Any]]) -> Path:
    if path.suffix == ".jsonl":
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    elif path.suffix == ".json":
        path.write_text(json.dumps(rows), encoding="utf-8")
    else:
        import pandas  # type: ignore[import-untyped]

        frame = pandas.DataFrame(rows)
        frame.to_csv(path, index=False) if path.suffix == ".csv" else frame.to_parquet(path)
    return path


@pytest.mark.parametrize("name", ["rows.json", "rows.jsonl", "rows.csv", "rows.parquet"])
def test_a_table_reads_the_same_in_every_form(tmp_path: Path, name: str) -> None:
    found = results(write(tmp_path / name, ROWS))
    assert [(each.id, each.system, each.fidelity) for each in found] == [
        ("p1", "north", 71.5),
        ("p1", "south", 80.25),
        ("p2", "north", None),
    ]
    assert found[0].counts["major"] == 2
    assert found[2].error == "true.txt does not exist"


def test_a_report_brings_its_texts(tmp_path: Path, report: dict[str, Any]) -> None:
    write(tmp_path / "reports.jsonl", [{"id": "p9", "system": "east", "report": report}])
    (tmp_path / "one.json").write_text(json.dumps(report), encoding="utf-8")
    bare, named = results(tmp_path)
    assert named.id == "p9"
    assert named.system == "east"
    assert bare.report == named.report
    assert bare.report is not None
    assert bare.fidelity == bare.report.scores.fidelity
    assert sum(bare.counts.values()) == len(bare.report.findings)


def test_files_are_found_only_where_they_are(tmp_path: Path) -> None:
    (tmp_path / "true.txt").write_text(TRUE, encoding="utf-8")
    first = results(write(tmp_path / "rows.csv", ROWS))[0]
    assert first.path("reference") == tmp_path / "true.txt"
    assert first.path("candidate") is None


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", "{"),
        ("a.json", "[]"),
        ("a.json", "3"),
        ("a.jsonl", '{"id": 1}\n{'),
        ("a.csv", ""),
        ("a.parquet", "PAR1"),
    ],
)
def test_what_is_no_result_is_an_error_in_words(tmp_path: Path, name: str, content: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    with pytest.raises(BadReport, match=r"a\."):
        results(path)


def test_a_report_cut_short_is_told_in_its_row(tmp_path: Path, report: dict[str, Any]) -> None:
    broken = {key: value for key, value in report.items() if key != "scores"}
    [row] = results(write(tmp_path / "one.json", [broken]))
    assert row.report is None
    assert "scores" in row.error


def test_systems_meet_on_the_pieces_that_both_have(tmp_path: Path) -> None:
    found = results(write(tmp_path / "rows.csv", ROWS))
    assert shared(found, "north", "south") == [("p1", 71.5, 80.25)]
    chart = against(found, "north", "south")
    assert chart is not None
    assert "p1" in chart.to_json()
    assert against(found, "north", "nobody") is None
    assert "80.25" in spread(found).to_json()


def test_systems_meet_on_a_reference_that_each_has_once(tmp_path: Path) -> None:
    rows = [
        {"id": f"{system}-{piece}", "system": system, "reference": f"{piece}.txt", "fidelity": 10 * number}
        for number, (system, piece) in enumerate(
            [("north", "ferry"), ("north", "mill"), ("south", "mill"), ("south", "inn"), ("south", "inn")], 1
        )
    ]
    found = results(write(tmp_path / "rows.json", rows))
    assert shared(found, "north", "south") == [("south-mill", 20.0, 30.0)]


def batch_of(folder: Path, name: str, *more: str) -> Path:
    """Run a batch of two pairs, the second of which has a file that is not there."""
    rows = [
        {"reference_text": TRUE, "candidate_text": COPY},
        {"reference_text": TRUE, "candidate": "none.txt"},
    ]
    (folder / "m.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    output = folder / name
    arguments = ["batch", str(folder / "m.jsonl"), "-o", str(output), "--workers", "1", "--quiet", *more]
    assert main(arguments) == 0
    return output


@pytest.mark.parametrize("ending", ["duckdb", "csv", "parquet"])
def test_what_a_batch_writes_is_read_with_its_kinds(tmp_path: Path, ending: str) -> None:
    pytest.importorskip("duckdb")
    first, second = results(batch_of(tmp_path, f"out.{ending}"))
    assert first.fidelity is not None
    assert first.fidelity < 100
    assert len(first.kinds) == len({kind.replace("_", "-") for kind in first.kinds}) > 0
    assert sum(first.counts.values()) >= len(first.kinds)
    assert (second.fidelity, second.kinds) == (None, frozenset())
    assert "none.txt" in second.error
    (tmp_path / "m.jsonl").unlink()
    assert [each.id for each in results(tmp_path)] == ["1", "2"]


def test_whole_reports_are_found_where_the_summary_says_if_they_lie_beside(tmp_path: Path) -> None:
    inside, elsewhere = tmp_path / "inside", tmp_path / "elsewhere"
    inside.mkdir()
    for reports in (inside / "reports", elsewhere):
        first, second = results(batch_of(inside, "out.csv", "--reports", str(reports), "--overwrite"))
        assert first.report is None
        whole = first.whole_report()
        assert (whole is not None) == (reports != elsewhere)
        assert first.whole_report([elsewhere] if reports == elsewhere else []) is not None
        assert second.whole_report() is None


def test_a_database_is_read_and_nothing_through_it(tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    secret = tmp_path / "secret.csv"
    secret.write_text("row,id\n1,secret\n", encoding="utf-8")
    with duckdb.connect(str(tmp_path / "a.duckdb")) as connection:
        connection.execute(f"create view results as select * from read_csv('{secret}')")
    for name in ("a.duckdb", "b.duckdb"):
        (tmp_path / "b.duckdb").write_bytes(b"no database")
        with pytest.raises(BadReport, match="cannot be read as results"):
            results(tmp_path / name)
