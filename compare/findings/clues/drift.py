"""How far a loop goes that changes from round to round.

Whoever is caught in a loop hardly says a new word: nearly every pair of neighbouring words was said a moment before.
An exact repeat is a seed, and the loop goes on over both its ends as long as that holds; where there is no exact
repeat at all, a stretch of one sentence in which it holds is a loop by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.findings.clues.repeats import clusters
from compare.settings import DEFAULTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from compare.settings import RepeatSettings


def drifted(
    numbers: NDArray[np.int64],
    back: NDArray[np.int64],
    ahead: NDArray[np.int64],
    start: int,
    end: int,
    *,
    lowest: int = 0,
    settings: RepeatSettings = DEFAULTS.findings.repeats,
) -> tuple[int, int]:
    """Where a loop that repeats exactly from ``start`` to ``end`` begins and ends when it is let drift.

    It goes on over an end as long as pairs of words keep coming that were said inside it, with few new
    words between, never over the end of a block, and not into what was looked at before.

    Args:
        numbers: the words as numbers, negative for the end of a block.
        back: for each word, how far back the pair that ends there was said (repeats.pair_distances).
        ahead: for each word, how far ahead the pair that begins there comes again.
        start: first word of the exact repeat.
        end: the word after its last one.
        lowest: the first word that may still be taken in.
        settings: how many new words it may hold.
    """
    inside = set(numbers[start:end].tolist())
    last, at, fresh = end, end, 0
    while (
        at < len(numbers)
        and numbers[at] >= 0
        and fresh <= settings.drift_gap
        and at - last <= settings.drift_detour
    ):
        if back[at] and at - back[at] > start:
            inside.update(numbers[last : at + 1].tolist())
            last, fresh = at + 1, 0
        else:
            fresh += int(numbers[at]) not in inside
        at += 1
    first, at, fresh = start, start - 1, 0
    while (
        at >= lowest
        and numbers[at] >= 0
        and fresh <= settings.drift_gap
        and first - at <= settings.drift_detour
    ):
        if ahead[at] and at + ahead[at] < end:
            first, fresh = at, 0
        else:
            fresh += int(numbers[at]) not in inside
        at -= 1
    return first, last


def drifting_stretches(
    sentences: Sequence[int], back: NDArray[np.int64], settings: RepeatSettings = DEFAULTS.findings.repeats
) -> list[tuple[int, int]]:
    """Stretches of one sentence each in which most pairs of words were said before in that sentence.

    Args:
        sentences: for each word the index of its sentence.
        back: for each word, how far back the pair that ends there was said.
        settings: how long a stretch must be, and how many of its pairs must come back.

    Returns:
        Half-open stretches of words, from the first time that something is said.

    >>> import numpy as np
    >>> words = [1, 2, 3, 9, 1, 2, 8, 2, 3, 9, 1, 2, 3, 7, 2, 3, 9, 1]
    >>> from compare.findings.clues.repeats import pair_distances
    >>> drifting_stretches([0] * 18, pair_distances(np.array(words), 20)[0])
    [(0, 18)]
    """
    import numpy as np

    own = np.asarray(sentences, dtype=np.int64)
    positions = np.arange(len(back))
    said = (back > 0) & (own[np.maximum(positions - back - 1, 0)] == own)
    found = []
    for start, end in clusters(said, settings.drift_gap):
        if end - start < settings.drift_words or own[start] != own[end - 1]:
            continue
        if said[start:end].sum() >= settings.drift_share * (end - start):
            found.append((max(start - 1 - int(back[start]), 0), end))
    return found
