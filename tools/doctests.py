"""Doctests of docstrings as blocks of code on the page (an extension of griffe, which reads the docstrings).

Our docstrings hold their examples bare, as doctest takes them. Markdown would read ``>>>`` as quotations in each other.
"""

from __future__ import annotations

from typing import Any

from griffe import Extension, Object


class FencedDoctests(Extension):
    """Sets a fence round each run of lines that begins with ``>>>`` and ends with a blank line."""

    def on_object(self, *, obj: Object, **_: Any) -> None:
        """Change the docstring of an object once it has been read."""
        if obj.docstring is not None:
            obj.docstring.value = fenced(obj.docstring.value)


def fenced(text: str) -> str:
    """Set a fence round each doctest.

    >>> fenced("Adds. See:").splitlines()
    ['Adds. See:']
    """
    given: list[str] = []
    is_open = False
    for line in [*text.splitlines(), ""]:
        if line.startswith(">>> ") and not is_open:
            given.append("```pycon")
            is_open = True
        elif is_open and not line.strip():
            given.append("```")
            is_open = False
        given.append(line)
    return "\n".join(given).rstrip("\n")
