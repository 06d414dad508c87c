"""chrF of many segments at once: sacrebleu's counts by numpy, sacrebleu's formula.

chrF (Popović 2015) of one segment takes sacrebleu longer than all the rest of a line's scores. Here the n-grams of a
batch are packed into 64-bit numbers, the segment's number in front, and counted by sorting. The score itself is made by
sacrebleu from these counts, so it is the number that sacrebleu gives; a test holds the two equal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy as np
    import numpy.typing as npt

    Numbers = npt.NDArray[np.int64]

LETTER_BITS: Final = 8  # six letters take 48 bits of 63; a batch with more than 255 letters goes to sacrebleu
BATCH_SEGMENTS: Final = 512
MOST_LETTERS: Final = 200_000  # of a batch: larger arrays leave the cache and win nothing


def chrf_scores(references: Sequence[str], candidates: Sequence[str], metric: Any) -> list[float]:
    """Compute sacrebleu's sentence chrF of each pair.

    Args:
        references: the true segments.
        candidates: the judged segments, as many.
        metric: a ``sacrebleu.metrics.CHRF`` of character n-grams alone, without white space.

    Returns:
        Scores, 0 to 100, in order.

    >>> from sacrebleu.metrics import CHRF
    >>> [round(score, 2) for score in chrf_scores(["the cat", "a dog"], ["the bat", "a dog"], CHRF())]
    [28.06, 100.0]
    """
    found: list[float] = []
    for start, end in _batches(references, candidates):
        found += _batch_scores(references[start:end], candidates[start:end], metric)
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


def _batch_scores(references: Sequence[str], candidates: Sequence[str], metric: Any) -> list[float]:
    import numpy as np

    true = ["".join(text.split()) for text in references]
    copy = ["".join(text.split()) for text in candidates]
    alphabet = {letter: place for place, letter in enumerate(sorted(set().union(*true, *copy)), start=1)}
    if len(alphabet) >= 1 << LETTER_BITS:
        return [
            float(metric.sentence_score(candidate, [reference]).score)
            for reference, candidate in zip(references, candidates, strict=True)
        ]
    statistics = np.zeros((len(true), metric.char_order, 3), dtype=np.int64)
    orders = zip(
        _keys(true, alphabet, metric.char_order), _keys(copy, alphabet, metric.char_order), strict=True
    )
    for order, (true_keys, copy_keys) in enumerate(orders):
        true_total = _by_segment(true_keys, None, len(true), metric.char_order)
        copy_total = _by_segment(copy_keys, None, len(true), metric.char_order)
        # sacrebleu counts no n-gram of the candidate where the reference has none of that length
        statistics[:, order, 0] = np.where(true_total > 0, copy_total, 0)
        statistics[:, order, 1] = true_total
        statistics[:, order, 2] = _matches(true_keys, copy_keys, len(true), metric.char_order)
    return [float(metric._compute_f_score(row)) for row in statistics.reshape(len(true), -1).tolist()]


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

    true, true_counts = np.unique(true_keys, return_counts=True)
    copy, copy_counts = np.unique(copy_keys, return_counts=True)
    if not len(true) or not len(copy):
        return np.zeros(segments, dtype=np.int64)
    places = np.minimum(np.searchsorted(true, copy), len(true) - 1)
    shared = np.where(true[places] == copy, np.minimum(copy_counts, true_counts[places]), 0)
    return _by_segment(copy, shared, segments, orders)


def _by_segment(keys: Numbers, amounts: Numbers | None, segments: int, orders: int) -> Numbers:
    """Sum amounts, or count keys, by the segment that stands in front of each key."""
    import numpy as np

    owners = keys >> (LETTER_BITS * orders)
    return np.bincount(owners, weights=amounts, minlength=segments).astype(np.int64)
