"""chrF of many segments at once, counted by numpy: sacrebleu's number, to the last digit.

chrF (Popović 2015) of one segment takes sacrebleu longer than all the rest of a line's scores. Here the n-grams of a
batch are packed into 64-bit numbers, the segment's number in front, and counted by sorting. The formula is that of
sacrebleu's defaults (six letters, no words, no white space, β = 2); a test holds the two equal.
"""

from __future__ import annotations

from collections import Counter
from operator import add
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy as np
    import numpy.typing as npt

    Numbers = npt.NDArray[np.int64]

LONGEST: Final = 6
"""Letters of the longest n-gram."""
LETTER_BITS: Final = 8
"""Six letters take 48 bits of 63, segment and side the rest; with more than 255 letters a batch is counted singly."""
BATCH_SEGMENTS: Final = 128
MOST_LETTERS: Final = 200_000  # of a batch: larger arrays leave the cache and win nothing
RECALL_WEIGHT: Final = 4
"""β², by which recall counts more than precision."""

Counts = list[int]
"""For each length of n-gram three numbers: how many the candidate has, the reference has, both have."""


def chrf_scores(references: Sequence[str], candidates: Sequence[str]) -> list[float]:
    """Compute sacrebleu's sentence chrF of each pair.

    Args:
        references: the true segments.
        candidates: the judged segments, as many.

    Returns:
        Scores, 0 to 100, in order.

    >>> [round(score, 2) for score in chrf_scores(["the cat", "a dog"], ["the bat", "a dog"])]
    [28.06, 100.0]
    """
    return [_score(counts) for counts in _counts(references, candidates)]


def corpus_chrf(references: Sequence[str], candidates: Sequence[str]) -> float:
    """Compute sacrebleu's corpus chrF, 0 to 100: that of the sums of all counts.

    >>> round(corpus_chrf(["the cat", "a dog"], ["the bat", "a dog"]), 2)
    40.0
    """
    total = [0] * (3 * LONGEST)
    for counts in _counts(references, candidates):
        total = list(map(add, total, counts))
    return _score(total)


def _score(counts: Counts) -> float:
    precision = recall = 0.0
    orders = 0
    for said, true, kept in zip(counts[::3], counts[1::3], counts[2::3], strict=True):
        if said > 0 and true > 0:
            precision += kept / said
            recall += kept / true
            orders += 1
    if not orders or not precision + recall:
        return 0.0
    precision /= orders
    recall /= orders
    return 100 * ((1 + RECALL_WEIGHT) * precision * recall / (RECALL_WEIGHT * precision + recall))


def _counts(references: Sequence[str], candidates: Sequence[str]) -> list[Counts]:
    """Count each pair; equal segments, most of a near copy, need no counting."""
    true = ["".join(text.split()) for text in references]
    copy = [
        letters if candidate == reference else "".join(candidate.split())
        for reference, candidate, letters in zip(references, candidates, true, strict=True)
    ]
    unequal = [place for place, (one, other) in enumerate(zip(true, copy, strict=True)) if one != other]
    counted = iter(_unequal_counts([true[place] for place in unequal], [copy[place] for place in unequal]))
    return [
        next(counted)
        if one != other
        else [max(0, len(one) - order) for order in range(LONGEST) for _ in "123"]
        for one, other in zip(true, copy, strict=True)
    ]


def _unequal_counts(references: Sequence[str], candidates: Sequence[str]) -> list[Counts]:
    found: list[Counts] = []
    for start, end in _batches(references, candidates):
        found += _batch_counts(references[start:end], candidates[start:end])
    return found


def _batches(references: Sequence[str], candidates: Sequence[str]) -> list[tuple[int, int]]:
    batches, start, letters = [], 0, 0
    for place, (reference, candidate) in enumerate(zip(references, candidates, strict=True)):
        letters += len(reference) + len(candidate)
        if place + 1 - start >= BATCH_SEGMENTS or letters >= MOST_LETTERS:
            batches.append((start, place + 1))
            start, letters = place + 1, 0
    if start < len(references):
        batches.append((start, len(references)))
    return batches


def _batch_counts(true: Sequence[str], copy: Sequence[str]) -> list[Counts]:
    import numpy as np

    alphabet = {letter: place for place, letter in enumerate(sorted(set().union(*true, *copy)), start=1)}
    if len(alphabet) >= 1 << LETTER_BITS:
        return [_pair_counts(*pair) for pair in zip(true, copy, strict=True)]
    found = np.zeros((len(true), LONGEST, 3), dtype=np.int64)
    true_letters, copy_letters = (
        np.array([len(text) for text in side], dtype=np.int64) for side in (true, copy)
    )
    orders = zip(_keys(true, alphabet, LONGEST), _keys(copy, alphabet, LONGEST), strict=True)
    for order, (true_keys, copy_keys) in enumerate(orders):
        true_total, copy_total = np.maximum(true_letters - order, 0), np.maximum(copy_letters - order, 0)
        # sacrebleu counts no n-gram of the candidate where the reference has none of that length
        found[:, order, 0] = np.where(true_total > 0, copy_total, 0)
        found[:, order, 1] = true_total
        found[:, order, 2] = _matches(true_keys, copy_keys, len(true), LONGEST)
    counts: list[Counts] = found.reshape(len(true), -1).tolist()
    return counts


def _pair_counts(reference: str, candidate: str) -> Counts:
    counts: Counts = []
    for length in range(1, LONGEST + 1):
        true = Counter(reference[place : place + length] for place in range(len(reference) - length + 1))
        copy = Counter(candidate[place : place + length] for place in range(len(candidate) - length + 1))
        kept = sum(min(count, true[gram]) for gram, count in copy.items() if gram in true)
        counts += [copy.total() if true else 0, true.total(), kept]
    return counts


def _keys(texts: Sequence[str], alphabet: dict[str, int], orders: int) -> Iterator[Numbers]:
    """Give, for each length from one letter on, every n-gram as a number, with its text's number in front."""
    import numpy as np

    points = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    table = np.zeros(max(map(ord, alphabet), default=0) + 1, dtype=np.int64)
    for letter, place in alphabet.items():
        table[ord(letter)] = place
    letters = table[points]
    segments = np.repeat(np.arange(len(texts), dtype=np.int64), [len(text) for text in texts])
    packed = np.zeros(len(letters) + 1, dtype=np.int64)
    for order in range(orders):
        count = max(0, len(letters) - order)
        packed = (packed[:count] << LETTER_BITS) | letters[order:]
        inside = segments[:count] == segments[order:]
        yield (segments[:count][inside] << (LETTER_BITS * orders)) | packed[inside]


def _matches(true_keys: Numbers, copy_keys: Numbers, segments: int, orders: int) -> Numbers:
    """Count, for each segment, the n-grams that both sides have."""
    import numpy as np

    if not len(true_keys) or not len(copy_keys):
        return np.zeros(segments, dtype=np.int64)
    # both sides are sorted at once, the side in the last bit: looking one up in the other takes twice as long
    both = np.concatenate((true_keys << 1, (copy_keys << 1) | 1))
    both.sort()
    keys = both >> 1
    firsts = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1])))
    copied = np.add.reduceat(both & 1, firsts)
    every = np.diff(np.append(firsts, len(both)))
    owners = keys[firsts] >> (LETTER_BITS * orders)
    shared = np.bincount(owners, weights=np.minimum(copied, every - copied), minlength=segments)
    return shared.astype(np.int64)
