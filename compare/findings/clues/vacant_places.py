"""Where a sentence that only one side has belongs in the other side's text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from compare.findings.clues.halves import Which
    from compare.findings.evidence import Side
    from compare.model import Alignment


def vacant_places(alignment: Alignment, side: Side, which: Which) -> dict[int, int]:
    """For each bead, by its index, the offset in one side's text behind the last sentence before it that did not move.

    Beads before the first such sentence get its beginning; a side without sentences gives 0.
    """
    sentences = side.document.sentences
    places: dict[int, int] = {}
    opening: list[int] = []
    last: int | None = None
    for bead in alignment.beads:
        indices = bead.reference if which == "reference" else bead.candidate
        if indices and not bead.moved:
            if last is None:
                places.update(dict.fromkeys(opening, sentences[indices[0]].start))
            last = sentences[indices[-1]].end
        elif last is None:
            opening.append(bead.index)
        places[bead.index] = last if last is not None else 0
    return places
