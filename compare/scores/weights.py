"""How much a word weighs: a rare one more than a frequent one, a mark little, a number as much as a rare word.

The weight grows faster than the rarity (exponent 1.5): raters forgive a lost "of" and not a lost name. Rarity is the
negative logarithm of the frequency in wordfreq (Speer 2022), which serves one document as an idf serves many.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from compare.settings import DEFAULTS, ScoreSettings
from compare.text.lexicon import rarity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from compare.model import Token

RARITY_CEILING: Final = 16.0  # nats; one word in nine million and rarer
RARITY_FLOOR: Final = 0.3  # weight of a word of rarity 0, before the exponent
RARITY_SCALE: Final = 12.0  # nats that add 1 to the weight, before the exponent
EXPONENT: Final = 1.5


class Weights:
    """The weights of tokens in one language, computed when first asked for."""

    __slots__ = ("_known", "_language", "_settings")

    def __init__(self, language: str, settings: ScoreSettings) -> None:
        self._language = language
        self._settings = settings
        self._known: dict[tuple[str, str], float] = {}

    def of(self, form: str, kind: str) -> float:
        """Weigh one form.

        >>> weights = weights_for("en")
        >>> weights.of(".", "mark") < weights.of("the", "word") < weights.of("whale", "word")
        True
        """
        weight = self._known.get((form, kind))
        if weight is None:
            weight = self._known[form, kind] = self._weight(form, kind)
        return weight

    def sum(self, tokens: Iterable[Token]) -> float:
        """Sum the weights of some tokens."""
        return sum(self.of(token.form, token.kind) for token in tokens)

    def _weight(self, form: str, kind: str) -> float:
        if kind == "mark":
            return self._settings.mark_weight
        if kind == "number":
            return self._settings.number_weight
        rare = min(rarity(form, self._language), RARITY_CEILING)
        return float((RARITY_FLOOR + rare / RARITY_SCALE) ** EXPONENT)


@cache
def weights_for(language: str, settings: ScoreSettings = DEFAULTS.scores) -> Weights:
    """Give the weights of one language, kept for the next call."""
    return Weights(language, settings)
