"""The glance at aligned lines: what is said of a segment comes with its severity."""

from __future__ import annotations

from dataclasses import replace

from compare.pipeline import score_segments
from compare.report.segments import render

TRUE = ["The ferry carried 40 cars.", "Nobody was hurt."]
COPY = ["The ferry carried 14 cars.", "Somebody was hurt."]


def test_what_does_not_count_is_called_so() -> None:
    results = list(score_segments(TRUE, COPY))
    told = render(results, TRUE, COPY)
    assert "· critical: “40” became “14” (×0.35)" in told
    [hint] = results[1].findings
    unsure = replace(results[1], findings=(replace(hint, severity="neutral"), *results[0].findings))
    told = " ".join(render([results[0], unsure], TRUE, COPY).split())
    assert "· critical: “40” became “14” (×0.35) · not counted: “Nobody” is lost" in told
