"""Pairs of texts worth a close look: those that share runs of words, found by an inverted index of shingles.

A shingle that one text alone has links nothing, and one that many have is idiom or furniture; both are
thrown away before a pair is counted. The index is made in parts by the hash of the shingle, so that no more
than a part of all shingles is in memory at once: beside the texts themselves (4 bytes a word) about 12
bytes for each shingle that two texts share.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from compare.settings import DEFAULTS, FamilySettings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.scores.vocabulary import Profile, Vocabulary

_PARTS_WORDS: Final = 4_000_000
"""Words of the collection for each part of the index (8 bytes each, some copies: 150 MB)."""
_PRIMES: Final = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F)
"""Odd multipliers that spread word numbers over 64 bits (the golden ratio; a prime of xxHash, Collet
2012)."""


def candidate_pairs(
    profiles: Sequence[Profile], vocabulary: Vocabulary, *, settings: FamilySettings = DEFAULTS.families
) -> list[tuple[float, int, int]]:
    """Give the pairs that share enough shingles, with the share of the shorter text's that they share.

    Args:
        profiles: the texts.
        vocabulary: their vocabulary.
        settings: how much is enough.

    Returns:
        ``(containment, first, second)`` with ``first < second`` as places in ``profiles``, in no particular
        order. The containment counts only shingles that few texts have: a lower bound.
    """
    import numpy

    sizes, shingle_of, document_of = _shared(profiles, vocabulary, settings)
    if not len(shingle_of):
        return []
    # one row a shingle: the documents that hold it; one row a document: the shingles that it holds
    by_shingle = numpy.concatenate(([0], numpy.cumsum(numpy.bincount(shingle_of))))
    order = numpy.argsort(document_of, kind="stable")
    by_document = numpy.concatenate(([0], numpy.cumsum(numpy.bincount(document_of, minlength=len(profiles)))))
    pairs = []
    for first in range(len(profiles)):
        held = shingle_of[order[by_document[first] : by_document[first + 1]]]
        if len(held) < settings.candidate_shingles:
            continue
        starts, stops = by_shingle[held], by_shingle[held + 1]
        others = document_of[_ranges(starts, stops)]
        seconds, counts = numpy.unique(others[others > first], return_counts=True)
        for second, count in zip(seconds.tolist(), counts.tolist(), strict=True):
            containment = count / max(1, min(sizes[first], sizes[second]))
            if count >= settings.candidate_shingles and containment >= settings.candidate_containment:
                pairs.append((containment, first, second))
    return pairs


def _shared(
    profiles: Sequence[Profile], vocabulary: Vocabulary, settings: FamilySettings
) -> tuple[list[int], Any, Any]:
    """Give the count of each text's shingles, and of all shingles that link texts the number and the text.

    The two arrays are sorted by the number of the shingle, then by the text.
    """
    import numpy

    forms = numpy.frombuffer(vocabulary.forms, dtype=numpy.intc) if vocabulary.forms else numpy.empty(0, int)
    words = sum(len(profile.entries) for profile in profiles)
    parts = words // _PARTS_WORDS + 1
    sizes = [0] * len(profiles)
    numbers, documents = [], []
    count = 0
    for part in range(parts):
        hashes, owners = [], []
        for place, own in _hashes(profiles, forms, settings.shingle_words):
            chosen = own if parts == 1 else own[own % parts == part]
            sizes[place] += len(chosen)
            hashes.append(chosen)
            owners.append(numpy.full(len(chosen), place, dtype=numpy.int32))
        if not hashes:
            break
        every, owner = numpy.concatenate(hashes), numpy.concatenate(owners)
        del hashes, owners
        order = numpy.argsort(every, kind="stable")
        every, owner = every[order], owner[order]
        starts = numpy.flatnonzero(numpy.concatenate(([True], every[1:] != every[:-1])))
        lengths = numpy.diff(numpy.append(starts, len(every)))
        rare = (lengths >= 2) & (lengths <= settings.shingle_documents)
        frequent = lengths > settings.shingle_documents
        kept = owner[_ranges(starts[rare], starts[rare] + lengths[rare])]
        numbers.append(count + numpy.repeat(numpy.arange(int(rare.sum())), lengths[rare]))
        documents.append(kept)
        count += int(rare.sum())
        # Of a piece with more versions than that, every shingle is frequent: each version is linked to the
        # next.
        for start, length in zip(starts[frequent].tolist(), lengths[frequent].tolist(), strict=True):
            neighbours = numpy.repeat(owner[start : start + length], 2)[1:-1]
            documents.append(neighbours)
            numbers.append(count + numpy.arange(length - 1).repeat(2))
            count += length - 1
    if not numbers:
        return sizes, numpy.empty(0, numpy.int64), numpy.empty(0, numpy.int32)
    return sizes, numpy.concatenate(numbers), numpy.concatenate(documents)


def _hashes(profiles: Sequence[Profile], forms: Any, count_words: int) -> Iterator[tuple[int, Any]]:
    """Give the distinct shingles of each text as 64-bit numbers."""
    import numpy

    for place, profile in enumerate(profiles):
        if len(profile.entries) >= count_words:
            words = forms[numpy.frombuffer(profile.entries, dtype=numpy.intc)]
            yield place, shingle_numbers(words.astype(numpy.uint64), count_words)


def shingle_numbers(words: Any, count_words: int) -> Any:
    """Give the distinct shingles of a text as 64-bit numbers, sorted.

    Args:
        words: an array of the unsigned 64-bit numbers of its words, in order.
        count_words: words of a shingle; a shorter text has none.
    """
    import numpy

    multiplier, final = (numpy.uint64(prime) for prime in _PRIMES)
    length = max(0, len(words) - count_words + 1)
    mixed = numpy.zeros(length, dtype=numpy.uint64)
    for offset in range(count_words):
        mixed = (mixed ^ words[offset : offset + length]) * multiplier
        mixed ^= mixed >> numpy.uint64(29)
    mixed *= final
    mixed ^= mixed >> numpy.uint64(32)
    return numpy.unique(mixed)


def counted_pairs(shingles: Any, owners: Any, *, most_documents: int) -> tuple[Any, Any]:
    """Give the pairs of documents that share some of these shingles, and how many; as `candidate_pairs` counts them.

    Args:
        shingles: numbers of shingles, in any order.
        owners: for each of them the number of a document that holds it, below 2**32; no shingle and owner twice.
        most_documents: that may hold a shingle; what more of them hold links only neighbours.

    Returns:
        The pairs as ``first << 32 | second`` with ``first < second``, sorted, and their counts.
    """
    import numpy

    if not len(shingles):
        return numpy.empty(0, dtype=numpy.uint64), numpy.empty(0, dtype=numpy.int64)
    order = numpy.lexsort((owners, shingles))
    shingles, owners = shingles[order], owners[order].astype(numpy.uint64)
    starts = numpy.flatnonzero(numpy.concatenate(([True], shingles[1:] != shingles[:-1])))
    lengths = numpy.diff(numpy.append(starts, len(shingles)))
    keys = []
    for length in range(2, most_documents + 1):
        begun = starts[lengths == length]
        if len(begun):
            held = owners[begun[:, None] + numpy.arange(length)]
            first, second = numpy.triu_indices(length, 1)
            # One pair after the other: all of them at once are 500 times the documents.
            for one, other in zip(first.tolist(), second.tolist(), strict=True):
                keys.append((held[:, one] << numpy.uint64(32)) | held[:, other])
    inside = numpy.zeros(max(0, len(owners) - 1), dtype=bool)
    for start, length in zip(
        starts[lengths > most_documents].tolist(), lengths[lengths > most_documents].tolist(), strict=True
    ):
        inside[start : start + length - 1] = True
    at = numpy.flatnonzero(inside)
    keys.append((owners[at] << numpy.uint64(32)) | owners[at + 1])
    return numpy.unique(numpy.concatenate(keys), return_counts=True)


def _ranges(starts: Any, stops: Any) -> Any:
    """Give all numbers of several half-open ranges, one range after the other."""
    import numpy

    lengths = stops - starts
    total = int(lengths.sum())
    if not total:
        return numpy.empty(0, dtype=numpy.int64)
    shifts = numpy.repeat(starts - numpy.concatenate(([0], numpy.cumsum(lengths)[:-1])), lengths)
    return shifts + numpy.arange(total)
