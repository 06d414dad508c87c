"""Results: all parts as one table of results and one of findings, in JSON Lines, CSV, Parquet or DuckDB."""

from __future__ import annotations

import csv
import json
from contextlib import ExitStack, contextmanager
from itertools import islice
from typing import IO, TYPE_CHECKING, Any, Final, Protocol

from compare.batch.extras import arrow_compute, arrow_csv, duckdb, parquet, pyarrow
from compare.batch.keeping import told
from compare.batch.schema import OWNER_COLUMNS, findings_schema, results_schema
from compare.errors import BadInput
from compare.report.table import harmless
from compare.report.visible import escaped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

ENDINGS: Final = (".jsonl", ".csv", ".parquet", ".duckdb")
_GROUP_ROWS: Final = 2_000
"""Rows of a row group in Parquet, whatever the size of the parts: the bytes must not tell how a run was cut."""


_READ_ROWS: Final = 1_000
"""Rows of a finished result that are in memory at once."""


class _Writer(Protocol):
    def write(self, table: Any) -> None: ...


def checked_ending(path: Path) -> str:
    """Give the ending of a result's name.

    Raises:
        BadInput: there is no form of that ending.
    """
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise BadInput(f"{path}: a result is one of {', '.join(ENDINGS)} by its ending; name it so")
    if ending == ".duckdb":
        duckdb()
    return ending


def findings_path(path: Path) -> Path | None:
    """Give the file of the findings that stands beside a result; a database holds them itself.

    >>> from pathlib import Path
    >>> findings_path(Path("out/nightly.csv")).name
    'nightly.findings.csv'
    """
    if path.suffix.lower() == ".duckdb":
        return None
    return path.with_name(f"{path.stem}.findings{path.suffix}")


def summary_path(path: Path) -> Path:
    """Give the file of the summary that stands beside a result."""
    return path.with_name(f"{path.name}.summary.json")


def split(table: Any) -> tuple[Any, Any]:
    """Give the results of a scored table, and its findings as a table of their own."""
    arrow = pyarrow()
    found = table["found"].combine_chunks()
    owners = arrow_compute().list_parent_indices(found)
    findings = found.flatten()
    mine = [name for name, _, _ in OWNER_COLUMNS]
    names = [name for name in findings_schema().names if name not in mine]
    columns = [table[name].take(owners) for name in mine]
    columns += [findings.field(findings.type.get_field_index(name)) for name in names]
    return (
        table.select(results_schema().names),
        arrow.table(columns, schema=findings_schema()),
    )


def write_results(path: Path, tables: Iterable[Any], before_last: Callable[[], None]) -> None:
    """Write results and findings, each under a name of its own first; the result comes to its name last.

    Args:
        path: of the result.
        tables: scored tables, in order.
        before_last: is called when all is written, before the result comes to its name.

    Raises:
        BadInput: there is no room.
    """
    beside = findings_path(path)
    part = path.with_name(f".{path.name}.part")
    with told(path.parent):
        part.unlink(missing_ok=True)
        if beside is None:
            with _database(part) as both:
                for table in tables:
                    both(*split(table))
        else:
            findings_part = beside.with_name(f".{beside.name}.part")
            with (
                _written(part, path.suffix.lower(), results_schema()) as results,
                _written(findings_part, path.suffix.lower(), findings_schema()) as findings,
            ):
                for table in tables:
                    judged, found = split(table)
                    results.write(judged)
                    findings.write(found)
            findings_part.replace(beside)
        before_last()
        part.replace(path)


@contextmanager
def _written(path: Path, ending: str, schema: Any) -> Iterator[_Writer]:
    with ExitStack() as stack:
        if ending == ".parquet":
            writer = stack.enter_context(
                parquet().ParquetWriter(path, schema, compression="zstd", store_schema=True)
            )
            groups = _Groups(writer)
            yield groups
            groups.flush()
        else:
            file = stack.enter_context(path.open("w", encoding="utf-8", newline=""))
            yield _Lines(file) if ending == ".jsonl" else _Cells(file, schema)


