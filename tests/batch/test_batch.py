"""``truecopy batch`` from its outside: results, summary, gates, and everything that can be wrong with a run."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

import pytest

from compare.batch import keeping as keeping_module
from compare.batch import parts as parts_module
from compare.batch.results import read_results
from compare.batch.schema import findings_schema, results_schema
from compare.batch.work import table_of
from tests.batch.conftest import TRUE, texts, write_lines
from tests.cli.conftest import Done, assert_one_line, folder, run  # noqa: F401

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from compare.batch.local import Part
    from compare.batch.scoring import Task

parquet = pytest.importorskip("pyarrow.parquet")
Run = Callable[..., Done]


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """Judge in this process: what is looked at here is not the engine, and workers take a second to start."""

    def results(parts: Iterable[Part], task: Task, **_: object) -> Iterator[tuple[Part, Any]]:
        for part in parts:
            yield part, table_of((task.record(row) for row in part.rows), task.schema())

    monkeypatch.setattr("compare.batch.run.local_results", results)


@pytest.fixture
def manifest(folder: Path) -> Path:  # noqa: F811
    """A manifest of nine rows, the last of which names a file that is not there."""
    rows: list[Any] = [*texts(8), {"id": "lost", "reference": "reference.txt", "candidate": "none.txt"}]
    return write_lines(folder / "m.jsonl", rows)


def batch(run: Run, output: str, *more: str) -> Done:  # noqa: F811
    return run("batch", "m.jsonl", "-o", output, "--workers", "1", "--quiet", *more)


def test_every_ending_holds_the_same(manifest: Path, run: Run) -> None:  # noqa: F811
    for ending in ("jsonl", "csv", "parquet"):
        assert batch(run, f"out.{ending}").code == 0
    here = manifest.parent
    lines = [json.loads(line) for line in (here / "out.jsonl").read_text().splitlines()]
    assert [list(line) for line in lines] == [results_schema().names] * 9
    assert parquet.read_table(here / "out.parquet").to_pylist() == lines
    with (here / "out.csv").open(newline="") as file:
        cells = list(csv.DictReader(file))
    assert [cell["fidelity"] for cell in cells] == [
        "" if line["fidelity"] is None else str(line["fidelity"]) for line in lines
    ]
    for ending in ("jsonl", "csv", "parquet"):
        back = [row for table in read_results(here / f"out.{ending}") for row in table.to_pylist()]
        assert back == lines
    found = [json.loads(line) for line in (here / "out.findings.jsonl").read_text().splitlines()]
    assert parquet.read_table(here / "out.findings.parquet").to_pylist() == found
    assert list(found[0]) == findings_schema().names
    for line in lines:
        assert sum(one["row"] == line["row"] for one in found) == (line["findings"] or 0)
    assert lines[8]["error"] == "none.txt does not exist; check the path"
    assert not list(here.glob("*.part*"))


def test_the_engine_changes_no_byte(manifest: Path, run: Run, request: pytest.FixtureRequest) -> None:  # noqa: F811
    assert batch(run, "one.jsonl").code == 0
    request.getfixturevalue("monkeypatch").undo()
    done = run(
        "batch", str(manifest), "-o", str(manifest.parent / "two.jsonl"), "--workers", "2", "--part-rows", "2"
    )
    assert done.code == 0
    for name in ("one.jsonl", "one.findings.jsonl", "one.jsonl.summary.json"):
        one = manifest.parent / name
        assert one.read_bytes() == one.with_name(name.replace("one", "two")).read_bytes()


def test_a_database_holds_the_same(manifest: Path, run: Run) -> None:  # noqa: F811
    pytest.importorskip("duckdb", reason="DuckDB is not installed")
    assert batch(run, "out.duckdb").code == 0
    assert batch(run, "out.jsonl").code == 0
    lines = [json.loads(line) for line in (manifest.parent / "out.jsonl").read_text().splitlines()]
    tables = read_results(manifest.parent / "out.duckdb")
    assert [row for table in tables for row in table.to_pylist()] == lines


def test_the_summary(manifest: Path, run: Run) -> None:  # noqa: F811
    done = batch(run, "out.jsonl", "--format", "json")
    said = json.loads(done.out)
    assert said == json.loads((manifest.parent / "out.jsonl.summary.json").read_text())
    assert (said["schema"], said["rows"], said["errors"]) == ("truecopy.batch/1", 9, 1)
    lines = [json.loads(line) for line in (manifest.parent / "out.jsonl").read_text().splitlines()]
    judged = [line for line in lines if line["error"] is None]
    assert said["fidelity"]["mean"] == pytest.approx(sum(line["fidelity"] for line in judged) / 8, abs=1e-4)
    assert sum(said["fidelity"]["tens"]) == 8
    assert said["worst"][0]["fidelity"] == min(line["fidelity"] for line in judged)
    assert [one["system"] for one in said["systems"]] == ["one", "two"]
    assert sum(said["kinds"].values()) == sum(line["findings"] for line in judged)
    assert said["failed"][0]["id"] == "lost"
    again = run("batch", "m.jsonl", "-o", "out.jsonl", "--resume")
    for words in ("9 rows, 1 error", "the worst", "lost: none.txt does not exist"):
        assert words in again.out
    assert "nothing is left to do" in again.err


def test_gates(manifest: Path, run: Run) -> None:  # noqa: F811
    assert batch(run, "out.jsonl").code == 0
    failed = batch(run, "out.jsonl", "--resume", "--fail-under", "99", "--fail-on", "minor")
    assert failed.code == 1
    assert failed.err.count("gate failed") == 3
    for words in ("of 9 rows is under 99; the worst: row ", "findings, minor or graver, in", "1 of 9 rows"):
        assert words in failed.err
    write_lines(manifest, [{"reference_text": TRUE, "candidate_text": TRUE}])
    assert batch(run, "clean.jsonl", "--fail-under", "99", "--fail-on", "minor").code == 0


def test_whole_reports_are_kept(manifest: Path, run: Run) -> None:  # noqa: F811
    assert batch(run, "out.jsonl", "--reports", "kept").code == 0
    lines = [json.loads(line) for line in (manifest.parent / "out.jsonl").read_text().splitlines()]
    report = json.loads((manifest.parent / "kept" / lines[1]["report"]).read_text())
    assert report["schema"] == "truecopy.report/1"
    assert report["scores"]["fidelity"] == lines[1]["fidelity"]
    assert lines[8]["report"] is None


def test_documents_alone(folder: Path, run: Run) -> None:  # noqa: F811
    done = run("batch", ".", "--check", "-o", "../checked.csv", "--workers", "1", "--quiet")
    assert done.code == 0
    with (folder.parent / "checked.csv").open(newline="") as file:
        cells = list(csv.DictReader(file))
    assert [cell["candidate"] for cell in cells] == ["candidate.txt", "other.txt", "reference.txt"]
    assert [cell["fidelity"] for cell in cells] == ["", "", ""]
    assert int(cells[0]["count_doubled_word"]) == 1


def test_rows_may_be_none_or_one(folder: Path, run: Run) -> None:  # noqa: F811
    (folder / "m.csv").write_text("reference,candidate\n", encoding="utf-8")
    done = run("batch", "m.csv", "-o", "out.parquet", "--workers", "1", "--quiet")
    assert (done.code, done.out) == (0, "0 rows, 0 errors\n")
    assert parquet.read_table("out.parquet").schema.equals(results_schema())
    (folder / "m.csv").write_text("reference,candidate\nreference.txt,candidate.txt\n", encoding="utf-8")
    assert run("batch", "m.csv", "-o", "one.csv", "--workers", "1").code == 0


def test_a_path_that_climbs_out(folder: Path, run: Run) -> None:  # noqa: F811
    inside = folder / "inside"
    inside.mkdir()
    write_lines(
        inside / "m.jsonl",
        [
            {"reference": "../reference.txt", "candidate_text": TRUE},
            {"reference": str(folder / "reference.txt"), "candidate_text": TRUE},
        ],
    )
    assert run("batch", "inside/m.jsonl", "-o", "out.jsonl", "--workers", "1").code == 0
    errors = [json.loads(line)["error"] for line in (folder / "out.jsonl").read_text().splitlines()]
    assert all("--allow-outside" in error for error in errors)
    allowed = run("batch", "inside/m.jsonl", "-o", "more.jsonl", "--workers", "1", "--allow-outside")
    assert "2 rows, 0 errors" in allowed.out


def test_bad_use_is_one_line(manifest: Path, run: Run) -> None:  # noqa: F811
    assert_one_line(run("batch", "m.jsonl"), "-o")
    assert_one_line(run("batch", "m.jsonl", "-o", "out.txt"), ".jsonl, .csv, .parquet")
    assert_one_line(run("batch", "none.csv", "-o", "out.csv"), "does not exist")
    assert_one_line(run("batch", ".", "-o", "out.csv"), "--check or --families")
    assert_one_line(run("batch", "-o", "out.csv"), "--references")
    assert_one_line(run("batch", "--references", ".", "-o", "out.csv"), "go together")
    assert_one_line(run("batch", "m.jsonl", "-o", "out.csv", "--workers", "0"), "whole number from 1")
    assert_one_line(run("batch", "m.jsonl", "-o", "out.csv", "--timeout", "x"), "time in seconds")
    assert_one_line(run("batch", "m.jsonl", "-o", "nowhere/out.csv"), "nowhere does not exist")
    (manifest.parent / "folder.csv").mkdir()
    assert_one_line(run("batch", "m.jsonl", "-o", "folder.csv"), "is a folder")


def test_a_result_that_exists_is_not_touched(manifest: Path, run: Run) -> None:  # noqa: F811
    assert batch(run, "out.csv").code == 0
    before = (manifest.parent / "out.csv").read_bytes()
    assert_one_line(batch(run, "out.csv"), "out.csv exists", "--resume", "--overwrite")
    assert_one_line(batch(run, "out.csv", "--resume", "--metrics", "chrf"), "--metrics", "changed")
    with manifest.open("a") as file:
        file.write('{"reference_text": "One more.", "candidate_text": "One more."}\n')
    assert_one_line(batch(run, "out.csv", "--resume"), "the manifest", "changed")
    assert (manifest.parent / "out.csv").read_bytes() == before
    assert batch(run, "out.csv", "--overwrite").code == 0
    assert (manifest.parent / "out.csv").read_bytes().startswith(before)


def test_too_many_errors_stop_the_run(manifest: Path, run: Run) -> None:  # noqa: F811
    write_lines(manifest, [{"reference_text": TRUE, "candidate": f"none{n}.txt"} for n in range(6)])
    stopped = batch(run, "out.csv", "--max-errors", "3", "--part-rows", "2")
    assert_one_line(stopped, "stopped: 4 rows", "--max-errors 3", "--retry-errors")
    for number in range(6):
        (manifest.parent / f"none{number}.txt").write_text(TRUE, encoding="utf-8")
    mended = batch(run, "out.csv", "--max-errors", "3", "--part-rows", "2", "--resume", "--retry-errors")
    assert mended.code == 0
    assert mended.out.startswith("6 rows, 0 errors")


def test_a_full_disk_costs_nothing_that_was_done(
    manifest: Path,
    run: Run,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert batch(run, "whole.csv").code == 0
    write, written = parts_module.Parts.write, list[int]()

    def full(self: parts_module.Parts, number: int, table: Any) -> None:
        if len(written) == 2:
            with keeping_module.told(self.folder):
                raise OSError(28, "No space left on device")
        written.append(number)
        write(self, number, table)

    monkeypatch.setattr(parts_module.Parts, "write", full)
    assert_one_line(batch(run, "out.csv", "--part-rows", "2"), "no space left on device", "the same command")
    assert not (manifest.parent / "out.csv").exists()
    monkeypatch.setattr(parts_module.Parts, "write", write)
    again = run("batch", "m.jsonl", "-o", "out.csv", "--workers", "2", "--part-rows", "2")
    assert "going on: 4 of 9 rows" in again.err
    for name in ("out.csv", "out.findings.csv"):
        whole = (manifest.parent / name.replace("out", "whole")).read_bytes()
        assert (manifest.parent / name).read_bytes() == whole


def test_a_file_that_has_changed_behind_its_manifest_is_named(manifest: Path, run: Run) -> None:  # noqa: F811
    here = manifest.parent
    for number in range(4):
        (here / f"copy{number}.txt").write_text(TRUE, encoding="utf-8")
    rows = [{"reference": "reference.txt", "candidate": f"copy{number}.txt"} for number in range(4)]
    write_lines(
        manifest, [*rows, {"reference": "reference.txt", "candidate": "late.txt"}, {"candidate": "x"}]
    )
    stopped = batch(run, "out.csv", "--part-rows", "2", "--max-errors", "0")
    assert stopped.code == 2
    assert len(list((here / "out.csv.parts").glob("part-*.arrow"))) == 3
    (here / "copy1.txt").write_text(f"{TRUE} More.", encoding="utf-8")
    refused = batch(run, "out.csv", "--part-rows", "2", "--resume")
    assert_one_line(refused, "changed since then: copy1.txt (row 2)", "--overwrite")
    assert_one_line(batch(run, "out.csv", "--part-rows", "2"), "copy1.txt (row 2)")
    # Set back, and the rest may change: it is judged anew.
    (here / "copy1.txt").write_text(TRUE, encoding="utf-8")
    (here / "late.txt").write_text(TRUE, encoding="utf-8")
    (here / "out.csv.parts" / "part-0000001.arrow").unlink()
    (here / "copy3.txt").write_text(f"{TRUE} More.", encoding="utf-8")
    assert batch(run, "out.csv", "--part-rows", "2", "--resume", "--retry-errors").code == 0
    assert [
        row["error"] is None for table in read_results(here / "out.csv") for row in table.to_pylist()
    ] == [
        *[True] * 5,
        False,
    ]
    (here / "copy2.txt").write_text(f"{TRUE} More.", encoding="utf-8")
    later = (here / "out.csv").stat().st_mtime + 5
    os.utime(here / "copy2.txt", (later, later))
    assert_one_line(batch(run, "out.csv", "--resume"), "the texts that the manifest names, copy2.txt for one")


def test_a_part_that_is_spoilt_is_done_again(manifest: Path, run: Run) -> None:  # noqa: F811
    assert batch(run, "whole.csv").code == 0
    assert batch(run, "out.csv", "--part-rows", "2", "--max-errors", "0").code == 2
    [first, *_] = sorted((manifest.parent / "out.csv.parts").glob("part-*.arrow"))
    first.write_bytes(first.read_bytes()[:-40])
    assert_one_line(batch(run, "out.csv", "--part-rows", "3"), "--part-rows", "changed")
    assert batch(run, "out.csv", "--part-rows", "2").code == 0
    assert (manifest.parent / "out.csv").read_bytes() == (manifest.parent / "whole.csv").read_bytes()


def test_seconds_are_told_only_when_asked_for(manifest: Path, run: Run) -> None:  # noqa: F811
    assert batch(run, "out.jsonl", "--seconds").code == 0
    lines = [json.loads(line) for line in (manifest.parent / "out.jsonl").read_text().splitlines()]
    assert all(line["seconds"] > 0 for line in lines)


def test_build_servers_are_told(manifest: Path, run: Run) -> None:  # noqa: F811
    names = [{"reference": "reference.txt", "candidate": "candidate.txt"}]
    write_lines(manifest, [*names, *texts(2), {"reference": "reference.txt", "candidate": "none.txt"}])
    for ending in ("jsonl", "csv"):
        files = ("--junit", "junit.xml", "--sarif", "found.sarif", "--format", "github")
        done = batch(run, f"out.{ending}", *files, "--fail-under", "99.9")
        assert done.code == 1
        [suite] = ElementTree.parse("junit.xml").getroot()
        assert [[part.tag for part in test] for test in suite] == [["failure"]] * 3 + [["error"]]
        assert suite.attrib["errors"] == "1"
        results = json.loads((manifest.parent / "found.sarif").read_text())["runs"][0]["results"]
        places = [one["locations"][0]["physicalLocation"] for one in results]
        lines = (manifest.parent / "candidate.txt").read_text().splitlines()
        for place in places:
            if place["artifactLocation"]["uri"] == "candidate.txt":
                said = place["region"]["snippet"]["text"].splitlines() or [""]
                assert said[0] in lines[place["region"]["startLine"] - 1]
        assert {place["artifactLocation"]["uri"] for place in places} == {"candidate.txt", "m.jsonl"}
        assert len(done.out.splitlines()) == len(results)
        assert "::error file=candidate.txt,line=3," in done.out
