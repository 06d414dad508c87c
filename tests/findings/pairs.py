"""Evidence for tests of single detectors: two lines, or two whole texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.align import align, word_edits
from compare.findings.evidence import Evidence, Side
from compare.model import Alignment, Bead
from compare.text.documents import document, line_document
from compare.text.tokens import sentence_tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from compare.model import Document, Finding


def of_lines(reference: str, candidate: str, *, language: str = "en") -> Evidence:
    """One sentence against one sentence, as one bead."""
    true, copy = (line_document([text], language=language) for text in (reference, candidate))
    bead = Bead(
        index=0, reference=(0,), candidate=(0,), kind="equal" if reference == candidate else "changed"
    )
    return _evidence(true, copy, Alignment(beads=(bead,)))


def of_texts(reference: str, candidate: str) -> Evidence:
    """One text against another, aligned."""
    true, copy = document(reference), document(candidate)
    return _evidence(true, copy, align(true, copy))


def _evidence(true: Document, copy: Document, alignment: Alignment) -> Evidence:
    reference = Side(document=true, tokens=sentence_tokens(true))
    candidate = Side(document=copy, tokens=sentence_tokens(copy))
    edits = tuple(
        word_edits(reference.tokens_of(bead.reference), candidate.tokens_of(bead.candidate))
        if bead.reference and bead.candidate
        else ()
        for bead in alignment.beads
    )
    return Evidence(reference=reference, candidate=candidate, alignment=alignment, edits=edits)


def weighty(find: Callable[[Evidence], Iterable[Finding]], reference: str, candidate: str) -> list[Finding]:
    """What a detector says of two lines, without what is neutral."""
    return [finding for finding in find(of_lines(reference, candidate)) if finding.severity != "neutral"]
