"""Long work in a process of its own: the page stays alive, shows how long it takes, and can stop it.

    the two documents → pickle → python -m ui.work → pickle → the report

A pair of articles takes a tenth of a second and is computed at once; a pair of books takes long enough to wish it
stopped, and a thread cannot be.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from compare.model import Document, Report

LONG_CHARACTERS: Final = 150_000
"""Code points of both texts together from which on the work is done in a process of its own (about two seconds)."""


def is_long(reference: Document, candidate: Document) -> bool:
    """Whether comparing two documents takes long enough to wait visibly."""
    return len(reference.text) + len(candidate.text) >= LONG_CHARACTERS


class Work:
    """One comparison under way in a process of its own."""

    def __init__(self, reference: Document, candidate: Document) -> None:
        """Start it."""
        self._folder = tempfile.TemporaryDirectory(prefix="truecopy-")
        self._asked = Path(self._folder.name) / "asked"
        self._answer = Path(self._folder.name) / "answer"
        self._asked.write_bytes(pickle.dumps((reference, candidate)))
        self._started = time.monotonic()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "ui.work", str(self._asked), str(self._answer)],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )

    @property
    def seconds(self) -> float:
        """How long it has been running."""
        return time.monotonic() - self._started

    def is_done(self) -> bool:
        """Whether it has ended, well or badly."""
        return self._process.poll() is not None

    def report(self) -> Report:
        """Give what it found.

        Raises:
            RuntimeError: it ended without a report; the last line of what it said is the message.
        """
        _, said = self._process.communicate()
        try:
            if self._process.returncode:
                raise RuntimeError(
                    (said.decode("utf-8", "replace").strip().splitlines() or ["no reason given"])[-1]
                )
            # The file was written by our own process into a folder that no one else can write to.
            report: Report = pickle.loads(self._answer.read_bytes())
            return report
        finally:
            self._folder.cleanup()

    def stop(self) -> None:
        """End it now."""
        self._process.kill()
        self._process.communicate()
        self._folder.cleanup()


def _main() -> None:
    import compare
    from compare.cli.glossary import own_settings

    reference, candidate = pickle.loads(Path(sys.argv[1]).read_bytes())
    report = compare.compare_documents(reference, candidate, settings=own_settings())
    Path(sys.argv[2]).write_bytes(pickle.dumps(report))


if __name__ == "__main__":
    _main()
