"""A relation lost or new: "three months behind the leader" against "three months from the leader".

Told is a relating word of one side that no word of the other stands for, while both its neighbours have their partners.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from compare.findings.wordlists import keyed_words
from compare.model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.findings.evidence import Evidence
    from compare.findings.partners import Partners

RELATION_CONFIDENCE: Final = 0.7


@cache
def _ways() -> dict[str, frozenset[str]]:
    return {word: frozenset(ways) | {word} for word, ways in keyed_words("relations.txt").items()}


def relations(evidence: Evidence, bead: Partners) -> Iterator[Finding]:
    """Find relating words that only one side has."""
    assert evidence.reference is not None
    table = _ways()
    there = {token.form for token in bead.candidate}
    for place, token in enumerate(bead.reference):
        ways = table.get(token.form)
        if ways is None or bead.of_reference[place] >= 0 or not there.isdisjoint(ways):
            continue
        neighbours = _neighbours(bead.reference_content, place)
        partners = [bead.of_reference[other] for other in neighbours]
        if (
            len(partners) < 2
            or min(partners) < 0
            or any(bead.how.get(other) == "facing" for other in neighbours)
        ):
            continue
        start, end = sorted((bead.candidate[partners[0]].end, bead.candidate[partners[1]].start))
        yield Finding(
            kind="meaning",
            severity="major",
            confidence=RELATION_CONFIDENCE,
            message=f"“{token.text}” is lost: the relation of the words around it changed",
            reference=evidence.reference.document.span(token.start, token.end),
            candidate=evidence.candidate.document.span(start, end),
            bead=bead.bead,
            details={"why": "relation", "expected": token.text},
        )


def _neighbours(content: Sequence[bool], place: int) -> list[int]:
    """The places of the content words nearest before and behind a place."""
    before = next((other for other in range(place - 1, -1, -1) if content[other]), None)
    behind = next((other for other in range(place + 1, len(content)) if content[other]), None)
    return [other for other in (before, behind) if other is not None]
