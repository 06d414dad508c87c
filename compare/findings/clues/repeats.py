"""Repeats in a sequence of numbers: tandem runs at every short period, and how lately each pair was seen.

A run of period p (Kolpakov & Kucherov 1999) is a stretch in which every element equals the one p before it.
Here the periods are short and few, so comparing the whole sequence with itself shifted by each p, in numpy,
is faster than suffix structures: about 0.1 s for 1,000,000 elements and 64 periods, whatever the input
looks like.
"""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

FEW_ELEMENTS: Final = 200
"""Elements up to which all pairs are compared at once: a line takes half the time of shifting it by each period."""


class Run(NamedTuple):
    """A stretch ``start`` to ``end`` (half-open) that holds its first ``period`` elements twice or more."""

    start: int
    end: int
    period: int

    @property
    def times(self) -> int:
        """How many whole times the unit stands in the run."""
        return (self.end - self.start) // self.period


def _has_a_pair_twice(items: Sequence[str | int | None]) -> bool:
    return len(set(pairwise(items))) < len(items) - 1


def numbered(items: list[str | None]) -> NDArray[np.int64]:
    """Numbers for items: equal for equal strings, and for ``None`` a number that nothing else has.

    >>> numbered(["to", "be", None, "to", None]).tolist()
    [0, 1, -1, 0, -2]
    """
    import numpy as np

    vocabulary: dict[str, int] = {}
    breaks = 0
    numbers: list[int] = []
    for item in items:
        if item is None:
            breaks += 1
            numbers.append(-breaks)
        else:
            numbers.append(vocabulary.setdefault(item, len(vocabulary)))
    return np.array(numbers, dtype=np.int64)


