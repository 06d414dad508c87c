"""Spark calls the pure function as docs/scale.md shows it; run for real where Spark and Java are."""

from __future__ import annotations

import os
import re
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.batch.conftest import texts

pyarrow = pytest.importorskip("pyarrow")
SCALE = Path(__file__).resolve().parents[2] / "docs" / "scale.md"


def blocks(word: str) -> str:
    """Give the block of Python in docs/scale.md that holds a word."""
    [found] = [
        block
        for block in re.findall(r"```python\n(.*?)```", SCALE.read_text(encoding="utf-8"), re.DOTALL)
        if word in block
    ]
    return str(found)


def test_the_plain_example_runs() -> None:
    exec(blocks("pairs = pyarrow.table"), {})


@pytest.mark.skipif(shutil.which("java") is None, reason="Java is not here")
@pytest.mark.filterwarnings("ignore")
def test_spark_gives_what_the_function_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    sql = pytest.importorskip("pyspark.sql", reason="pyspark is not installed")
    from compare.batch import score_table

    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    monkeypatch.setenv("PYSPARK_DRIVER_PYTHON", sys.executable)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
    spark = sql.SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
    try:
        spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", "3")
        rows = texts(7)
        names = sorted(rows[0])
        frame = spark.createDataFrame([[row[name] for name in names] for row in rows], names)
        given: dict[str, Any] = {"frame": frame}
        exec(blocks("mapInArrow"), given)
        got = [row.asDict(recursive=True) for row in given["results"].collect()]
    finally:
        spark.stop()
    wanted = score_table(pyarrow.Table.from_pylist(rows)).to_pylist()
    for mine, theirs in zip(wanted, sorted(got, key=lambda row: str(row["id"])), strict=True):
        assert {**mine, "row": 0} == {**theirs, "row": 0}
