"""What two documents are to each other, said before anything else is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.model import Relation, RelationKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from compare.model import Alignment, Document, Finding


def relation(
    reference: Document, candidate: Document, alignment: Alignment, findings: Sequence[Finding]
) -> Relation:
    """Say what the candidate is to the reference, by how much of each side has a partner."""
    pairs = [bead for bead in alignment.beads if bead.reference and bead.candidate]
    of_reference = _coverage(reference, {index for bead in pairs for index in bead.reference})
    of_candidate = _coverage(candidate, {index for bead in pairs for index in bead.candidate})
    kind: RelationKind
    if reference.text == candidate.text:
        kind = "identical"
    elif max(of_reference, of_candidate) < 0.3:
        kind = "different"
    else:
        kind = "edited"
    return Relation(
        kind=kind,
        same_piece=kind != "different",
        confidence=0.5,
        reference_coverage=of_reference,
        candidate_coverage=of_candidate,
    )


def _coverage(document: Document, partnered: Iterable[int]) -> float:
    found = set(partnered)
    words = {
        sentence.index: len(sentence.text.split())
        for sentence in document.sentences
        if sentence.role in ("title", "body")
    }
    total = sum(words.values())
    return round(sum(count for index, count in words.items() if index in found) / total, 4) if total else 0.0
