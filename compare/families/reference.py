"""Which of several versions should count as true, where nobody has said: the fullest of the undamaged.

What a version leaves out is seen to be left out; what it has wrong is not, and would make the true words of all others
look wrong. A faithful excerpt is therefore a better reference than a whole copy that a machine has spoilt. Damage is
told by what shows in each version alone: loops, stray fragments, scanning errors. Of the undamaged versions the fullest
is taken, and of those that are about as full the one that was given first.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from compare.families.grouping import families
from compare.pipeline import check_document
from compare.settings import DEFAULTS, FamilySettings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.model import Document

_ENOUGH: Final = 0.5
"""Coverage of the fullest version, 0 to 1, under which a version cannot stand for the piece, however sound it is."""
_AS_FULL: Final = 0.9
"""Share of the coverage of the fullest sound version from which on a version is about as full."""
_AS_SOUND: Final = 10.0
"""Damage in MQM points per 1,000 words by which versions may differ and still count as equally sound: two grave faults
in an article, which a false alarm or a slip of the author may be."""
_POINTS: Final[dict[str, float]] = {"critical": 25.0, "major": 5.0, "minor": 1.0, "neutral": 0.0}
"""MQM points of a fault, after Freitag et al. (2021), "Experts, Errors, and Context", with their weight of 25 for what
leaves nothing of the sense."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceGuess:
    """The version that a reader would most likely take for the true one, and what speaks for it.

    ``coverage`` is the share of the fullest version's words that it covers, 0 to 1. ``faults`` counts what is wrong in
    it by its own text alone, ``furniture`` its lines of web furniture. ``versions`` names all versions of the same
    piece, this one included, in the order in which they were given. ``is_fullest`` holds where no version covers more
    than a trifle that this one lacks, ``is_soundest`` where none is less damaged.
    """

    name: str
    coverage: float
    faults: int
    furniture: int
    versions: tuple[str, ...]
    is_fullest: bool
    is_soundest: bool


def likely_reference(
    documents: Sequence[Document], *, settings: FamilySettings = DEFAULTS.families
) -> ReferenceGuess:
    """Guess which of some documents the others should be judged by.

    Args:
        documents: one or more, each with a name of its own. Where they are not all versions of one piece, the largest
            family decides, and among families of one size the one that was given first.
        settings: thresholds of families.

    Raises:
        ValueError: there is no document.

    >>> from compare.text.documents import document
    >>> true = "The harbour office burned down on Tuesday night. Forty boats lay at anchor. Nobody was hurt. "
    >>> more = "The mayor blamed a faulty stove in the customs kitchen. Rebuilding will take two summers."
    >>> guess = likely_reference([
    ...     document(true, name="part"),
    ...     document(true + more.replace("kitchen", "kitchen kitchen"), name="spoilt"),
    ...     document(true + more, name="whole"),
    ... ])
    >>> guess.name, guess.faults, guess.is_fullest, guess.is_soundest
    ('whole', 0, True, True)
    """
    if not documents:
        raise ValueError("there is no document to choose from")
    order = {document.name: place for place, document in enumerate(documents)}
    found = families(documents, settings=settings).families
    family = min(
        found, key=lambda each: (-len(each.members), min(order[member.path] for member in each.members))
    )
    coverage = {member.path: member.coverage for member in family.members}
    most = max(coverage.values())
    enough = [document for document in documents if coverage.get(document.name, 0.0) >= _ENOUGH * most]
    damage = {document.name: _damage(document) for document in enough}
    least = min(damage.values())
    sound = [document for document in enough if damage[document.name] <= least + _AS_SOUND]
    full = max(coverage[document.name] for document in sound)
    chosen = next(document for document in sound if coverage[document.name] >= _AS_FULL * full)
    return ReferenceGuess(
        name=chosen.name,
        coverage=coverage[chosen.name],
        faults=sum(_POINTS[finding.severity] > 0 for finding in check_document(chosen).findings),
        furniture=sum(sentence.role == "boilerplate" for sentence in chosen.sentences),
        versions=tuple(document.name for document in documents if document.name in coverage),
        is_fullest=coverage[chosen.name] >= _AS_FULL * most,
        is_soundest=damage[chosen.name] == least,
    )


def _damage(document: Document) -> float:
    """Give the MQM points per 1,000 words of what is wrong in a document by its own text."""
    points = sum(_POINTS[finding.severity] for finding in check_document(document).findings)
    return 1000 * points / max(1, len(document.text.split()))
