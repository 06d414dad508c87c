"""Gates: what fails a build, what does not, and what is said about it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import CANDIDATE, Done, assert_one_line
from tests.scores.test_remarks import RETOLD, TRUE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PAIR = ("score", "reference.txt", "candidate.txt")


def report_of(done: Done) -> dict[str, object]:
    report: dict[str, object] = json.loads(done.out)
    return report


def findings(folder: Path, run: Callable[..., Done]) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(run(*PAIR, "--format", "json").out)["findings"]
    return found


def doubled(folder: Path, run: Callable[..., Done]) -> dict[str, str]:
    """The finding that these tests lean on; “the the” is the plainest fault of the pair."""
    return next(one for one in findings(folder, run) if one["kind"] == "doubled-word")


def test_fail_under(folder: Path, run: Callable[..., Done]) -> None:
    fidelity = json.loads(run(*PAIR, "--format", "json").out)["scores"]["fidelity"]
    passed = run(*PAIR, "--fail-under", str(int(fidelity)))
    assert passed.code == 0
    failed = run(*PAIR, "--fail-under", "99.99")
    assert failed.code == 1
    assert failed.out == passed.out
    assert failed.err.count("\n") == 1
    for word in ("gate failed", "candidate.txt", f"{int(fidelity * 100) / 100:.2f}", "99.99"):
        assert word in failed.err


def test_passing_with_critical_errors_is_told(folder: Path, run: Callable[..., Done]) -> None:
    low = run(*PAIR, "--fail-under", "5")
    assert low.code == 0
    assert low.err.startswith("truecopy: candidate.txt passes by its fidelity with ")
    assert low.err.count("\n") == 1
    assert run(*PAIR, "--fail-under", "5", "--quiet").err == ""
    assert "passes by" not in run(*PAIR, "--fail-under", "5", "--fail-on", "critical").err
    assert run("score", "reference.txt", "reference.txt", "--fail-under", "5").err == ""


def test_lines_that_pass_with_critical_errors_are_told(folder: Path, run: Callable[..., Done]) -> None:
    lines = ("score", "--aligned", "reference.txt", "candidate.txt", "--fail-under", "5")
    assert "candidate.txt passes by its fidelity" in run(*lines).err
    assert run(*lines, "--no-findings").err == ""


def test_a_retold_version_that_fails_is_told_what_the_fidelity_counts(
    folder: Path, run: Callable[..., Done]
) -> None:
    (folder / "true.txt").write_text(TRUE, encoding="utf-8")
    (folder / "retold.txt").write_text(RETOLD, encoding="utf-8")
    failed = run("score", "true.txt", "retold.txt", "--fail-under", "90")
    assert failed.code == 1
    assert "is under 90; it is told in other words" in failed.err


def test_fail_on(folder: Path, run: Callable[..., Done]) -> None:
    assert run("score", "reference.txt", "reference.txt", "--fail-on", "minor").code == 0
    failed = run(*PAIR, "--kinds", "doubled-word", "--fail-on", "minor")
    assert failed.code == 1
    assert failed.err.startswith("truecopy: gate failed: 1 finding in candidate.txt, minor or graver")
    assert run(*PAIR, "--kinds", "style", "--fail-on", "minor").code == 0
    assert run("check", "candidate.txt", "--kinds", "doubled-word", "--fail-on", "minor").code == 1


def test_every_failed_gate_is_told(folder: Path, run: Callable[..., Done]) -> None:
    failed = run(*PAIR, "candidate.txt", "--fail-under", "99.99", "--fail-on", "minor", "--quiet")
    assert failed.code == 1
    assert failed.err.count("gate failed") == 4


def test_baseline(folder: Path, run: Callable[..., Done]) -> None:
    assert run(*PAIR, "--format", "json", "-o", "before.json").out == ""
    same = run(*PAIR, "--fail-on", "minor", "--baseline", "before.json")
    assert same.code == 0
    count = len(json.loads((folder / "before.json").read_text(encoding="utf-8"))["findings"])
    assert f"{count} of {count} findings known from before.json, 0 new" in same.err
    # A new fault in front: those known keep their ids, and only the new one counts.
    text = CANDIDATE.replace("A dredger", "A").replace("Nobody asked the", "Nobody asked the the")
    (folder / "candidate.txt").write_text("Preface of a sentence.\n\n" + text)
    worse = run(*PAIR, "--kinds", "doubled-word", "--fail-on", "minor", "--baseline", "before.json")
    assert worse.code == 1
    assert "1 new finding" in worse.err


def test_a_baseline_alone_wants_nothing_new(folder: Path, run: Callable[..., Done]) -> None:
    run("score", "reference.txt", "reference.txt", "--format", "json", "-o", "clean.json")
    assert run(*PAIR, "--baseline", "clean.json").code == 1
    assert run("score", "reference.txt", "reference.txt", "--baseline", "clean.json").code == 0


def test_a_baseline_of_check(folder: Path, run: Callable[..., Done]) -> None:
    run("check", "candidate.txt", "reference.txt", "--format", "json", "-o", "before.json")
    assert run("check", "candidate.txt", "--fail-on", "minor", "--baseline", "before.json").code == 0


def test_a_baseline_under_another_signature_is_told(folder: Path, run: Callable[..., Done]) -> None:
    report = report_of(run(*PAIR, "--format", "json"))
    report["signature"] = "truecopy:0.0.1"
    (folder / "before.json").write_text(json.dumps(report))
    done = run(*PAIR, "--fail-on", "minor", "--baseline", "before.json")
    assert done.code == 0
    assert "before.json was made otherwise" in done.err
    assert run(*PAIR, "--fail-on", "minor", "--baseline", "before.json", "--quiet").err == ""


@pytest.mark.parametrize(
    "text", ["{", "[]x", '{"schema": "other/1"}', '{"schema": "truecopy.report/1", "findings": [{}]}', "3"]
)
def test_a_baseline_that_is_none(folder: Path, run: Callable[..., Done], text: str) -> None:
    (folder / "before.json").write_text(text)
    assert_one_line(run(*PAIR, "--baseline", "before.json"), "before.json")


def test_aligned_gates(folder: Path, run: Callable[..., Done]) -> None:
    (folder / "a").write_text("It rained at noon.\nThe boat left.\n")
    (folder / "b").write_text("It rained at at noon.\nThe boat left.\n")
    assert run("score", "--aligned", "a", "a", "--fail-under", "100", "--fail-on", "minor").code == 0
    failed = run("score", "--aligned", "a", "b", "--fail-under", "99.99", "--fail-on", "minor")
    assert failed.code == 1
    assert failed.err.count("gate failed") == 2


def test_dismissing_by_id(folder: Path, run: Callable[..., Done]) -> None:
    name = doubled(folder, run)["id"]
    done = run(*PAIR, "--dismiss", name, "--because", 'a "stammer"\tmeant so')
    assert done.code == 0
    assert "1 dismissed" in done.out
    assert "truecopy.toml" in done.err
    assert run(*PAIR, "--kinds", "doubled-word", "--fail-on", "minor").code == 0
    [kept] = [one for one in findings(folder, run) if one["id"] == name]
    assert kept["dismissed"] == 'a "stammer"\tmeant so'
    # A second one is added to the first.
    other = next(one["id"] for one in findings(folder, run) if one["id"] != name)
    run(*PAIR, "--dismiss", other, "--because", "known", "--quiet")
    assert sum("dismissed" in one for one in findings(folder, run)) == 2
    assert_one_line(run(*PAIR, "--dismiss", "nothing", "--because", "x"), "nothing")


@pytest.mark.parametrize(
    "table",
    [
        'kind = "doubled-word"',
        'kind = ["doubled-word", "spelling"]',
        'text = "the the"',
        'pattern = "^the\\\\s+the$"',
        'file = "cand*.txt"\nkind = "doubled-word"',
        'sentence = 5\nkind = "doubled-word"',
    ],
)
def test_dismissing_by_rule(folder: Path, run: Callable[..., Done], table: str) -> None:
    (folder / "mine.toml").write_text(f'[names]\nkeep = ["Tarn"]\n\n[[dismiss]]\n{table}\nreason = "known"\n')
    reported = json.loads(run(*PAIR, "--format", "json", "--dismissals", "mine.toml").out)["findings"]
    assert [one["kind"] for one in reported if "dismissed" in one] == ["doubled-word"]


def test_a_rule_that_does_not_hold_dismisses_nothing(folder: Path, run: Callable[..., Done]) -> None:
    (folder / "truecopy.toml").write_text(
        '[[dismiss]]\nkind = "doubled-word"\nfile = "elsewhere.txt"\nreason = "known"\n'
        '[[dismiss]]\nkind = "doubled-word"\nsentence = 1\nreason = "known"\n'
    )
    assert not [one for one in findings(folder, run) if "dismissed" in one]


@pytest.mark.parametrize(
    "toml",
    [
        "[[dismiss]",
        '[[dismiss]]\nkind = "style"',
        '[[dismiss]]\nreason = "all"',
        '[[dismiss]]\nsort = "style"\nreason = "x"',
        '[[dismiss]]\npattern = "("\nreason = "x"',
        '[[dismiss]]\nkind = 3\nreason = "x"',
        '[[dismiss]]\nsentence = "1"\nreason = "x"',
        '[[dismiss]]\nid = 5\nreason = "x"',
        "dismiss = 5",
    ],
)
def test_dismissals_that_are_not_understood(folder: Path, run: Callable[..., Done], toml: str) -> None:
    (folder / "truecopy.toml").write_text(toml)
    assert_one_line(run(*PAIR), "truecopy.toml")


def test_build_files(folder: Path, run: Callable[..., Done]) -> None:
    files = ("--junit", "junit.xml", "--sarif", "found.sarif")
    done = run(*PAIR, *files, "--fail-on", "minor", "--format", "github")
    assert done.code == 1
    assert "::warning file=candidate.txt,line=4,title=doubled-word (minor)::" in done.out
    assert '<testcase name="candidate.txt" classname="reference.txt">' in (folder / "junit.xml").read_text()
    assert json.loads((folder / "found.sarif").read_text())["version"] == "2.1.0"
    assert run("check", "other.txt", *files, "--quiet").code == 0
    assert '<testcase name="other.txt" classname="check"/>' in (folder / "junit.xml").read_text()
    assert_one_line(run(*PAIR, "--aligned", "--junit", "j.xml"), "--junit", "--aligned")


def test_build_files_know_what_is_new(folder: Path, run: Callable[..., Done]) -> None:
    run(*PAIR, "--format", "json", "-o", "before.json")
    (folder / "candidate.txt").write_text(CANDIDATE.replace("Nobody asked the", "Nobody asked the the"))
    baseline = ("--baseline", "before.json", "--sarif", "found.sarif")
    done = run(*PAIR, *baseline, "--format", "github")
    assert done.code == 1
    assert [line for line in done.out.splitlines() if "doubled-word" in line and "line=6" in line]
    assert not [line for line in done.out.splitlines() if "line=4" in line]
    [told] = json.loads((folder / "found.sarif").read_text())["runs"]
    states = [one["baselineState"] for one in told["results"]]
    assert states.count("new") == len(done.out.splitlines()) == 1
    assert states.count("unchanged") == len(states) - 1 > 0


def test_one_file_that_cannot_be_read_hides_no_result(folder: Path, run: Callable[..., Done]) -> None:
    done = run(*PAIR, "missing.txt", "--junit", "junit.xml", "--format", "json", "--fail-on", "critical")
    assert done.code == 2
    assert "missing.txt does not exist" in done.err
    assert [report["candidate"]["name"] for report in json.loads(done.out)] == ["candidate.txt"]
    written = (folder / "junit.xml").read_text()
    assert 'tests="2" failures="1" errors="1"' in written
    assert '<testcase name="missing.txt" classname="reference.txt">\n<error type="unreadable"' in written
    assert_one_line(run("score", "reference.txt", "missing.txt"), "missing.txt")
    checked = run("check", "other.txt", "missing.txt", "--format", "json")
    assert (checked.code, len(json.loads(checked.out))) == (2, 1)


def test_a_copy_that_broke_off_fails_where_coverage_is_asked_for(
    folder: Path, run: Callable[..., Done]
) -> None:
    paragraphs = [
        f"On day {day} the crew of the Patience raised {day + 30} baskets of mud from the {place} of the harbour. "
        f"They sold it to {farm}, whose fields lay below the {place}. Nobody paid before the {day + 3}th of the month."
        for day, place, farm in zip(
            range(1, 7),
            ("mouth", "basin", "northern quay", "slipway", "fish stairs", "dry dock"),
            ("a widow", "two brothers", "the abbey", "a brewer", "the school", "a tenant"),
            strict=True,
        )
    ]
    (folder / "true.txt").write_text("\n\n".join(paragraphs))
    (folder / "cut.txt").write_text("\n\n".join(paragraphs[:4]))
    cut = ("score", "true.txt", "cut.txt", "--fail-on", "minor", "--fail-under", "95")
    passed = run(*cut)
    assert passed.code == 0
    assert "it ends after 6" in " ".join(passed.out.split())
    assert "Nothing is wrong in what it gives." in " ".join(passed.out.split())
    failed = run(*cut, "--min-coverage", "90")
    assert failed.code == 1
    assert "cut.txt covers 6" in failed.err
    assert "of true.txt, under 90" in failed.err
    assert run(*PAIR, "--min-coverage", "90").code == 0
    assert_one_line(run(*PAIR, "--aligned", "--min-coverage", "9"), "--min-coverage", "--aligned")


def test_what_is_dismissed_no_longer_counts_in_the_scores(folder: Path, run: Callable[..., Done]) -> None:
    before = json.loads(run(*PAIR, "--format", "json").out)
    name = doubled(folder, run)["id"]
    run(*PAIR, "--dismiss", name, "--because", "meant so", "--quiet")
    after = json.loads(run(*PAIR, "--format", "json").out)
    assert after["scores"]["fidelity"] > before["scores"]["fidelity"]
    assert after["scores"]["chrf"] == before["scores"]["chrf"]
    assert sum(after["scores"]["counts"].values()) == sum(before["scores"]["counts"].values()) - 1
    points = sum(part["points"] for part in after["scores"]["sum"])
    assert after["scores"]["fidelity"] + points == pytest.approx(100)
    assert after["signature"] == before["signature"] + "|dismissed:1"
    assert "computed without 1 dismissed finding" in after["scores"]["remarks"]
    bar = str((before["scores"]["fidelity"] + after["scores"]["fidelity"]) / 2)
    assert run(*PAIR, "--fail-under", bar).code == 0
    (folder / "truecopy.toml").unlink()
    assert run(*PAIR, "--fail-under", bar).code == 1


def test_a_filter_shows_less_and_counts_the_same(folder: Path, run: Callable[..., Done]) -> None:
    whole, part = (
        json.loads(run(*PAIR, "--format", "json", *more).out) for more in ((), ("--kinds", "doubled-word"))
    )
    assert len(part["findings"]) < len(whole["findings"])
    assert part["scores"]["fidelity"] == whole["scores"]["fidelity"]
    assert any("the scores count all of them" in remark for remark in part["scores"]["remarks"])
    assert not any("the scores count all of them" in remark for remark in whole["scores"]["remarks"])


def test_aligned_lines_without_what_is_dismissed(folder: Path, run: Callable[..., Done]) -> None:
    (folder / "a").write_text("It rained at noon.\nThe boat left.\n")
    (folder / "b").write_text("It rained at at noon.\nThe boat left.\n")
    lines = ("score", "--aligned", "a", "b", "--format", "json")
    before = json.loads(run(*lines).out)
    (folder / "truecopy.toml").write_text('[[dismiss]]\nkind = "doubled-word"\nreason = "x"\n')
    after = json.loads(run(*lines).out)
    assert after[0]["fidelity"] > before[0]["fidelity"]
    assert after[0]["penalty"] <= before[0]["penalty"]
    assert after[1] == before[1]


def test_lines_without_findings(folder: Path, run: Callable[..., Done]) -> None:
    (folder / "a").write_text("It rained at noon.\nThe boat left.\n")
    (folder / "b").write_text("It rained at at noon.\nThe boat left.\n")
    lines = ("score", "--aligned", "a", "b", "--format", "json")
    plain, whole = (json.loads(run(*lines, *more).out) for more in (("--no-findings",), ()))
    assert [one["findings"] for one in plain] == [[], []]
    assert whole[0]["findings"]
    assert plain[0]["fidelity"] >= whole[0]["fidelity"]
    assert_one_line(run(*PAIR, "--no-findings"), "--aligned")
    assert_one_line(run(*lines, "--no-findings", "--fail-on", "minor"), "--no-findings")
