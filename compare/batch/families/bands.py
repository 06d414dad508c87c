"""Bands: pairs of numbers kept in files by the hash of the first, so that equal ones can be brought together later.

What one process could sort in memory if it were small is cut by hash into pieces that each are small.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from compare.batch.keeping import told

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SPREAD: Final = 0x9E3779B97F4A7C15
"""Odd multiplier that spreads numbers over 64 bits (the golden ratio; Knuth 1973, 6.4)."""
_WAITING_ENTRIES: Final = 1 << 18
"""Entries (12 bytes) that wait in memory before they are written."""
BAND_ENTRIES: Final = 1 << 18
"""Entries that are brought into memory at once: 3 MB, and what is made of them some ten times that."""
_MOST_BANDS: Final = 1 << 12


def bands_for(entries: int) -> int:
    """Give how many bands a number of entries wants: a power of two.

    >>> bands_for(1000), bands_for(160_000_000)
    (1, 1024)
    """
    bands = 1
    while bands * BAND_ENTRIES < entries and bands < _MOST_BANDS:
        bands *= 2
    return bands


class Bands:
    """Entries of a 64-bit and a 32-bit number, in files by the hash of the first."""

    def __init__(self, folder: Path, *, bands: int) -> None:
        """Begin with nothing.

        Args:
            folder: is made; must not be there.
            bands: a power of two.
        """
        import numpy

        self._folder = folder
        self._bits = bands.bit_length() - 1
        self._bands = bands
        self._type = numpy.dtype([("value", "<u8"), ("companion", "<u4")])
        self._waiting: list[Any] = []
        self._waiting_entries = 0
        self._sizes = [0] * bands
        folder.mkdir()

    def add(self, values: Any, companions: Any) -> None:
        """Add entries.

        Args:
            values: array of unsigned 64-bit numbers.
            companions: for each of them a number below 2**32; or one for all.

        Raises:
            BadInput: there is no room.
        """
        import numpy

        entries = numpy.empty(len(values), dtype=self._type)
        entries["value"], entries["companion"] = values, companions
        self._waiting.append(entries)
        self._waiting_entries += len(entries)
        if self._waiting_entries >= _WAITING_ENTRIES:
            self.flush()

    def flush(self) -> None:
        """Write what waits.

        Raises:
            BadInput: there is no room.
        """
        import numpy

        if not self._waiting:
            return
        entries = numpy.concatenate(self._waiting)
        self._waiting, self._waiting_entries = [], 0
        band = self._hashed(entries["value"], self._bits, 0)
        entries = entries[numpy.argsort(band, kind="stable")]
        ends = numpy.cumsum(numpy.bincount(band.astype(numpy.int64), minlength=self._bands)).tolist()
        start = 0
        with told(self._folder):
            for number, end in enumerate(ends):
                if end > start:
                    with (self._folder / str(number)).open("ab") as file:
                        file.write(entries[start:end].tobytes())
                    self._sizes[number] += end - start
                start = end

    def read(self) -> Iterator[tuple[Any, Any]]:
        """Give all entries, some at a time, equal values always together: arrays of values and of companions."""
        import numpy

        self.flush()
        for number, size in enumerate(self._sizes):
            if not size:
                continue
            deeper = (bands_for(size)).bit_length() - 1
            for piece in range(1 << deeper):
                found = []
                with (self._folder / str(number)).open("rb") as file:
                    while len(entries := numpy.fromfile(file, dtype=self._type, count=BAND_ENTRIES)):
                        if deeper:
                            entries = entries[
                                self._hashed(entries["value"], deeper, self._bits) == numpy.uint64(piece)
                            ]
                        found.append(entries)
                entries = numpy.concatenate(found)
                if len(entries):
                    yield entries["value"], entries["companion"]

    def _hashed(self, values: Any, bits: int, behind: int) -> Any:
        """Give some bits of the hashes of values, behind so many others."""
        import numpy

        if not bits:
            return numpy.zeros(len(values), dtype=numpy.uint64)
        spread = values * numpy.uint64(_SPREAD)
        return (spread << numpy.uint64(behind)) >> numpy.uint64(64 - bits)


class Blobs:
    """Pieces of bytes in one file, each found again by its number."""

    def __init__(self, path: Path, count: int) -> None:
        """Begin with nothing; ``count`` is how many there may be at most."""
        import numpy

        self._path = path
        self._file = path.open("w+b")
        self._starts = numpy.zeros(count, dtype=numpy.int64)
        self._lengths = numpy.zeros(count, dtype=numpy.int32)
        self._end = 0

    def add(self, number: int, content: bytes) -> None:
        """Keep a piece.

        Raises:
            BadInput: there is no room.
        """
        with told(self._path.parent):
            self._file.seek(self._end)
            self._file.write(content)
        self._starts[number], self._lengths[number] = self._end, len(content)
        self._end += len(content)

    def get(self, number: int) -> bytes:
        """Give a piece; nothing where none was kept."""
        self._file.seek(int(self._starts[number]))
        return self._file.read(int(self._lengths[number]))

    def close(self) -> None:
        """Let the file go."""
        self._file.close()
