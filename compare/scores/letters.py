"""Letters: what two sides share below the word, as character 4-grams (after chrF, Popović 2015)."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from compare.scores.weights import Weights, is_mark, is_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

GRAM_LETTERS: Final = 4
"""Length of a character n-gram; of 2 to 6, 4 agreed best with MQM on the development sets."""


@lru_cache(maxsize=1 << 16)
def _word_grams(form: str) -> tuple[str, ...]:
    padded = f"_{form}_"
    return tuple(
        padded[start : start + GRAM_LETTERS] for start in range(max(1, len(padded) - GRAM_LETTERS + 1))
    )


def near_weight(missing: Sequence[str], extra: Sequence[str], weights: Weights) -> float:
    """Give the weight that missing and extra words share as character 4-grams; numbers share none of their digits.

    >>> from compare.scores.weights import weights_for
    >>> weights = weights_for("en")
    >>> near_weight(["harbour"], ["engine"], weights) < near_weight(["harbour"], ["harbours"], weights)
    True
    >>> near_weight(["1907"], ["1908"], weights)
    0.0
    """
    if not missing or not extra:
        return 0.0
    true, copy = _gram_weights(missing, weights), _gram_weights(extra, weights)
    return float(sum(min(weight, copy[gram]) for gram, weight in true.items() if gram in copy))


def _gram_weights(forms: Iterable[str], weights: Weights) -> dict[str, float]:
    found: dict[str, float] = {}
    for form in forms:
        if is_number(form) or is_mark(form):
            continue
        grams = _word_grams(form)
        share = weights[form] / len(grams)
        for gram in grams:
            found[gram] = found.get(gram, 0.0) + share
    return found


def letter_differences(true_forms: Sequence[str], copy_forms: Sequence[str]) -> tuple[int, int]:
    """Count the character 4-grams, over word ends, that the candidate lacks, and those that only it has.

    >>> letter_differences(["old", "boat"], ["old", "boat"]), letter_differences(["boat"], [])
    ((0, 0), (3, 0))
    """
    true, true_count = _letter_grams(true_forms)
    copy, copy_count = _letter_grams(copy_forms)
    both = true.keys() & copy.keys()
    shared = sum(map(min, map(true.__getitem__, both), map(copy.__getitem__, both)))
    return true_count - shared, copy_count - shared


def _letter_grams(forms: Sequence[str]) -> tuple[Counter[str], int]:
    line = f" {' '.join(forms)} "
    grams = [line[start : start + GRAM_LETTERS] for start in range(len(line) - GRAM_LETTERS + 1)]
    return Counter(grams), len(grams)
