"""A finding in its sentence: the words before it, the words it points at, the words after, cut to what is needed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from compare.report.visible import one_line

if TYPE_CHECKING:
    from compare.model import CheckReport, Document, Finding, Report, Span

CONTEXT: Final = 110
"""How much of the sentence is shown on either side of the words, in code points."""
_EXTRACTED: Final = (".html", ".htm", ".xhtml", ".docx", ".pdf")
INSIDE: Final = 160
"""How much of the words themselves is shown, in code points; of longer ones the beginning and the end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """Part of one side, ready to show: on one line, nothing in it that steers a terminal.

    ``line`` counts from 1 in the text, which is the file unless it was a page or a scan; ``marked`` is empty where the
    finding is a place between two words. ``is_marked`` is false where the finding has no place on this side and the
    facing sentence is shown.
    """

    line: int
    before: str
    marked: str
    after: str
    is_marked: bool = True


def excerpt(document: Document, span: Span) -> Excerpt:
    """Show a span in its sentence; a place between two sentences is shown with both.

    >>> from compare.text.documents import document
    >>> ferry = document("The ferry left at noon. It carried 40 cars.")
    >>> found = excerpt(ferry, ferry.span(35, 37))
    >>> found.before, found.marked, found.after
    ('It carried ', '40', ' cars.')
    """
    sentences = document.sentences
    first = bisect_right(sentences, span.start, key=lambda sentence: sentence.start) - 1
    last = bisect_left(sentences, span.end, key=lambda sentence: sentence.end)
    low = min(sentences[first].start if first >= 0 else 0, span.start)
    high = max(sentences[last].end if last < len(sentences) else len(document.text), span.end)
    # Blanks at the ends of a span are not what is meant, and a mark round them looks like a fault of its own.
    core = span.text.strip()
    start = span.start + len(span.text) - len(span.text.lstrip()) if core else span.start
    end = start + len(core) if core else span.end
    return Excerpt(
        line=line_number(document, start),
        before=_end(document.text[low:start]),
        marked=_middle_cut(one_line(core)),
        after=_beginning(document.text[end:high]),
    )


def sides(report: Report | CheckReport, finding: Finding) -> dict[str, Excerpt]:
    """Give what each side says where the finding is, the candidate first; a side that says nothing is left out."""
    from compare.model import Report

    if not isinstance(report, Report):
        return {"candidate": excerpt(report.document, finding.candidate)} if finding.candidate else {}
    found: dict[str, Excerpt] = {}
    beads = report.alignment.beads
    bead = beads[finding.bead] if finding.bead is not None and finding.bead < len(beads) else None
    for name, document, span, sentences in (
        ("candidate", report.candidate, finding.candidate, bead.candidate if bead else ()),
        ("reference", report.reference, finding.reference, bead.reference if bead else ()),
    ):
        if span is not None:
            found[name] = excerpt(document, span)
        elif sentences:
            text = " ".join(document.sentences[index].text for index in sentences)
            start = document.sentences[sentences[0]].start
            found[name] = Excerpt(
                line=line_number(document, start),
                before=_beginning(text, 2 * CONTEXT),
                marked="",
                after="",
                is_marked=False,
            )
    return found


def line_number(document: Document, offset: int) -> int:
    r"""Count the line of the file that an offset stands in, from 1, as editors do.

    >>> from compare.text.documents import document
    >>> line_number(document("One.\r\n\r\nTwo."), 8)
    3
    """
    text = document.text
    return 1 + text.count("\n", 0, offset) + text.count("\r", 0, offset) - text.count("\r\n", 0, offset)


def column_number(document: Document, offset: int) -> int:
    r"""Count the column of its line that an offset stands in, from 1, in code points.

    >>> from compare.text.documents import document
    >>> column_number(document("One.\r\n\r\nTwo."), 9)
    2
    """
    text = document.text
    return offset - max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset))


def is_extracted(document: Document) -> bool:
    """Say whether a document's text was read out of a file of another form, whose lines are not those of the text.

    >>> from compare.text.documents import document
    >>> is_extracted(document("One.", name="page.html")), is_extracted(document("One.", name="page.txt"))
    (True, False)
    """
    return document.name.lower().endswith(_EXTRACTED)


def _beginning(text: str, length: int = CONTEXT) -> str:
    line = one_line(text[: 2 * length])
    if len(line) <= length and len(text) <= 2 * length:
        return line
    return f"{line[:length].rpartition(' ')[0] or line[:length]} …"


def _end(text: str, length: int = CONTEXT) -> str:
    line = one_line(text[-2 * length :])
    if len(line) <= length and len(text) <= 2 * length:
        return line
    return f"… {line[-length:].partition(' ')[2] or line[-length:]}"


def _middle_cut(line: str) -> str:
    if len(line) <= INSIDE:
        return line
    half = INSIDE // 2
    return f"{line[:half].rpartition(' ')[0] or line[:half]} […] {line[-half:].partition(' ')[2] or line[-half:]}"
