from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from compare.findings.numbers import find
from tests.findings.lines import lines

if TYPE_CHECKING:
    from compare.model import Finding


def told(reference: str, candidate: str) -> list[Finding]:
    return list(find(lines([reference], [candidate])))


def test_a_changed_sum_says_old_new_and_factor() -> None:
    (finding,) = told("The bridge cost $1.5 million to mend.", "Mending the bridge cost $15 million.")
    assert (finding.kind, finding.severity) == ("number", "critical")
    assert finding.message == "“$1.5 million” became “$15 million” (×10)"
    assert finding.details == {"expected": "$1.5 million", "found": "$15 million", "factor": 10.0}
    assert finding.reference is not None
    assert finding.candidate is not None
    assert finding.reference.text == "$1.5 million"
    assert finding.candidate.text == "$15 million"


@pytest.mark.parametrize(
    ("reference", "candidate", "severity"),
    [
        ("The mill burned down in 1874.", "The mill burned down in 1884.", "critical"),
        ("Some 40 % of the hens were ill.", "Some 60 % of the hens were ill.", "critical"),
        ("It brings in tens of millions of crowns.", "It brings in millions of crowns.", "critical"),
        ("Four hens and a cock were ill.", "Five hens and a cock were ill.", "major"),
        ("The ferry leaves at 11:35 daily.", "The ferry leaves at 11:45 daily.", "major"),
        ("The fair opens on 17 July.", "The fair opens on 17 June.", "major"),
        ("The fair opens on Monday.", "The fair opens on Tuesday.", "major"),
        ("Print it on A4 paper.", "Print it on A3 paper.", "critical"),
        ("They counted 85,432 birds.", "They counted 85,000 birds.", "minor"),
    ],
)
def test_changed_values(reference: str, candidate: str, severity: str) -> None:
    findings = told(reference, candidate)
    assert [finding.kind for finding in findings] == ["number"]
    if "A4" not in reference:
        assert findings[0].severity == severity


@pytest.mark.parametrize(
    ("reference", "candidate"),
    [
        ("Three of the 2,000 hens laid 6 per cent more.", "6% more was laid by 3 of the two thousand hens."),
        ("It cost $6 million in the 1920s.", "In the twenties it cost six million dollars."),
        ("One of the best, no one doubted it.", "Nobody doubted that it was among the best."),
        ("Both brothers came twice.", "The two brothers came two times."),
        ("The first hen died on the 28th.", "The 28th was the day when the hen died first."),
        ("He is the only man who saw it.", "He is the one man who saw it."),
        ("The walk is five kilometres long.", "The walk is three miles long."),
        ("Thousands of years ago the sea was here.", "Ages ago the sea was here."),
        ("COVID-19 closed the school.", "The pandemic closed the school."),
        ("He came on Monday.", "He came."),
    ],
)
def test_other_words_for_a_value_are_no_finding(reference: str, candidate: str) -> None:
    assert told(reference, candidate) == []


def test_a_lost_number_stands_on_both_sides() -> None:
    (finding,) = told("The 14 hens were sold.", "The hens were sold.")
    assert finding.kind == "dropped-number"
    assert finding.reference is not None
    assert finding.reference.text == "14"
    assert finding.candidate is not None
    assert (finding.candidate.start, finding.candidate.text) == (3, "")


def test_a_number_from_nowhere_is_minor_and_unsure() -> None:
    (finding,) = told("The hens were sold.", "The 14 hens were sold.")
    assert (finding.kind, finding.severity) == ("number", "minor")
    assert finding.confidence <= 0.6


def test_a_number_in_the_next_bead_is_not_lost() -> None:
    evidence = lines(
        ["The 14 hens were sold.", "Nobody minded."], ["The hens were sold.", "Nobody minded the 14."]
    )
    assert list(find(evidence)) == []


def test_values_are_paired_with_those_in_their_place() -> None:
    findings = told("Rye rose by 7 % and oats fell by 3 %.", "Rye rose by 9 % and oats fell by 4 %.")
    assert [(f.details["expected"], f.details["found"]) for f in findings] == [("7 %", "9 %"), ("3 %", "4 %")]


def test_nothing_without_a_reference() -> None:
    evidence = lines(["The 14 hens."], ["The 15 hens."])
    assert list(find(type(evidence)(candidate=evidence.candidate))) == []


def test_another_weekday_is_called_so() -> None:
    (finding,) = find(lines(["The ferry leaves on Monday."], ["The ferry leaves on Friday."]))
    assert finding.message == "“Monday” became “Friday”, another day of the week"


def test_an_ordinal_may_stand_for_a_span_of_time() -> None:
    reference = ["Zwölf Minuten nach der Pause kam der Bus."]
    assert not list(find(lines(reference, ["In der 62. Minute kam der Bus."], language="de")))
    assert list(find(lines(["In der 62. Minute kam er."], ["In der 26. Minute kam er."], language="de")))


@pytest.mark.parametrize(
    ("reference", "candidate", "severity"),
    [
        ("The hens get 5 mg of it.", "The hens get 5 g of it.", "critical"),
        ("She was paid $18,000 a year.", "She was paid $18,000 a month.", "critical"),
        ("Feed them twice a day.", "Feed them twice a week.", "critical"),
        ("Feed them once a day.", "Feed them twice a day.", "critical"),
        ("The gate opens at 7 a.m. in May.", "The gate opens at 7 p.m. in May.", "major"),
        ("More than 900 hens were ill.", "Up to 900 hens were ill.", "major"),
        ("The gate opens at noon.", "The gate opens at midnight.", "major"),
        ("It grew by 12 per cent.", "It grew by 12 percentage points.", "neutral"),
        ("The moss grows a millimetre a year.", "The moss grows a centimetre a year.", "critical"),
        ("She would not give an inch.", "She would not give a centimetre.", "minor"),
        ("It costs twice as much as hay.", "It costs half as much as hay.", "critical"),
        ("Add 2 tablespoons of salt.", "Add 2 teaspoons of salt.", "critical"),
    ],
)
def test_what_a_number_counts_changed(reference: str, candidate: str, severity: str) -> None:
    (finding,) = told(reference, candidate)
    assert (finding.kind, finding.severity) == ("number", severity)


@pytest.mark.parametrize(
    ("reference", "candidate"),
    [
        ("Feed them once a day.", "Feed them daily."),
        ("She was paid $12,000 a year.", "Her pay was $1,000 a month."),
        ("Eight trains a day call here.", "Every day 8 trains call here."),
        ("More than 900 hens were ill.", "Over 900 hens were ill."),
        ("The gate opens at seven in the morning.", "The gate opens at 7 a.m."),
        ("The gate opens at noon.", "The gate opens at 12 p.m."),
        ("Stir it every half hour.", "Stir it every thirty minutes."),
        ("Sales fell by a fifth in June.", "In June sales fell by 20 per cent."),
        ("Wait a minute for it.", "Wait a second for it."),
        ("He ran a mile before breakfast.", "Before breakfast he ran."),
        ("It costs twice as much as hay.", "It costs double the price of hay."),
    ],
)
def test_the_same_count_in_other_words(reference: str, candidate: str) -> None:
    assert not told(reference, candidate)
