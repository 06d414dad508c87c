"""The text of a PDF: the lines of its pages one after the other, and at the end what is printed on every page.

A PDF knows glyphs and places, no paragraphs: what a reader makes of it are lines, which the layout joins as it does
those of a scan. Running heads and page numbers are told by repetition at the edges of pages (Lin 2003, "Header and
footer extraction by page association"); they are kept, but behind the text, lest they part a sentence that goes on.
"""

from __future__ import annotations

import io
import logging
import re
import warnings
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from compare.errors import MissingExtra, UnreadableText
from compare.settings import DEFAULTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.settings import Limits

_DIGITS: Final = re.compile(r"\d+")
_MOST_HEADS: Final = 3
"""Lines that are printed at the top of every page, and at its foot, at most."""


def pdf_text(data: bytes, label: str, limits: Limits) -> tuple[str, frozenset[int]]:
    """Give the text of a PDF, and the offsets at which lines begin that are printed on every page.

    Args:
        data: the file.
        label: what to call it in an error.
        limits: of the pages, and of the text that they hold.

    Raises:
        UnreadableText: it is damaged, has a password, holds pictures of text alone, or goes beyond a limit.
        MissingExtra: the extra ``pdf`` is not installed.
    """
    try:
        import pypdf  # noqa: F401
    except ImportError:
        raise MissingExtra(
            f"{label} is a PDF, and the extra that reads these is not installed; pip install 'truecopy[pdf]'"
        ) from None
    said = logging.getLogger("pypdf")
    level = said.level
    said.setLevel(logging.CRITICAL)  # what it says of damage it mends is not for the reader of a report
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            pages = _pages(data, label, limits)
    except UnreadableText:
        raise
    except Exception as error:  # of a damaged file the reader raises whatever comes
        words = " ".join(str(error).split())[:100]
        raise UnreadableText(
            f"{label} is a damaged PDF ({type(error).__name__}: {words}); print it to a new PDF, or save its text"
        ) from None
    finally:
        said.setLevel(level)
    if not any(pages):
        raise UnreadableText(
            f"{label} is a PDF without text, pictures of pages alone; have the text recognised first (OCR)"
        )
    return laid_out(pages)


def laid_out(pages: Sequence[Sequence[str]]) -> tuple[str, frozenset[int]]:
    r"""Set the lines of pages one after the other, what is printed on every page behind them.

    Returns:
        The text, and the offsets of the lines that are printed on every page.

    >>> text, offsets = laid_out([["Ice 1", "It was cold and"], ["Ice 2", "nobody came."]])
    >>> text
    'It was cold and\nnobody came.\n\nIce 1\nIce 2'
    >>> [text[offset:] for offset in sorted(offsets)]
    ['Ice 1\nIce 2', 'Ice 2']
    """
    body: list[str] = []
    printed: list[str] = []
    for lines, (top, foot) in zip(pages, _bounds(pages), strict=True):
        body += lines[top:foot]
        printed += [*lines[:top], *lines[foot:]]
    text = "\n".join(body)
    if not printed:
        return text, frozenset()
    at = len(text) + 2 if text else 0
    offsets = []
    for line in printed:
        offsets.append(at)
        at += len(line) + 1
    return "\n\n".join(filter(None, (text, "\n".join(printed)))), frozenset(offsets)


def _pages(data: bytes, label: str, limits: Limits) -> list[list[str]]:
    """Give the lines of every page, empty ones left out."""
    import pypdf
    from pypdf.errors import DependencyError, FileNotDecryptedError, WrongPasswordError

    has_password = UnreadableText(f"{label} is a PDF with a password; save a copy without")
    try:
        reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise has_password
        count = len(reader.pages)
        if 0 < limits.most_parts < count:
            raise UnreadableText(f"{label} has {count:,} pages, more than the limit of {limits.most_parts:,}")
        pages: list[list[str]] = []
        chars = 0
        for page in reader.pages:
            pages.append(_lines(page))
            chars += sum(map(len, pages[-1]))
            if 0 < limits.most_unpacked_bytes < chars:
                raise UnreadableText(
                    f"{label} unpacks to more than the limit of {limits.most_unpacked_bytes:,} bytes of text"
                )
    except (DependencyError, FileNotDecryptedError, WrongPasswordError):
        raise has_password from None
    return pages


def _lines(page: Any) -> list[str]:
    return [line for part in page.extract_text().splitlines() if (line := part.strip())]


def _bounds(pages: Sequence[Sequence[str]]) -> list[tuple[int, int]]:
    """Give for each page where its own lines begin and end, between those that are printed on every page."""
    least = min(DEFAULTS.layout.running_head_count, len(pages))
    bounds = [(0, len(lines)) for lines in pages]
    if least < 2:
        return bounds
    for side in (0, 1):
        for _ in range(_MOST_HEADS):
            edges = [
                _form(lines[foot - 1 if side else top], number) if top < foot else ""
                for number, (lines, (top, foot)) in enumerate(zip(pages, bounds, strict=True))
            ]
            counts = Counter(edges)
            printed = [bool(edge) and counts[edge] >= least for edge in edges]
            if not any(printed):
                break
            bounds = [
                (top + (is_printed and not side), foot - (is_printed and side))
                for (top, foot), is_printed in zip(bounds, printed, strict=True)
            ]
    return bounds


def _form(line: str, page: int) -> str:
    """Give what is the same of a line on every page: a number alone is one if it counts the pages."""
    if line.isdecimal():
        return f"{int(line) - page}" if len(line) < 7 else ""
    return _DIGITS.sub("0", line)
