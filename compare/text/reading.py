"""Reading: any file to exactly one text, or a clear error; the only module that opens the user's files.

The text of a plain file is the decoded file, with nothing changed but a leading byte-order mark taken away, so that
offsets hold in the user's own file. Of a web page it is the article that an extractor finds in it; of a DOCX and a PDF
what compare/text/docx_text.py and compare/text/pdf_text.py make of them.
"""

from __future__ import annotations

import codecs
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from compare.errors import MissingExtra, UnreadableText
from compare.settings import DEFAULTS, Limits
from compare.text.documents import document
from compare.time_limits import TimeLimit

if TYPE_CHECKING:
    from collections.abc import Collection

    from compare.model import Document

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark is the beginning of this one
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_PDF: Final = b"%PDF-"
_BEFORE_PDF: Final = b"\xef\xbb\xbf\0 \t\r\n"
"""Bytes that may stand before the beginning of a PDF; readers allow any, but a text may speak of "%PDF-"."""
_ZIP: Final = b"PK\x03\x04"
_BINARY_BEGINNINGS: Final = (
    (b"PK\x05\x06", "an empty zip archive; give a text file"),
    (
        b"\xd0\xcf\x11\xe0",
        "an office document of an old form or with a password; save it as .docx or plain text",
    ),
    (b"\x1f\x8b", "compressed with gzip; unpack it first"),
    (b"\x89PNG", "a picture; give a text file"),
    (b"\xff\xd8\xff", "a picture; give a text file"),
    (b"{\\rtf", "an RTF document; save it as plain text first"),
)
_LONG_TAG: Final = re.compile(r"(<[A-Za-z][\w:-]{0,40})[^<>]{4000,}")
"""A tag with more attributes than any page needs: to parse them costs a square of their count, in one step that no
alarm interrupts. Long is also a picture written into its tag; neither is text."""
_DETECTED_BYTES: Final = 100_000
"""How much of a file is looked at to tell its encoding; the whole of it must then decode."""
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x7f-\x84\x86-\x9f]")
_MOST_CONTROL_SHARE: Final = 0.001
"""Share of control characters above which a decoded file is no text: prose has none, a wrong codec has many."""


def read(
    source: str | Path,
    *,
    encoding: str | None = None,
    name: str | None = None,
    limits: Limits = DEFAULTS.limits,
) -> Document:
    """Read a file into a Document.

    Args:
        source: path of a plain-text, Markdown (``.md``), HTML (``.html``), DOCX or PDF file; ``-`` is standard input.
        encoding: codec by its Python name; told from the bytes where it is left out (byte-order mark, UTF-8, else
            by charset-normalizer).
        name: what reports call it; the path where it is left out.
        limits: of bytes and sentences, and for packed files of what they unpack to.

    Raises:
        UnreadableText: missing, a folder, no permission, binary, empty, damaged, too large, or not in the encoding.
        MissingExtra: an HTML, DOCX or PDF file, and the extra that reads it is not installed.
        TookTooLong: to unpack it takes longer than the limit.
    """
    label = _label(source, name)
    text, codec, furniture = _text(source, label, encoding, limits)
    is_markdown = Path(str(source)).suffix.lower() in {".md", ".markdown"}
    found = document(text, name=label, encoding=codec, markdown=is_markdown, furniture=furniture)
    refuse_too_many(len(found.sentences), label, limits)
    return found


def read_lines(
    source: str | Path, *, encoding: str | None = None, limits: Limits = DEFAULTS.limits
) -> list[str]:
    r"""Give the lines of a file without their line ends; empty lines count, the end of the last line does not.

    Only ``\n``, ``\r\n`` and ``\r`` end a line here: ``str.splitlines`` also splits at U+2028 or a form feed,
    and then line i of one file no longer faces line i of the other.

    Args:
        source: as `read` has it.
        encoding: codec by its Python name; told from the bytes where it is left out.
        limits: a line counts as a sentence.

    Raises:
        UnreadableText, MissingExtra, TookTooLong: as `read` does.
    """
    label = _label(source, None)
    text = _text(source, label, encoding, limits)[0].replace("\r\n", "\n").replace("\r", "\n")
    refuse_too_many(text.count("\n"), label, limits, what="lines")
    return text.removesuffix("\n").split("\n")


def read_text(text: str, *, name: str, limits: Limits = DEFAULTS.limits) -> Document:
    """Give a text that is in memory already as a Document, held to the same limits as a file.

    Args:
        text: as it is.
        name: what reports call it.
        limits: of bytes, as UTF-8, and sentences.

    Raises:
        UnreadableText: it is beyond a limit.

    >>> read_text("Snow fell on Monday.", name="snow").sentences[0].text
    'Snow fell on Monday.'
    """
    most = limits.most_bytes
    if 0 < most < len(text) or (0 < most < 4 * len(text) and most < len(text.encode("utf-8", "replace"))):
        raise _too_large(name, limits)
    found = document(text, name=name)
    refuse_too_many(len(found.sentences), name, limits)
    return found


def _too_large(label: str, limits: Limits) -> UnreadableText:
    return UnreadableText(
        f"{label} is larger than the limit of {limits.most_bytes:,} bytes; allow more (--max-bytes; 0 for no limit)"
    )


def refuse_too_many(count: int, label: str, limits: Limits, *, what: str = "sentences") -> None:
    """Refuse a text with more sentences than the limit.

    Raises:
        UnreadableText: it has.
    """
    if 0 < limits.most_sentences < count:
        raise UnreadableText(
            f"{label} has {count:,} {what}, more than the limit of {limits.most_sentences:,}; "
            "allow more (--max-sentences; 0 for no limit)"
        )


def _label(source: str | Path, name: str | None) -> str:
    return name or ("standard input" if str(source) == "-" else str(source))


def _text(
    source: str | Path, label: str, encoding: str | None, limits: Limits
) -> tuple[str, str | None, Collection[int]]:
    """Give the text of a file, its codec, and the offsets of lines that are known to be furniture."""
    data = _content(source, label, limits)
    furniture: Collection[int] = ()
    codec: str | None = None
    if data[:1024].lstrip(_BEFORE_PDF).startswith(_PDF):
        from compare.text.pdf_text import pdf_text

        with TimeLimit(limits.reading_seconds, f"to read {label}"):
            text, furniture = pdf_text(data, label, limits)
    elif data.startswith(_ZIP):
        from compare.text.docx_text import docx_text

        with TimeLimit(limits.reading_seconds, f"to read {label}"):
            text = docx_text(data, label, limits)
    else:
        text, codec = _decoded(data, label, encoding)
        if Path(str(source)).suffix.lower() in {".html", ".htm", ".xhtml"}:
            with TimeLimit(limits.reading_seconds, f"to read {label}"):
                text = _article(text, label)
    if not text.strip():
        raise UnreadableText(f"{label} holds nothing but white space; give a file that holds text")
    return text, codec, furniture


def _content(source: str | Path, label: str, limits: Limits) -> bytes:
    most = limits.most_bytes
    # One byte more than allowed tells that there are too many, also of a device that never ends.
    count = most + 1 if most else -1
    if str(source) == "-":
        data = sys.stdin.buffer.read(count)
    else:
        path = Path(source)
        try:
            with path.open("rb") as file:
                data = file.read(count)
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
    if most and len(data) > most:
        raise _too_large(label, limits)
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
    text = trafilatura.extract(
        without_layout_tables(_LONG_TAG.sub(r"\1", page)), include_comments=False, include_tables=True
    )
    if not text:
        raise UnreadableText(
            f"{label} is a web page in which no article was found; save its text as a .txt file"
        )
    return str(text)