def tandem_runs(numbers: NDArray[np.int64], longest_period: int = 64) -> list[Run]:
    """All maximal runs with a period of up to ``longest_period`` elements, by start.

    Args:
        numbers: the sequence.
        longest_period: at least 1.

    Returns:
        Runs that hold their unit at least twice. A run that lies inside one of a shorter period is left
        out: two words said six times are six times two words, not three times four.

    >>> import numpy as np
    >>> tandem_runs(np.array([7, 1, 2, 1, 2, 1, 9]))
    [Run(start=1, end=6, period=2)]
    """
    import numpy as np

    if len(numbers) <= FEW_ELEMENTS:
        return _runs_of_few(numbers.tolist(), longest_period)
    found: list[Run] = []
    # reach[i]: how far the runs of shorter periods go that begin at i or before; a run inside is one of those.
    reach = np.zeros(len(numbers), dtype=np.int64)
    for period in range(1, min(longest_period, len(numbers) // 2) + 1):
        is_same = numbers[period:] == numbers[:-period]
        if np.count_nonzero(is_same) < period:
            continue  # a run has at least as many elements that come again
        same = np.flatnonzero(is_same)
        breaks = np.flatnonzero(np.diff(same) != 1)
        firsts = same[np.concatenate(([0], breaks + 1))]
        ends = same[np.concatenate((breaks, [len(same) - 1]))] + period + 1
        wanted = (ends - firsts >= 2 * period) & (reach[firsts] < ends)
        firsts, ends = firsts[wanted], ends[wanted]
        if not len(firsts):
            continue
        found += [Run(first, end, period) for first, end in zip(firsts.tolist(), ends.tolist(), strict=True)]
        reach[firsts] = np.maximum(reach[firsts], ends)
        np.maximum.accumulate(reach, out=reach)
    return sorted(found, key=lambda run: (run.start, -run.end, run.period))


def _runs_of_few(numbers: list[int], longest_period: int) -> list[Run]:
    """The same without numpy, whose calls cost more than a line has to compare."""
    places: dict[int, list[int]] = {}
    by_distance: dict[int, list[int]] = {}
    for place, number in enumerate(numbers):
        before = places.setdefault(number, [])
        for earlier in before:
            by_distance.setdefault(place - earlier, []).append(earlier)
        before.append(place)
    found: list[Run] = []
    reach = [0] * len(numbers)
    for period in sorted(by_distance):
        same = by_distance[period]
        if not len(same) >= period <= longest_period:
            continue
        same.sort()
        runs = [
            Run(same[low], same[high - 1] + period + 1, period)
            for low, high in _rising_by_one(same)
            if high - low >= period and reach[same[low]] < same[high - 1] + period + 1
        ]
        for run in runs:
            reach[run.start] = max(reach[run.start], run.end)
        if runs:
            reach = list(accumulate(reach, max))
        found += runs
    return sorted(found, key=lambda run: (run.start, -run.end, run.period))


def _rising_by_one(places: list[int]) -> list[tuple[int, int]]:
    """The stretches of a rising list in which each is the next of the one before, as half-open pairs of indices."""
    breaks = [index for index in range(1, len(places)) if places[index] != places[index - 1] + 1]
    return list(pairwise([0, *breaks, len(places)]))


def pair_distances(numbers: NDArray[np.int64], reach: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """How many elements back each pair of neighbours was last seen, and how many ahead it comes again.

    Args:
        numbers: the sequence.
        reach: distances above this count as none.

    Returns:
        Two arrays as long as ``numbers``, 0 for none: the first speaks of the pair that *ends* at each
        element, the second of the pair that *begins* there.

    >>> import numpy as np
    >>> [part.tolist() for part in pair_distances(np.array([1, 2, 3, 1, 2, 4]), 10)]
    [[0, 0, 0, 0, 3, 0], [3, 0, 0, 0, 0, 0]]
    """
    import numpy as np

    back = np.zeros(len(numbers), dtype=np.int64)
    ahead = np.zeros(len(numbers), dtype=np.int64)
    if len(numbers) < 2 or (len(numbers) <= FEW_ELEMENTS and not _has_a_pair_twice(numbers.tolist())):
        return back, ahead
    low = int(numbers.min())
    width = int(numbers.max()) - low + 1
    pairs = (numbers[:-1] - low) * width + (numbers[1:] - low)
    order = np.argsort(pairs, kind="stable")
    again = np.flatnonzero(pairs[order[1:]] == pairs[order[:-1]])
    later, earlier = order[again + 1], order[again]
    distance = later - earlier
    near = distance <= reach
    back[later[near] + 1] = distance[near]
    ahead[earlier[near]] = distance[near]
    return back, ahead


class Echo(NamedTuple):
    """A phrase of ``length`` elements that begins at ``start`` and was said ``distance`` elements before."""

    start: int
    length: int
    distance: int

    @property
    def gap(self) -> int:
        """Elements between the end of the first time and the start of the second."""
        return self.distance - self.length


def echoes(back: NDArray[np.int64], shortest: int = 2) -> list[Echo]:
    """Phrases said again, from the distances that ``pair_distances`` gives, by start.

    >>> import numpy as np
    >>> echoes(pair_distances(np.array([5, 6, 7, 1, 5, 6, 7]), 10)[0])
    [Echo(start=4, length=3, distance=4)]
    """
    import numpy as np

    at = np.flatnonzero(back)
    if not len(at):
        return []
    breaks = np.flatnonzero((np.diff(at) != 1) | (np.diff(back[at]) != 0))
    firsts = at[np.concatenate(([0], breaks + 1))]
    lasts = at[np.concatenate((breaks, [len(at) - 1]))]
    long_enough = lasts - firsts + 2 >= shortest
    return [
        Echo(first - 1, last - first + 2, distance)
        for first, last, distance in zip(
            firsts[long_enough].tolist(),
            lasts[long_enough].tolist(),
            back[firsts[long_enough]].tolist(),
            strict=True,
        )
    ]


def clusters(flags: NDArray[np.bool_], widest_gap: int) -> list[tuple[int, int]]:
    """Stretches of set flags, bridged over at most ``widest_gap`` unset ones, as half-open pairs.

    >>> import numpy as np
    >>> clusters(np.array([1, 0, 1, 0, 0, 0, 1], dtype=bool), 1)
    [(0, 3), (6, 7)]
    """
    import numpy as np

    at = np.flatnonzero(flags)
    if not len(at):
        return []
    breaks = np.flatnonzero(np.diff(at) > widest_gap + 1)
    firsts = at[np.concatenate(([0], breaks + 1))]
    ends = at[np.concatenate((breaks, [len(at) - 1]))] + 1
    return list(zip(firsts.tolist(), ends.tolist(), strict=True))
