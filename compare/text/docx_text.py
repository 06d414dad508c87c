"""The text of a DOCX: its paragraphs as blocks, its headings as titles, from a package that was searched first.

A DOCX is a zip archive of XML. What strangers send may unpack to gigabytes, nest without end, or name entities that
expand or fetch files (XML bombs, CWE-776; XXE, CWE-611): nothing reaches the reader before each part has been weighed
and walked through once. Archives inside the archive, and links out of it, are never opened.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING, Any, Final

from compare.errors import MissingExtra, UnreadableText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compare.settings import Limits

_MAIN_PART: Final = "word/"
_WORDS: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_XML_BEGINNINGS: Final = (
    b"<",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\xfe\xff",
    b"\0<",
    b"<\0",
    b"\0\0\0<",
    b"\x4c\x6f\xa7\x94",
)
"""How XML can begin, after white space: in UTF-8, UTF-16, UTF-32, with a mark or without; the last is EBCDIC."""
_PAGES: Final = (".svg", ".htm", ".html", ".xhtml", ".mht")
"""Endings of parts that begin like XML and need not be any; they are pictures and pages, which are not opened."""
_HEADINGS: Final = ("heading", "title", "subtitle")
_UNSEEN: Final = frozenset({f"{_WORDS}del", f"{_WORDS}moveFrom", f"{_WORDS}instrText", _FALLBACK})
"""Parts of a paragraph that a reader does not see: what was deleted, codes of fields, the second form of a drawing."""
_STANDS_FOR: Final = {
    f"{_WORDS}tab": "\t",
    f"{_WORDS}br": "\n",
    f"{_WORDS}cr": "\n",
    f"{_WORDS}noBreakHyphen": "-",
    f"{_WORDS}softHyphen": "\u00ad",
}


def docx_text(data: bytes, label: str, limits: Limits) -> str:
    """Give the text of a DOCX: a blank line between paragraphs, ``#`` before headings.

    Footnotes, headers, footers, comments and deleted text are left out.

    Args:
        data: the file.
        label: what to call it in an error.
        limits: of the parts, of what they unpack to, and of the elements inside each other.

    Raises:
        UnreadableText: it is another archive, damaged, has a password, names entities, or goes beyond a limit.
        MissingExtra: the extra ``docx`` is not installed.
    """
    try:
        import defusedxml  # type: ignore[import-untyped]  # noqa: F401
        import docx
    except ImportError:
        raise MissingExtra(
            f"{label} is an office document, and the extra that reads DOCX is not installed; "
            "pip install 'truecopy[docx]'"
        ) from None
    try:
        _search(data, label, limits)
        package = docx.Document(io.BytesIO(data))
        headings = {
            style.style_id for style in package.styles if str(style.name).lower().startswith(_HEADINGS)
        }
        paragraphs = list(_paragraphs(package.element.body, headings))
    except UnreadableText:
        raise
    except Exception as error:  # of a damaged package the readers raise whatever comes
        raise UnreadableText(
            f"{label} is a damaged office document or zip archive ({_said(error)}); save it anew as .docx or plain text"
        ) from None
    return "\n\n".join(paragraphs)


def _search(data: bytes, label: str, limits: Limits) -> None:
    """Weigh every part, and walk once through those that are XML.

    Raises:
        UnreadableText: it is no DOCX, or one that must not be opened.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = package.infolist()
        names = {part.filename for part in parts}
        if "[Content_Types].xml" not in names or not any(name.startswith(_MAIN_PART) for name in names):
            raise UnreadableText(
                f"{label} is a zip archive or another office document; unpack it, or save it as .docx or plain text"
            )
        if 0 < limits.most_parts < len(parts):
            raise UnreadableText(
                f"{label} holds {len(parts):,} files, more than the limit of {limits.most_parts:,}"
            )
        if len(names) < len(parts):
            raise UnreadableText(f"{label} holds two files of one name; save it anew as .docx")
        if any(part.flag_bits & 1 for part in parts):
            raise UnreadableText(f"{label} has a password; save a copy without")
        unpacked_bytes = sum(part.file_size for part in parts)
        if 0 < limits.most_unpacked_bytes < unpacked_bytes:
            raise UnreadableText(
                f"{label} unpacks to {unpacked_bytes:,} bytes, more than the limit of {limits.most_unpacked_bytes:,}"
            )
        for part in parts:
            # No more than the size that was told is ever unpacked.
            content = package.read(part)
            name = part.filename.lower()
            begins = content.lstrip().startswith(_XML_BEGINNINGS) and not name.endswith(_PAGES)
            if begins or name.endswith((".xml", ".rels")):
                _walk(content, part.filename, label, limits)


def _walk(content: bytes, part: str, label: str, limits: Limits) -> None:
    """Read XML without opening anything that it names.

    Raises:
        UnreadableText: it declares a document type or entities, or nests too deep.
    """
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import iterparse  # type: ignore[import-untyped]

    depth = 0
    try:
        for event, element in iterparse(io.BytesIO(content), events=("start", "end"), forbid_dtd=True):
            if event == "start":
                depth += 1
                if 0 < limits.most_depth < depth:
                    raise UnreadableText(
                        f"{label}: {part} has more than {limits.most_depth} elements inside each other; "
                        "save it anew as .docx or plain text"
                    )
            else:
                depth -= 1
                element.clear()
    except DefusedXmlException:
        raise UnreadableText(
            f"{label}: {part} declares XML entities, which is no use of a DOCX and is refused; save it as plain text"
        ) from None


def _paragraphs(body: Any, headings: set[str]) -> Iterator[str]:
    """Give the paragraphs in the order of the page, those of tables and text boxes too."""
    waiting = [body]
    while waiting:
        element = waiting.pop()
        if element.tag in _UNSEEN:
            continue
        if element.tag == f"{_WORDS}p":
            text = _words(element).strip()
            if text:
                is_heading = _style(element) in headings and "\n" not in text
                yield f"# {text}" if is_heading else text
            waiting.extend(
                reversed([box for box in element.iter(f"{_WORDS}txbxContent") if _is_outer(box, element)])
            )
        else:
            waiting.extend(reversed([child for child in element if isinstance(child.tag, str)]))


def _is_outer(box: Any, paragraph: Any) -> bool:
    """Whether a text box is seen, and not inside another one of the paragraph."""
    above = box.getparent()
    while above is not None and above is not paragraph:
        if above.tag in _UNSEEN or above.tag == f"{_WORDS}txbxContent":
            return False
        above = above.getparent()
    return True


def _words(paragraph: Any) -> str:
    """Give the words of a paragraph, without those of text boxes in it."""
    pieces: list[str] = []
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        if (
            not isinstance(element.tag, str)
            or element.tag in _UNSEEN
            or element.tag == f"{_WORDS}txbxContent"
        ):
            continue
        if element.tag == f"{_WORDS}t":
            pieces.append(element.text or "")
        elif element.tag in _STANDS_FOR:
            pieces.append(_STANDS_FOR[element.tag])
        elif element.tag != f"{_WORDS}pPr":  # its tabs are stops, not characters
            waiting.extend(reversed(element))
    return "".join(pieces)


def _style(paragraph: Any) -> str | None:
    named = paragraph.find(f"{_WORDS}pPr/{_WORDS}pStyle")
    return None if named is None else named.get(f"{_WORDS}val")


def _said(error: Exception) -> str:
    if isinstance(error, zipfile.BadZipFile | zlib.error | EOFError):
        return "it does not unpack"
    words = " ".join(str(error).split())
    return f"{type(error).__name__}: {words[:100]}" if words else type(error).__name__
