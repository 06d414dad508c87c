"""How much a word weighs: a rare one more than a frequent one, a mark little, a number as much as a rare word.

The weight grows faster than the rarity (exponent 1.5): raters forgive a lost "of" and not a lost name. Rarity is the
negative logarithm of the frequency in wordfreq (Speer 2022), which serves one document as an idf serves many.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from compare.settings import DEFAULTS, ScoreSettings
from compare.text.lexicon import rarity

RARITY_CEILING: Final = 16.0  # nats; one word in nine million and rarer
RARITY_FLOOR: Final = 0.3  # weight of a word of rarity 0, before the exponent
RARITY_SCALE: Final = 12.0  # nats that add 1 to the weight, before the exponent
EXPONENT: Final = 1.5


class Weights(dict[str, float]):
    """The weights of forms in one language; a form is weighed when it is first asked for.

    >>> weights = weights_for("en")
    >>> weights["."] < weights["the"] < weights["whale"] < weights["1907"]
    True
    """

    __slots__ = ("_language", "_settings")

    def __init__(self, language: str, settings: ScoreSettings) -> None:
        super().__init__()
        self._language = language
        self._settings = settings

    def __missing__(self, form: str) -> float:
        weight = self[form] = self._weight(form)
        return weight

    def _weight(self, form: str) -> float:
        if is_mark(form):
            return self._settings.mark_weight
        if is_number(form):
            return self._settings.number_weight
        rare = min(rarity(form, self._language), RARITY_CEILING)
        return float((RARITY_FLOOR + rare / RARITY_SCALE) ** EXPONENT)


@lru_cache(maxsize=1 << 16)
def is_mark(form: str) -> bool:
    """Say whether a comparing form is a punctuation mark or sign.

    >>> is_mark("…"), is_mark("'s"), is_mark("42")
    (True, False, False)
    """
    return not any(map(str.isalnum, form))


def is_number(form: str) -> bool:
    """Say whether a comparing form is a number, however it is written.

    >>> is_number("5.6m"), is_number("covid-19")
    (True, False)
    """
    return form[:1].isdigit()


@cache
def weights_for(language: str, settings: ScoreSettings = DEFAULTS.scores) -> Weights:
    """Give the weights of one language, kept for the next call."""
    return Weights(language, settings)
