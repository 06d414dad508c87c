"""Survey: one pass over a manifest before any work, which counts it, names doubled ids and takes its fingerprint."""

from __future__ import annotations

import hashlib
from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING

from compare.errors import BadInput

if TYPE_CHECKING:
    from compare.batch.manifest import Manifest


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """How many rows a manifest has, and the SHA-256 of all they say."""

    rows: int
    sha256: str


def survey(manifest: Manifest) -> Survey:
    """Read a manifest through once; 8 bytes a row are kept meanwhile.

    Raises:
        BadInput: two rows have one id, or the manifest is broken.
    """
    import numpy

    whole = hashlib.sha256()
    keys = array("Q")
    for row in manifest.rows():
        own = hashlib.blake2b(row.id.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        keys.append(int.from_bytes(own, "big"))
        whole.update(repr(row.values()).encode("utf-8", "surrogatepass"))
    every = numpy.sort(numpy.frombuffer(keys, dtype=numpy.uint64)) if keys else numpy.empty(0, numpy.uint64)
    doubled = {int(key) for key in every[1:][every[1:] == every[:-1]]}
    if doubled:
        _refuse_doubled(manifest, keys, doubled)
    return Survey(rows=len(keys), sha256=whole.hexdigest())


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
