"""The probability that two sentences belong together: logistic regression over clues, in two looks.

One look cannot serve: "changed beyond recognition" and "dropped here, added there" look alike until one knows what a
true match looks like in this very pair of texts, and which sentences have no better partner. So the first look finds
safe one-to-one links in order, and the second judges every pair again from there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy

from compare.align.clues import first_clues
from compare.align.context import context
from compare.align.weights import WEIGHTS

if TYPE_CHECKING:
    from compare.align.measures import FloatArray, Measures
    from compare.settings import AlignSettings


def link_chances(measured: Measures, *, settings: AlignSettings) -> FloatArray:
    """Give the probability, 0 to 1, that each reference sentence and each candidate sentence belong together."""
    from compare.align.beads import best_beads

    first = first_clues(measured)
    chances = logistic(first, WEIGHTS["first"])
    beads = best_beads(chances, threshold=settings.safe_chance, shapes=((1, 1),))
    core = [(bead.reference[0], bead.candidate[0]) for bead in beads if bead.reference and bead.candidate]
    seen = context(measured, first, chances, core, settings=settings)
    for case, where in seen.cases.items():
        places = numpy.flatnonzero(where)
        if len(places):
            weights = WEIGHTS[case]
            chances[where] = logistic({name: seen.clues[name].take(places) for name in weights}, weights)
    return chances


def logistic(clues: dict[str, FloatArray], weights: dict[str, float]) -> FloatArray:
    """Give 1 / (1 + exp(-sum of weight × clue))."""
    total = sum(weight * clues[name] for name, weight in weights.items())
    result: FloatArray = 1.0 / (1.0 + numpy.exp(-numpy.clip(total, -30.0, 30.0)))
    return result


def fair_threshold(chances: FloatArray, *, settings: AlignSettings) -> float:
    """Give the probability from which on a link is worth telling in this pair of texts.

    It is half of the F1 that can be hoped for: in a close version a link must be more likely than not, in a free
    retelling less is asked (Lipton, Elkan & Narayanaswamy 2014, "Optimal thresholding of classifiers to maximize F1
    measure", theorem 1). In a near copy, where all but ``doubtful_share`` of the links are next to certain, more is
    asked: what is merely likely there is a dropped sentence beside an added one.
    """
    most = 4 * sum(chances.shape)
    best = numpy.sort(chances, axis=None)[::-1]
    hits = numpy.cumsum(best[:most])
    hoped = 2.0 * hits / (numpy.arange(1, len(hits) + 1) + best.sum() + 1e-9)
    # of two strangers nothing can be hoped for, and everything would be told
    hope = float(hoped.max())
    # where even that is little, the two are strangers rather than a free retelling: more likely than not, then
    least = settings.least_chance if hope >= settings.least_hope else settings.stranger_chance
    fair = max(least, hope / 2.0)
    told = int((best > fair).sum())
    if told < settings.copy_links:
        return fair
    doubtful = float(best[told - 1 - int(settings.doubtful_share * told)])
    nearness = max(0.0, (doubtful - settings.certain_chance) / (1.0 - settings.certain_chance))
    return fair + (settings.copy_chance - fair) * nearness
