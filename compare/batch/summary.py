"""Summary: what a whole result says at one look, gathered while the rows stream by, in memory that does not grow."""

from __future__ import annotations

import heapq
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from compare.batch.schema import COUNT_COLUMNS, SEVERITY_COLUMNS
from compare.report.phrases import counted
from compare.report.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

SCHEMA: Final = "truecopy.batch/1"
_WORST: Final = 10
_BINS_A_POINT: Final = 100
"""Bins of the distribution, a point of fidelity: quantiles are exact to a hundredth."""
_QUANTILES: Final = {"p05": 0.05, "p25": 0.25, "median": 0.5, "p75": 0.75, "p95": 0.95}
_SYSTEMS: Final = 1_000
"""Systems that are told apart; a column of ten thousand different ones is something else."""


class Summary:
    """Counts, distribution and the worst ten of the rows that were added."""

    def __init__(self, *, check: bool = False, least: float = 0.0) -> None:
        """Begin with nothing.

        Args:
            check: there are no fidelities, and the worst rows are those with the gravest findings.
            least: a fidelity, 0 to 100; the rows under it are counted in ``rows_under``.
        """
        self.check = check
        self.rows_under = 0
        self._least = least
        self.rows = 0
        self.errors = 0
        self.severities: Counter[str] = Counter()
        self.kinds: Counter[str] = Counter()
        self.relations: Counter[str] = Counter()
        self.rows_with: Counter[str] = Counter()
        self._bins: Counter[int] = Counter()
        self._total = 0.0
        self._systems: dict[str, list[float]] = {}
        self._worst: list[tuple[tuple[float, ...], int, dict[str, Any]]] = []
        self._failed: list[dict[str, Any]] = []

    def add(self, table: Any) -> None:
        """Count the rows of a table of results; ``found``, if it is there, is not looked at."""
        wanted = [name for name in table.schema.names if name != "found"]
        for row in table.select(wanted).to_pylist():
            self._add(row)

    def _add(self, row: dict[str, Any]) -> None:
        self.rows += 1
        system = row["system"]
        mine = None
        if system is not None and (system in self._systems or len(self._systems) < _SYSTEMS):
            mine = self._systems.setdefault(system, [0, 0, 0.0])
            mine[0] += 1
        if row["error"] is not None:
            self.errors += 1
            if mine:
                mine[1] += 1
            if len(self._failed) < _WORST:
                self._failed.append({"row": row["row"], "id": row["id"], "error": row["error"]})
            return
        for name in SEVERITY_COLUMNS:
            self.severities[name] += row[name]
        for kind, column in COUNT_COLUMNS.items():
            self.kinds[kind] += row[column]
        gravest = next((name for name in SEVERITY_COLUMNS if row[name]), None)
        if gravest:
            self.rows_with[gravest] += 1
        if not self.check:
            self.relations[row["relation"]] += 1
            self._bins[int(row["fidelity"] * _BINS_A_POINT)] += 1
            self._total += row["fidelity"]
            self.rows_under += row["fidelity"] < self._least
            if mine:
                mine[2] += row["fidelity"]
        self._keep_worst(row)

    def _keep_worst(self, row: dict[str, Any]) -> None:
        if self.check:
            badness = tuple(float(row[name]) for name in SEVERITY_COLUMNS[:3])
            if not any(badness):
                return
        else:
            badness = (-row["fidelity"],)
        names = ("row", "id", "system", "fidelity", "findings", *SEVERITY_COLUMNS)
        # Of equals the first stays; -row is unlike in every row, so that the dictionaries are never compared.
        item = (badness, -row["row"], {name: row[name] for name in names})
        (heapq.heappush if len(self._worst) < _WORST else heapq.heappushpop)(self._worst, item)

    def worst(self) -> list[dict[str, Any]]:
        """Give the worst ten rows, the worst first."""
        return [row for _, _, row in sorted(self._worst, key=lambda item: item[:2], reverse=True)]

    def to_dict(self) -> dict[str, Any]:
        """Give the summary as JSON has it (``truecopy.batch/1``)."""
        judged = self.rows - self.errors
        fidelity = None
        if judged and not self.check:
            fidelity = {
                "mean": round(self._total / judged, 4),
                **{name: self._quantile(share) for name, share in _QUANTILES.items()},
                "tens": [self._ten(ten) for ten in range(10)],
            }
        return {
            "schema": SCHEMA,
            "rows": self.rows,
            "errors": self.errors,
            "fidelity": fidelity,
            "systems": [
                {
                    "system": name,
                    "rows": int(rows),
                    "errors": int(errors),
                    "fidelity": round(total / (rows - errors), 4)
                    if rows > errors and not self.check
                    else None,
                }
                for name, (rows, errors, total) in sorted(self._systems.items())
            ],
            "severities": {name: self.severities[name] for name in SEVERITY_COLUMNS},
            "rows_with": {name: self.rows_with[name] for name in SEVERITY_COLUMNS},
            "kinds": {kind: self.kinds[kind] for kind in COUNT_COLUMNS if self.kinds[kind]},
            "relations": dict(sorted(self.relations.items())),
            "worst": self.worst(),
            "failed": self._failed,
        }

    def _quantile(self, share: float) -> float:
        wanted = share * sum(self._bins.values())
        seen = 0
        place = 0
        for place in sorted(self._bins):
            seen += self._bins[place]
            if seen >= wanted:
                break
        return place / _BINS_A_POINT

    def _ten(self, ten: int) -> int:
        low, high = ten * 10 * _BINS_A_POINT, (ten + 1) * 10 * _BINS_A_POINT
        return sum(
            count
            for place, count in self._bins.items()
            if low <= place < high or (ten == 9 and place >= high)
        )


