"""Sentences run together: the reference ends one and begins another, the candidate goes on without any mark.

"It was frozen. The rest was spent." against "It was frozen the rest was spent." A comma or a joining word between the
two is a matter of style; nothing between them is a fault.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from compare.findings.clues.stream import reference_tokens
from compare.model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compare.findings.evidence import Evidence
    from compare.model import Bead, Token

END_MARKS: Final = frozenset(".!?。！？")
CONFIDENCE: Final = 0.85


def find(evidence: Evidence) -> Iterator[Finding]:
    """Find places where the mark between two sentences of the reference is gone and nothing stands for it."""
    if evidence.reference is None:
        return
    for position, (bead, edits) in enumerate(zip(evidence.alignment.beads, evidence.edits, strict=False)):
        ends = _ends(evidence, bead, position)
        if not ends:
            continue
        same = {
            one.start: other
            for edit in edits
            if edit.kind == "equal"
            for one, other in zip(edit.reference, edit.candidate, strict=True)
        }
        following = {
            before.start: after for before, after in pairwise(evidence.candidate.tokens_of(bead.candidate))
        }
        for last, first in ends:
            ours, theirs = same.get(last.start), same.get(first.start)
            if ours is None or theirs is None or following.get(ours.start) != theirs:
                continue
            yield Finding(
                kind="fragment",
                severity="minor",
                confidence=CONFIDENCE,
                message=f"two sentences run together: “{ours.text} {theirs.text}”",
                reference=evidence.reference.document.span(last.start, first.end),
                candidate=evidence.candidate.document.span(ours.start, theirs.end),
                bead=position,
            )


def _ends(evidence: Evidence, bead: Bead, position: int) -> list[tuple[Token, Token]]:
    """The last word of each sentence of a bead's reference, with the first one of the sentence behind it."""
    assert evidence.reference is not None
    if len(bead.reference) < 2 or not bead.candidate:
        return []
    tokens = reference_tokens(evidence, position)
    sentences = evidence.reference.document.sentences
    starts = {sentences[index].start for index in bead.reference[1:] if sentences[index].role == "body"}
    found = []
    for last, mark, first in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if mark.text in END_MARKS and first.start in starts and last.kind != "mark" and first.kind == "word":
            found.append((last, first))
    return found
