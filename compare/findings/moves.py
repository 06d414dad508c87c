"""Moved text: sentences that both sides have, in another order.

The alignment says which beads stand out of order; neighbours that moved together are one finding.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compare.findings.evidence import Evidence
    from compare.model import Bead, Document


def find(evidence: Evidence) -> Iterator[Finding]:
    """Find sentences of the candidate that stand elsewhere than in the reference.

    Args:
        evidence: a candidate against its reference; without a reference there is nothing to find.

    Yields:
        Findings of kind ``moved``: minor, since nothing is lost; neutral for a heading, which a page may set anywhere.
    """
    if evidence.reference is None:
        return
    reference, candidate = evidence.reference.document, evidence.candidate.document
    for block in _blocks(evidence.alignment.beads):
        true, copy = _span(reference, block, "reference"), _span(candidate, block, "candidate")
        roles = {candidate.sentences[index].role for bead in block for index in bead.candidate} | {
            reference.sentences[index].role for bead in block for index in bead.reference
        }
        count = sum(len(bead.candidate) for bead in block)
        yield Finding(
            kind="moved",
            severity="neutral" if "title" in roles else "minor",
            confidence=round(sum(bead.similarity or 0.5 for bead in block) / len(block), 2),
            message=f"{count} sentence{'s' if count > 1 else ''} moved",
            reference=reference.span(*true),
            candidate=candidate.span(*copy),
            bead=block[0].index,
            details={"sentences": count},
        )


def _blocks(beads: tuple[Bead, ...]) -> Iterator[list[Bead]]:
    """Runs of moved beads whose sentences follow each other on both sides."""
    block: list[Bead] = []
    for bead in beads:
        if not (bead.moved and bead.reference and bead.candidate):
            continue
        if block and (
            bead.reference[0] != block[-1].reference[-1] + 1
            or bead.candidate[0] != block[-1].candidate[-1] + 1
        ):
            yield block
            block = []
        block.append(bead)
    if block:
        yield block


def _span(document: Document, block: list[Bead], side: str) -> tuple[int, int]:
    indices = [
        index for bead in block for index in (bead.reference if side == "reference" else bead.candidate)
    ]
    return document.sentences[min(indices)].start, document.sentences[max(indices)].end
