"""Our BLEU and the signatures are those that sacrebleu gives."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sacrebleu.metrics import BLEU, CHRF, TER

from compare.errors import BadInput
from compare.scores.bleu import corpus_bleu, words_13a
from compare.scores.metrics import corpus_metrics, metric_signatures

ANY = st.tuples(st.text(max_size=60), st.text(max_size=60))
WORDS = st.lists(
    st.sampled_from(["the", "boat", "left", "4", "2,300", "-", ".", "&amp;", "10-4", "a.b"]), max_size=12
)
ALIKE = st.tuples(WORDS.map(" ".join), WORDS.map(" ".join))


def sacrebleu_bleu(pairs: list[tuple[str, str]]) -> float:
    return float(BLEU().corpus_score([two for _, two in pairs], [[one for one, _ in pairs]]).score)


@settings(max_examples=150, deadline=None)
@given(st.lists(ANY | ALIKE, min_size=1, max_size=6))
def test_equals_sacrebleu(pairs: list[tuple[str, str]]) -> None:
    assert corpus_bleu([one for one, _ in pairs], [two for _, two in pairs]) == sacrebleu_bleu(pairs)


@pytest.mark.parametrize(
    "line",
    [
        "He paid $5.6m (2,300 of it at once), didn't he?",
        "R&D &quot;so-called&quot; 10-4 a-b -\n c\nd ... <skipped> x/y {z} ~",
        "Fin. Ende.3,4.",
    ],
)
def test_words_are_those_of_sacrebleu(line: str) -> None:
    assert words_13a(line) == BLEU().tokenizer(line.rstrip()).split()


def test_signatures_are_those_of_sacrebleu() -> None:
    for name, metric in {"chrf": CHRF(), "bleu": BLEU(), "ter": TER()}.items():
        metric.corpus_score(["x"], [["x"]])
        assert metric_signatures([name]) == {name: str(metric.get_signature())}


def test_ter_is_that_of_sacrebleu() -> None:
    references, candidates = ["The boat left at noon.", "It sank."], ["At noon the boat left.", "It sank."]
    expected = TER().corpus_score(candidates, [references]).score
    assert corpus_metrics(references, candidates, ["ter"]) == {"ter": round(expected, 4)}


def test_an_unknown_metric_is_refused() -> None:
    with pytest.raises(BadInput, match="meteor is not a metric"):
        metric_signatures(["meteor"])
    with pytest.raises(BadInput, match="meteor is not a metric"):
        corpus_metrics(["x"], ["x"], ["meteor"])
