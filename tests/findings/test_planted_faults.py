"""Planted faults are found at their place, and nothing is found elsewhere (issue numbers: 95 %, 0.2 a document)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import compare
from tests.faults import SORTS, Fault, plant
from tests.seeds import SEEDS

if TYPE_CHECKING:
    from compare.model import Finding

TEXTS = [(SEEDS / name).read_text(encoding="utf-8") for name in ("reference.txt", "related.txt")]
SEEDS_A_TEXT = 7
LEAST_FOUND = 0.95
MOST_ELSEWHERE = 0.2


def touches(finding: Finding, fault: Fault) -> bool:
    for span, (start, end) in ((finding.candidate, fault.candidate), (finding.reference, fault.reference)):
        if span is None:
            continue
        if min(span.end, end) > max(span.start, start):
            return True
        if (start == end or span.start == span.end) and span.start - 1 <= end and start <= span.end + 1:
            return True
    return False


@pytest.mark.parametrize("sort", SORTS)
def test_a_planted_fault_is_found_at_its_place(sort: str) -> None:
    faults = [(text, plant(sort, text, seed)) for text in TEXTS for seed in range(SEEDS_A_TEXT)]
    planted = {fault.text: (text, fault) for text, fault in faults if fault is not None}
    missed, elsewhere = [], []
    for text, fault in planted.values():
        findings = compare.compare_texts(text, fault.text, metrics=()).findings
        told = [finding for finding in findings if finding.severity != "neutral"]
        if not any(finding.kind in fault.kinds and touches(finding, fault) for finding in told):
            missed.append(fault.text[fault.candidate[0] - 40 : fault.candidate[1] + 40])
        elsewhere += [finding.message for finding in told if not touches(finding, fault)]
    assert len(missed) <= (1 - LEAST_FOUND) * len(planted), missed
    assert len(elsewhere) <= MOST_ELSEWHERE * len(planted), elsewhere
