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


def read_readable(
    sources: Sequence[str], arguments: argparse.Namespace
) -> tuple[list[Document], dict[str, str]]:
    """Read the files that can be read, and say of the others why not: one missing file hides no result of the rest.

    Args:
        sources: the names.
        arguments: with the encoding and the limits.

    Returns:
        The documents, and by the name of each file that could not be read the reason.

    Raises:
        UnreadableText: none of them can be read, for the reason of the first.
    """
    from compare.cli.limits import limits_of
    from compare.errors import UnreadableText
    from compare.text.reading import read

    limits = limits_of(arguments)
    documents: list[Document] = []
    unread: dict[str, str] = {}
    for source in sources:
        try:
            documents.append(read(source, encoding=arguments.encoding, limits=limits))
        except UnreadableText as error:
            unread.setdefault(source, str(error))
    if unread and not documents:
        raise UnreadableText(next(iter(unread.values())))
    return documents, unread


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
