"""Reading: any file to exactly one text, or a clear error; the only module that opens the user's files.

The text of a plain file is the decoded file, with nothing changed but a leading byte-order mark taken away, so that
offsets hold in the user's own file. Of a web page it is the article that an extractor finds in it.
"""

from __future__ import annotations

import codecs
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from compare.errors import MissingExtra, UnreadableText
from compare.text.documents import document

if TYPE_CHECKING:
    from compare.model import Document

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark is the beginning of this one
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY_BEGINNINGS: Final = (
    (b"%PDF", "a PDF; take the text out of it first, for example with pdftotext"),
    (b"PK\x03\x04", "a zip archive or an office document; save it as plain text first"),
    (b"\x1f\x8b", "compressed with gzip; unpack it first"),
    (b"\x89PNG", "a picture; give a text file"),
    (b"\xff\xd8\xff", "a picture; give a text file"),
    (b"{\\rtf", "an RTF document; save it as plain text first"),
)
_DETECTED_BYTES: Final = 100_000
"""How much of a file is looked at to tell its encoding; the whole of it must then decode."""
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x7f-\x84\x86-\x9f]")
_MOST_CONTROL_SHARE: Final = 0.001
"""Share of control characters above which a decoded file is no text: prose has none, a wrong codec has many."""


def read(source: str | Path, *, encoding: str | None = None, name: str | None = None) -> Document:
    """Read a file into a Document.

    Args:
        source: path of a plain-text, Markdown (``.md``) or HTML (``.html``) file; ``-`` is standard input.
        encoding: codec by its Python name; told from the bytes where it is left out (byte-order mark, UTF-8, else
            by charset-normalizer).
        name: what reports call it; the path where it is left out.

    Raises:
        UnreadableText: missing, a folder, no permission, binary, empty, or not in the encoding.
        MissingExtra: an HTML file, and the extra ``html`` is not installed.
    """
    label = name or ("standard input" if str(source) == "-" else str(source))
    data = _content(source, label)
    text, codec = _decoded(data, label, encoding)
    suffix = Path(str(source)).suffix.lower()
    if suffix in {".html", ".htm", ".xhtml"}:
        text = _article(text, label)
    if not text.strip():
        raise UnreadableText(f"{label} holds nothing but white space; give a file that holds text")
    return document(text, name=label, encoding=codec, markdown=suffix in {".md", ".markdown"})


def _content(source: str | Path, label: str) -> bytes:
    if str(source) == "-":
        data = sys.stdin.buffer.read()
    else:
        path = Path(source)
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            raise UnreadableText(f"{label} does not exist; check the path") from None
        except IsADirectoryError:
            raise UnreadableText(f"{label} is a folder; name a file in it") from None
        except PermissionError:
            if path.is_dir():
                raise UnreadableText(f"{label} is a folder; name a file in it") from None
            raise UnreadableText(f"{label} may not be read; check its permissions") from None
        except (OSError, ValueError) as error:
            raise UnreadableText(f"{label} cannot be read ({error}); check the path") from None
    if not data:
        raise UnreadableText(f"{label} is empty; give a file that holds text")
    for beginning, what in _BINARY_BEGINNINGS:
        if data.startswith(beginning):
            raise UnreadableText(f"{label} is {what}")
    return data


def _decoded(data: bytes, label: str, encoding: str | None) -> tuple[str, str]:
    """Give the text and the name of the codec that it was decoded with."""
    if encoding is not None:
        return _as_given(data, label, encoding)
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _as_given(data, label, codec)
    if b"\0" in data:
        offset = data.index(b"\0")
        raise UnreadableText(
            f"{label} holds a NUL byte at offset {offset} and is no plain text; "
            "if it is UTF-16 without a byte-order mark, try --encoding utf-16-le"
        )
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        return _detected(data, label, error)


def _as_given(data: bytes, label: str, encoding: str) -> tuple[str, str]:
    try:
        text = data.decode(encoding)
    except LookupError:
        raise UnreadableText(f"{label}: there is no encoding named {encoding}; try utf-8 or cp1252") from None
    except UnicodeDecodeError as error:
        raise UnreadableText(
            f"{label} is not {encoding} (byte 0x{data[error.start]:02x} at offset {error.start}); "
            "leave --encoding out to have it told from the bytes"
        ) from None
    except (UnicodeError, ValueError) as error:
        raise UnreadableText(f"{label} is not {encoding} ({error}); try another --encoding") from None
    if not isinstance(text, str):
        raise UnreadableText(f"{label}: {encoding} is no encoding of text; try utf-8 or cp1252")
    return text.removeprefix("\ufeff"), encoding


def _detected(data: bytes, label: str, error: UnicodeDecodeError) -> tuple[str, str]:
    import charset_normalizer

    # From around the first byte that is not ASCII-compatible UTF-8: the beginning may be plain ASCII.
    begin = max(0, error.start - _DETECTED_BYTES // 2)
    best = charset_normalizer.from_bytes(data[begin : begin + _DETECTED_BYTES]).best()
    advice = (
        f"{label} is not UTF-8 (byte 0x{data[error.start]:02x} at offset {error.start})"
        " and no other encoding explains it; try --encoding cp1252"
    )
    if best is None:
        raise UnreadableText(advice)
    try:
        text = data.decode(best.encoding)
    except (UnicodeError, ValueError):
        raise UnreadableText(advice) from None
    if len(_CONTROL.findall(text)) > _MOST_CONTROL_SHARE * len(text):
        raise UnreadableText(f"{label} is a binary file; give a text file")
    return text.removeprefix("\ufeff"), str(best.encoding)


def _article(page: str, label: str) -> str:
    try:
        import trafilatura

        from compare.text.layout_tables import without_layout_tables
    except ImportError:
        raise MissingExtra(
            f"{label} is a web page, and the extra that reads these is not installed; "
            "pip install 'truecopy[html]'"
        ) from None
    text = trafilatura.extract(without_layout_tables(page), include_comments=False, include_tables=True)
    if not text:
        raise UnreadableText(
            f"{label} is a web page in which no article was found; save its text as a .txt file"
        )
    return str(text)
