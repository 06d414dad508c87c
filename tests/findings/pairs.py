"""Evidence for tests of single detectors: two lines, or two whole texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.align import align
from compare.pipeline import evidence_of
from compare.text.documents import document
from tests.findings.lines import lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from compare.findings import Evidence
    from compare.model import Finding


def of_lines(reference: str, candidate: str, *, language: str = "en") -> Evidence:
    """One sentence against one sentence, as one bead."""
    return lines([reference], [candidate], language=language)


def of_texts(reference: str, candidate: str) -> Evidence:
    """One text against another, aligned."""
    true, copy = document(reference), document(candidate)
    return evidence_of(true, copy, align(true, copy))


def weighty(find: Callable[[Evidence], Iterable[Finding]], reference: str, candidate: str) -> list[Finding]:
    """What a detector says of two lines, without what is neutral."""
    return [finding for finding in find(of_lines(reference, candidate)) if finding.severity != "neutral"]
