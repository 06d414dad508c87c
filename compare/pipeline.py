"""The stages, a line each: two documents in, one report out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare import align, findings, scores
from compare.model import Report
from compare.settings import DEFAULTS, Settings
from compare.text.tokens import sentence_tokens

if TYPE_CHECKING:
    from compare.model import Document


def compare_documents(reference: Document, candidate: Document, *, settings: Settings = DEFAULTS) -> Report:
    """Align, diff, find, score."""
    alignment = align.align(reference, candidate, settings=settings.align)
    sides = {
        "reference": findings.Side(document=reference, tokens=sentence_tokens(reference)),
        "candidate": findings.Side(document=candidate, tokens=sentence_tokens(candidate)),
    }
    edits = tuple(
        align.word_edits(
            sides["reference"].tokens_of(bead.reference), sides["candidate"].tokens_of(bead.candidate)
        )
        for bead in alignment.beads
    )
    evidence = findings.Evidence(
        **sides, alignment=alignment, edits=edits, settings=settings.findings
    )
    found = findings.find(evidence)
    return scores.report(evidence, found, settings=settings)
