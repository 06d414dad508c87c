"""The names of both documents, found once for all who ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.text.names import names, names_of_both

if TYPE_CHECKING:
    from compare.findings.evidence import Evidence
    from compare.text.names import Name

Names = tuple[tuple["Name", ...], tuple["Name", ...]]


def names_of_sides(evidence: Evidence) -> Names:
    """Give the names of the reference, none without one, and those of the candidate."""
    return evidence.once("names", _names)


def _names(evidence: Evidence) -> Names:
    candidate = evidence.candidate
    language = candidate.document.language
    if evidence.reference is None:
        return (), names(candidate.tokens, language=language)
    return names_of_both(evidence.reference.tokens, candidate.tokens, language=language)
