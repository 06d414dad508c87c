"""Evidence of two texts line by line: line i of one is a version of line i of the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.align import word_edits
from compare.findings import Evidence, Side
from compare.model import Alignment, Bead
from compare.text.documents import line_document
from compare.text.tokens import sentence_tokens

if TYPE_CHECKING:
    from collections.abc import Sequence


def lines(reference: Sequence[str], candidate: Sequence[str], *, language: str = "en") -> Evidence:
    sides = []
    for side in (reference, candidate):
        document = line_document(side, language=language)
        sides.append(Side(document=document, tokens=sentence_tokens(document)))
    true, judged = sides
    beads = tuple(
        Bead(index=index, reference=(index,), candidate=(index,), kind="changed")
        for index in range(len(reference))
    )
    edits = tuple(word_edits(true.tokens[bead.index], judged.tokens[bead.index]) for bead in beads)
    return Evidence(reference=true, candidate=judged, alignment=Alignment(beads=beads), edits=edits)
