"""Parts: finished work kept beside the result until all of it is there, each part a file that is whole or absent."""

from __future__ import annotations

import json
import re
from array import array
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final

from compare.batch.keeping import Keeping
from compare.batch.schema import scored_schema
from compare.errors import BadReport

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_NAME: Final = re.compile(r"part-(\d+)\.arrow")
MEANINGS: Final = {
    "rows": "the manifest (its count of rows)",
    "sha256": "the manifest (its contents)",
    "roots": "the folder that paths count from",
    "check": "--check",
    "metrics": "--metrics",
    "encoding": "--encoding",
    "allow_outside": "--allow-outside",
    "timeout_seconds": "--timeout",
    "seconds": "--seconds",
    "reports": "--reports",
    "signature": "the version or the settings of truecopy",
    "part_rows": "--part-rows",
    "columns": "the columns of results",
    "files": "the texts that the manifest names",
}
"""What each fact of a plan is called when it has changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """All that a result depends on; work goes on only under an equal plan."""

    rows: int
    sha256: str
    roots: tuple[str, str]
    check: bool
    metrics: tuple[str, ...]
    encoding: str | None
    allow_outside: bool
    timeout_seconds: float
    seconds: bool
    reports: str | None
    signature: str
    part_rows: int
    columns: str
    files: str

    def facts(self) -> dict[str, Any]:
        """Give the plan as JSON has it."""
        facts: dict[str, Any] = json.loads(json.dumps(asdict(self)))
        return facts

    def differences(self, facts: Mapping[str, Any]) -> list[str]:
        """Name what has changed since some facts were written down.

        The size of a part changes no result: of a finished one it does not count. Of parts the texts do not count
        here: only those count that were judged, and they are looked at one by one.
        """
        mine = self.facts()
        of_parts = "part_rows" in facts
        keys = [key for key in MEANINGS if key != ("files" if of_parts else "part_rows")]
        names = [MEANINGS[key] for key in keys if facts.get(key) != mine[key]]
        return [name for name in names if name != MEANINGS["rows"] or MEANINGS["sha256"] not in names]

    @property
    def parts(self) -> int:
        """How many parts there are."""
        return -(-self.rows // self.part_rows)

    def rows_of(self, part: int) -> int:
        """How many rows a part has; the last one may be short."""
        return min(self.part_rows, self.rows - part * self.part_rows)


class Parts(Keeping):
    """The folder of finished parts of one run."""

    def open(self, plan: Plan, files: array[int]) -> None:
        """Make the folder, hold it, and write the plan down, with the fingerprints of the files of the manifest.

        Raises:
            BadInput: another run holds it, or there is no room.
        """
        self.begin(plan.facts(), files=files.tobytes())

    def files(self) -> array[int] | None:
        """Give the fingerprints of the files when the parts were begun, or nothing where there are none."""
        prints = array("Q")
        try:
            prints.frombytes((self.folder / "files").read_bytes())
        except (OSError, ValueError):
            return None
        return prints

    def done(self, plan: Plan, *, with_errors: bool = True, clear: bool = True) -> set[int]:
        """Give the parts that are there and sound; what is not is taken away.

        Args:
            plan: the run.
            with_errors: whether a part with a failed row counts as done.
            clear: whether the others are taken away indeed.
        """
        sound = set()
        for path in sorted(self.folder.glob("part-*.arrow")):
            found = _NAME.fullmatch(path.name)
            number = int(found[1]) if found else plan.parts
            table = self._table(number) if number < plan.parts else None
            if (
                table is not None
                and table.num_rows == plan.rows_of(number)
                and (with_errors or table["error"].null_count == table.num_rows)
            ):
                sound.add(number)
            elif clear:
                path.unlink()
        return sound

    def errors(self, number: int) -> int:
        """Count the failed rows of a finished part."""
        table = self._table(number)
        return 0 if table is None else int(table.num_rows - table["error"].null_count)

    def write(self, number: int, table: Any) -> None:
        """Keep a part.

        Raises:
            BadInput: there is no room.
        """
        self.keep(_part_name(number), table)

    def tables(self, plan: Plan) -> Iterator[Any]:
        """Give the tables of all parts in order, one at a time.

        Raises:
            BadReport: one is missing or spoilt.
        """
        for number in range(plan.parts):
            table = self._table(number)
            if table is None:
                raise BadReport(
                    f"{self.path(_part_name(number))} is missing or spoilt; run again with --resume"
                )
            yield table

    def _table(self, number: int) -> Any | None:
        return self.kept(_part_name(number), scored_schema())


def _part_name(number: int) -> str:
    return f"part-{number:07d}"
