"""Text of files and their names shown as it is: nothing in it is taken for Markdown or HTML."""

from __future__ import annotations

from typing import Final

_MARKDOWN: Final = frozenset("\\`*_{}[]()<>#+-.!|$:~&^=")


def plain(text: str) -> str:
    r"""Give text with nothing in it that Streamlit would take for Markdown, a formula, an icon or a colour.

    >>> plain("**bold** :red[x]")
    '\\*\\*bold\\*\\* \\:red\\[x\\]'
    """
    return "".join(f"\\{character}" if character in _MARKDOWN else character for character in text)
