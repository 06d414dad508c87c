"""Our counts of many lines at once give the very number that sacrebleu gives."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sacrebleu.metrics import CHRF

from compare.scores.chrf import chrf_scores, corpus_chrf
from compare.scores.metrics import segment_chrf

LINES = st.lists(st.tuples(st.text(max_size=60), st.text(max_size=60)), max_size=8)
ALIKE = st.lists(st.tuples(st.text("ab c.", max_size=40), st.text("ab c.", max_size=40)), max_size=8)


def sacrebleu_chrf(reference: str, candidate: str) -> float:
    return float(CHRF().sentence_score(candidate, [reference]).score)


@settings(max_examples=60, deadline=None)
@given(LINES | ALIKE)
def test_equals_sacrebleu(pairs: list[tuple[str, str]]) -> None:
    expected = [sacrebleu_chrf(*pair) for pair in pairs]
    references, candidates = [one for one, _ in pairs], [two for _, two in pairs]
    assert chrf_scores(references, candidates) == expected
    if pairs:
        assert corpus_chrf(references, candidates) == CHRF().corpus_score(candidates, [references]).score


def test_equals_sacrebleu_over_many_batches() -> None:
    references = [f"Line {number} says that boat {number * 7} left at noon." for number in range(1200)]
    candidates = [f"Line {number} said boat {number * 3} leaves at noon!" for number in range(1200)]
    expected = [sacrebleu_chrf(*pair) for pair in zip(references, candidates, strict=True)]
    assert chrf_scores(references, candidates) == expected


@pytest.mark.parametrize(
    ("reference", "candidate"),
    [
        ("".join(map(chr, range(0x4E00, 0x4F80))), "".join(map(chr, range(0x4E40, 0x4F00)))),
        ("a", "abcdefgh"),
        ("   ", "x"),
        ("\U0001f6a2 ship", "\U0001f6a2 shop"),
    ],
    ids=["more letters than a byte holds", "shorter than an n-gram", "white space alone", "beyond 16 bits"],
)
def test_equals_sacrebleu_on_odd_lines(reference: str, candidate: str) -> None:
    assert chrf_scores([reference], [candidate]) == [sacrebleu_chrf(reference, candidate)]


def test_equal_lines_score_100_also_when_empty() -> None:
    assert segment_chrf(["", "Noon."], ["", "Noon."]) == [100.0, 100.0]
