"""The packages that only many pairs need, each asked for in one place, with what to do where it is missing."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from compare.errors import MissingExtra


def pyarrow() -> Any:
    """Give pyarrow, which holds the tables.

    Raises:
        MissingExtra: it is not installed.
    """
    return _module("pyarrow", "batch")


def parquet() -> Any:
    """Give pyarrow.parquet."""
    return _module("pyarrow.parquet", "batch")


def arrow_csv() -> Any:
    """Give pyarrow.csv."""
    return _module("pyarrow.csv", "batch")


def arrow_compute() -> Any:
    """Give pyarrow.compute."""
    return _module("pyarrow.compute", "batch")


def duckdb() -> Any:
    """Give DuckDB, which only results that end in .duckdb need."""
    return _module("duckdb", "batch")


def distributed() -> Any:
    """Give dask.distributed, which only --cluster needs."""
    return _module("distributed", "cluster")


def _module(name: str, extra: str) -> Any:
    try:
        return import_module(name)
    except ImportError as error:
        package = name.split(".")[0]
        raise MissingExtra(
            f"{package} is needed here and is not installed; pip install 'truecopy[{extra}]'"
        ) from error
