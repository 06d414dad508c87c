"""Verdicts on pairs of one collection: kinship, and whether it is more than the furniture of a site.

The pages of a site share what stands round their articles. Where the layout did not take that away, it is
told by
this: such sentences stand word for word in many texts, and what both pages have beside them has no
    partners. Of
many copies of one piece nearly every sentence stands in many texts, and nothing is left beside them.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from compare.scores.kinship import Kinship, kinship, ordered
from compare.settings import DEFAULTS, FamilySettings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.scores.vocabulary import Profile, Vocabulary

_REMEMBERED: int = 10_000


class Verdicts:
    """Judges pairs of texts of one collection, by their places in it."""

    def __init__(
        self,
        profiles: Sequence[Profile],
        vocabulary: Vocabulary,
        *,
        repeated: Sequence[Sequence[int]],
        settings: FamilySettings = DEFAULTS.families,
    ) -> None:
        """Take the texts.

        Args:
            profiles: the texts.
            vocabulary: their vocabulary.
            repeated: for each text the places of its sentences that many texts of the collection have.
            settings: thresholds.
        """
        self._profiles = profiles
        self.vocabulary = vocabulary
        self._settings = settings
        self._repeated = repeated
        self._kinship = lru_cache(maxsize=_REMEMBERED)(self._measured)

    def kinship(self, first: int, second: int) -> Kinship | None:
        """Give the kinship of two texts if they are versions of one piece, else ``None``."""
        return self._kinship(min(first, second), max(first, second))

    def _measured(self, first: int, second: int) -> Kinship | None:
        one, other = self._profiles[first], self._profiles[second]
        shorter, longer = ordered(one, other)
        if shorter is not one:
            first, second = second, first
        found = kinship(shorter, longer, self.vocabulary, settings=self._settings)
        if not found.is_same_piece(self._settings):
            return None
        furniture = self._repeated[first]
        rest_share = min(_rest(shorter, furniture), _rest(longer, self._repeated[second]))
        if not furniture or rest_share < self._settings.furniture_rest:
            return found
        rest = kinship(shorter, longer, self.vocabulary, without=furniture, settings=self._settings)
        return rest if rest.is_same_piece(self._settings) else None


def repeated_sentences(
    profiles: Sequence[Profile], settings: FamilySettings = DEFAULTS.families
) -> list[tuple[int, ...]]:
    """Give for each text the places of its sentences that many of the texts have word for word."""
    counts: Counter[int] = Counter()
    for profile in profiles:
        # Python's hash of a tuple of numbers is the same in every run, unlike that of a string.
        counts.update({hash(tuple(sentence)) for sentence in profile.sentences()})
    repeated = {key for key, count in counts.items() if count > settings.furniture_documents}
    return [
        tuple(
            place for place, sentence in enumerate(profile.sentences()) if hash(tuple(sentence)) in repeated
        )
        for profile in profiles
    ]


def _rest(profile: Profile, repeated: Sequence[int]) -> float:
    """Give the share of a text's words that stand in sentences which few texts have."""
    ends = (0, *profile.ends)
    said = sum(ends[place + 1] - ends[place] for place in repeated)
    return (len(profile.entries) - said) / max(1, len(profile.entries))
