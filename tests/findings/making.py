"""Evidence made by hand: one text alone, or one sentence against its reference."""

from __future__ import annotations

from dataclasses import replace

from compare.findings import Evidence, Finding, Side, find
from compare.text.documents import document
from compare.text.tokens import sentence_tokens
from tests.findings.lines import lines


def alone(text: str, language: str = "en") -> Evidence:
    laid_out = document(text, language=language)
    return Evidence(candidate=Side(document=laid_out, tokens=sentence_tokens(laid_out)))


def pair(reference: str, candidate: str, *, source: str | None = None, language: str = "en") -> Evidence:
    return replace(lines([reference], [candidate], language=language), source=source)


def found(evidence: Evidence, *kinds: str) -> list[Finding]:
    """Findings of some kinds."""
    return [finding for finding in find(evidence) if finding.kind in kinds]


def places(evidence: Evidence, *kinds: str) -> list[str]:
    """The words of the candidate that findings of some kinds point at."""
    return [finding.candidate.text for finding in found(evidence, *kinds) if finding.candidate is not None]
