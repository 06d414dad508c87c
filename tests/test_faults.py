from __future__ import annotations

import pytest

from tests.faults import OPPOSITES, SORTS, plant
from tests.seeds import SEEDS

TEXT = (SEEDS / "reference.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("sort", SORTS)
def test_a_fault_stands_where_it_says_and_nowhere_else(sort: str) -> None:
    for seed in range(12):
        fault = plant(sort, TEXT, seed)
        assert fault is not None
        assert fault.text != TEXT
        assert fault.text[: fault.candidate[0]] == TEXT[: fault.reference[0]]
        assert fault.text[fault.candidate[1] :] == TEXT[fault.reference[1] :]


@pytest.mark.parametrize("sort", SORTS)
def test_the_same_seed_gives_the_same_fault(sort: str) -> None:
    assert plant(sort, TEXT, 3) == plant(sort, TEXT, 3)
    assert len({plant(sort, TEXT, seed) for seed in range(12)}) > 1


@pytest.mark.parametrize("sort", SORTS)
def test_a_text_without_a_place_for_it_gets_none(sort: str) -> None:
    assert plant(sort, "Oh!") is None


def test_what_is_dropped_leaves_an_empty_place() -> None:
    for sort in ("dropped clause", "dropped sentence"):
        fault = plant(sort, TEXT, 1)
        assert fault is not None
        assert fault.candidate[0] == fault.candidate[1]


def test_an_opposite_is_another_word() -> None:
    assert all(word != opposite for word, opposite in OPPOSITES.items())
