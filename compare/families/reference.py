"""Which of several versions should count as true, where nobody has said: the fullest of the cleanest.

A version that lacks a tenth of the piece cannot judge the others, however clean it is; among those that tell the whole
piece, the one with the fewest faults that show without another version, and the least web furniture, is likeliest to
be the one that the others were made from. Where that leaves several, the one that was given first wins.
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

_WHOLE: Final = 0.9
"""Coverage of the fullest version, 0 to 1, from which on a version is as good as whole."""
_AS_CLEAN: Final = 2.0
"""Faults per 1,000 words by which versions may differ and still count as equally clean."""
_GRAVE: Final = frozenset({"critical", "major", "minor"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceGuess:
    """The version that a reader would most likely take for the true one, and what speaks for it.

    ``coverage`` is the share of the fullest version's words that it covers, 0 to 1. ``faults`` counts what is wrong in
    it by its own text alone, ``furniture`` its lines of web furniture. ``versions`` names all versions of the same
    piece, this one included, in the order in which they were given. ``is_fullest`` and ``is_cleanest`` hold among
    these; more than one may be cleanest.
    """

    name: str
    coverage: float
    faults: int
    furniture: int
    versions: tuple[str, ...]
    is_fullest: bool
    is_cleanest: bool


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
    >>> guess.name, guess.faults, guess.is_fullest, guess.is_cleanest
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
    # A copy by the very words of the fullest is as full as that.
    most = max(coverage.values())
    whole = [document for document in documents if coverage.get(document.name, 0.0) >= _WHOLE * most]
    faults = {document.name: _faults(document) for document in whole}
    dirt = {document.name: _per_1000_words(document, sum(faults[document.name])) for document in whole}
    least = min(dirt.values())
    clean = [document for document in whole if dirt[document.name] <= least + _AS_CLEAN]
    chosen = clean[0].name
    return ReferenceGuess(
        name=chosen,
        coverage=coverage[chosen],
        faults=faults[chosen][0],
        furniture=faults[chosen][1],
        versions=tuple(document.name for document in documents if document.name in coverage),
        is_fullest=coverage[chosen] == most,
        is_cleanest=dirt[chosen] == least,
    )


def _faults(document: Document) -> tuple[int, int]:
    """Count what is wrong in a document by its own text, and its lines of furniture."""
    found = sum(finding.severity in _GRAVE for finding in check_document(document).findings)
    return found, sum(sentence.role == "boilerplate" for sentence in document.sentences)


def _per_1000_words(document: Document, count: int) -> float:
    return 1000 * count / max(1, len(document.text.split()))
