"""Character references of HTML that a copy left in its text: "won&#39;t", "&quot;".

Whoever took the words out of a page took them undecoded; that is one fault, told once with the number of places.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.findings.clues.stream import facing
from compare.model import Finding
from compare.text.entities import decoded, has_entity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.findings.evidence import Evidence, Side
    from compare.model import Token


def find(evidence: Evidence) -> Iterator[Finding]:
    """Tell the first character reference of the candidate, if the reference has none."""
    document = evidence.candidate.document
    if "&" not in document.text or not has_entity(document.text):
        return
    if evidence.reference is not None and _found(evidence.reference):
        return
    found = _found(evidence.candidate)
    if not found:
        return
    first = found[0][1]
    bead = next((bead.index for bead in evidence.alignment.beads if found[0][0] in bead.candidate), None)
    expected = decoded(first.text)
    more = f"; {len(found):,} such places, this is the first" if len(found) > 1 else ""
    yield Finding(
        kind="ocr",
        severity="minor",
        confidence=0.95,
        message=f"“{first.text}” is HTML that was not decoded: “{expected}”{more}",
        reference=facing(evidence, bead, first.start, first.end),
        candidate=document.span(first.start, first.end),
        bead=bead,
        details={"expected": expected, "count": len(found)},
    )


def _found(side: Side) -> Sequence[tuple[int, Token]]:
    """The tokens of one side that hold a character reference, with their sentences."""
    return [
        (index, token)
        for index, tokens in enumerate(side.tokens)
        for token in tokens
        if "&" in token.text and has_entity(token.text)
    ]
