"""What build servers read: SARIF, JUnit, annotations of GitHub."""

from __future__ import annotations

import json
from xml.etree import ElementTree

import compare
from compare.report import github, junit, sarif
from compare.report.annotations import Annotation, Place, annotated

TRUE = "The ferry left at noon.\n\nIt carried 40 cars and a horse.\n\nNobody was on deck."
COPY = "The ferry left at noon.\n\nIt carried 14 cars and a a horse.\n\nNobody was on deck."


def report(name: str = "copy.txt") -> compare.Report:
    from compare.text.documents import document

    return compare.compare_documents(document(TRUE, name="true.txt"), document(COPY, name=name))


def annotation(rank: int, number: int) -> Annotation:
    return Annotation(
        id=f"{number}",
        kind="number",
        severity=("critical", "major", "minor", "neutral")[rank],
        confidence=0.5,
        message=f"number {number}",
        place=Place(path="a.txt", line=1, start=0, end=1, text="a"),
    )


def test_sarif_points_at_the_words() -> None:
    found = json.loads(sarif.render(annotated([report("my copy.txt")]), version="1"))
    [run] = found["runs"]
    results = run["results"]
    assert [one["ruleId"] for one in results] == [one.kind for one in report().findings]
    for one, finding in zip(results, report().findings, strict=True):
        region = one["locations"][0]["physicalLocation"]["region"]
        start = region["charOffset"]
        assert COPY[start : start + region["charLength"]] == region["snippet"]["text"]
        assert region["startLine"] == region["endLine"] == 3
        line = COPY.splitlines()[2]
        assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == region["snippet"]["text"]
        assert one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "my%20copy.txt"
        assert one["partialFingerprints"] == {"truecopyFinding/v1": finding.id}
        assert run["tool"]["driver"]["rules"][one["ruleIndex"]]["id"] == one["ruleId"]
    assert {one["level"] for one in results} <= {"error", "warning", "note"}


def test_of_too_many_the_gravest_are_kept_in_their_order() -> None:
    every = [annotation(number % 4, number) for number in range(40)]
    kept = sarif.gravest(iter(every), 15)
    assert [one.rank for one in kept].count(0) == 10
    assert [one.rank for one in kept].count(1) == 5
    assert kept == [one for one in every if one in kept]
    assert kept[-1] is every[36]


def test_github_shows_the_gravest_first_and_no_command_of_the_text() -> None:
    lines = github.render([annotation(3, 1), annotation(0, 2)]).splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::error", "::notice"]
    evil = Annotation(
        id="1",
        kind="name",
        severity="minor",
        confidence=1,
        message="x\n::error file=b.txt::done 100%0A",
        place=Place(path="a\n::stop,b.txt", line=1, start=0, end=0, text=""),
    )
    [line] = github.render([evil]).splitlines()
    assert line.startswith("::warning file=a %3A%3Astop%2Cb.txt,line=1,")
    assert "100%250A" in line


def test_what_an_earlier_report_had_is_marked_or_left_out() -> None:
    known = {report().findings[0].id}
    found = list(annotated([report()], lambda name: known if name == "copy.txt" else set()))
    assert [one.is_known for one in found] == [True] + [False] * (len(found) - 1)
    [run] = json.loads(sarif.render(found, version="1"))["runs"]
    assert [one["baselineState"] for one in run["results"]] == ["unchanged"] + ["new"] * (len(found) - 1)
    assert len(github.render(found).splitlines()) == len(found) - 1


def test_a_place_without_columns_is_told_by_its_line() -> None:
    [run] = json.loads(sarif.render([annotation(0, 1)], version="1"))["runs"]
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 1, "snippet": {"text": "a"}}


def test_junit_is_xml_whatever_the_names_hold() -> None:
    case = junit.Case(name='a "b" <c> & \x1b \ufffe', group="g", failures=("one", "two"))
    broken = junit.Case(name="lost", group="g", error="it does not exist")
    root = ElementTree.fromstring(junit.counted_cases([case, broken, junit.Case(name="good", group="g")]))
    [suite] = root
    assert suite.attrib == {"name": "truecopy", "tests": "3", "failures": "1", "errors": "1"}
    names = [test.attrib["name"] for test in suite]
    assert names == ['a "b" <c> & ␛ ?', "lost", "good"]
    assert [[part.tag for part in test] for test in suite] == [["failure"], ["error"], []]
    assert suite[0][0].attrib == {"type": "gate", "message": "one; two"}
