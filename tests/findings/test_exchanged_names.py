"""Names that changed places, and names that were only told in another order."""

from __future__ import annotations

import pytest

from tests.findings.making import found, pair


@pytest.mark.parametrize(
    ("reference", "candidate", "message"),
    [
        ("The firm moved from Lyon to Turin.", "The firm moved from Turin to Lyon.", "“Lyon” and “Turin”"),
        ("Tim paid and Oscar drove.", "Oscar paid and Tim drove.", "“Tim” and “Oscar”"),
        (
            "In the end Tessa Rowe beat Ann Lind.",
            "In the end Ann Lind beat Tessa Rowe.",
            "“Tessa Rowe” and “Ann Lind”",
        ),
    ],
)
def test_names_that_changed_places(reference: str, candidate: str, message: str) -> None:
    [finding] = found(pair(reference, candidate), "name")
    assert finding.message == f"{message} have changed places"
    assert finding.severity == "major"


@pytest.mark.parametrize(
    ("reference", "candidate"),
    [
        ("They went to Lyon and Turin.", "They went to Turin and Lyon."),
        ("They went to Lyon, Turin and Bern.", "They went to Turin, Lyon and Bern."),
        ("In the end Tessa beat Ann.", "In the end Ann was beaten by Tessa."),
        ("The firm moved from Lyon to Turin.", "The firm, once in Lyon, is now in Turin."),
        ("Tim paid and Oscar drove.", "Oscar drove and Tim paid."),
    ],
)
def test_another_order_says_nothing(reference: str, candidate: str) -> None:
    assert not found(pair(reference, candidate), "name")
