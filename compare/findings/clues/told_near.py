"""Whether a lone sentence is told by lone sentences of the other side nearby: a passage told in another order.

A writer who opens a piece anew sets down its first three sentences as other three; none of them is a version of one of
his. What they say goes with them all the same: names, figures, and most of the words that nothing else there needs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from compare.findings.clues.content import content_weight, is_content

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.findings.evidence import Evidence
    from compare.model import Finding, Token

REACH: Final = 8
"""Beads away at which lone sentences of the other side are looked for."""
SHARE: Final = 0.4
"""Share of the weight of its words that a lone sentence must find there again."""
FEWEST: Final = 2
"""Words that it must find there again."""


def is_told_near(evidence: Evidence, item: Finding) -> bool:
    """Whether lone sentences of the other side, close by, say much of what a lone sentence says.

    Args:
        evidence: both sides.
        item: a sentence that is missing or new.
    """
    assert evidence.reference is not None
    is_missing = item.kind == "dropped-sentence"
    place = item.reference if is_missing else item.candidate
    if item.bead is None or place is None:
        return False
    beads = evidence.alignment.beads
    own, other = (
        (evidence.reference, evidence.candidate) if is_missing else (evidence.candidate, evidence.reference)
    )
    bead = beads[item.bead]
    language = evidence.reference.document.language
    said = _words(
        [
            token
            for token in own.tokens_of(bead.reference if is_missing else bead.candidate)
            if place.start <= token.start and token.end <= place.end
        ],
        language,
    )
    near: set[str] = set()
    for facing in beads[max(0, bead.index - REACH) : bead.index + REACH + 1]:
        if not (facing.reference and facing.candidate) and facing.kind != "outside":
            near |= _words(
                other.tokens_of(facing.candidate if is_missing else facing.reference), language
            ).keys()
    again = [word for word in said if word in near]
    return len(again) >= FEWEST and sum(map(said.__getitem__, again)) >= SHARE * sum(said.values())


def _words(tokens: Sequence[Token], language: str) -> dict[str, float]:
    """The stems of the words of content, each with what it says."""
    return {token.stem: content_weight(token.form) for token in tokens if is_content(token, language)}
