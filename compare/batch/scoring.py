"""Scoring: one row to one record, whatever happens; what goes wrong with a row is told in the record."""

from __future__ import annotations

import json
import os
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from compare.batch.documents import row_path
from compare.batch.rows import Row
from compare.batch.schema import COUNT_COLUMNS, RESULT_COLUMNS, SEVERITY_COLUMNS, scored_schema
from compare.errors import TruecopyError, UnreadableText
from compare.report.excerpts import line_number
from compare.report.visible import one_line
from compare.settings import DEFAULTS, Settings

if TYPE_CHECKING:
    from compare.batch.work import Record
    from compare.model import CheckReport, Document, Finding, Report, Span

_REPORTS_A_FOLDER: Final = 1000
_EMPTY: Final[Record] = dict.fromkeys(name for name, _, _ in RESULT_COLUMNS)
_NOTHING_FOUND: Final[Record] = dict.fromkeys(("findings", *SEVERITY_COLUMNS, *COUNT_COLUMNS.values()), 0)
_TEXTS: Final = (*(name for name, kind, _ in RESULT_COLUMNS if kind == "text"), "found")
_WARMING: Final = ("The ferry left at noon on Monday.", "The ferry left at noon noon.")


class UnwrittenReportError(Exception):
    """A whole report found no room: no fault of the row, and the end of the run, which goes on later."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What is done with every row: all that changes a result, and nothing else.

    Args:
        roots: folders that paths count from, the reference's and the candidate's.
        check: look at the candidate alone.
        metrics: which of ``chrf``, ``bleu``, ``ter`` to compute.
        encoding: of the files; told from the bytes where it is ``None``.
        allow_outside: read also what lies outside the roots.
        timeout_seconds: of a row; 0 for none. Held by whoever minds the process, not here.
        seconds: say what each row cost.
        reports: folder for the whole reports, or ``None``.
        settings: every threshold and weight.
    """

    roots: tuple[str, str] = (".", ".")
    check: bool = False
    metrics: tuple[str, ...] = ("chrf", "bleu")
    encoding: str | None = None
    allow_outside: bool = False
    timeout_seconds: float = 0.0
    seconds: bool = False
    reports: str | None = None
    settings: Settings = field(default_factory=lambda: DEFAULTS)

    def record(self, item: Row, *, error: str | None = None) -> Record:
        """Judge one row; see `record`."""
        return record(item, self, error=error)

    def schema(self) -> Any:
        """Give the columns of results, and ``found``."""
        return scored_schema()

    def warm(self) -> None:
        """Load the word lists."""
        true, copy = _WARMING
        row = Row(number=1, id="", reference_text=true, candidate_text=copy)
        record(row, Task(check=self.check, metrics=self.metrics, settings=self.settings))


def record(row: Row, task: Task, *, error: str | None = None) -> Record:
    """Judge one row.

    Args:
        row: the pair, or the document.
        task: what to do.
        error: a reason for which the row must not be tried, such as that it killed a worker.

    Returns:
        A value for every column of the results, and under ``found`` those of its findings.
    """
    start = time.perf_counter()
    given: Record = _EMPTY | {
        "row": row.number,
        "id": row.id,
        "system": row.system,
        "source": row.source,
        "reference": row.reference,
        "candidate": row.candidate,
        "found": [],
    }
    error = error or row.error
    if error is None:
        try:
            given |= _judged(row, task)
        except TruecopyError as problem:
            error = str(problem)
        except UnwrittenReportError:
            raise
        except RecursionError:
            error = "the text is nested too deep for the program (RecursionError)"
        except MemoryError:
            error = "not enough memory for this text"
        except Exception as problem:
            error = f"a fault of the program, not of the text ({type(problem).__name__}: {problem})"
    given["error"] = None if error is None else one_line(error)
    if task.seconds:
        given["seconds"] = round(time.perf_counter() - start, 6)
    return _encodable(given)


