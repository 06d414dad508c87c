"""Texts of few different lines, each said many times over: only their order tells which belongs to which.

Among a thousand lines "No." no pair surpasses another, and likelihood has nothing to say. The longest common
subsequence keeps as many equal lines as the order allows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.align.opcodes import opcodes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.align.opcodes import Opcode
    from compare.model import Token


def stretches(
    reference: Sequence[Sequence[Token]], candidate: Sequence[Sequence[Token]], *, times: float
) -> list[Opcode]:
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
    found = opcodes(ours, theirs)
    return found if any(stretch[0] for stretch in found) else []
