"""Equal and unequal stretches of two sequences, in turn: the longest common subsequence (Hunt & Szymanski 1977)."""

from __future__ import annotations

Opcode = tuple[bool, int, int, int, int]
"""Whether the two runs are equal, then ``reference_low, reference_high, candidate_low, candidate_high``."""


def opcodes(reference: list[int], candidate: list[int]) -> list[Opcode]:
    """Cut two sequences into stretches that are equal and stretches that are not, each as long as it can be.

    Args:
        reference: numbers that stand for what is compared; RapidFuzz would compare anything else by its hash.
        candidate: numbers of the same vocabulary.

    Returns:
        Stretches in order; they cover both sequences, and none is equal where its neighbour is.

    >>> opcodes([1, 2, 3, 4], [1, 9, 4])
    [(True, 0, 1, 0, 1), (False, 1, 3, 1, 2), (True, 3, 4, 2, 3)]
    """
    from rapidfuzz.distance import Indel

    found: list[Opcode] = []
    for code in Indel.opcodes(reference, candidate):
        is_equal = code.tag == "equal"
        if found and found[-1][0] == is_equal:
            _, low, _, start, _ = found.pop()
            found.append((is_equal, low, code.src_end, start, code.dest_end))
        else:
            found.append((is_equal, code.src_start, code.src_end, code.dest_start, code.dest_end))
    return found
