"""The texts that a command was given: each read once, standard input at most once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.errors import BadInput

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from compare.model import Document


def read_all(sources: Sequence[str], arguments: argparse.Namespace) -> list[Document]:
    """Read every file that was named; ``-`` is standard input.

    Args:
        sources: the names.
        arguments: with the encoding and the limits.

    Raises:
        BadInput: standard input was named twice.
        UnreadableText: one of them cannot be read.
    """
    from compare.cli.limits import limits_of
    from compare.text.reading import read

    refuse_input_twice(sources)
    limits = limits_of(arguments)
    return [read(source, encoding=arguments.encoding, limits=limits) for source in sources]


def read_all_lines(sources: Sequence[str], arguments: argparse.Namespace) -> list[list[str]]:
    """Give the lines of every file that was named; see `read_all`."""
    from compare.cli.limits import limits_of
    from compare.text.reading import read_lines

    refuse_input_twice(sources)
    limits = limits_of(arguments)
    return [read_lines(source, encoding=arguments.encoding, limits=limits) for source in sources]


def refuse_input_twice(sources: Sequence[str]) -> None:
    """Refuse a command line that names standard input twice.

    Raises:
        BadInput: it does.
    """
    if list(sources).count("-") > 1:
        raise BadInput(
            "standard input (-) is named twice, and can be read only once; save one text to a file"
        )
