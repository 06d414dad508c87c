"""Stretches of long sequences: they cover both sides, are nearly as good as the exact answer, and cost little."""

from __future__ import annotations

import random
import time
from itertools import pairwise

import pytest
from rapidfuzz.distance import Indel

from compare.align.opcodes import Opcode, opcodes


def changed(length: int, words: int, share: float, seed: int = 3) -> tuple[list[int], list[int]]:
    draw = random.Random(seed)
    reference = [draw.randrange(words) for _ in range(length)]
    candidate = [draw.randrange(words) if draw.random() < share else item for item in reference]
    return reference, [item for item in candidate if draw.random() > share / 4]


def assert_covers(codes: list[Opcode], reference: list[int], candidate: list[int]) -> None:
    row = column = 0
    for is_equal, low, high, start, end in codes:
        assert (low, start) == (row, column)
        assert (high, end) != (row, column)
        if is_equal:
            assert reference[low:high] == candidate[start:end]
        row, column = high, end
    assert (row, column) == (len(reference), len(candidate))
    assert all(one[0] != other[0] for one, other in pairwise(codes))


@pytest.mark.parametrize("length", [0, 1, 50, 3990])
def test_exact_up_to_a_length(length: int) -> None:
    reference, candidate = changed(length, 300, 0.1)
    codes = opcodes(reference, candidate)
    assert_covers(codes, reference, candidate)
    kept = sum(high - low for is_equal, low, high, _, _ in codes if is_equal)
    assert len(reference) + len(candidate) - 2 * kept == Indel.distance(reference, candidate)


@pytest.mark.parametrize(("words", "share"), [(400, 0.05), (400, 0.3), (20_000, 0.5), (12, 0.2)])
def test_nearly_exact_beyond_it(words: int, share: float) -> None:
    reference, candidate = changed(15_000, words, share)
    codes = opcodes(reference, candidate)
    assert_covers(codes, reference, candidate)
    kept = sum(high - low for is_equal, low, high, _, _ in codes if is_equal)
    best = (len(reference) + len(candidate) - Indel.distance(reference, candidate)) / 2
    assert kept >= 0.98 * best


def test_a_long_stretch_that_only_one_side_has_is_found() -> None:
    reference, _ = changed(9000, 400, 0.0)
    inserted = [1000 + number for number in range(5000)]
    candidate = reference[:4500] + inserted + reference[4500:]
    assert opcodes(reference, candidate) == [
        (True, 0, 4500, 0, 4500),
        (False, 4500, 4500, 4500, 9500),
        (True, 4500, 9000, 9500, 14_000),
    ]


@pytest.mark.parametrize("kind", ["turns", "strangers"])
def test_many_items_without_an_anchor_take_seconds(kind: str) -> None:
    if kind == "turns":
        reference, candidate = [1, 2] * 100_000, [2, 1] * 100_000
    else:
        reference, candidate = list(range(200_000)), list(range(200_000, 400_000))
    start = time.process_time()
    assert_covers(opcodes(reference, candidate), reference, candidate)
    assert time.process_time() - start < 20
