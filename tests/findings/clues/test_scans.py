"""What faces its look-alike is told once, as a scanning error, and is no other number, name or loss."""

from __future__ import annotations

import pytest

from compare.findings import find
from compare.findings.clues.scans import BROKEN_NUMBER
from tests.findings.making import alone, pair

REFERENCE = (
    "In 2014 Forty-two modern looms stood idle at Hill AI for thirty metres of burned wall, and I saw technology "
    "that weighed 30 tons."
)


@pytest.mark.parametrize(
    ("right", "written"),
    [
        ("2014", "2O14"),
        ("30", "3O"),
        ("Forty-two", "Fortytwo"),
        ("AI", "Al"),
        ("modern", "modem"),
        ("burned", "bumed"),
        ("technology", "techno logy"),
        ("I saw", "l saw"),
        ("thirty metres", "thirtymetres"),
    ],
)
def test_a_look_alike_is_one_minor_finding(right: str, written: str) -> None:
    findings = [
        item
        for item in find(pair(REFERENCE, REFERENCE.replace(right, written)))
        if item.severity != "neutral"
    ]
    assert [(item.kind, item.severity) for item in findings] == [("ocr", "minor")]
    assert findings[0].reference is not None
    assert findings[0].reference.text in right


@pytest.mark.parametrize(
    ("expected", "written"),
    [
        ("He fails to see it.", "He falls to see it."),
        ("They met at any time.", "They met at anytime."),
        ("We cooperate with all.", "We co-operate with all."),
        ("It was World War I then.", "It was World War 1 then."),
        ("It took 15 days.", "It took 16 days."),
        ("The health care was free.", "The healthcare was free."),
    ],
)
def test_another_word_or_another_way_of_writing_is_no_scanning_error(expected: str, written: str) -> None:
    assert not [item for item in find(pair(expected, written)) if item.kind == "ocr"]


def test_a_number_with_letters_among_its_digits_is_told_without_a_reference() -> None:
    found = [item for item in find(alone("The mill was built in 19O4 and sold.")) if item.kind == "ocr"]
    assert [item.candidate.text for item in found if item.candidate] == ["19O4"]


@pytest.mark.parametrize("written", ["4l", "A5", "O2", "1990s", "2014", "5I", "10km"])
def test_codes_and_units_are_no_broken_numbers(written: str) -> None:
    assert not BROKEN_NUMBER.fullmatch(written)
