"""A relation or a bound lost or new: "three months behind the leader" against "three months from the leader".

Told is a relating word of the reference that no word of the candidate stands for, while both its neighbours have their
partners; and a bounding word ("only", "almost") of either side for which the other has none of its ways.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from compare.findings.clues.wordlists import keyed_words
from compare.model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.findings.clues.partners import Partners
    from compare.findings.evidence import Evidence

RELATION_CONFIDENCE: Final = 0.7


BOUND_CONFIDENCE: Final = 0.8


@cache
def _ways(name: str) -> dict[str, frozenset[str]]:
    return {word: frozenset(ways) | {word} for word, ways in keyed_words(name).items()}


def relations(evidence: Evidence, bead: Partners) -> Iterator[Finding]:
    """Find relating words that only one side has."""
    assert evidence.reference is not None
    table = _ways("relations.txt")
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


def bounds(evidence: Evidence, bead: Partners) -> Iterator[Finding]:
    """Find bounding words that only one side has."""
    assert evidence.reference is not None
    table = _ways("bounds.txt")
    for is_lost, tokens, partner_of, others, document in (
        (True, bead.reference, bead.of_reference, bead.candidate, evidence.reference.document),
        (False, bead.candidate, bead.of_candidate, bead.reference, evidence.candidate.document),
    ):
        there: set[str] | None = None
        for place, token in enumerate(tokens):
            if token.form not in table or partner_of[place] >= 0:
                continue
            if there is None:
                there = {form for other in others for form in (other.form, other.stem)}
            if not there.isdisjoint(table[token.form]):
                continue
            span = document.span(token.start, token.end)
            change = "is lost" if is_lost else "is new"
            yield Finding(
                kind="meaning",
                severity="minor",
                confidence=BOUND_CONFIDENCE,
                message=f"“{token.text}” {change}: the statement is bounded otherwise",
                reference=span if is_lost else None,
                candidate=None if is_lost else span,
                bead=bead.bead,
                details={"why": "bound"},
            )


def _neighbours(content: Sequence[bool], place: int) -> list[int]:
    """The places of the content words nearest before and behind a place."""
    before = next((other for other in range(place - 1, -1, -1) if content[other]), None)
    behind = next((other for other in range(place + 1, len(content)) if content[other]), None)
    return [other for other in (before, behind) if other is not None]
