"""What a slip of the pen was meant to be: the likest of the words that would do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_CHOICE: Final = re.compile(r"invalid choice: '([^']*)' \(choose from (.*)\)")
_LIKE: Final = 0.6


def meant(word: str, known: Iterable[str]) -> str:
    """Give the question whether another word was meant, or nothing where none is like it.

    Args:
        word: what was written.
        known: what would do.

    >>> meant("bacth", ["batch", "check"])
    "; did you mean 'batch'?"
    >>> meant("zzz", ["batch", "check"])
    ''
    """
    from difflib import get_close_matches

    near = get_close_matches(word, sorted(known), n=1, cutoff=_LIKE)
    return f"; did you mean {near[0]!r}?" if near else ""


def with_what_was_meant(message: str, options: Iterable[str]) -> str:
    """Give a message of argparse with the likest choice or option, where it is about one that there is not.

    Args:
        message: in the words of argparse.
        options: of the command, such as ``--format``.

    >>> with_what_was_meant("unrecognized arguments: --fromat json", ["--format", "--output"])
    "unrecognized arguments: --fromat json; did you mean '--format'?"
    >>> with_what_was_meant("argument COMMAND: invalid choice: 'scor' (choose from score, rank)", [])
    "argument COMMAND: invalid choice: 'scor' (choose from score, rank); did you mean 'score'?"
    """
    if match := _CHOICE.search(message):
        return message + meant(match[1], re.findall(r"[^\s,']+", match[2]))
    if message.startswith("unrecognized arguments: --"):
        return message + meant(message.split()[2].partition("=")[0], options)
    return message
