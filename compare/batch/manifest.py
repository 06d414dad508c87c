"""Manifests: CSV, TSV, JSON Lines or Parquet, read as a stream of rows, so that memory does not grow with their length.

A manifest that is broken as a file is refused. A row that is broken in a sound file is a row with an error.
"""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Protocol

from compare.batch.columns import checked_columns
from compare.batch.rows import Row
from compare.errors import BadInput, UnreadableText

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FIELD_CHARACTERS: Final = 2**31 - 1
"""Longest field of a CSV; Python's own limit is 131,072, less than a long chapter."""
_PARQUET_ROWS: Final = 256
"""Rows of a Parquet file that are in memory at once."""
_READ_BYTES: Final = 1_000_000
"""Bytes of a column that are read at once; without it pyarrow reads a whole row group, which may be the whole file."""
ENDINGS: Final = (".csv", ".tsv", ".jsonl", ".ndjson", ".parquet")


class Manifest(Protocol):
    """Whatever gives rows, the same ones each time it is asked."""

    @property
    def name(self) -> str:
        """What messages call it."""
        ...

    @property
    def roots(self) -> tuple[Path, ...]:
        """Folders that its paths count from, the reference's and the candidate's."""
        ...

    def rows(self) -> Iterator[Row]:
        """Give the rows from the first to the last."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class FileManifest:
    """A manifest in a file; its paths count from the folder that it stands in."""

    path: Path
    check: bool = False

    @property
    def name(self) -> str:
        """The path as it was given."""
        return str(self.path)

    @property
    def roots(self) -> tuple[Path, ...]:
        """The folder of the file, for both sides."""
        return self.path.parent, self.path.parent

    def rows(self) -> Iterator[Row]:
        """Give the rows one by one.

        Raises:
            UnreadableText: the file cannot be read.
            BadInput: it is no manifest, or lacks a column.
        """
        ending = self.path.suffix.lower()
        if ending not in ENDINGS:
            raise BadInput(f"{self.path} is no manifest by its ending; name it {', '.join(ENDINGS)}")
        if not self.path.exists():
            raise UnreadableText(f"{self.path} does not exist; check the path")
        read = {".csv": self._separated, ".tsv": self._separated, ".parquet": self._parquet}
        try:
            yield from read.get(ending, self._lines)()
        except UnicodeDecodeError as error:
            raise UnreadableText(
                f"{self.path} is not UTF-8 (byte 0x{error.object[error.start]:02x}); save it as UTF-8"
            ) from None
        except OSError as error:
            raise UnreadableText(
                f"{self.path} cannot be read ({(error.strerror or str(error)).lower()}); check the path"
            ) from None

    def _separated(self) -> Iterator[Row]:
        # Tab-separated text has no quotation (IANA, text/tab-separated-values): a field may begin with a quotation
        # mark because somebody speaks.
        is_csv = self.path.suffix.lower() == ".csv"
        csv.field_size_limit(_FIELD_CHARACTERS)
        with self.path.open(encoding="utf-8-sig", newline="") as file:
            reader = (
                csv.reader(file, strict=True)
                if is_csv
                else csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            )
            try:
                heading = [column.strip() for column in next(reader, [])]
                columns = checked_columns(heading, self.name, check=self.check)
                places = [(column, heading.index(column)) for column in columns]
                number = 0
                for fields in reader:
                    if not fields:
                        continue
                    number += 1
                    if len(fields) != len(heading):
                        error = f"the row has {len(fields)} fields, the heading {len(heading)}"
                        yield Row(number=number, id=f"row {number}", error=error)
                    else:
                        yield self._row(number, {column: fields[place] for column, place in places})
            except csv.Error as error:
                raise BadInput(f"{self.path}, line {reader.line_num}: {error}; mend that line") from None

    def _lines(self) -> Iterator[Row]:
        with self.path.open(encoding="utf-8-sig") as file:
            columns: tuple[str, ...] | None = None
            number = 0
            for line in file:
                if not line.strip():
                    continue
                number += 1
                try:
                    value = json.loads(line)
                except (json.JSONDecodeError, RecursionError) as error:
                    if columns is None:
                        raise BadInput(f"{self.path}: its first line is not JSON ({error})") from None
                    yield Row(number=number, id=f"row {number}", error=f"the line is not JSON ({error})")
                    continue
                if not isinstance(value, dict):
                    yield Row(number=number, id=f"row {number}", error="the line is no JSON object")
                    continue
                if columns is None:
                    columns = checked_columns(list(value), self.name, check=self.check)
                yield self._row(number, value)

    def _parquet(self) -> Iterator[Row]:
        from compare.batch.extras import parquet, pyarrow

        try:
            file = parquet().ParquetFile(self.path, buffer_size=_READ_BYTES)
        except pyarrow().ArrowInvalid as error:
            raise BadInput(f"{self.path} is no Parquet file ({str(error).splitlines()[0]})") from None
        with file:
            columns = checked_columns(file.schema_arrow.names, self.name, check=self.check)
            number = 0
            for batch in file.iter_batches(batch_size=_PARQUET_ROWS, columns=list(columns)):
                for value in batch.to_pylist():
                    number += 1
                    yield self._row(number, value)

    def _row(self, number: int, value: dict[str, Any]) -> Row:
        fields = {name: None if (one := value.get(name)) is None else str(one) for name in _ROW_FIELDS}
        named = value.get("id")
        return Row(
            number=number,
            id=str(number) if named is None or named == "" else str(named),
            error=self._missing(fields),
            **fields,
        )

    def _missing(self, fields: dict[str, str | None]) -> str | None:
        """Say what a row lacks; an empty text is a text, for a system may well give back nothing."""
        for side in ("candidate",) if self.check else ("reference", "candidate"):
            if fields[f"{side}_text"] is None and not fields[side]:
                return f"the row names no {side}"
        return None


_ROW_FIELDS: Final = ("reference", "candidate", "reference_text", "candidate_text", "source", "system")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListManifest:
    """Rows that were made in memory, such as the pairs of families."""

    name: str
    roots: tuple[Path, ...]
    listed: tuple[Row, ...]

    def rows(self) -> Iterator[Row]:
        """Give the rows."""
        yield from self.listed
