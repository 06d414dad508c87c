"""Kindred words: the weight of what is told in another word for one thing, by our own lists (compare/text/kin.py).

"Slumbered" for "slept" says more of it than "sang" does. Kin is wider than synonyms, and a list cannot say whether a
pair means the same in its sentence: so the word is not kept, but its place is filled for less. Function words have no
kin here: "was" for "is" is a change of tense and no other word for one thing. Nor has another form of the word itself,
which its letters show already.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from compare.scores.weights import Weights, is_mark, is_number
from compare.text.forms import stem
from compare.text.kin import kin_lines
from compare.text.lexicon import is_function_word

if TYPE_CHECKING:
    from collections.abc import Iterable


def kindred_weight(
    missing: Iterable[str], extra: Iterable[str], weights: Weights, *, language: str = "en"
) -> float:
    """Give the weight of missing words that have a kindred one among the extra words, each of which serves once.

    >>> from compare.scores.weights import weights_for
    >>> weights = weights_for("en")
    >>> kindred_weight(["door"], ["gate"], weights) > 0, kindred_weight(["door"], ["goat"], weights)
    (True, 0.0)
    """
    by_line: dict[int, list[tuple[int, str]]] = {}
    for place, form in enumerate(extra):
        for line in _lines(form, language):
            by_line.setdefault(line, []).append((place, form))
    if not by_line:
        return 0.0
    total, used = 0.0, set()
    for form in missing:
        found = [
            pair
            for line in _lines(form, language)
            for pair in by_line.get(line, ())
            if pair[0] not in used and stem(pair[1], language) != stem(form, language)
        ]
        if found:
            place, other = min(found)
            used.add(place)
            total += min(weights[form], weights[other])
    return total


@lru_cache(maxsize=1 << 16)
def _lines(form: str, language: str) -> tuple[int, ...]:
    if is_mark(form) or is_number(form) or is_function_word(form, language):
        return ()
    return kin_lines(stem(form, language), language)
