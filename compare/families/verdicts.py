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
        settings: FamilySettings = DEFAULTS.families,
    ) -> None:
        self._profiles = profiles
        self._vocabulary = vocabulary
        self._settings = settings
        counts: Counter[int] = Counter()
        for profile in profiles:
            # Python's hash of a tuple of numbers is the same in every run, unlike that of a string.
            counts.update({hash(tuple(sentence)) for sentence in profile.sentences()})
        self._repeated = frozenset(
            key for key, count in counts.items() if count > settings.furniture_documents
        )
        self._kinship = lru_cache(maxsize=_REMEMBERED)(self._measured)

    def kinship(self, first: int, second: int) -> Kinship | None:
        """Give the kinship of two texts if they are versions of one piece, else ``None``."""
        return self._kinship(min(first, second), max(first, second))

    def _measured(self, first: int, second: int) -> Kinship | None:
        shorter, longer = ordered(self._profiles[first], self._profiles[second])
        found = kinship(shorter, longer, self._vocabulary, settings=self._settings)
        if not found.is_same_piece(self._settings):
            return None
        furniture = self._furniture(shorter)
        if not furniture or min(self._rest(shorter), self._rest(longer)) < self._settings.furniture_rest:
            return found
        rest = kinship(shorter, longer, self._vocabulary, without=furniture, settings=self._settings)
        return rest if rest.is_same_piece(self._settings) else None

    def _furniture(self, profile: Profile) -> list[int]:
        """Give the places of the sentences that many texts have."""
        return [
            place
            for place, sentence in enumerate(profile.sentences())
            if hash(tuple(sentence)) in self._repeated
        ]

    def _rest(self, profile: Profile) -> float:
        """Give the share of a text's words that stand in sentences which few texts have."""
        rest = sum(
            len(sentence) for sentence in profile.sentences() if hash(tuple(sentence)) not in self._repeated
        )
        return rest / max(1, len(profile.entries))
