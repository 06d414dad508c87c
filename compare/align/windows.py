"""Long texts in near-linear time: cut at pairs that are surely partners, and align each window as a text of its own.

A stem, or two stems in a row, that stands in one sentence of each side votes for that pair of sentences. The longest
chain of pairs with two votes and more that rises on both sides (Fredman 1975) gives the places to cut. Where none is
near, both sides are cut in proportion: that keeps the cost linear for hundreds of thousands of equal lines.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from compare.align.chains import rising_chain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.model import Token
    from compare.settings import AlignSettings

Window = tuple[int, int, int, int]
"""``reference_low, reference_high, candidate_low, candidate_high``, half-open."""


def windows(
    reference: Sequence[Sequence[Token]], candidate: Sequence[Sequence[Token]], *, settings: AlignSettings
) -> list[Window]:
    """Cut two sides into windows that follow each other on both; together they cover every sentence.

    Args:
        reference: the tokens of each reference sentence.
        candidate: the tokens of each candidate sentence.
        settings: sentences a side up to which a text is one window.

    Returns:
        Windows in order; a single one for texts of ordinary length. One side of a window may be empty.
    """
    most = settings.window_sentences
    if max(len(reference), len(candidate)) <= 2 * most:
        return [(0, len(reference), 0, len(candidate))]
    cuts = [(0, 0), *_cuts(_chain(votes(reference, candidate)), most), (len(reference), len(candidate))]
    found: list[Window] = []
    for (low, start), (high, end) in pairwise(cuts):
        found.extend(_in_proportion(low, high, start, end, most))
    return found


def votes(
    reference: Sequence[Sequence[Token]], candidate: Sequence[Sequence[Token]]
) -> dict[tuple[int, int], int]:
    """Give the pairs of sentences that share stems, alone or two in a row, which stand nowhere else on either side."""
    ours, theirs = _only_places(reference), _only_places(candidate)
    found: dict[tuple[int, int], int] = {}
    for feature, row in ours.items():
        column = theirs.get(feature, -1)
        if row >= 0 and column >= 0:
            found[row, column] = found.get((row, column), 0) + 1
    return found


def _only_places(sentences: Sequence[Sequence[Token]]) -> dict[str, int]:
    """Give for each feature the one sentence that has it, or -1 where several have it."""
    places: dict[str, int] = {}
    for place, tokens in enumerate(sentences):
        stems = [token.stem for token in tokens if token.kind != "mark"]
        for feature in {*stems, *(f"{one} {two}" for one, two in pairwise(stems))}:
            places[feature] = -1 if feature in places else place
    return places


def _chain(votes: dict[tuple[int, int], int]) -> list[tuple[int, int]]:
    """Give the longest chain, rising on both sides, of pairs that are each other's favourite with two votes or more."""
    most_row: dict[int, int] = {}
    most_column: dict[int, int] = {}
    for (row, column), count in votes.items():
        most_row[row] = max(count, most_row.get(row, 0))
        most_column[column] = max(count, most_column.get(column, 0))
    sure = sorted(
        pair
        for pair, count in votes.items()
        if count >= 2 and count == most_row[pair[0]] == most_column[pair[1]]
    )
    sure = [pair for place, pair in enumerate(sure) if place == 0 or sure[place - 1][0] < pair[0]]
    return rising_chain(sure)


def _cuts(chain: Sequence[tuple[int, int]], most: int) -> Iterator[tuple[int, int]]:
    """Give places to cut, about ``most`` sentences apart, each between two links that follow one another directly.

    Such a cut parts no merge: the sentence before it and the sentence after it each have a partner of their own.
    """
    row = column = 0
    for (one, two), (three, four) in pairwise(chain):
        follows = three == one + 1 and four == two + 1
        if follows and max(three - row, four - column) >= most:
            row, column = three, four
            yield row, column


def _in_proportion(low: int, high: int, start: int, end: int, most: int) -> Iterator[Window]:
    """Cut a stretch without anchors into equal parts of at most twice ``most`` sentences a side."""
    longer = max(high - low, end - start)
    parts = 1 if longer <= 2 * most else -(-longer // most)
    for part in range(parts):
        yield (
            low + (high - low) * part // parts,
            low + (high - low) * (part + 1) // parts,
            start + (end - start) * part // parts,
            start + (end - start) * (part + 1) // parts,
        )
