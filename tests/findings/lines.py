"""Evidence of two texts line by line: line i of one is a version of line i of the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.model import Alignment, Bead
from compare.pipeline import evidence_of
from compare.text.documents import line_document

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.findings import Evidence


def lines(reference: Sequence[str], candidate: Sequence[str], *, language: str = "en") -> Evidence:
    true, copy = (line_document(side, language=language) for side in (reference, candidate))
    beads = tuple(
        Bead(index=index, reference=(index,), candidate=(index,), kind="equal" if one == other else "changed")
        for index, (one, other) in enumerate(zip(reference, candidate, strict=True))
    )
    return evidence_of(true, copy, Alignment(beads=beads))