class _Groups:
    """Gathers rows into row groups of one size."""

    def __init__(self, writer: Any) -> None:
        self._writer = writer
        self._waiting: list[Any] = []
        self._rows = 0

    def write(self, table: Any) -> None:
        self._waiting.append(table)
        self._rows += table.num_rows
        while self._rows >= _GROUP_ROWS:
            whole = pyarrow().concat_tables(self._waiting)
            self._writer.write_table(whole.slice(0, _GROUP_ROWS).combine_chunks())
            self._waiting = [whole.slice(_GROUP_ROWS)]
            self._rows -= _GROUP_ROWS

    def flush(self) -> None:
        if self._rows:
            self._writer.write_table(pyarrow().concat_tables(self._waiting).combine_chunks())


class _Lines:
    """One JSON object a line."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    def write(self, table: Any) -> None:
        for value in table.to_pylist():
            self._file.write(escaped(json.dumps(value, ensure_ascii=False)) + "\n")


class _Cells:
    """CSV with a heading; a null is an empty cell, and no cell is a formula."""

    def __init__(self, file: IO[str], schema: Any) -> None:
        self._writer = csv.writer(file, lineterminator="\n")
        self._writer.writerow(schema.names)

    def write(self, table: Any) -> None:
        self._writer.writerows([_cell(cell) for cell in row.values()] for row in table.to_pylist())


def _cell(value: object) -> object:
    return ("true" if value else "false") if isinstance(value, bool) else harmless(value)


@contextmanager
def _database(path: Path) -> Iterator[Any]:
    """Give a function that adds results and findings to a new database."""
    names = ("results", "findings")
    connection = duckdb().connect(str(path))
    try:
        for name, schema in zip(names, (results_schema(), findings_schema()), strict=True):
            connection.register("empty", schema.empty_table())
            connection.execute(f"create table {name} as select * from empty")
            connection.unregister("empty")

        def add(*tables: Any) -> None:
            for name, table in zip(names, tables, strict=True):
                connection.register("incoming", table)
                connection.execute(f"insert into {name} select * from incoming")
                connection.unregister("incoming")

        yield add
    except duckdb().Error as error:
        raise BadInput(f"cannot write {path}: {str(error).splitlines()[0]}") from error
    finally:
        connection.close()


def read_results(path: Path) -> Iterator[Any]:
    """Give the rows of finished results in tables of bounded size, whatever the ending."""
    return _read(path, checked_ending(path), "results", results_schema())


def read_findings(path: Path) -> Iterator[Any]:
    """Give the findings that stand beside finished results, likewise."""
    return _read(findings_path(path) or path, checked_ending(path), "findings", findings_schema())


def _read(path: Path, ending: str, name: str, schema: Any) -> Iterator[Any]:
    arrow = pyarrow()
    if ending == ".parquet":
        with parquet().ParquetFile(path) as file:
            for batch in file.iter_batches(batch_size=_READ_ROWS):
                yield arrow.Table.from_batches([batch])
    elif ending == ".duckdb":
        connection = duckdb().connect(str(path), read_only=True)
        try:
            for batch in connection.sql(f'select * from {name} order by "row"').to_arrow_reader(_READ_ROWS):
                yield arrow.Table.from_batches([batch]).cast(schema)
        finally:
            connection.close()
    elif ending == ".jsonl":
        with path.open(encoding="utf-8") as file:
            while lines := list(islice(file, _READ_ROWS)):
                yield arrow.Table.from_pylist([json.loads(line) for line in lines], schema=schema)
    else:
        cells = arrow_csv()
        options = cells.ConvertOptions(column_types=schema, strings_can_be_null=True, null_values=[""])
        parsing = cells.ParseOptions(newlines_in_values=True)
        with cells.open_csv(path, convert_options=options, parse_options=parsing) as reader:
            for batch in reader:
                yield arrow.Table.from_batches([batch])
