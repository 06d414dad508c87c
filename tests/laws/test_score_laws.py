"""Laws of the scores, on texts made from a small vocabulary."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from compare.pipeline import compare_texts, score_segments
from tests import seeds
from tests.faults import plant

WORDS = (
    "ferry",
    "harbour",
    "noon",
    "captain",
    "40",
    "Norway",
    "the",
    "of",
    "old",
    "left",
    "storm",
    "Quill",
    "waits",
)
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=4, max_size=12).map(lambda words: " ".join(words) + ".")
LINES = st.lists(SENTENCES, min_size=1, max_size=5)


@settings(max_examples=40, deadline=None)
@given(LINES)
def test_a_line_against_itself_is_whole(lines: list[str]) -> None:
    for result in score_segments(lines, lines):
        assert result.fidelity == 100
        assert result.penalty == 0


@settings(max_examples=60, deadline=None)
@given(SENTENCES, SENTENCES)
def test_scores_stay_in_their_bounds(reference: str, candidate: str) -> None:
    (result,) = score_segments([reference], [candidate])
    assert 0 <= result.fidelity <= 100
    assert result.penalty >= 0
    assert (result.fidelity == 100) == (reference == candidate)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), min_size=4, max_size=10, unique=True).map(
        " ".join
    ),  # "of of" heals "of x of"
    st.data(),
)
def test_dropping_a_word_lowers_the_score_and_dropping_two_lowers_it_more(
    reference: str, data: st.DataObject
) -> None:
    words = reference.split()
    first = data.draw(st.integers(0, len(words) - 1))
    once = words[:first] + words[first + 1 :]
    second = data.draw(st.integers(0, len(once) - 1))
    twice = once[:second] + once[second + 1 :]
    whole, less, least = (
        score_segments([reference], [" ".join(candidate)], findings=False)[0].fidelity
        for candidate in (words, once, twice)
    )
    assert whole == 100
    assert least < less < whole


NEW_WORDS = ("engine", "winter", "slowly", "fog", "Marta", "17")
CONTENT_WORDS = tuple(word for word in WORDS if word not in ("the", "of"))


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(CONTENT_WORDS), min_size=4, max_size=10, unique=True), st.data())
def test_removing_a_content_word_that_the_reference_has_lowers_any_candidate(
    reference: list[str], data: st.DataObject
) -> None:
    # Of a word that the reference lacks no count can tell whether it stands for one that is missing, or was added and
    # its removal a correction: the two are inverse to each other. See docs/scores.md.
    is_kept = data.draw(st.lists(st.booleans(), min_size=len(reference), max_size=len(reference)))
    candidate = [word for word, stays in zip(reference, is_kept, strict=True) if stays]
    assume(candidate)
    gone = data.draw(st.sampled_from(candidate))
    for word in data.draw(st.lists(st.sampled_from(NEW_WORDS), max_size=4, unique=True)):
        candidate.insert(data.draw(st.integers(0, len(candidate))), word)
    rest = [word for word in candidate if word != gone]
    before, after = (
        score_segments([" ".join(reference)], [" ".join(words)], findings=False)[0].fidelity
        for words in (candidate, rest)
    )
    assert after < before


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), min_size=4, max_size=10, unique=True),
    st.lists(st.sampled_from(NEW_WORDS), min_size=1, max_size=6, unique=True),
    st.data(),
)
def test_adding_words_to_what_is_whole_lowers_it_and_more_words_lower_it_more(
    reference: list[str], words: list[str], data: st.DataObject
) -> None:
    candidates = [reference]
    for word in words:
        place = data.draw(st.integers(0, len(candidates[-1])))
        candidates.append([*candidates[-1][:place], word, *candidates[-1][place:]])
    found = [
        score_segments([" ".join(reference)], [" ".join(candidate)], findings=False)[0].fidelity
        for candidate in candidates
    ]
    assert found == sorted(found, reverse=True)
    assert len(set(found)) == len(found)


@settings(max_examples=15, deadline=None)
@given(st.lists(SENTENCES, min_size=2, max_size=6), st.integers(0, 5))
def test_the_sum_is_exact_and_the_interval_holds_the_score(sentences: list[str], place: int) -> None:
    reference = " ".join(sentence.capitalize() for sentence in sentences)
    kept = [sentence for index, sentence in enumerate(sentences) if index != place % len(sentences)]
    candidate = " ".join(sentence.capitalize() for sentence in kept)
    scores = compare_texts(reference, candidate, metrics=()).scores
    assert abs(scores.fidelity + sum(part.points for part in scores.deductions) - 100) < 1e-9
    low, high = scores.intervals["fidelity"]
    assert low - 1e-3 <= scores.fidelity <= high + 1e-3


@pytest.mark.parametrize("seed", [3, 8])
def test_planting_one_more_error_never_raises_the_fidelity(seed: int) -> None:
    # A second negation may undo the first, so each sort is planted once.
    sorts = [
        "loop",
        "number",
        "dropped sentence",
        "name",
        "negation",
        "doubled word",
        "dropped clause",
        "magnitude",
    ]
    true = text = (seeds.SEEDS / "reference.txt").read_text(encoding="utf-8")
    before = 100.0
    for place, sort in enumerate(sorts):
        fault = plant(sort, text, seed=10 * seed + place)
        if fault is None:
            continue
        text = fault.text
        after = compare_texts(true, text, metrics=()).scores.fidelity
        assert after < before, sort
        before = after