def text(summary: dict[str, Any]) -> str:
    """Draw a summary for people.

    Args:
        summary: in its JSON form.
    """
    return "\n".join(_lines(summary)) + "\n"


def _lines(summary: dict[str, Any]) -> Iterator[str]:
    rows, errors = summary["rows"], summary["errors"]
    yield f"{counted(rows, 'row')}, {counted(errors, 'error')}"
    fidelity = summary["fidelity"]
    if fidelity:
        yield ""
        yield f"fidelity  mean {fidelity['mean']:.1f}   median {fidelity['median']:.1f}   " + (
            f"from {fidelity['p05']:.1f} (5 %) to {fidelity['p95']:.1f} (95 %)"
        )
        most = max(fidelity["tens"]) or 1
        for ten, count in enumerate(fidelity["tens"]):
            if count:
                bar = "█" * max(1, round(30 * count / most))
                yield f"  {10 * ten:>3} to {10 * ten + 10:<3}  {count:>9,}  {bar}"
    if len(summary["systems"]) > 1 and fidelity:
        yield ""
        yield "systems"
        best_first = sorted(summary["systems"], key=lambda one: (-(one["fidelity"] or 0), one["system"]))
        for one in best_first[:20]:
            mean = "  none" if one["fidelity"] is None else f"{one['fidelity']:6.1f}"
            yield f"  {mean}  {counted(one['rows'], 'row'):>14}  {one_line(one['system'])}"
    if summary["kinds"]:
        yield ""
        yield "findings  " + ", ".join(f"{summary['severities'][name]:,} {name}" for name in SEVERITY_COLUMNS)
        for kind, count in sorted(summary["kinds"].items(), key=lambda item: (-item[1], item[0])):
            yield f"  {count:>9,}  {kind}"
    if summary["worst"]:
        yield ""
        yield "the worst"
        for row in summary["worst"]:
            mark = "" if row["fidelity"] is None else f"{row['fidelity']:6.1f}  "
            grave = ", ".join(f"{row[name]} {name}" for name in SEVERITY_COLUMNS[:3] if row[name])
            yield f"  {mark}{_named(row)}{f'  ({grave})' if grave else ''}"
    if summary["failed"]:
        yield ""
        yield "could not be judged"
        for row in summary["failed"]:
            yield f"  {_named(row)}: {row['error']}"
        if errors > len(summary["failed"]):
            yield f"  and {errors - len(summary['failed']):,} more"


def _named(row: dict[str, Any]) -> str:
    """Name a row by its number, and by its id where it has one of its own."""
    number, own = f"row {row['row']}", one_line(row["id"])
    return number if own == str(row["row"]) else f"{number}, {own}"
