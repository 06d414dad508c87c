"""Evidence made by hand: one text alone, or one sentence against its reference."""

from __future__ import annotations

from compare.align import word_edits
from compare.findings import Evidence, Finding, Side, find
from compare.model import Alignment, Bead
from compare.text.documents import document, line_document
from compare.text.tokens import sentence_tokens


def alone(text: str, language: str = "en") -> Evidence:
    laid_out = document(text, language=language)
    return Evidence(candidate=Side(document=laid_out, tokens=sentence_tokens(laid_out)))


def pair(reference: str, candidate: str, *, source: str | None = None, language: str = "en") -> Evidence:
    sides = []
    for text in (reference, candidate):
        lines = line_document([text], language=language)
        sides.append(Side(document=lines, tokens=sentence_tokens(lines)))
    bead = Bead(index=0, reference=(0,), candidate=(0,), kind="changed")
    return Evidence(
        reference=sides[0],
        candidate=sides[1],
        alignment=Alignment(beads=(bead,)),
        edits=(word_edits(sides[0].tokens[0], sides[1].tokens[0]),),
        source=source,
    )


def found(evidence: Evidence, *kinds: str) -> list[Finding]:
    """Findings of some kinds."""
    return [finding for finding in find(evidence) if finding.kind in kinds]


def places(evidence: Evidence, *kinds: str) -> list[str]:
    """The words of the candidate that findings of some kinds point at."""
    return [finding.candidate.text for finding in found(evidence, *kinds) if finding.candidate is not None]
