"""How far a kind of finding can be trusted in a version of its own: there it is told as surely as it is right.

Detectors are tuned on texts with one planted error each, where nearly all that is found is right; there the confidence
that they tell is earned. Independent translations differ from a reference in a thousand sound ways. On the
development halves of news_mqm and ted_mqm (system output against the good reference, whole documents) each finding was
held against the marks of the raters, and 165 of them were judged one by one; the factor of a kind is the share that is
right there by the share that its detector told. Kinds without a factor kept their word: loops, doubled words, values,
fragments, words in another script, marks. ``truecopy bench quality --only confidence`` prints the table.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.findings.clues.wording import Wording
    from compare.model import Finding

SHORT_PHRASE: Final = 3
"""Words of a dropped or added phrase up to which it may be an idiom ("what on earth") or one adverb more."""


HINTED: Final = frozenset({"meaning", "polarity", "added-clause", "dropped-clause"})
"""Kinds that are told as hints where they are less likely right than wrong."""


SENSES: Final = frozenset({"meaning", "polarity"})
_AS_LIKELY_AS_NOT: Final = 0.5
"""Confidence below which a changed sense is told as minor: it is more likely kept."""


def trusted(findings: Sequence[Finding], wording: Wording) -> list[Finding]:
    """Give the findings with the confidence that is earned in a text worded as freely as this one.

    Args:
        findings: settled.
        wording: how freely the candidate is worded; in a copy, and of one line, nothing changes.
    """
    freedom = wording.freedom()
    if not freedom:
        return list(findings)
    factors = dict(wording.settings.trust_in_versions)
    least = wording.settings.told_in_versions
    return [_trusted(finding, freedom, factors, least) for finding in findings]


def _trusted(finding: Finding, freedom: float, factors: dict[str, float], least: float) -> Finding:
    factor = factors.get(sort_of(finding), factors.get(finding.kind, 1.0))
    if finding.severity == "neutral" or factor == 1.0 or finding.details.get("alone"):
        return finding
    confidence = round(finding.confidence * (1 - freedom * (1 - factor)), 2)
    # a sense that is more likely kept than changed is a place to look at, and no error
    if finding.kind in HINTED and confidence < least:
        return replace(finding, confidence=confidence, severity="neutral")
    is_doubtful = finding.kind in SENSES and confidence < _AS_LIKELY_AS_NOT
    return replace(finding, confidence=confidence, severity="minor" if is_doubtful else finding.severity)


def sort_of(finding: Finding) -> str:
    """The kind of a finding, with what is known to make it more or less trustworthy.

    >>> from compare.model import Finding, Span
    >>> place = Span(start=0, end=6, text="really")
    >>> sort_of(Finding(kind="added-clause", severity="minor", confidence=0.9, message="", candidate=place))
    'added-clause/short'
    """
    if finding.kind == "meaning":
        return f"meaning/{finding.details.get('why', '')}"
    place = {"dropped-clause": finding.reference, "added-clause": finding.candidate}.get(finding.kind)
    if place is not None and len(place.text.split()) <= SHORT_PHRASE:
        return f"{finding.kind}/short"
    return finding.kind
