"""Resuming: the finished parts of every pass kept, so that a run that was broken off goes on where it was.

A pass is asked for its parts in the same order on every run, and each part comes out the same; so the number of the
pass and of the part say all. What the command itself makes of them between the passes is made again.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any, Final

from compare.batch.keeping import Keeping
from compare.batch.local import Part
from compare.errors import BadInput
from compare.report.phrases import listed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from compare.batch.work import Work

SCRATCH_PREFIX: Final = ".truecopy-families-"
"""How the names of folders begin that hold the files between the passes."""
MEANINGS: Final = {
    "rows": "the manifest (its count of rows)",
    "sha256": "the manifest (its contents)",
    "root": "the folder that paths count from",
    "encoding": "--encoding",
    "allow_outside": "--allow-outside",
    "limits": "--max-bytes, --max-sentences or --timeout",
    "sample": "how many shingles of a text are compared",
    "parts": "the version of truecopy (the sizes of parts)",
    "signature": "the version or the settings of truecopy",
    "files": "the texts that the manifest names",
}
"""What each fact of a run is called when it has changed."""


class Resuming:
    """The finished parts of one run, pass by pass; without a folder none are kept."""

    def __init__(self, folder: Path | None) -> None:
        """Name the folder; nothing is made yet."""
        self._keeping = Keeping(folder) if folder is not None else None

    def begin(self, facts: Mapping[str, Any], *, overwrite: bool = False) -> None:
        """Go on with what is there, or make the folder.

        Args:
            facts: what the run depends on, by the keys of ``MEANINGS``.
            overwrite: take away what is there.

        Raises:
            BadInput: there is the work of another run, another run is at it, or there is no room.
        """
        if self._keeping is None:
            return
        if overwrite:
            self._keeping.remove()
        before = self._keeping.facts()
        if not self._keeping.is_begun():
            before = None
        changed = [] if before is None else [key for key in MEANINGS if before.get(key) != facts[key]]
        if "sha256" in changed and "rows" in changed:
            changed.remove("rows")
        if changed:
            raise BadInput(
                f"{self._keeping.folder} holds the parts of another run; changed since then: "
                f"{listed([MEANINGS[key] for key in changed])}; set it back, or add --overwrite to begin anew"
            )
        self._keeping.begin(facts)
        for left in self._keeping.folder.glob(f"{SCRATCH_PREFIX}*"):
            shutil.rmtree(left, ignore_errors=True)  # of a run that was killed

    def results(
        self,
        number: int,
        parts: Iterable[Part],
        work: Work,
        engine: Callable[[Iterable[Part]], Iterator[tuple[Part, Any]]],
        *,
        keeps_errors: bool = False,
    ) -> Iterator[tuple[Part, Any]]:
        """Give the results of a pass: those that were kept first, then the others as the engine brings them.

        Args:
            number: of the pass.
            parts: all of the pass; one that was kept comes back without its rows.
            work: what is done with them.
            engine: does it.
            keeps_errors: whether a part with an error is done all the same. Where an error ends the run, the next run
                must try the part again: it may have more memory, or more time.

        Raises:
            BadInput: there is no room.
        """
        keeping = self._keeping
        if keeping is None:
            yield from engine(parts)
            return
        done = set()
        for path in sorted(keeping.folder.glob(f"pass-{number}-*.arrow")):
            table = keeping.kept(path.stem, work.schema())
            if table is not None:
                part_number = int(path.stem.rpartition("-")[2])
                done.add(part_number)
                yield Part(number=part_number, rows=()), table
        for part, table in engine(part for part in parts if part.number not in done):
            if keeps_errors or table["error"].null_count == table.num_rows:
                keeping.keep(f"pass-{number}-{part.number:07d}", table)
            yield part, table

    def is_begun(self) -> bool:
        """Whether some work is kept."""
        return self._keeping is not None and self._keeping.is_begun()

    def close(self) -> None:
        """Let the folder go, for another run to go on with."""
        if self._keeping is not None:
            self._keeping.let_go()

    def remove(self) -> None:
        """Take all of it away: the result is written."""
        if self._keeping is not None:
            self._keeping.remove()
