"""The texts that a command was given: each read once, standard input at most once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.model import Document


def read_all(sources: Sequence[str], *, encoding: str | None = None) -> list[Document]:
    """Read every file that was named; ``-`` is standard input.

    Raises:
        BadInput: standard input was named twice.
        UnreadableText: one of them cannot be read.
    """
    from compare.text.reading import read

    refuse_input_twice(sources)
    return [read(source, encoding=encoding) for source in sources]


def read_lines(source: str, *, encoding: str | None = None) -> list[str]:
    r"""Give the lines of a file without their line ends; empty lines count, the end of the last line does not.

    Only ``\n``, ``\r\n`` and ``\r`` end a line here: ``str.splitlines`` also splits at U+2028 or a form feed,
    and then line i of one file no longer faces line i of the other.
    """
    from compare.text.reading import read

    text = read(source, encoding=encoding).text.replace("\r\n", "\n").replace("\r", "\n")
    return text.removesuffix("\n").split("\n") if text else []


def refuse_input_twice(sources: Sequence[str]) -> None:
    """Refuse a command line that names standard input twice.

    Raises:
        BadInput: it does.
    """
    if list(sources).count("-") > 1:
        raise BadInput(
            "standard input (-) is named twice, and can be read only once; save one text to a file"
        )
