"""How well planted hallucinations (planted.py) are told from the translations that they were made of.

The area under the curve: how often a hallucination costs more than a sound translation of any item. Fidelity and chrF
are shares, so that short and long sentences compare; the penalty is a sum, as raters' points are, and its peer is the
one with the length in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from peers import WEIGHTED, peer, weighted
from planted import planted

from compare.pipeline import score_segments

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rated import Item

SAMPLES = 100
SEED = 12345
WIDTH = 29


def hallucinations(rated: Sequence[Item], count: int = 700) -> None:
    """Print the areas, each with its 95 % interval and, in brackets, how often the planted error raised the score."""
    drawn, candidates = planted(rated, count)
    references = [item.reference for item in drawn]
    chrf = peer("chrF2++")

    def costs(lines: list[str]) -> dict[str, np.ndarray]:
        results = score_segments(references, lines)
        surface = np.array([100 - chrf(*pair) for pair in zip(references, lines, strict=True)])
        return {
            "fidelity": np.array([100 - result.fidelity for result in results]),
            "penalty": np.array([result.penalty for result in results]),
            "chrF2++": surface,
            WEIGHTED: np.array(weighted((100 - surface).tolist(), lines)),
        }

    before = costs([item.candidate for item in drawn])
    after = {sort: costs(lines) for sort, lines in candidates.items()}
    print(f"hallucinations planted into {len(drawn)} translations: area under the curve, and raised, in %")
    print(f"{'':16}" + "".join(f"{name:>{WIDTH}}" for name in before))
    for sort, found in after.items():
        print(f"{sort:16}" + "".join(f"{_cell(before[name], [found[name]]):>{WIDTH}}" for name in before))
    print(
        f"{'all':16}"
        + "".join(
            f"{_cell(before[name], [found[name] for found in after.values()]):>{WIDTH}}" for name in before
        )
        + "\n"
    )


def _cell(sound: np.ndarray, faulty: Sequence[np.ndarray]) -> str:
    raised = 100 * np.mean([found <= sound for found in faulty])
    generator = np.random.default_rng(SEED)
    areas = []
    for _ in range(SAMPLES):
        drawn = generator.integers(0, len(sound), len(sound))
        areas.append(_area(sound[drawn], np.concatenate([found[drawn] for found in faulty])))
    low, high = np.quantile(areas, [0.025, 0.975])
    return f"{_area(sound, np.concatenate(faulty)):.1f} [{low:.1f}, {high:.1f}] ({raised:.1f})"


def _area(sound: np.ndarray, faulty: np.ndarray) -> float:
    """Give the share of pairs in which the faulty one costs more, a tie as half, in %."""
    ordered = np.sort(sound)
    below, upto = np.searchsorted(ordered, faulty, "left"), np.searchsorted(ordered, faulty, "right")
    return float(50 * np.mean((below + upto) / len(sound)))
