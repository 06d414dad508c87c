"""Inside a gap between equal words: which words of the two runs are forms of each other.

The pairing is monotone and of the greatest weight (Needleman & Wunsch 1970): equal forms weigh most, then the same
stem, then a near form. Marks and numbers pair only with their equals: 1,800 is no near form of 18,000.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.settings import DEFAULTS, AlignSettings
from compare.text.forms import LONGEST_WORD_LETTERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.model import EditKind, Token


def gap_pairs(
    reference: Sequence[Token], candidate: Sequence[Token], *, settings: AlignSettings = DEFAULTS.align
) -> list[tuple[EditKind, int, int]]:
    """Give the pairs of one gap as kind (``stem`` or ``near``) and the two places in the runs, in order.

    Args:
        reference: the reference words of the gap.
        candidate: the candidate words of the gap.
        settings: least length and similarity of a near form, and the largest gap that is paired.

    Returns:
        Pairs, strictly rising on both sides; empty where a side is empty or the gap is too large.
    """
    rows, columns = len(reference), len(candidate)
    if not rows or not columns or rows * columns > settings.gap_cells:
        return []
    weights = [[_weight(one, other, settings) for other in candidate] for one in reference]
    if not any(any(row) for row in weights):
        return []
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for row in range(rows - 1, -1, -1):
        for column in range(columns - 1, -1, -1):
            weight = weights[row][column]
            skipped = max(best[row + 1][column], best[row][column + 1])
            best[row][column] = max(skipped, weight + best[row + 1][column + 1]) if weight else skipped
    pairs: list[tuple[EditKind, int, int]] = []
    row = column = 0
    while row < rows and column < columns:
        weight = weights[row][column]
        if weight and best[row][column] == weight + best[row + 1][column + 1]:
            pairs.append(("stem" if weight >= 1.0 else "near", row, column))
            row, column = row + 1, column + 1
        elif best[row][column] == best[row + 1][column]:
            row += 1
        else:
            column += 1
    return pairs


def _weight(reference: Token, candidate: Token, settings: AlignSettings) -> float:
    """Say how well two words pair: 1 for one stem, their similarity below 1 for a near form, otherwise 0."""
    if reference.kind != "word" or candidate.kind != "word":
        return 0.0
    if reference.form == candidate.form:  # an island that was folded into the gap
        return 0.0
    if reference.stem == candidate.stem:
        return 1.0
    shorter, longer = sorted((len(reference.form), len(candidate.form)))
    if shorter < settings.near_letters or shorter < longer * settings.near_similarity:
        return 0.0
    if longer > LONGEST_WORD_LETTERS:
        return 0.0
    from Levenshtein import distance

    # 2 edits in "DeepSeek" are noise, 2 in "hand" another word: similarity, not a count of edits
    similarity = 1.0 - distance(reference.form, candidate.form) / longer
    return 0.99 * similarity if similarity >= settings.near_similarity else 0.0
