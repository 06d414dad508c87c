"""What the bootstrap draws: beads, or the paragraphs that they stand in where there are enough of these."""

from __future__ import annotations

from dataclasses import dataclass
from math import fsum, isinf
from typing import TYPE_CHECKING

from compare.scores.interval import ratio_interval
from compare.settings import DEFAULTS, ScoreSettings

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """The sums of one bead or paragraph that the scores are made of."""

    kept: float
    cost: float
    penalty: float
    mqm: float
    words: float

    def __add__(self, other: Unit) -> Unit:
        return Unit(
            kept=self.kept + other.kept,
            cost=self.cost + other.cost,
            penalty=self.penalty + other.penalty,
            mqm=self.mqm + other.mqm,
            words=self.words + other.words,
        )

    def share(self, parts: int) -> Unit:
        """Give one of some equal parts."""
        return Unit(
            kept=self.kept / parts,
            cost=self.cost / parts,
            penalty=self.penalty / parts,
            mqm=self.mqm / parts,
            words=self.words / parts,
        )


def paragraphs(
    units: Sequence[Unit], blocks: Sequence[int], settings: ScoreSettings = DEFAULTS.scores
) -> list[Unit]:
    """Add up the units of each paragraph; with fewer paragraphs than it takes, give the units as they are.

    >>> unit = Unit(kept=1.0, cost=0.0, penalty=0.0, mqm=0.0, words=1)
    >>> len(paragraphs([unit] * 40, [place // 2 for place in range(40)])), len(paragraphs([unit] * 3, [0, 0, 1]))
    (20, 3)
    """
    found: dict[int, Unit] = {}
    for unit, block in zip(units, blocks, strict=True):
        found[block] = found[block] + unit if block in found else unit
    return list(found.values()) if len(found) >= settings.paragraph_units else list(units)


def sentence_units(units: Sequence[Unit], homes: Sequence[Sequence[int]], sentences: int) -> list[Unit]:
    """Share the units of beads out to the reference's sentences, so that all candidates have the same units.

    Args:
        units: the unit of each bead, in reading order.
        homes: the reference sentences of each bead; an addition goes to the sentence before it.
        sentences: how many sentences the reference has.

    >>> unit = Unit(kept=4.0, cost=2.0, penalty=0.0, mqm=0.0, words=2)
    >>> [(part.kept, part.cost) for part in sentence_units([unit, unit], [[0, 1], []], 2)]
    [(2.0, 1.0), (6.0, 3.0)]
    """
    nothing = Unit(kept=0.0, cost=0.0, penalty=0.0, mqm=0.0, words=0)
    found = [nothing] * max(1, sentences)
    last = 0
    for unit, home in zip(units, homes, strict=True):
        places = list(home) or [last]
        last = places[-1]
        for place in places:
            found[place] = found[place] + unit.share(len(places))
    return found


def intervals(
    units: Sequence[Unit], settings: ScoreSettings = DEFAULTS.scores
) -> dict[str, tuple[float, float]]:
    """Give the 95 % intervals of fidelity, penalty and MQM per 1,000 words.

    >>> unit = Unit(kept=9.0, cost=1.0, penalty=2.0, mqm=1.0, words=10)
    >>> intervals([unit] * 4)["fidelity"]
    (90.0, 90.0)
    """
    low, high = ratio_interval([unit.cost for unit in units], [unit.kept for unit in units], settings)
    words = [float(unit.words) for unit in units]
    penalty = ratio_interval([unit.penalty for unit in units], [1.0] * len(units), settings)
    mqm = ratio_interval([unit.mqm for unit in units], words, settings) if fsum(words) else (0.0, 0.0)
    return {
        "fidelity": (_fidelity(high), _fidelity(low)),
        "penalty": (round(penalty[0] * len(units), 4), round(penalty[1] * len(units), 4)),
        "mqm_per_1000_words": (round(1000 * mqm[0], 4), round(1000 * mqm[1], 4)),
    }


def short_remark(units: Sequence[Unit], settings: ScoreSettings = DEFAULTS.scores) -> tuple[str, ...]:
    """Say that a text is too short for its interval to mean much, where it is.

    >>> short_remark([])
    ('short text: 0 units to judge it by, 10 or more make the interval trustworthy',)
    """
    if len(units) >= settings.fewest_units:
        return ()
    word = "unit" if len(units) == 1 else "units"
    return (
        f"short text: {len(units)} {word} to judge it by, {settings.fewest_units} or more make the interval "
        "trustworthy",
    )


def _fidelity(ratio: float) -> float:
    return 0.0 if isinf(ratio) else round(100.0 / (1.0 + ratio), 4)
