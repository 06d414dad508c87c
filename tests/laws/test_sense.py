"""Laws of the sense detectors: equal text holds nothing, spans are what they say, nothing breaks them."""

from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from compare.findings import additions, meaning, moves, omissions, polarity
from tests.findings.pairs import of_lines, of_texts

DETECTORS = (omissions.find, additions.find, polarity.find, meaning.find, moves.find)
WORDS = tuple(
    """
    the a of in not never no more less before after and but harbour tide mill captain bought sold rose
    fell old new first last quickly failed unable able seven 7 12,000 Corrath — , ; . “ ” U.S. don't
    well-known
    """.split()  # noqa: SIM905
)
LINES = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)


@given(LINES)
@settings(max_examples=40, deadline=None)
def test_a_text_against_itself_holds_nothing(line: str) -> None:
    evidence = of_lines(line, line)
    assert [finding for find in DETECTORS for finding in find(evidence)] == []


@given(LINES, LINES)
@settings(max_examples=80, deadline=None)
def test_spans_are_what_they_say_and_confidence_is_a_share(reference: str, candidate: str) -> None:
    evidence = of_lines(reference, candidate)
    for find in DETECTORS:
        for finding in find(evidence):
            assert 0.0 <= finding.confidence <= 1.0
            for span, text in ((finding.reference, reference), (finding.candidate, candidate)):
                assert span is None or text[span.start : span.end] == span.text


@given(st.text(max_size=80), st.text(max_size=80))
@settings(max_examples=60, deadline=None)
def test_no_text_breaks_them(reference: str, candidate: str) -> None:
    evidence = of_texts(reference, candidate)
    for find in DETECTORS:
        list(find(evidence))


@given(LINES, LINES)
@settings(max_examples=40, deadline=None)
def test_the_same_input_gives_the_same_findings(reference: str, candidate: str) -> None:
    once, again = (
        [finding for find in DETECTORS for finding in find(of_lines(reference, candidate))] for _ in range(2)
    )
    assert once == again


def test_a_very_long_line_takes_no_more_than_moments() -> None:
    reference = " ".join(WORDS[i * 7 % len(WORDS)] for i in range(2500))
    candidate = " ".join(WORDS[i * 11 % len(WORDS)] for i in range(2500))
    evidence = of_lines(reference, candidate)
    start = time.perf_counter()
    for find in DETECTORS:
        list(find(evidence))
    assert time.perf_counter() - start < 5.0
