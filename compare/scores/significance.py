"""Whether one system is better than another, or was lucky: paired tests over the same units.

Paired bootstrap (Koehn 2004, "Statistical Significance Tests for Machine Translation Evaluation"), approximate
randomisation (Riezler & Maxwell 2005), Holm's correction (Holm 1979), and clusters as WMT prints them: a line is drawn
where every system above is better than every system below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from compare.settings import DEFAULTS, ScoreSettings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

SIGNIFICANCE: Final = 0.05
CHUNK_DRAWS: Final = 4_000_000  # draws held in memory at once


def paired_bootstrap(
    first: Sequence[tuple[float, float]],
    second: Sequence[tuple[float, float]],
    settings: ScoreSettings = DEFAULTS.scores,
) -> float:
    """Give the chance that the difference of two fidelities is no difference, by drawing units again.

    Args:
        first: kept and cost of one system, a pair a unit.
        second: the same of the other system, over the same units.
        settings: how many samples, from which seed.

    Returns:
        A two-sided p-value, above 0 and at most 1: the share of samples whose difference is as far from the one that
        was seen as that is from none.

    >>> same = [(9.0, 1.0), (5.0, 2.0), (7.0, 0.0)] * 9
    >>> paired_bootstrap(same, same)
    1.0
    """
    import numpy as np

    one, two = np.asarray(first, float), np.asarray(second, float)
    seen = _fidelity(one[:, 0].sum(), one[:, 1].sum()) - _fidelity(two[:, 0].sum(), two[:, 1].sum())
    extreme = 0
    for draws in _draws(len(one), settings):
        above, below = one[draws].sum(1), two[draws].sum(1)
        differences = _fidelity(above[:, 0], above[:, 1]) - _fidelity(below[:, 0], below[:, 1])
        extreme += int((np.abs(differences - seen) >= abs(seen)).sum())
    return (extreme + 1) / (settings.bootstrap_samples + 1)


def approximate_randomisation(
    first: Sequence[tuple[float, float]],
    second: Sequence[tuple[float, float]],
    settings: ScoreSettings = DEFAULTS.scores,
) -> float:
    """Give the chance that it does not matter which system a unit came from, by swapping units between the two.

    Args:
        first: kept and cost of one system, a pair a unit.
        second: the same of the other system, over the same units.
        settings: how many trials, from which seed.

    Returns:
        A two-sided p-value, above 0 and at most 1.

    >>> better, worse = [(9.0, 1.0)] * 30, [(7.0, 3.0)] * 30
    >>> approximate_randomisation(better, worse) < 0.05
    True
    """
    import numpy as np

    one, two = np.asarray(first, float), np.asarray(second, float)
    seen = abs(_fidelity(one[:, 0].sum(), one[:, 1].sum()) - _fidelity(two[:, 0].sum(), two[:, 1].sum()))
    generator = np.random.default_rng(settings.bootstrap_seed)
    extreme, left = 0, settings.bootstrap_samples
    while left > 0:
        rows = min(left, max(1, CHUNK_DRAWS // max(1, len(one))))
        left -= rows
        swapped = generator.integers(0, 2, size=(rows, len(one))).astype(float)
        above = (1 - swapped) @ one + swapped @ two
        below = swapped @ one + (1 - swapped) @ two
        differences = _fidelity(above[:, 0], above[:, 1]) - _fidelity(below[:, 0], below[:, 1])
        extreme += int((np.abs(differences) >= seen - 1e-9).sum())
    return (extreme + 1) / (settings.bootstrap_samples + 1)


def holm(chances: Sequence[float]) -> list[float]:
    """Correct p-values for having tested several times; a corrected value is never below one before it in rank.

    >>> holm([0.01, 0.04, 0.03])
    [0.03, 0.06, 0.06]
    """
    corrected = [1.0] * len(chances)
    least = 0.0
    for rank, place in enumerate(sorted(range(len(chances)), key=lambda item: (chances[item], item))):
        least = max(least, min(1.0, (len(chances) - rank) * chances[place]))
        corrected[place] = least
    return corrected


def clusters(names: Sequence[str], chances: Mapping[tuple[str, str], float]) -> list[int]:
    """Give the cluster of each system, counted from 1.

    Args:
        names: the systems, best first.
        chances: the corrected p-value of each pair, by their names in the order of ``names``.

    >>> clusters(["a", "b", "c"], {("a", "b"): 0.4, ("a", "c"): 0.01, ("b", "c"): 0.02})
    [1, 1, 2]
    """
    found: list[int] = []
    for place in range(len(names)):
        is_border = place > 0 and all(
            chances[above, below] < SIGNIFICANCE for above in names[:place] for below in names[place:]
        )
        found.append((found[-1] if found else 1) + is_border)
    return found


def _draws(units: int, settings: ScoreSettings) -> list[NDArray[np.int64]]:
    import numpy as np

    generator = np.random.default_rng(settings.bootstrap_seed)
    rows = max(1, CHUNK_DRAWS // max(1, units))
    left = settings.bootstrap_samples
    found = []
    while left > 0:
        found.append(generator.integers(0, units, size=(min(rows, left), units)))
        left -= rows
    return found


def _fidelity(kept: Array, cost: Array) -> Array:
    import numpy as np

    total = kept + cost
    return np.where(total > 0.0, 100.0 * kept / np.where(total > 0.0, total, 1.0), 100.0)
