"""Planted hallucinations: rated translations that are made to say something else, from a fixed seed.

Rated sets hold hardly any; a corpus of hallucinated translations holds little else. Four sorts, after what such corpora
tell apart: another sentence altogether, one that turns into another at its middle, one that begins to loop, one that
goes on with a clause of another.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rated import Item

FEWEST_WORDS = 8
SEED = 5
POINTS: Final = {"another": 25.0, "half another": 15.0, "loop": 10.0, "more": 5.0}
"""MQM points of each sort, beside what the translation had: a non-translation is 25, an addition a major error."""


def planted(rated: Sequence[Item], count: int) -> tuple[list[Item], dict[str, list[str]]]:
    """Draw items and give, for each sort, the hallucinated candidate of each.

    The other sentence is the candidate of another item in the draw.
    """
    draw = random.Random(SEED)
    long = [item for item in rated if min(_words(item.reference), _words(item.candidate)) >= FEWEST_WORDS]
    drawn = draw.sample(long, min(count, len(long)))
    others = [item.candidate.split() for item in (*drawn[1:], *drawn[:1])]
    found: dict[str, list[str]] = {sort: [] for sort in POINTS}
    for item, other in zip(drawn, others, strict=True):
        own = item.candidate.split()
        middle = len(own) // 2
        unit = own[middle - draw.randint(2, 4) : middle]
        found["another"].append(" ".join(other))
        found["half another"].append(" ".join([*own[:middle], *other[len(other) // 2 :]]))
        found["loop"].append(" ".join([*own[:middle], *unit * draw.randint(2, 4)]))
        found["more"].append(f"{item.candidate.rstrip('.')}, {' '.join(other[: draw.randint(5, 9)])}.")
    return drawn, found


def _words(text: str) -> int:
    return len(text.split())
