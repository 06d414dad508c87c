"""Sentences: the golden file of hard cases, exact spans, elisions, and what must never happen."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import NamedTuple

import pytest

from compare.text.elisions import elision_spans, is_elision
from compare.text.sentences import sentence_spans

GOLDEN = Path(__file__).parent.parent / "golden" / "sentences.txt"
LEAST_F1 = 0.97


class Case(NamedTuple):
    language: str
    text: str
    sentences: list[str]


def cases() -> list[Case]:
    found = []
    for block in GOLDEN.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if lines and (head := re.fullmatch(r"\[(\w+)\]", lines[0])):
            glue = "" if head[1] in {"zh", "ja"} else " "
            whole = [line.removeprefix("> ") for line in lines[1:] if line.startswith("> ")]
            sentences = [line for line in lines[1:] if not line.startswith("> ")]
            found.append(Case(head[1], whole[0] if whole else glue.join(sentences), sentences))
    return found


def ends(case: Case) -> tuple[set[int], set[int]]:
    """The ends that are expected and those that are given, in code points of the text."""
    expected, position = set(), 0
    for sentence in case.sentences:
        position = case.text.index(sentence, position) + len(sentence)
        expected.add(position)
    return expected, {end for _, end in sentence_spans(case.text, 0, len(case.text), language=case.language)}


def test_golden_ends() -> None:
    hits = expected_count = given_count = 0
    wrong = []
    for case in cases():
        expected, given = ends(case)
        hits += len(expected & given)
        expected_count += len(expected)
        given_count += len(given)
        if expected != given:
            spans = sentence_spans(case.text, 0, len(case.text), language=case.language)
            wrong.append((case.language, [case.text[first:last] for first, last in spans]))
    f1 = 2 * hits / (expected_count + given_count)
    assert len(cases()) >= 60
    assert f1 >= LEAST_F1, f"F1 {f1:.3f}: {wrong}"


def test_golden_spans_are_exact_where_the_ends_are() -> None:
    for case in cases():
        expected, given = ends(case)
        if expected == given:
            spans = sentence_spans(case.text, 0, len(case.text), language=case.language)
            assert [case.text[first:last] for first, last in spans] == case.sentences


@pytest.mark.parametrize(
    "mark",
    [
        "(...)",
        "(…)",
        "[...]",
        "[…]",
        "* * *",
        "***",
        ". . .",
        "…",
        "...",
        "[. . .]",
        "« (...)",
        "(...)»",
        "“[…]",
    ],
)
def test_marks_of_text_left_out(mark: str) -> None:
    assert is_elision(mark)


@pytest.mark.parametrize(
    "text", ["Well …", "(see above)", "*", "**bold**", "...and then", "- - -", "", "[3]", "(?)"]
)
def test_other_marks(text: str) -> None:
    assert not is_elision(text)


def test_a_mark_in_mid_sentence_stands_alone() -> None:
    text = "He said that the plan [...] would work (…) soon."
    assert [text[first:last] for first, last in sentence_spans(text, 0, len(text))] == [
        "He said that the plan",
        "[...]",
        "would work",
        "(…)",
        "soon.",
    ]
    assert elision_spans(text, 0, len(text)) == [(22, 27), (39, 42)]


def test_offsets_count_in_the_whole_text() -> None:
    text = "Title\n\n  It rained. Nobody came.  \n"
    spans = sentence_spans(text, 7, len(text))
    assert [text[first:last] for first, last in spans] == ["It rained.", "Nobody came."]


def test_a_stretch_longer_than_punkt_is_given_has_the_same_sentences() -> None:
    once = "Mr. Hill paid $5.6m. “Why?” she asked. It was e.g. Tuesday… Nobody came. "
    count = 2_000
    spans = sentence_spans(once * count, 0, len(once) * count)
    assert len(spans) == count * len(sentence_spans(once, 0, len(once)))


@pytest.mark.parametrize(
    "unit",
    [
        "? ",
        "(...) ",
        "Mr. ",
        ". a",
        "« a. ",
        "x… ",
        "1. ",
        "。",
        "あ。」",
        "A. ",
        '." ',
        "([",
        "...",
        "a.b ",
        ".\n",
    ],
)
def test_cost_stays_linear_on_what_repeats(unit: str) -> None:
    text = unit * (60_000 // len(unit))
    begun = time.perf_counter()
    sentence_spans(text, 0, len(text))
    assert time.perf_counter() - begun < 5.0
