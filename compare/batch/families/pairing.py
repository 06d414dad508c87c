"""Second pass: which documents share enough shingles to be looked at, band by band; and what candidates connect."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from compare.batch.extras import pyarrow
from compare.batch.families.profiling import sampled_share
from compare.families.candidates import counted_pairs
from compare.settings import DEFAULTS, FamilySettings

if TYPE_CHECKING:
    from compare.batch.families.bands import Bands
    from compare.batch.work import Record

_FEWEST_SAMPLED: Final = 2
"""Sampled shingles that two texts must share: one of a hundred is chance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Some shingles with the documents that hold them, as bytes of two arrays."""

    number: int
    shingles: bytes
    owners: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class BandWork:
    """What is done with every band: pairs of documents that share shingles of it are counted."""

    timeout_seconds: float = 0.0
    settings: FamilySettings = field(default_factory=lambda: DEFAULTS.families)

    def schema(self) -> Any:
        """Give the columns: pairs and counts, as bytes of two arrays."""
        arrow = pyarrow()
        return arrow.schema(
            [
                ("row", arrow.int64()),
                ("error", arrow.string()),
                ("pairs", arrow.large_binary()),
                ("counts", arrow.large_binary()),
            ]
        )

    def warm(self) -> None:
        """Load numpy."""
        import numpy  # noqa: F401

    def record(self, item: Band, *, error: str | None = None) -> Record:
        """Count the pairs of a band."""
        import numpy

        if error is not None:
            return {"row": item.number, "error": error}
        pairs, counts = counted_pairs(
            numpy.frombuffer(item.shingles, dtype=numpy.uint64),
            numpy.frombuffer(item.owners, dtype=numpy.uint32),
            most_documents=self.settings.shingle_documents,
        )
        return {
            "row": item.number,
            "pairs": pairs.tobytes(),
            "counts": counts.astype(numpy.uint32).tobytes(),
        }


def candidates(counted: Bands, sizes: Any, *, sample: int, settings: FamilySettings) -> tuple[Any, Any, Any]:
    """Give the pairs that share enough, sorted by their documents.

    Args:
        counted: pairs, each perhaps several times, with counts of shared shingles.
        sizes: of each document the count of its shingles.
        sample: shingles of a text that were kept, about; 0 for all.
        settings: how much is enough.

    Returns:
        First documents, second documents, and the shares of the shorter text's shingles that they share.
    """
    import numpy

    firsts, seconds, shares = [], [], []
    # What is kept of each document; of two documents the smaller share is what both have in common.
    kept = numpy.array([sampled_share(int(size), sample) for size in numpy.unique(sizes)])
    share_of = kept[numpy.searchsorted(numpy.unique(sizes), sizes)]
    for keys, counts in counted.read():
        order = numpy.argsort(keys, kind="stable")
        keys, counts = keys[order], counts[order].astype(numpy.int64)
        starts = numpy.flatnonzero(numpy.concatenate(([True], keys[1:] != keys[:-1])))
        keys, counts = keys[starts], numpy.add.reduceat(counts, starts)
        first = (keys >> numpy.uint64(32)).astype(numpy.int64)
        second = (keys & numpy.uint64(0xFFFFFFFF)).astype(numpy.int64)
        common = numpy.minimum(share_of[first], share_of[second])
        least = numpy.where(
            common < 1,
            numpy.maximum(_FEWEST_SAMPLED, settings.candidate_shingles * common),
            settings.candidate_shingles,
        )
        share = counts / numpy.maximum(1, numpy.minimum(sizes[first], sizes[second]) * common)
        wanted = (counts >= least) & (share >= settings.candidate_containment)
        firsts.append(first[wanted])
        seconds.append(second[wanted])
        shares.append(share[wanted])
    if not firsts:
        none = numpy.empty(0, dtype=numpy.int64)
        return none, none, numpy.empty(0)
    first, second, share = (numpy.concatenate(arrays) for arrays in (firsts, seconds, shares))
    order = numpy.lexsort((second, first))
    return first[order], second[order], share[order]


def components(documents: int, first: Any, second: Any) -> Any:
    """Give for each document the lowest number of those that pairs connect it with.

    >>> import numpy
    >>> components(5, numpy.array([0, 2]), numpy.array([3, 3])).tolist()
    [0, 1, 0, 0, 4]
    """
    import numpy

    lowest = numpy.arange(documents, dtype=numpy.int64)
    while True:
        # Each round takes the lower of two ends, then the lowest of that one: paths halve, and so rounds are few.
        least = numpy.minimum(lowest[first], lowest[second])
        before = lowest.copy()
        numpy.minimum.at(lowest, lowest[first], least)
        numpy.minimum.at(lowest, lowest[second], least)
        lowest = lowest[lowest]
        if (lowest == before).all():
            return lowest
