"""What findings are worth in a version of its own: a departure from words that were never copied is no error.

In a copy every departure is suspect. Where the writer chose each word anew, a single replaced word, a "not" that is
said by other means and a short phrase without partner are what the work consists of; there they are told as
differences, or not at all. What tells in any version stays as it is: loops, untranslated words, corrupted words, names,
numbers, whole sentences without a counterpart, and a changed word amid words that are the same.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from compare.findings.clues.content import content_weight, is_content
from compare.findings.clues.partners import partners
from compare.findings.clues.room import has_room
from compare.findings.clues.told_near import is_told_near
from compare.text.lexicon import known

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.findings.clues.partners import Partners
    from compare.findings.clues.wording import Wording
    from compare.findings.evidence import Evidence
    from compare.model import Finding

_LOOSE: Final = 0.5
"""How little a departure must say (see `Wording.looseness`) to be weighed as free wording."""
_DISCOUNT: Final = 0.6
"""Share of its confidence that a departure loses which says nothing."""
_ANCHORED: Final = 0.25
"""Share of this discount for a changed sense beside a word that both versions have: freedom explains less of it."""
_WRITTEN_IN_DIGITS: Final = 0.9
"""Confidence of a lost number that is written in digits."""
_FIGURES: Final = 2
"""Such numbers that one sentence must have lost for its freedom to explain them no more."""
_CUT_WORDS: Final = 3
"""Content words of a phrase that a free version must have left out to be missed."""
_SHORTER: Final = 0.6
"""Of these, how many the free sentence must be shorter by: what was said in other words leaves no room."""
_GRAVEST_CUT: Final = 5
"""Content words from which on such a phrase is told as major."""
_UNSURE: Final = 0.4
"""Confidence below which such a phrase is not told, unless the sentence lost half of its content or it is sure."""
_SURE: Final = 0.86
"""Confidence in a copy from which on it is: no phrase of a careful paraphrase has it, three in four cut clauses do."""
_SCRAP: Final = 1.0
"""Weight of content below which a phrase of a sentence that was edited says nothing by itself."""
_SURE_SLIP: Final = 0.8
"""Confidence from which on a word of the list is told as a misspelling in free wording, too."""
_HINT: Final = frozenset({"opposite", "measure", "look-alike"})
"""Changes of meaning that are worth a look even where all is worded anew."""


def weighed(findings: Sequence[Finding], evidence: Evidence, wording: Wording) -> list[Finding]:
    """Give the findings as they count in a text that is worded so freely.

    Args:
        findings: what the detectors found.
        evidence: what they looked at.
        wording: how freely the candidate is worded.
    """
    if evidence.reference is None or wording.whole is None:
        return list(findings)
    pairs = {bead.bead: bead for bead in partners(evidence)}
    figures = Counter(item.bead for item in findings if _is_figure(item))
    told = (
        _weighed(item, evidence, wording, pairs)
        if not _is_figure(item) or figures[item.bead] < _FIGURES
        else _figure(item, wording.looseness(item))
        for item in findings
    )
    return [item for item in told if item is not None]


def _is_figure(item: Finding) -> bool:
    return item.kind == "dropped-number" and item.confidence >= _WRITTEN_IN_DIGITS


def _figure(item: Finding, loose: float) -> Finding:
    """One of several figures that a sentence lost: one may be said otherwise ("tenfold"), hardly two."""
    return replace(item, confidence=round(item.confidence * (1 - 0.5 * _DISCOUNT * loose), 2))


def _weighed(
    item: Finding, evidence: Evidence, wording: Wording, pairs: dict[int, Partners]
) -> Finding | None:
    if item.kind in ("dropped-sentence", "added-sentence"):
        return _sentence(item, evidence, wording.freedom())
    if item.severity == "neutral" or item.kind not in _WEIGHED or item.details.get("alone"):
        return item
    is_clause = item.kind in ("dropped-clause", "added-clause")
    # a phrase has no partner wherever a sentence is built anew, be the words beside it the same
    loose = wording.freedom(item.bead) if is_clause else wording.looseness(item)
    if is_clause and loose and _content(item, evidence)[1] < _SCRAP:
        return None
    if loose == 0:
        return item
    is_anchored = bool(item.details.get("anchored"))
    confidence = round(item.confidence * (1 - _DISCOUNT * loose * (_ANCHORED if is_anchored else 1.0)), 2)
    if loose < _LOOSE:
        return replace(item, confidence=confidence)
    if is_anchored and item.kind in ("meaning", "polarity"):
        return replace(
            item, confidence=confidence, severity="major" if item.severity == "critical" else "minor"
        )
    if item.kind == "meaning":
        if item.details.get("why") not in _HINT:
            return None
        return replace(item, confidence=confidence, severity="neutral")
    if item.kind in ("polarity", "dropped-number"):
        return replace(item, confidence=confidence, severity="neutral")
    if item.kind == "spelling":
        is_word = item.candidate is not None and known(item.candidate.text.casefold(), _language(evidence))
        # a real word may be another choice; a listed one that is next to never used is still a slip
        return None if is_word and item.confidence < _SURE_SLIP else item
    return _clause(item, evidence, pairs, confidence)


_WEIGHED: Final = frozenset(
    {"meaning", "polarity", "spelling", "dropped-clause", "added-clause", "dropped-number"}
)


def _language(evidence: Evidence) -> str:
    return evidence.candidate.document.language


def _sentence(item: Finding, evidence: Evidence, freedom: float) -> Finding | None:
    """A whole sentence stays told, if less surely: where few words find partners, fewer sentences do, too.

    One that says next to nothing is no loss in a free version and no addition; its writer may well have said it inside
    another. Where a neighbour has room for it, that is likely, and the sentence is a place to look at.
    """
    if not freedom:
        return item
    if freedom >= _LOOSE:
        if item.severity == "minor" or _says_little(item, evidence):
            return None
        if has_room(evidence, item) or is_told_near(evidence, item):
            return _roomy(item, item.confidence * (1 - _DISCOUNT))
    confidence = round(item.confidence * (1 - 0.5 * _DISCOUNT * freedom), 2)
    return replace(
        item, confidence=confidence, severity="major" if item.severity == "critical" else item.severity
    )


def _roomy(item: Finding, confidence: float) -> Finding:
    """What the neighbour has room for is a place to look at."""
    message = f"{item.message}, or said in a sentence beside it"
    return replace(item, severity="neutral", confidence=round(confidence, 2), message=message)


def _says_little(item: Finding, evidence: Evidence) -> bool:
    """Whether a sentence that is new has next to no content: "That is what I am going to show you."."""
    if item.kind != "added-sentence" or item.bead is None:
        return False
    return _content(item, evidence)[1] < evidence.settings.said_content


def _content(item: Finding, evidence: Evidence) -> tuple[int, float]:
    """How many content words a phrase has that is missing or new, and what they weigh."""
    assert evidence.reference is not None
    is_missing = item.kind.startswith("dropped")
    side = evidence.reference if is_missing else evidence.candidate
    place = item.reference if is_missing else item.candidate
    if place is None or item.bead is None:
        return 0, 0.0
    bead = evidence.alignment.beads[item.bead]
    indices = bead.reference if is_missing else bead.candidate
    language = evidence.reference.document.language
    weights = [
        content_weight(token.form)
        for token in side.tokens_of(indices)
        if place.start <= token.start and token.end <= place.end and is_content(token, language)
    ]
    return len(weights), sum(weights)


def _clause(
    item: Finding, evidence: Evidence, pairs: dict[int, Partners], confidence: float
) -> Finding | None:
    """A phrase is missing from a free sentence only where that is shorter for it, and new only where it is longer."""
    count, _ = _content(item, evidence)
    bead = pairs.get(item.bead) if item.bead is not None else None
    if bead is None or count < _CUT_WORDS:
        return None
    sizes = [sum(bead.reference_content), sum(bead.candidate_content)]
    full, rest = sizes if item.kind == "dropped-clause" else reversed(sizes)
    is_halved = rest <= full / 2
    is_sure = item.confidence >= _SURE or confidence >= _UNSURE
    if full - rest < _SHORTER * count or not (is_sure or is_halved):
        return None
    if has_room(evidence, item):
        return _roomy(item, confidence)
    return replace(item, confidence=confidence, severity="major" if count >= _GRAVEST_CUT else "minor")
