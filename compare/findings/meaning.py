"""A changed sense: opposites, reversed measures, lost relations, look-alikes, replaced words, gender, time, degree.

What the words of one side are on the other says ``partners``; what pairs of words mean to each other say the lists in
``data/``. Each sort of change has its own function; here they are asked in order, and no word is told twice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.findings.clues.content import is_english
from compare.findings.clues.inflection import degrees, futures, genders, times
from compare.findings.clues.measures import measures
from compare.findings.clues.negations import left_over
from compare.findings.clues.partners import Partners, partners
from compare.findings.clues.relations import bounds, relations
from compare.findings.clues.replaced import opposites, replacements

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compare.findings.evidence import Evidence
    from compare.model import Finding


def find(evidence: Evidence) -> Iterator[Finding]:
    """Find words whose change changes what a sentence says.

    Args:
        evidence: a candidate against its reference; without a reference there is nothing to find.

    Yields:
        Findings of kind ``meaning``, placed on the words of both sides; ``details["why"]`` names the sort of change.
    """
    if evidence.reference is None or not is_english(evidence.reference.document.language):
        return
    for bead in partners(evidence):
        told: set[tuple[int, int]] = set()
        for finding in _of_bead(evidence, bead):
            place = finding.candidate or finding.reference
            assert place is not None
            if (place.start, place.end) not in told:
                told.add((place.start, place.end))
                yield finding


def _of_bead(evidence: Evidence, bead: Partners) -> Iterator[Finding]:
    lost, gained = left_over(bead)
    yield from opposites(evidence, bead, is_negated=bool(lost or gained))
    yield from measures(evidence, bead)
    yield from relations(evidence, bead)
    yield from bounds(evidence, bead)
    yield from degrees(evidence, bead)
    yield from genders(evidence, bead)
    yield from futures(evidence, bead)
    yield from times(evidence, bead)
    yield from replacements(evidence, bead, equal_share(bead))


def equal_share(bead: Partners) -> float:
    """The share of a bead's content words whose partner is the same word or another form of it, 0 to 1."""
    content = sum(bead.reference_content) + sum(bead.candidate_content)
    same = sum(
        1 for place, how in bead.how.items() if how in ("equal", "form") and bead.reference_content[place]
    )
    return 2 * same / content if content else 0.0
