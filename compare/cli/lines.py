"""Files that have one sentence, or one segment, a line."""

from __future__ import annotations


def read_lines(source: str, *, encoding: str | None = None) -> list[str]:
    """Give the lines of a file without their line ends; empty lines count, the end of the last line does not.

    Only ``\\n``, ``\\r\\n`` and ``\\r`` end a line here: ``str.splitlines`` also splits at U+2028 or a form feed, and
    then line i of one file no longer faces line i of the other.
    """
    from compare.text.reading import read

    text = read(source, encoding=encoding).text.replace("\r\n", "\n").replace("\r", "\n")
    return text.removesuffix("\n").split("\n") if text else []
