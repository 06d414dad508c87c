"""DOCX and PDF files made for a test, the one with python-docx, the other by hand; and how one is refused."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from compare.errors import UnreadableText
from compare.settings import Limits
from compare.text.reading import read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path


def written(folder: Path, data: bytes, name: str) -> Path:
    """Give the path of a file that holds these bytes."""
    path = folder / name
    path.write_bytes(data)
    return path


def refused(folder: Path, data: bytes, said: str, limits: Limits | None = None, *, name: str) -> None:
    """Hold that a file with these bytes is refused in one line, which names it and says why."""
    with pytest.raises(UnreadableText, match=said) as raised:
        read(written(folder, data, name), limits=limits or Limits())
    assert name in str(raised.value)
    assert "\n" not in str(raised.value)


def docx_bytes(write: Callable[[Any], None]) -> bytes:
    """Give a DOCX that a function has written into."""
    import docx

    document = docx.Document()
    write(document)
    into = io.BytesIO()
    document.save(into)
    return into.getvalue()


def repacked(
    package: bytes, change: Callable[[str, bytes], bytes] = lambda _, data: data, **more: bytes
) -> bytes:
    """Give a package with its parts changed by a function, and with more parts."""
    into = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(package)) as before,
        zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for part in before.infolist():
            after.writestr(part.filename, change(part.filename, before.read(part)))
        for name, data in more.items():
            after.writestr(name.replace("__", "/"), data)
    return into.getvalue()


def docx_with_body(xml: str | bytes) -> bytes:
    """Give a DOCX whose body begins with this XML."""
    body = xml.encode() if isinstance(xml, str) else xml

    def change(name: str, data: bytes) -> bytes:
        return data.replace(b"<w:body>", b"<w:body>" + body, 1) if name == "word/document.xml" else data

    return repacked(_blank(), change)


@cache
def _blank() -> bytes:
    return docx_bytes(lambda _: None)


def pdf_bytes(pages: Sequence[Iterable[str]]) -> bytes:
    """Give a PDF with a page for each list of lines, in one of the fonts that every reader has."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids = []
    for lines in pages:
        shown = "".join(f"({escaped(line)}) Tj T*\n" for line in lines)
        stream = f"BT /F1 10 Tf 14 TL 50 780 Td\n{shown}ET"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
            "/Encoding /WinAnsiEncoding >> >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out = b"%PDF-1.4\n"
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{each}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return (
        out
        + f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{table}".encode()
        + f"trailer\n<< /Size {len(places) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n".encode()
    )


def escaped(line: str) -> str:
    r"""Give a line as a PDF has it in parentheses."""
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
