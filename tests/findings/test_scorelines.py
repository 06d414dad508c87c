"""Results whose numbers changed places."""

from __future__ import annotations

import pytest

from compare.findings.scorelines import find
from tests.findings.lines import lines


@pytest.mark.parametrize(
    ("reference", "candidate", "found"),
    [
        (
            "The rowers of Bergen beat the town 4–1 in May.",
            "The rowers of Bergen beat the town 1–4 in May.",
            "1–4",
        ),
        ("Am Ende gewann das Dorf 5:2 in Bergen.", "Am Ende gewann das Dorf 2:5 in Bergen.", "2:5"),
    ],
)
def test_a_turned_result_is_told(reference: str, candidate: str, found: str) -> None:
    (finding,) = find(lines([reference], [candidate]))
    assert (finding.kind, finding.severity) == ("number", "major")
    assert finding.candidate is not None
    assert finding.candidate.text == found


@pytest.mark.parametrize(
    ("reference", "candidate"),
    [
        ("They won 4–1 at home and lost 1–4 away.", "They lost 1–4 away and won 4–1 at home."),
        ("The town beat the rowers 4–1.", "Against all hopes, it ended 1–4 for those who came by boat."),
        ("It was 2–2 at the end of the match.", "It was 2-2 at the end of the match."),
        (
            "They met at 9:30 and parted at 10:15 as planned.",
            "They met at 10:15 and parted at 9:30 as planned.",
        ),
    ],
)
def test_other_pairs_of_numbers_are_not(reference: str, candidate: str) -> None:
    assert not list(find(lines([reference], [candidate])))
