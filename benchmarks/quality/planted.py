"""Planted hallucinations: rated translations that are made to say something else, from a fixed seed.

Rated sets hold hardly any; a corpus of hallucinated translations holds little else. Eight sorts, so that nothing is
tuned to one: another sentence altogether, of a stranger's text or of the same; one that only begins as it should, or
turns into another at its middle; one that loops, for a moment or to the end; one that goes on with a stranger's
clause; one of which a third is left.
"""

from __future__ import annotations

import random
from collections import defaultdict
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rated import Item

FEWEST_WORDS = 8
NEAR_SEGMENTS = 6
"""How far off a sentence of the same text may stand: near ones share its names and its subject."""
BEGINNING_WORDS = 3
SEED = 5
POINTS: Final = {
    "another text": 25.0,
    "same text": 25.0,
    "begun": 25.0,
    "half": 15.0,
    "loop": 10.0,
    "endless loop": 25.0,
    "more": 5.0,
    "omission": 15.0,
}
"""MQM points of each sort, beside what the translation had: a non-translation is 25, an addition a major error."""


def planted(rated: Sequence[Item], count: int) -> tuple[list[Item], dict[str, list[str]]]:
    """Draw items and give, for each sort, the hallucinated candidate of each."""
    draw = random.Random(SEED)
    near = _neighbours(rated)
    long = [item for item in rated if _is_long(item) and near[id(item)]]
    drawn = draw.sample(long, min(count, len(long)))
    found: dict[str, list[str]] = {sort: [] for sort in POINTS}
    for item, stranger in zip(drawn, (*drawn[1:], *drawn[:1]), strict=True):
        own, far = item.candidate.split(), stranger.candidate.split()
        beside = draw.choice(near[id(item)]).candidate.split()
        middle, third = len(own) // 2, max(2, len(own) // 3)
        unit = own[middle - draw.randint(2, 4) : middle]
        start = draw.choice((0, len(own) - third))
        texts = {
            "another text": far,
            "same text": beside,
            "begun": own[:BEGINNING_WORDS] + beside[BEGINNING_WORDS:],
            "half": own[:middle] + beside[len(beside) // 2 :],
            "loop": own[:middle] + unit * draw.randint(2, 4),
            "endless loop": own[:middle] + unit * draw.randint(6, 20),
            "more": [*item.candidate.rstrip(".").split(), ",", *far[: draw.randint(5, 9)], "."],
            "omission": own[start : start + third],
        }
        for sort, words in texts.items():
            found[sort].append(" ".join(words).replace(" , ", ", ").replace(" .", "."))
    return drawn, found


def _neighbours(rated: Sequence[Item]) -> dict[int, list[Item]]:
    """Give, for each item, what the same system made of the sentences around it."""
    texts: dict[tuple[str, str, str], list[Item]] = defaultdict(list)
    for item in rated:
        texts[item.work, item.document, item.system].append(item)
    return {
        id(item): [
            other
            for other in own
            if 0 < abs(other.segment - item.segment) <= NEAR_SEGMENTS and _is_long(other)
        ]
        for own in texts.values()
        for item in own
    }


def _is_long(item: Item) -> bool:
    return min(len(item.reference.split()), len(item.candidate.split())) >= FEWEST_WORDS
