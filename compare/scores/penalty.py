"""The penalty that a professional rater would be expected to give, in MQM points (Freitag et al. 2021).

A sum of a few named features, each with a price of at least 0 that ``benchmarks/calibrate.py`` fits on rated
translations and writes to ``data/penalty.json`` with its provenance. What makes a sentence hard to translate (rare
words, many marks) is a feature too, but it counts only as far as the candidate differs: a faithful copy of a hard
sentence is faultless.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from compare.scores.mqm import finding_cost
from compare.settings import DEFAULTS, ScoreSettings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from compare.model import Finding
    from compare.scores.counts import BeadCounts

WEIGHTS_FILE: Final = "penalty.json"
OMISSIONS: Final = frozenset({"dropped-sentence", "dropped-clause", "dropped-name", "dropped-number"})
GATE: Final = 0.05  # share of a bead's weight at whose loss half of its hardness counts
ASTRAY: Final = 0.7
"""What a candidate may fall short of a whole fidelity, as a share, and still be a free translation; few of these fall
deeper, and few sentences that were set beside a stranger stay above."""
UNSUPPORTED: Final = 0.5
"""Share of the candidate's weight without partner from which on it seems to say something else."""
TELLING_WEIGHT: Final = 8.0
"""Weight of a bead of which half of that is believed: of "Thank you" and "Thanks a lot" nothing is kept either."""
LOOP_RUNS: Final = 5.0  # runs said again that are half of an endless loop


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """What the penalty of one bead is computed from; all at least 0, and all 0 where the candidate is the reference."""

    words_changed: float
    """Cost of the words, as the fidelity has it (compare/scores/counts.py)."""
    words_changed_root: float
    """The root of that cost: a rater's tenth fault counts less than the first."""
    letters_missing: float
    """Character 4-grams of the reference that the candidate lacks: near words count in part."""
    detached: float
    """How far the fidelity falls below that of a free translation, 0 to 1, long or short: a text can be no
    translation only once."""
    unsupported: float
    """How far the candidate tells what the reference does not, 0 to 1: invention, and words said without end. Its
    square, for a free translation also goes a little beyond the share that is allowed."""
    looping: float
    """How far the candidate loops, 0 to 1, by runs of three words that it says again."""
    marks_changed: float
    """Punctuation marks that only one side has."""
    new_names: float
    """Capitalised words that the reference lacks."""
    unknown_words: float
    """Words that neither the reference nor the language has."""
    doubled_words: float
    """Words said twice in a row."""
    hard_words: float
    """Nats of rare words in the reference, as far as the candidate differs."""
    clauses: float
    """Punctuation marks of the reference, as far as the candidate differs."""
    asides: float
    """Dashes, colons and semicolons of the reference, as far as the candidate differs."""
    critical_findings: float
    """Critical findings other than omissions, each by its confidence."""
    major_findings: float
    """Major findings other than omissions, each by its confidence."""
    minor_findings: float
    """Minor findings other than omissions, each by its confidence."""


FEATURE_NAMES: Final = tuple(item.name for item in fields(Features))


def features(
    counts: BeadCounts, findings: Iterable[Finding], settings: ScoreSettings = DEFAULTS.scores
) -> Features:
    """Give the features of one bead, from its counts and the findings in it."""
    changed = counts.cost(settings)
    true = counts.kept + counts.replaced + counts.dropped
    unsupported = counts.replaced + counts.added
    copy = counts.kept + unsupported
    weight = true + counts.added
    telling = max(true, copy) ** 2 / (max(true, copy) ** 2 + TELLING_WEIGHT**2) if weight > 0.0 else 0.0
    share = changed / (changed + GATE * weight) if changed > 0.0 else 0.0
    found = {"critical": 0.0, "major": 0.0, "minor": 0.0, "neutral": 0.0}
    surcharge = 0.0
    for finding in findings:
        surcharge += finding_cost(finding, settings)
        # What was left out is counted by its words; raters' marks are not better told with the finding beside them.
        if finding.kind not in OMISSIONS:
            found[finding.severity] += finding.confidence
    return Features(
        words_changed=changed,
        words_changed_root=changed**0.5,
        letters_missing=counts.letters_missing,
        detached=telling * _beyond(changed + surcharge, counts.kept + changed + surcharge, ASTRAY),
        unsupported=telling * _beyond(unsupported, copy, UNSUPPORTED) ** 2,
        looping=counts.said_again / (counts.said_again + LOOP_RUNS),
        marks_changed=counts.marks,
        new_names=counts.new_names,
        unknown_words=counts.unknown_words,
        doubled_words=counts.doubled_words,
        hard_words=share * counts.hard_words,
        clauses=share * counts.reference_marks,
        asides=share * counts.asides,
        critical_findings=found["critical"],
        major_findings=found["major"],
        minor_findings=found["minor"],
    )


def _beyond(part: float, whole: float, allowed: float) -> float:
    """Give how far the share of a part goes beyond what a free translation has, 0 to 1."""
    share = part / whole if whole > 0.0 else 0.0
    return max(0.0, share - allowed) / (1.0 - allowed)


def penalty(
    counts: BeadCounts, findings: Iterable[Finding], settings: ScoreSettings = DEFAULTS.scores
) -> float:
    """Give the expected MQM penalty of one bead, at least 0; penalties of beads add up to the document's.

    >>> from compare.scores.counts import BeadCounts
    >>> penalty(BeadCounts(kept=12.0), [])
    0.0
    """
    prices = coefficients()
    found = features(counts, findings, settings)
    return sum(price * float(getattr(found, name)) for name, price in prices.items())


@cache
def coefficients() -> Mapping[str, float]:
    """Read the fitted prices by feature."""
    text = (files("compare.scores") / "data" / WEIGHTS_FILE).read_text(encoding="utf-8")
    prices: dict[str, float] = json.loads(text)["coefficients"]
    return {name: prices[name] for name in FEATURE_NAMES}
