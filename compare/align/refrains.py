"""Texts of few different lines, each said many times over: only their order tells which belongs to which.

Among a thousand lines "No." no pair surpasses another, and likelihood has nothing to say. The longest common
subsequence (Hunt & Szymanski 1977) keeps as many equal lines as the order allows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.model import Token

Stretch = tuple[bool, int, int, int, int]
"""Whether the lines are equal, then ``reference_low, reference_high, candidate_low, candidate_high``."""


def stretches(
    reference: Sequence[Sequence[Token]], candidate: Sequence[Sequence[Token]], *, times: float
) -> list[Stretch]:
    """Cut two sides into equal and unequal stretches, where each different line stands ``times`` times or more.

    Args:
        reference: the tokens of each reference sentence.
        candidate: the tokens of each candidate sentence.
        times: how often a line stands on a side, on average, for the text to count as refrains.

    Returns:
        Stretches in order; empty where lines differ enough to be told apart, or none are equal.
    """
    numbers: dict[tuple[str, ...], int] = {}
    ours, theirs = (
        [numbers.setdefault(tuple(token.form for token in tokens), len(numbers)) for tokens in side]
        for side in (reference, candidate)
    )
    if ours == theirs:
        return [(True, 0, len(ours), 0, len(theirs))]
    if len(numbers) * 2 * times > len(ours) + len(theirs):
        return []
    from rapidfuzz.distance import Indel

    found: list[Stretch] = []
    for code in Indel.opcodes(ours, theirs):
        is_equal = code.tag == "equal"
        if found and found[-1][0] == is_equal:
            _, low, _, start, _ = found.pop()
            found.append((is_equal, low, code.src_end, start, code.dest_end))
        else:
            found.append((is_equal, code.src_start, code.src_end, code.dest_start, code.dest_end))
    return found if any(stretch[0] for stretch in found) else []
