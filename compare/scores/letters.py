"""Letters: what two sides share below the word, as character 4-grams (after chrF, Popović 2015)."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from itertools import accumulate
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


def letter_differences(
    true_forms: Sequence[str],
    copy_forms: Sequence[str],
    same: Sequence[tuple[int, int, int]] = (),
) -> tuple[int, int]:
    """Count the character 4-grams, over word ends, that the candidate lacks, and those that only it has.

    Args:
        true_forms: the reference's forms.
        copy_forms: the candidate's.
        same: runs that are known to be the same, in order: their first word here, there, and how many words they
            have. What lies inside them is the same on both sides, need not be counted and changes no difference.

    >>> letter_differences(["old", "boat"], ["old", "boat"]), letter_differences(["boat"], [])
    ((0, 0), (3, 0))
    """
    true = _letter_grams(true_forms, [(here, words) for here, _, words in same])
    copy = _letter_grams(copy_forms, [(there, words) for _, there, words in same])
    left = Counter(true)
    shared = 0
    for gram in copy:
        if count := left.get(gram, 0):
            left[gram] = count - 1
            shared += 1
    return len(true) - shared, len(copy) - shared


def _letter_grams(forms: Sequence[str], same: Sequence[tuple[int, int]]) -> list[str]:
    line = f" {' '.join(forms)} "
    # where the blank before each word stands, and the one behind the last
    blanks = list(accumulate(map(len, forms), lambda place, letters: place + letters + 1, initial=0))
    grams: list[str] = []
    start = 0
    for first, words in same:
        low, high = blanks[first], blanks[first + words] + 1
        if high - low >= GRAM_LETTERS:
            grams += [line[place : place + GRAM_LETTERS] for place in range(start, low)]
            start = high - GRAM_LETTERS + 1
    grams += [line[place : place + GRAM_LETTERS] for place in range(start, len(line) - GRAM_LETTERS + 1)]
    return grams
