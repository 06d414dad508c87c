"""Results of many pairs, read from files: reports as JSON or JSON Lines, or a table with a row a pair.

A report brings its two texts with it. A row of a table brings figures, and the texts only where it names files that are
there. What a row lacks stays empty; a row that is no result is told, and the others stand.
"""

from __future__ import annotations

import csv
import json
import math
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from compare.errors import BadReport
from compare.model import SCHEMA, SEVERITIES
from compare.report.sound import sound_report
from ui.arguments import is_inside

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from compare.model import Report

ENDINGS: Final = (".json", ".jsonl", ".csv", ".parquet", ".duckdb")
BESIDE: Final = (".findings", ".summary")
"""What the names end in, before the ending, of files that a batch writes beside its results."""
COUNTS: Final = "count_"
LARGEST_BYTES: Final = 500_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One pair: its figures, and where its texts are.

    ``fidelity`` and ``coverage`` are ``None`` where the row failed; then ``error`` says why. ``counts`` are findings by
    severity, ``kinds`` of what kinds they are. ``report`` is the whole report where the file holds one, ``report_path``
    where it lies if the results tell that; else ``reference`` and ``candidate`` name files.
    """

    id: str
    system: str
    reference: str
    candidate: str
    fidelity: float | None
    penalty: float | None
    coverage: float | None
    counts: Mapping[str, int]
    relation: str
    error: str
    report: Report | None
    folder: Path | None = None
    kinds: frozenset[str] = frozenset()
    report_path: Path | None = None

    def whole_report(self, folders: Sequence[Path] = ()) -> Report | None:
        """Give the whole report, read from its file where that lies beside the results or in one of some folders."""
        path = self.report_path
        if self.report is not None or path is None or self.folder is None:
            return self.report
        if not is_inside(path, (self.folder, *folders)) or not path.is_file():
            return None
        try:
            return _report(json.loads(path.read_text(encoding="utf-8")))[0]
        except (OSError, ValueError, RecursionError):
            return None

    def path(self, side: str, folders: Sequence[Path] = ()) -> Path | None:
        """Give the file of one side, where it is there and lies beside the results or in one of some folders."""
        name = self.reference if side == "reference" else self.candidate
        if not name or self.folder is None:
            return None
        path = self.folder / name
        return path if is_inside(path, (self.folder, *folders)) and path.is_file() else None


def results(path: Path, *, name: str = "", is_upload: bool = False) -> tuple[Result, ...]:
    """Read a file or a folder of results.

    Args:
        path: a folder, or a file that ends in one of ``ENDINGS``.
        name: what errors call it; the name of the path where left out.
        is_upload: whether it came through the browser; the files that it names are then not opened.

    Raises:
        BadReport: it cannot be read, is too large, or holds no result.
    """
    label = name or path.name
    if path.is_dir():
        inside = sorted(
            each
            for each in path.iterdir()
            if each.is_file() and each.suffix.lower() in ENDINGS and not each.stem.endswith(BESIDE)
        )
        found = tuple(result for each in inside for result in _of_file(each, each.name))
    else:
        found = _of_file(path, label, is_upload=is_upload)
    if not found:
        raise BadReport(f"{label} holds no result; name reports of truecopy, or a table with a row a pair")
    return found


def _of_file(path: Path, label: str, *, is_upload: bool = False) -> tuple[Result, ...]:
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise BadReport(f"{label} is larger than {LARGEST_BYTES // 1_000_000} MB; open a part of it")
        values = _values(path)
    except (OSError, UnicodeDecodeError, json.JSONDecodeError, RecursionError, csv.Error) as error:
        raise BadReport(f"{label} cannot be read as results: {error}") from error
    folder = None if is_upload else path.parent
    reports = None if is_upload else _reports_folder(path)
    return tuple(
        _result(value, f"{path.stem} {number}", folder, reports) for number, value in enumerate(values, 1)
    )


def _reports_folder(path: Path) -> Path | None:
    """Give the folder of whole reports that the summary beside the results of a batch names."""
    try:
        summary = json.loads(path.with_name(f"{path.name}.summary.json").read_text(encoding="utf-8"))
        return Path(summary["plan"]["reports"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def _values(path: Path) -> list[dict[str, Any]]:
    """Give the objects or rows of one file."""
    ending = path.suffix.lower()
    if ending == ".parquet":
        return list(_parquet_rows(path))
    if ending == ".duckdb":
        return _database_rows(path)
    text = path.read_text(encoding="utf-8-sig")
    if ending == ".csv":
        return [dict(row) for row in csv.DictReader(text.splitlines(keepends=True))]
    if ending == ".jsonl":
        values: Any = [json.loads(line) for line in text.splitlines() if line.strip()]
    else:
        values = json.loads(text)
    listed = values if isinstance(values, list) else [values]
    return [value for value in listed if isinstance(value, dict)]


def _parquet_rows(path: Path) -> Iterator[dict[str, Any]]:
    try:
        parquet = import_module("pyarrow.parquet")
        fault = import_module("pyarrow").ArrowException
    except ImportError:
        raise BadReport(f"{path.name} is Parquet, which needs pyarrow; pip install pyarrow") from None
    try:
        yield from parquet.read_table(path).to_pylist()
    except fault as error:
        raise BadReport(f"{path.name} cannot be read as Parquet: {error}") from error


def _database_rows(path: Path) -> list[dict[str, Any]]:
    try:
        duckdb = import_module("duckdb")
    except ImportError:
        raise BadReport(f"{path.name} is a database of DuckDB; pip install duckdb to read it") from None
    try:
        # A database may hold a view that reads other files under the name of a table.
        safe = {"enable_external_access": "false", "autoload_known_extensions": "false"}
        with duckdb.connect(str(path), read_only=True, config=safe) as connection:
            found = connection.execute('select * from results order by "row"')
            names = [column[0] for column in found.description]
            return [dict(zip(names, row, strict=True)) for row in found.fetchall()]
    except duckdb.Error as error:
        raise BadReport(f"{path.name} cannot be read as results: {str(error).splitlines()[0]}") from error


def _result(
    value: Mapping[str, Any], fallback: str, folder: Path | None, reports: Path | None = None
) -> Result:
    report, said = _report(value)
    if report is not None:
        stem = Path(report.reference.name).stem
        return Result(
            id=str(value.get("id") or stem),
            system=str(value.get("system") or Path(report.candidate.name).stem),
            reference=report.reference.name,
            candidate=report.candidate.name,
            fidelity=report.scores.fidelity,
            penalty=report.scores.penalty,
            coverage=report.relation.reference_coverage,
            counts=_counted(finding.severity for finding in report.findings if finding.dismissed is None),
            relation=report.relation.kind,
            error="",
            report=report,
            kinds=frozenset(finding.kind for finding in report.findings if finding.dismissed is None),
        )
    said_path = value.get("report")
    counts = value.get("counts") if isinstance(value.get("counts"), dict) else value
    return Result(
        id=_text(value.get("id")) or fallback,
        system=_text(value.get("system")) or Path(_text(value.get("candidate"))).stem,
        reference=_text(value.get("reference")),
        candidate=_text(value.get("candidate")),
        fidelity=_number(value.get("fidelity")),
        penalty=_number(value.get("penalty")),
        coverage=_number(value.get("coverage", value.get("reference_coverage"))),
        counts={name: int(_number((counts or {}).get(name)) or 0) for name in SEVERITIES},
        relation=_text(value.get("relation")),
        error=said or _text(value.get("error")),
        report=None,
        folder=folder,
        kinds=frozenset(
            name.removeprefix(COUNTS).replace("_", "-")
            for name in value
            if str(name).startswith(COUNTS) and _number(value[name])
        ),
        report_path=reports / said_path if reports and isinstance(said_path, str) and said_path else None,
    )


def _report(value: Mapping[str, Any]) -> tuple[Report | None, str]:
    """Give the report that a value is, or holds; or why it cannot be read as one."""
    held = value.get("report") if isinstance(value.get("report"), dict) else value
    if not isinstance(held, dict) or held.get("schema") != SCHEMA:
        return None, ""
    try:
        return sound_report(held), ""
    except BadReport as error:
        return None, str(error)


def _counted(severities: Iterable[str]) -> dict[str, int]:
    counts: dict[str, int] = dict.fromkeys(SEVERITIES, 0)
    for severity in severities:
        counts[severity] += 1
    return counts


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _number(value: object) -> float | None:
    if isinstance(value, bool) or value is None or value == "":
        return None
    try:
        number = float(str(value))
    except ValueError:
        return None
    return number if math.isfinite(number) else None
