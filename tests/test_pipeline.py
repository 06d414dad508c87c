"""The pipeline end to end: the contract's shapes, and the laws of the score on whole texts."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import compare
from compare.model import Report

TEXT = """The ferry to the northern islands will stop for six weeks in March.

The company says that both engines must be replaced, which costs $4.2m. “We could have waited until autumn,” said Marta
Quill, who runs the harbour, “but nobody wants to drift in a storm.”

About 1,300 people live on the islands. Most of them depend on the ferry for food, post and medicine. A smaller boat
will sail twice a day – weather permitting. The colour of its hull has already caused laughter.

Farmers have asked the ministry for help; it has not answered yet.
"""
OTHER = """Bees see further into the violet than we do. A meadow that seems plain white to a walker is full of signs.

Botanists photographed 240 flowers through quartz lenses and found lines on nearly half. Some run straight to the
nectar. Others ring it like a target. Why a few species have none is still a riddle.
"""


def fidelity(candidate: str, reference: str = TEXT) -> float:
    return compare.compare_texts(reference, candidate, metrics=()).scores.fidelity


def test_a_report_is_its_own_json() -> None:
    report = compare.compare_texts(TEXT, TEXT.replace("six", "seven"))
    assert Report.from_dict(report.to_dict()) == report


def test_a_text_against_itself() -> None:
    report = compare.compare_texts(TEXT, TEXT)
    assert report.scores.fidelity == 100
    assert report.scores.penalty == 0
    assert report.scores.deductions == ()
    assert {bead.kind for bead in report.alignment.beads} == {"equal"}


def test_style_alone_keeps_99_5_and_is_neutral() -> None:
    style = TEXT.replace("“", '"').replace("”", '"').replace(" – ", " — ")
    style = style.replace("colour", "color").replace("harbour", "harbor").replace("$4.2m", "$4.2M")
    report = compare.compare_texts(TEXT, style)
    assert 99.5 <= report.scores.fidelity < 100
    assert {finding.severity for finding in report.findings} <= {"neutral"}


def test_another_text_and_none_at_all() -> None:
    assert fidelity(OTHER) <= 10
    assert fidelity("") == 0


@pytest.mark.parametrize(
    "candidate",
    [
        TEXT
        + "It has not answered yet, it has not answered yet, it has not answered yet, it has not answered yet.\n",
        TEXT.replace("Most of them", "Most of them depend on the ferry. Most of them"),
        " ".join(sorted(TEXT.split())),
        TEXT + "\nDie Fähre zu den nördlichen Inseln fällt im März sechs Wochen lang aus.\n",
        TEXT.replace("1,300", "13,000"),
        TEXT.replace(" not ", " "),
        TEXT.replace("Marta Quill", "Mark Quell").replace("Marta\nQuill", "Mark\nQuell"),
    ],
    ids=["loop", "sentence doubled", "shuffled", "source copied", "number", "negation", "name"],
)
def test_what_must_always_lower_the_fidelity(candidate: str) -> None:
    assert candidate != TEXT
    assert fidelity(candidate) < 100


def test_the_sum_is_written_out() -> None:
    scores = compare.compare_texts(
        TEXT, TEXT.replace("1,300", "13,000").replace("food, post and", "food and")
    ).scores
    assert scores.fidelity + sum(part.points for part in scores.deductions) == pytest.approx(100, abs=1e-9)
    assert all(part.bead is not None or part.finding is not None for part in scores.deductions)


def test_a_finding_bears_the_cost_of_its_words() -> None:
    report = compare.compare_texts(TEXT, TEXT.replace("1,300", "13,000"))
    numbers = [finding for finding in report.findings if finding.kind == "number"]
    assert len(numbers) == 1
    assert numbers[0].id in {part.finding for part in report.scores.deductions}


def test_intervals_hold_the_score() -> None:
    scores = compare.compare_texts(TEXT, TEXT.replace("six", "seven").replace("smaller boat", "ship")).scores
    for name, value in (("fidelity", scores.fidelity), ("penalty", scores.penalty)):
        low, high = scores.intervals[name]
        assert low <= value <= high


def test_metrics_are_computed_on_demand() -> None:
    scores = compare.compare_texts(TEXT, TEXT, metrics=["ter"]).scores
    assert scores.metrics == {"ter": 0.0}
    assert scores.to_dict()["chrf"] is None
    with pytest.raises(compare.BadInput, match="comet is not a metric"):
        compare.compare_texts(TEXT, TEXT, metrics=["comet"])


def test_segments_one_result_a_line_also_for_empty_lines() -> None:
    references = ["The ferry left at noon.", "", "Snow fell.", ""]
    candidates = ["The ferry left at nine.", "", "", "Rain."]
    results = compare.score_segments(references, candidates)
    assert [result.segment for result in results] == [1, 2, 3, 4]
    assert [result.fidelity for result in results][1:] == [100, 0, 0]
    assert 0 < results[0].fidelity < 100
    assert all(result.penalty >= 0 and 0 <= result.chrf <= 100 for result in results)


def test_offsets_of_findings_count_in_their_line() -> None:
    line = "About 1,300 people live on the islands."
    results = compare.score_segments([line] * 2, [line, line.replace("1,300", "1,200")])
    assert results[0].findings == ()
    assert results[1].findings
    for finding in results[1].findings:
        assert finding.reference is not None
        assert line[finding.reference.start : finding.reference.end] == finding.reference.text


def test_segments_without_findings_have_no_findings() -> None:
    (result,) = compare.score_segments(["It was not late."], ["It was late."], findings=False)
    assert result.findings == ()
    assert result.fidelity < 100


def test_unequal_numbers_of_lines_are_refused() -> None:
    with pytest.raises(compare.BadInput, match="2 reference lines but 1 candidate lines"):
        compare.score_segments(["a", "b"], ["a"])
    with pytest.raises(compare.BadInput, match="1 source lines"):
        compare.score_segments(["a", "b"], ["a", "b"], ["x"])


def test_importing_the_package_loads_nothing_heavy() -> None:
    heavy = "numpy nltk wordfreq sacrebleu rapidfuzz rich compare.pipeline"
    code = f"import sys, compare; print([name for name in '{heavy}'.split() if name in sys.modules])"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"


def test_every_public_name_can_be_had() -> None:
    for name in compare.__all__:
        assert getattr(compare, name) is not None
    with pytest.raises(AttributeError, match="nothing"):
        compare.nothing  # noqa: B018


def test_a_type_checker_knows_every_public_name() -> None:
    """What only ``__getattr__`` gives is anything at all to a type checker, so that misuse goes unseen."""
    tree = ast.parse(Path(compare.__file__).read_text(encoding="utf-8"))
    imported = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith("compare.")
        for alias in node.names
    }
    assert imported == set(compare.__all__) - {"__version__"}
