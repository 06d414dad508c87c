"""Reading: any file to exactly one text, or a clear error; the only module that opens the user's files."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from compare.errors import UnreadableText
from compare.text.documents import document

if TYPE_CHECKING:
    from compare.model import Document


def read(source: str | Path, *, encoding: str | None = None, name: str | None = None) -> Document:
    """Read a file (``-`` is standard input) into a Document.

    Raises:
        UnreadableText: missing, a folder, binary, empty, or not in the encoding given.
    """
    name = name or str(source)
    if str(source) == "-":
        data = sys.stdin.buffer.read()
    else:
        try:
            data = Path(source).read_bytes()
        except FileNotFoundError:
            raise UnreadableText(f"{source} does not exist; check the path") from None
        except IsADirectoryError:
            raise UnreadableText(f"{source} is a folder; name a file in it") from None
        except OSError as error:
            raise UnreadableText(
                f"{source} cannot be read ({error.strerror}); check its permissions"
            ) from None
    if not data.strip():
        raise UnreadableText(f"{name} is empty; give a file that holds text")
    if b"\0" in data:
        raise UnreadableText(f"{name} is a binary file; give a text file")
    codec = encoding or "utf-8"
    try:
        text = data.decode(codec).removeprefix("\ufeff")
    except (UnicodeDecodeError, LookupError) as error:
        raise UnreadableText(f"{name} is not {codec} ({error}); try --encoding") from None
    return document(text, name=name, encoding=codec, markdown=name.endswith(".md"))
