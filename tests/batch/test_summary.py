"""The summary of many rows: quantiles, systems, the worst, in memory that does not grow with the rows."""

from __future__ import annotations

from typing import Any

import pytest

from compare.batch.schema import COUNT_COLUMNS, SEVERITY_COLUMNS
from compare.batch.summary import Summary, text

pyarrow = pytest.importorskip("pyarrow")


def row(number: int, fidelity: float | None, *, system: str | None = None, **more: Any) -> dict[str, Any]:
    counts = dict.fromkeys((*SEVERITY_COLUMNS, *COUNT_COLUMNS.values(), "findings"), 0)
    named = {"row": number, "id": str(number), "system": system, "relation": "edited", "error": None}
    return {**counts, **named, "fidelity": fidelity, **more}


def summed(rows: list[dict[str, Any]], **named: Any) -> Summary:
    summary = Summary(**named)
    for start in range(0, len(rows), 7):
        summary.add(pyarrow.Table.from_pylist(rows[start : start + 7]))
    return summary


def test_a_quantile_is_the_least_value_that_so_many_rows_reach() -> None:
    fidelity = summed([row(number, float(number)) for number in range(1, 21)]).to_dict()["fidelity"]
    assert (fidelity["p05"], fidelity["median"], fidelity["p95"]) == (1, 10, 19)
    assert fidelity["mean"] == 10.5
    assert fidelity["tens"] == [9, 10, 1, 0, 0, 0, 0, 0, 0, 0]


def test_a_hundred_is_in_the_last_ten() -> None:
    assert summed([row(1, 100.0)]).to_dict()["fidelity"]["tens"][9] == 1


def test_the_worst_come_first_and_are_ten() -> None:
    rows = [row(number, float(number % 30)) for number in range(1, 61)]
    assert [one["row"] for one in summed(rows).worst()] == [30, 60, 1, 31, 2, 32, 3, 33, 4, 34]


def test_rows_under_a_gate_are_counted() -> None:
    assert summed([row(1, 79.9), row(2, 80.0), row(3, 12.0)], least=80.0).rows_under == 2


def test_errors_and_systems_are_told() -> None:
    rows = [
        row(1, 90.0, system="new"),
        row(2, 70.0, system="old", critical=1, findings=1, count_number=1),
        row(3, None, system="new", error="new.txt does not exist; check the path"),
        row(4, None, system="lost", error="lost.txt is empty"),
    ]
    shown = list(text(summed(rows).to_dict()).splitlines())
    assert shown[0] == "4 rows, 2 errors"
    systems = shown[shown.index("systems") + 1 :][:3]
    assert [line.split() for line in systems] == [
        ["90.0", "2", "rows", "new"],
        ["70.0", "1", "row", "old"],
        ["none", "1", "row", "lost"],
    ]
    worst = shown[shown.index("the worst") + 1 :][:2]
    assert worst == ["    70.0  row 2  (1 critical)", "    90.0  row 1"]
    assert "  row 4: lost.txt is empty" in shown


@pytest.mark.parametrize("grave", [0, 1])
def test_of_documents_alone_only_those_with_something_grave_are_worst(grave: int) -> None:
    summary = summed([row(1, None, critical=grave, neutral=3)], check=True)
    assert [one["row"] for one in summary.worst()] == [1] * grave
    assert summary.to_dict()["fidelity"] is None
