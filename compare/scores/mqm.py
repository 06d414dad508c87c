"""Counts of findings by severity, and what they weigh as MQM (Freitag et al. 2021, "Experts, Errors, Context")."""

from __future__ import annotations

from math import fsum
from typing import TYPE_CHECKING, Final

from compare.model import SEVERITIES
from compare.settings import DEFAULTS, ScoreSettings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from compare.model import Finding

PAID_BY_WORDS: Final = frozenset({"dropped-sentence", "dropped-clause"})
"""Kinds of finding that cost what their words cost and no more."""


def severity_counts(findings: Iterable[Finding]) -> dict[str, int]:
    """Count findings by severity, gravest first; every severity is named also where it has none.

    >>> severity_counts([])
    {'critical': 0, 'major': 0, 'minor': 0, 'neutral': 0}
    """
    counts: dict[str, int] = dict.fromkeys(SEVERITIES, 0)
    for finding in findings:
        counts[finding.severity] += 1
    return counts


def finding_weight(finding: Finding, settings: ScoreSettings = DEFAULTS.scores) -> float:
    """Give the MQM points of one finding: 25, 5, 1, 0.1 for minor punctuation, 0 where it is no error.

    >>> from compare.model import Finding, Span
    >>> place = Span(start=0, end=1, text="x")
    >>> def minor(kind: str) -> Finding:
    ...     return Finding(kind=kind, severity="minor", confidence=1.0, message="", candidate=place)
    >>> finding_weight(minor("spelling")), finding_weight(minor("punctuation"))
    (1.0, 0.1)
    """
    match finding.severity:
        case "critical":
            return settings.critical_weight
        case "major":
            return settings.major_weight
        case "minor":
            if finding.kind == "punctuation":
                return settings.minor_punctuation_weight
            return settings.minor_weight
        case "neutral":
            return 0.0


def finding_cost(finding: Finding, settings: ScoreSettings = DEFAULTS.scores) -> float:
    """Give what a finding costs the fidelity beside its words, in words.

    Dropped text is many words, and they pay the highest price there is; a wrong number or a lost name is one. A loop
    wrecks the sentence that it stands in, however few words it says again.

    >>> from compare.model import Finding, Span
    >>> place = Span(start=0, end=1, text="x")
    >>> def major(kind: str) -> Finding:
    ...     return Finding(kind=kind, severity="major", confidence=1.0, message="", candidate=place)
    >>> [finding_cost(major(kind)) for kind in ("dropped-clause", "number", "repetition-loop")]
    [0.0, 1.0, 4.0]
    """
    if finding.kind in PAID_BY_WORDS:
        return 0.0
    price = settings.loop_cost if finding.kind == "repetition-loop" else settings.finding_cost
    return price * finding_weight(finding, settings) * finding.confidence


def mqm_per_1000_words(
    findings: Iterable[Finding], words: float, settings: ScoreSettings = DEFAULTS.scores
) -> float:
    """Sum the MQM points of the findings for every thousand words of the candidate.

    Args:
        findings: what was found; confidence plays no part, as a rater's mark has none.
        words: words of the candidate that were judged; a text without words counts as one word.
        settings: the weights of the severities.
    """
    total = fsum(finding_weight(finding, settings) for finding in findings)
    return round(1000 * total / max(words, 1), 4)