def _judged(row: Row, task: Task) -> Record:
    from compare.pipeline import check_document, compare_documents

    candidate = _document(row, task, "candidate")
    if task.check:
        checked = check_document(candidate, settings=task.settings)
        return _counted(checked.findings, candidate) | _kept(checked, row, task)
    reference = _document(row, task, "reference")
    report = compare_documents(reference, candidate, metrics=task.metrics, settings=task.settings)
    scores, relation = report.scores, report.relation
    low, high = scores.intervals.get("fidelity", (None, None))
    return (
        {
            "fidelity": scores.fidelity,
            "fidelity_low": low,
            "fidelity_high": high,
            "penalty": scores.penalty,
            "mqm_per_1000_words": scores.mqm_per_1000_words,
            **{name: scores.metrics.get(name) for name in ("chrf", "bleu", "ter")},
            "relation": relation.kind,
            "same_piece": relation.same_piece,
            "relation_confidence": relation.confidence,
            "reference_coverage": relation.reference_coverage,
            "candidate_coverage": relation.candidate_coverage,
        }
        | _counted(report.findings, candidate, reference)
        | _kept(report, row, task)
    )


def _document(row: Row, task: Task, side: str) -> Document:
    from compare.text.reading import read, read_text

    text: str | None = getattr(row, f"{side}_text")
    path: str | None = getattr(row, side)
    # A CSV has no null: where there are both columns, an empty text leaves the word to the path.
    if text is not None and (text or not path):
        return read_text(text, name=path or f"{row.id} ({side})", limits=task.settings.limits)
    root = task.roots[0 if side == "reference" else 1]
    if path is None:
        raise UnreadableText(f"the row names no {side}")
    place = row_path(path, root, allow_outside=task.allow_outside)
    return read(place, encoding=task.encoding, name=path, limits=task.settings.limits)


def _counted(findings: tuple[Finding, ...], candidate: Document, reference: Document | None = None) -> Record:
    if not findings:
        return _NOTHING_FOUND | {"found": []}
    severities = Counter(finding.severity for finding in findings)
    kinds = Counter(finding.kind for finding in findings)
    return {
        "findings": len(findings),
        **{name: severities[name] for name in SEVERITY_COLUMNS},
        **{column: kinds[kind] for kind, column in COUNT_COLUMNS.items()},
        "found": [_found(finding, candidate, reference) for finding in findings],
    }


def _found(finding: Finding, candidate: Document, reference: Document | None) -> Record:
    return {
        "finding": finding.id,
        "kind": finding.kind,
        "mqm": finding.mqm,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "message": finding.message,
        "bead": finding.bead,
        **_place("reference", reference, finding.reference),
        **_place("candidate", candidate, finding.candidate),
    }


def _place(side: str, document: Document | None, span: Span | None) -> Record:
    if document is None or span is None:
        return dict.fromkeys((f"{side}_line", f"{side}_start", f"{side}_end", f"{side}_text"))
    return {
        f"{side}_line": line_number(document, span.start),
        f"{side}_start": span.start,
        f"{side}_end": span.end,
        f"{side}_text": span.text,
    }


def _kept(report: Report | CheckReport, row: Row, task: Task) -> Record:
    """Write the whole report where that is asked for, and say where; a folder holds a thousand of them."""
    if task.reports is None:
        return {}
    name = f"{(row.number - 1) // _REPORTS_A_FOLDER:06d}/{row.number:09d}.json"
    place = Path(task.reports, name)
    part = place.with_suffix(f".{os.getpid()}.part")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps(report.to_dict()) + "\n", encoding="ascii")
        part.replace(place)
    except OSError as error:
        raise UnwrittenReportError(
            f"cannot write {place}: {(error.strerror or str(error)).lower()}"
        ) from error
    return {"report": name}


def _encodable(given: Record) -> Record:
    """Replace half surrogate pairs, which no table can hold, by question marks."""
    for name in _TEXTS:
        given[name] = _clean(given[name])
    return given


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return value if value.isascii() else value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, list):
        return [{name: _clean(part) for name, part in item.items()} for item in value]
    return value
