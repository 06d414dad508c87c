"""Channel: messages over a pipe between a worker process and whoever minds it, and the mark that says where it is.

A message is one letter, the length of what follows in 8 bytes, and that. The mark is a file of 16 bytes that both
have in memory: the place of the row in work and when it was begun. So the minder knows which row a dead worker died
of, and the worker need not send a message a row.
"""

from __future__ import annotations

import mmap
import struct
import time
from typing import IO, TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

TASK: Final = b"J"
ROWS: Final = b"R"
READY: Final = b"Y"
TABLE: Final = b"T"
STOP: Final = b"S"

_HEAD: Final = struct.Struct("<cQ")
_MARK: Final = struct.Struct("<qd")
IDLE: Final = -1


def send(pipe: IO[bytes], letter: bytes, content: bytes = b"") -> None:
    """Send one message.

    Raises:
        BrokenPipeError: nobody is there any more.
    """
    pipe.write(_HEAD.pack(letter, len(content)))
    pipe.write(content)
    pipe.flush()


def received(pipe: IO[bytes]) -> tuple[bytes, bytes] | None:
    """Give the next message, or nothing where the other side is gone, be it in the middle of one."""
    head = pipe.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    letter, length = _HEAD.unpack(head)
    content = pipe.read(length)
    return (letter, content) if len(content) == length else None


class Mark:
    """Which row a worker is at, and since when."""

    def __init__(self, path: Path, *, create: bool = False) -> None:
        """Open the mark, or make it."""
        if create:
            path.write_bytes(_MARK.pack(IDLE, 0.0))
        with path.open("r+b") as file:
            self._memory = mmap.mmap(file.fileno(), _MARK.size)

    def set(self, place: int) -> None:
        """Say that the row at this place begins now."""
        # The clock that all processes of a machine share; the time goes first, lest an old one be read with a new row.
        self._memory[8:16] = struct.pack("<d", time.monotonic())
        self._memory[0:8] = struct.pack("<q", place)

    def get(self) -> tuple[int, float]:
        """Give the place, ``IDLE`` for none, and the seconds since it was begun."""
        place, since = _MARK.unpack(self._memory[:])
        return place, time.monotonic() - since

    def close(self) -> None:
        """Let the memory go."""
        self._memory.close()
