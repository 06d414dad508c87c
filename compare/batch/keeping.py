"""Keeping: a folder of finished work, each table in it whole or absent, which one process at a time may hold."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from typing import IO, TYPE_CHECKING, Any

from compare.batch.extras import pyarrow
from compare.errors import BadInput, BadReport

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


class Keeping:
    """The folder of one run: what the run depends on, and what of it is done."""

    def __init__(self, folder: Path) -> None:
        """Name the folder; nothing is made yet."""
        self.folder = folder
        self._lock: IO[bytes] | None = None

    def facts(self) -> dict[str, Any] | None:
        """Give what the work there depends on, or nothing where there is none.

        Raises:
            BadReport: there is work, but nobody can tell of what.
        """
        try:
            facts = json.loads((self.folder / "plan.json").read_text(encoding="utf-8"))
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            raise BadReport(f"{self.folder} holds no plan that can be read; add --overwrite") from error
        if not isinstance(facts, dict):
            raise BadReport(f"{self.folder} holds no plan that can be read; add --overwrite")
        return facts

    def begin(self, facts: Mapping[str, Any], **beside: bytes) -> None:
        """Make the folder, hold it, and write down what the work depends on.

        Args:
            facts: as JSON can have them.
            beside: what is written in files of their own, by their names, before the facts are there.

        Raises:
            BadInput: another run holds it, or there is no room.
        """
        with told(self.folder):
            self.folder.mkdir(exist_ok=True)
            self._hold()
            for left in self.folder.glob("*.part"):
                left.unlink()
            plan = json.dumps(facts, indent=1).encode()
            for name, content in (*beside.items(), ("plan.json", plan)):
                part = self.folder / f"{name}.part"
                part.write_bytes(content)
                part.replace(self.folder / name)

    def _hold(self) -> None:
        self._lock = (self.folder / "lock").open("wb")
        with contextlib.suppress(
            ImportError
        ):  # no such locks on Windows: two runs at once are on their own there
            import fcntl

            try:
                fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise BadInput(f"another run is at work in {self.folder}; wait for it, or end it") from None

    def keep(self, name: str, table: Any) -> None:
        """Keep a table: under a name of its own first, under its true one when it is whole.

        Raises:
            BadInput: there is no room.
        """
        arrow = pyarrow()
        path = self.path(name)
        part = path.with_suffix(".part")
        with told(self.folder):
            options = arrow.ipc.IpcWriteOptions(compression="lz4")
            with part.open("wb") as file, arrow.ipc.new_file(file, table.schema, options=options) as writer:
                writer.write_table(table)
            part.replace(path)

    def kept(self, name: str, schema: Any) -> Any | None:
        """Give a table that was kept, or nothing where there is none, or another one, or a spoilt one."""
        arrow = pyarrow()
        try:
            with self.path(name).open("rb") as file:
                table = arrow.ipc.open_file(file).read_all()
        except (OSError, arrow.ArrowInvalid):
            return None
        return table if table.schema.equals(schema) else None

    def path(self, name: str) -> Path:
        """Say where a table is kept."""
        return self.folder / f"{name}.arrow"

    def is_begun(self) -> bool:
        """Whether a table is kept: a plan alone binds nobody."""
        return any(self.folder.glob("*.arrow"))

    def close(self) -> None:
        """Let the folder go, for this or another run to go on with."""
        if self._lock:
            self._lock.close()
            self._lock = None

    def let_go(self) -> None:
        """Let the folder go, and take it away where nothing was done: an address was wrong, say."""
        if self.is_begun():
            self.close()
        else:
            self.remove()

    def remove(self) -> None:
        """Take all of it away."""
        # The plan last: without it nobody could tell what the rest belongs to.
        for path in sorted(self.folder.glob("*.arrow")):
            path.unlink(missing_ok=True)
        self.close()
        shutil.rmtree(self.folder, ignore_errors=True)


@contextlib.contextmanager
def told(place: Path) -> Iterator[None]:
    """Turn what goes wrong with writing into a sentence.

    Raises:
        BadInput: something did.
    """
    try:
        yield
    except OSError as error:
        reason = (os.strerror(error.errno) if error.errno else str(error)).lower()
        raise BadInput(
            f"cannot write {place}: {reason}; make room there, and run the same command again"
        ) from error
