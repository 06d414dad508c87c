"""What two sentences share when kindred words and names spelt otherwise count as well, only less.

A teller writes "fell asleep" for "slumbered", a translator "Shealtiel" for "Salathiel". Such a pair counts with a part
of the weight that an equal stem has, and no more than the more common of the two words would.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy

from compare.align.products import product
from compare.text.forms import LONGEST_WORD_LETTERS
from compare.text.kin import kindred

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from compare.settings import AlignSettings

_SOUNDS = (("ph", "f"), ("ch", "c"), ("th", "t"), ("sh", "s"), ("k", "c"))
_UNHEARD = frozenset("aeiouyhw")


def shared_with_kin(
    vectors: NDArray[numpy.float32],
    columns: Mapping[str, int],
    count: int,
    *,
    rarities: Mapping[str, float],
    language: str,
    settings: AlignSettings,
) -> tuple[NDArray[numpy.float64], NDArray[numpy.float64]]:
    """Give how much of each sentence's weight the other one has, by its words or by kindred ones.

    Args:
        vectors: a row a sentence, the reference sentences first, and a column a stem, of square roots of weights.
        columns: the column of each stem.
        count: how many reference sentences there are.
        rarities: nats of each stem in the language at large.
        language: whose kindred words to look up.
        settings: how much a kindred word counts, and which names may be spelt otherwise.

    Returns:
        The weight of the reference sentences and of the candidate sentences, reference sentences × candidate sentences.
    """
    most = vectors.max(axis=0, initial=0.0)
    ours, theirs = vectors[:count].max(axis=0, initial=0.0), vectors[count:].max(axis=0, initial=0.0)
    own = [stem for stem, column in columns.items() if ours[column] > 0]
    other = [stem for stem, column in columns.items() if theirs[column] > 0]
    pairs = kindred(own, other, language) + spelt_otherwise(own, other, rarities, settings=settings)
    places = numpy.array([(columns[one], columns[two]) for one, two in pairs], dtype=numpy.intp).reshape(
        -1, 2
    )

    def reach(side: NDArray[numpy.float32], links: NDArray[numpy.intp]) -> NDArray[numpy.float32]:
        # a row a stem here: each is added up in one piece
        present = numpy.ascontiguousarray((side > 0).T).astype(numpy.float32)
        found = present.copy()
        here, there = links[numpy.argsort(links[:, 0], kind="stable")].T
        strength = settings.kin_strength * numpy.minimum(1.0, (most[there] / most[here]).astype(float))
        offered = strength.astype(numpy.float32)[:, None] * present[there]
        begins = numpy.flatnonzero(numpy.diff(here, prepend=-1))
        if len(begins):
            stems = here[begins]
            found[stems] = numpy.maximum(found[stems], numpy.maximum.reduceat(offered, begins, axis=0))
        return numpy.ascontiguousarray(found.T)

    weights = vectors**2
    return (
        product(weights[:count], reach(vectors[count:], places)),
        product(reach(vectors[:count], places[:, ::-1]), weights[count:]),
    )


def spelt_otherwise(
    reference: Sequence[str],
    candidate: Sequence[str],
    rarities: Mapping[str, float],
    *,
    settings: AlignSettings,
) -> list[tuple[str, str]]:
    """Give pairs of rare stems, each on one side alone and each other's nearest, that may be one name.

    >>> from compare.settings import DEFAULTS
    >>> rarities = dict.fromkeys(("salathiel", "shealtiel", "zerubbabel", "zorobabel"), 16.0)
    >>> spelt_otherwise(("salathiel", "zorobabel"), ("shealtiel", "zerubbabel"), rarities, settings=DEFAULTS.align)
    [('salathiel', 'shealtiel'), ('zorobabel', 'zerubbabel')]
    """
    sides = set(reference), set(candidate)
    ours, theirs = (
        [
            stem
            for stem in side
            if rarities[stem] >= settings.name_rarity
            and settings.near_letters <= len(stem) + 1 <= LONGEST_WORD_LETTERS
            and stem.isalpha()
            and stem not in others
        ]
        for side, others in ((reference, sides[1]), (candidate, sides[0]))
    )
    if not ours or not theirs or len(ours) * len(theirs) > settings.name_pairs:
        return []
    from rapidfuzz.distance import Levenshtein
    from rapidfuzz.process import cdist

    alike = (
        cdist(ours, theirs, scorer=Levenshtein.normalized_similarity)
        + cdist([*map(_skeleton, ours)], [*map(_skeleton, theirs)], scorer=Levenshtein.normalized_similarity)
    ) / 2.0
    nearest = (alike == alike.max(axis=1, keepdims=True)) & (alike == alike.max(axis=0, keepdims=True))
    found = numpy.argwhere(nearest & (alike >= settings.name_similarity))
    return [(ours[one], theirs[two]) for one, two in found]


def _skeleton(name: str) -> str:
    """Give the first letter of a name and its consonants, by sound: vowels are what differs most."""
    rest = name[1:]
    for letters, sound in _SOUNDS:
        rest = rest.replace(letters, sound)
    return name[:1] + "".join(letter for letter in rest if letter not in _UNHEARD)
