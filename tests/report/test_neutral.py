"""Neutral findings: what is worth a look is not said to be no error."""

from __future__ import annotations

from compare.model import Finding, Severity, Span
from compare.report.neutral import NO_ERRORS, UNSURE, neutral_groups


def finding(kind: str, severity: Severity = "neutral", confidence: float = 0.5) -> Finding:
    return Finding(
        kind=kind,
        severity=severity,
        confidence=confidence,
        message=kind,
        candidate=Span(start=0, end=3, text="hen"),
    )


def test_what_may_be_a_change_of_sense_is_apart_and_comes_first() -> None:
    groups = neutral_groups(
        [finding("style"), finding("meaning", confidence=0.3), finding("meaning"), finding("polarity")]
    )
    assert [title for title, _ in groups] == [UNSURE, NO_ERRORS]
    assert [item.kind for item in groups[0][1]] == ["polarity", "meaning", "meaning"]
    assert groups[0][1][1].confidence > groups[0][1][2].confidence


def test_what_counts_is_in_no_group() -> None:
    assert neutral_groups([finding("meaning", "major")]) == []
