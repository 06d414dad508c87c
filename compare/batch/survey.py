"""Survey: one pass over a manifest before any work; counts it, names doubled ids, takes fingerprints."""

from __future__ import annotations

import hashlib
import stat
from array import array
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from compare.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.batch.manifest import Manifest
    from compare.batch.rows import Row

SIDES: Final = ("reference", "candidate")
_UNREAD: Final = 0
"""Fingerprint of a file that is not there, or cannot be read, or is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """How many rows a manifest has, the SHA-256 of all they say, and a fingerprint of each file that they name.

    ``files`` holds 64-bit numbers, those of the reference and the candidate of the first row, of the second and so on;
    0 where a row names no file there or it cannot be read.
    """

    rows: int
    sha256: str
    files: array[int]

    @property
    def files_sha256(self) -> str:
        """The SHA-256 of all fingerprints."""
        return hashlib.sha256(self.files.tobytes()).hexdigest()


def survey(manifest: Manifest, *, files: bool = False) -> Survey:
    """Read a manifest through once; 8 bytes a row are kept meanwhile, with files 24.

    Args:
        manifest: the rows.
        files: also read the files that they name, for their fingerprints.

    Raises:
        BadInput: two rows have one id, or the manifest is broken.
    """
    import numpy

    whole = hashlib.sha256()
    keys, prints = array("Q"), array("Q")
    for row in manifest.rows():
        own = hashlib.blake2b(row.id.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        keys.append(int.from_bytes(own, "big"))
        whole.update(repr(row.values()).encode("utf-8", "surrogatepass"))
        if files:
            prints.extend(_fingerprint(row, side, root) for side, root in _sides(manifest))
    every = numpy.sort(numpy.frombuffer(keys, dtype=numpy.uint64)) if keys else numpy.empty(0, numpy.uint64)
    doubled = {int(key) for key in every[1:][every[1:] == every[:-1]]}
    if doubled:
        _refuse_doubled(manifest, keys, doubled)
    return Survey(rows=len(keys), sha256=whole.hexdigest(), files=prints)


def changed_files(before: array[int], now: array[int]) -> list[tuple[int, str]]:
    """Give what two surveys of one manifest read differently: number of the row, and side.

    What could not be read then or cannot now does not count: its row is an error, and stays one until it is tried anew.

    >>> changed_files(array("Q", [1, 2, 3, 0]), array("Q", [1, 5, 0, 4]))
    [(1, 'candidate')]
    """
    return [
        (place // len(SIDES) + 1, SIDES[place % len(SIDES)])
        for place, (old, new) in enumerate(zip(before, now, strict=True))
        if old != new and _UNREAD not in (old, new)
    ]


def named_files(manifest: Manifest, wanted: Sequence[tuple[int, str]]) -> list[str]:
    """Give the paths of some rows and sides, as the manifest has them."""
    sides: dict[int, list[str]] = {}
    for number, side in wanted:
        sides.setdefault(number, []).append(side)
    rows = (row for row in manifest.rows() if row.number in sides)
    return [str(getattr(row, side)) for row in rows for side in sides[row.number]]


def newer_file(manifest: Manifest, seconds: float) -> str | None:
    """Give the first path of a manifest whose file was written after a time, in seconds since 1970."""
    for row in manifest.rows():
        for side, root in _sides(manifest):
            path = getattr(row, side)
            try:
                if path and Path(root, path).stat().st_mtime > seconds:
                    return str(path)
            except (OSError, ValueError):
                continue
    return None


def _sides(manifest: Manifest) -> list[tuple[str, Path]]:
    return list(zip(SIDES, manifest.roots, strict=True))


def _fingerprint(row: Row, side: str, root: Path) -> int:
    path: str | None = getattr(row, side)
    text: str | None = getattr(row, f"{side}_text")
    if not path or text:
        return _UNREAD
    place = Path(root, path)
    try:
        # What is no file may never end, or wait for ever.
        if not stat.S_ISREG(place.stat().st_mode):
            return _UNREAD
        with place.open("rb") as file:
            digest: Any = hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=8))
    except (OSError, ValueError):
        return _UNREAD
    return int.from_bytes(digest.digest(), "big") or 1


def _refuse_doubled(manifest: Manifest, keys: array[int], doubled: set[int]) -> None:
    """Name the first id that stands twice; equal keys of two different ids are let pass."""
    seen: dict[str, int] = {}
    for row, key in zip(manifest.rows(), keys, strict=True):
        if key not in doubled:
            continue
        if row.id in seen:
            raise BadInput(
                f"{manifest.name}: rows {seen[row.id]} and {row.number} have the same id, {row.id}; "
                "give each row its own, or leave the column out"
            )
        seen[row.id] = row.number
