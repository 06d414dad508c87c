"""What the commands give: JSON to the schema, files that are whole, help at once, colour where it is wanted."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from referencing import Registry, Resource

import compare
from compare.cli import COMMANDS
from compare.model import CheckReport, Report

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Done

SCHEMAS = {
    path.name.removesuffix(".schema.json"): json.loads(path.read_text(encoding="utf-8"))
    for path in sorted((Path(compare.__file__).parent / "report" / "schema").glob("*.schema.json"))
}


def closed(schema: Any) -> Any:
    """The schema with nothing allowed that it does not name: what is added must be written down."""
    if isinstance(schema, list):
        return [closed(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    found = {key: closed(value) for key, value in schema.items()}
    if schema.get("type") == "object" and "properties" in schema:
        found["additionalProperties"] = False
    return found


def assert_valid(value: Any, name: str) -> None:
    registry: Registry[Any] = Registry().with_resources(
        (schema["$id"], Resource.from_contents(closed(schema))) for schema in SCHEMAS.values()
    )
    jsonschema.Draft202012Validator(closed(SCHEMAS[name]), registry=registry).validate(value)


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_the_schemas_are_schemas(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMAS[name])


def test_score_json(folder: Path, run: Callable[..., Done]) -> None:
    text = run("score", "reference.txt", "candidate.txt", "--format", "json").out
    report = json.loads(text)
    assert_valid(report, "report")
    assert Report.from_dict(report).to_dict() == report
    for side in ("reference", "candidate"):
        whole = report[side]["text"]
        assert whole == (folder / f"{side}.txt").read_text(encoding="utf-8")
        for sentence in report[side]["sentences"]:
            assert whole[sentence["start"] : sentence["end"]] == sentence["text"]
        for finding in report["findings"]:
            if finding[side]:
                assert whole[finding[side]["start"] : finding[side]["end"]] == finding[side]["text"]
        beads = [index for bead in report["alignment"] for index in bead[side]]
        roles = {sentence["index"]: sentence["role"] for sentence in report[side]["sentences"]}
        assert sorted(beads) == [index for index, role in roles.items() if role in ("title", "body")]
    assert text == run("score", "reference.txt", "candidate.txt", "--format", "json").out


def test_score_of_several(folder: Path, run: Callable[..., Done]) -> None:
    files = ("reference.txt", "candidate.txt", "reference.txt")
    reports = json.loads(run("score", *files, "--format", "json").out)
    lines = [json.loads(line) for line in run("score", *files, "--format", "jsonl").out.splitlines()]
    assert len(reports) == 2
    assert lines == reports
    for report in reports:
        assert_valid(report, "report")
    alone = json.loads(run("score", "reference.txt", "reference.txt", "--format", "json").out)
    assert reports[1] == alone


def test_metrics(folder: Path, run: Callable[..., Done]) -> None:
    pair = ("score", "reference.txt", "candidate.txt", "--format", "json", "--metrics")
    scores = json.loads(run(*pair, "ter,chrf").out)["scores"]
    assert scores["bleu"] is None
    assert scores["chrf"] > 90
    assert scores["ter"] < 20
    none = json.loads(run(*pair, "none").out)["scores"]
    assert none["chrf"] is none["bleu"] is none["ter"] is None


def test_check_json(folder: Path, run: Callable[..., Done]) -> None:
    report = json.loads(run("check", "candidate.txt", "--format", "json").out)
    assert_valid(report, "check")
    assert "doubled-word" in {finding["kind"] for finding in report["findings"]}
    several = json.loads(run("check", "candidate.txt", "reference.txt", "--format", "json").out)
    assert several[0] == report
    assert_valid(several[1], "check")


def test_aligned_jsonl(folder: Path, run: Callable[..., Done]) -> None:
    (folder / "a").write_text("It rained at noon.\n\nThe boat\u2028left.\n")
    (folder / "b").write_text("It rained at at noon.\n\nThe boat\u2028left.\n")
    lines = run("score", "--aligned", "a", "b", "--format", "jsonl").out.splitlines()
    results = [json.loads(line) for line in lines]
    assert [result["segment"] for result in results] == [1, 2, 3]
    for result in results:
        assert_valid(result, "aligned")
    assert [result["fidelity"] == 100 for result in results] == [False, True, True]
    whole = json.loads(run("score", "--aligned", "a", "b", "--format", "json").out)
    assert whole == results
    assert (
        run("score", "--aligned", "a", "b", "--format", "csv")
        .out.splitlines()[0]
        .startswith("segment,fidelity")
    )
    assert "3 segments" in run("score", "--aligned", "a", "b", "--source", "a").out


def test_align(folder: Path, run: Callable[..., Done]) -> None:
    (folder / "a").write_text("The boat left at dawn.\nIt carried nine sheep and a priest.\nNobody waved.\n")
    (folder / "b").write_text("The boat left at dawn.\nNobody waved.\n")
    assert run("align", "a", "b", "--format", "beads").out == "[0]:[0]\n[1]:[]\n[2]:[1]\n"
    alignment = json.loads(run("align", "a", "b").out)
    assert_valid(alignment, "alignment")
    assert (
        alignment
        == compare.align_sentences(
            (folder / "a").read_text().splitlines(), (folder / "b").read_text().splitlines()
        ).to_dict()
    )


def test_rank(folder: Path, run: Callable[..., Done]) -> None:
    (folder / "copy.txt").write_text((folder / "reference.txt").read_text())
    files = ("rank", "reference.txt", "other.txt", "candidate.txt", "copy.txt")
    ranking = json.loads(run(*files, "--format", "json").out)
    assert_valid(ranking, "ranking")
    assert [system["name"] for system in ranking["systems"]] == ["copy.txt", "candidate.txt", "other.txt"]
    turned = run("rank", "reference.txt", "copy.txt", "other.txt", "candidate.txt", "--format", "json").out
    assert json.loads(turned) == ranking
    for form in ("text", "markdown", "latex", "csv"):
        assert "candidate.txt" in run(*files, "--format", form).out
    against = json.loads(run(*files, "--against", "other.txt", "--format", "json").out)
    assert against["baseline"] == "other.txt"


def test_families_json(folder: Path, run: Callable[..., Done]) -> None:
    families = json.loads(
        run("families", "reference.txt", "candidate.txt", "other.txt", "--format", "json").out
    )
    assert_valid(families, "families")
    members = sorted(member["path"] for family in families["families"] for member in family["members"])
    assert members == ["candidate.txt", "other.txt", "reference.txt"]


@pytest.mark.parametrize("form", ["text", "json", "jsonl", "html", "markdown", "csv"])
@pytest.mark.parametrize("command", ["score", "check"])
def test_a_file_holds_what_would_be_printed(
    folder: Path, run: Callable[..., Done], command: str, form: str
) -> None:
    files = ["reference.txt", "candidate.txt"] if command == "score" else ["candidate.txt"]
    printed = run(command, *files, "--format", form)
    written = run(command, *files, "--format", form, "-o", "result")
    assert (written.code, written.out, written.err) == (0, "", "")
    assert (folder / "result").read_text(encoding="utf-8") == printed.out
    assert printed.out.endswith("\n")


def test_an_old_result_is_never_lost(folder: Path, run: Callable[..., Done]) -> None:
    (folder / "result.json").write_text("old")
    assert run("score", "reference.txt", "nowhere.txt", "-o", "result.json").code == 2
    assert (folder / "result.json").read_text() == "old"
    assert run("score", "reference.txt", "candidate.txt", "-o", "result.json").code == 0
    assert (folder / "result.json").read_text() != "old"
    assert [path.name for path in folder.iterdir() if path.name.endswith(".part")] == []


def test_a_result_keeps_the_rights_and_the_link(folder: Path, run: Callable[..., Done]) -> None:
    target = folder / "target.json"
    target.write_text("old")
    target.chmod(0o640)
    (folder / "link.json").symlink_to(target)
    assert run("check", "candidate.txt", "-o", "link.json").code == 0
    assert (folder / "link.json").is_symlink()
    assert target.read_text() != "old"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert run("check", "candidate.txt", "-o", os.devnull).code == 0
    assert not Path(os.devnull).is_file()


def test_colour(folder: Path, run: Callable[..., Done], monkeypatch: pytest.MonkeyPatch) -> None:
    pair = ("score", "reference.txt", "candidate.txt")
    assert "\x1b[" not in run(*pair).out
    assert "\x1b[" in run(*pair, "--color", "always").out
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm-256color")
    assert "\x1b[" in run(*pair).out
    assert "\x1b[" not in run(*pair, "--color", "never").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in run(*pair).out
    assert "\x1b[" in run(*pair, "--color", "always").out


@pytest.mark.parametrize("columns", ["40", "80", "160"])
def test_nothing_is_wider_than_the_terminal(
    folder: Path, run: Callable[..., Done], monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    for command in (("score", "--explain"), ("diff",), ("diff", "--all")):
        text = run(*command, "reference.txt", "candidate.txt").out
        assert max(map(len, text.splitlines())) <= int(columns)


def test_filters(folder: Path, run: Callable[..., Done]) -> None:
    pair = ("score", "reference.txt", "candidate.txt", "--format", "json")
    every = json.loads(run(*pair).out)["findings"]
    some = json.loads(run(*pair, "--kinds", "doubled-word,style").out)["findings"]
    assert some == [one for one in every if one["kind"] in ("doubled-word", "style")]
    sure = json.loads(run(*pair, "--min-confidence", "0.96").out)["findings"]
    assert sure == [one for one in every if one["confidence"] >= 0.96]


def test_explain(folder: Path, run: Callable[..., Done]) -> None:
    text = run("score", "reference.txt", "candidate.txt", "--explain").out
    taken = [float(line.split()[1]) for line in text.splitlines() if line.strip().startswith("− ")]
    fidelity = next(float(line.split()[1]) for line in text.splitlines() if line.strip().startswith("= "))
    assert round(sum(taken) + fidelity, 6) == 100
    assert "signature" in text


def test_help_loads_nothing_heavy() -> None:
    program = (
        "import sys\n"
        "from compare.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = ['nltk', 'numpy', 'rich', 'sacrebleu', 'wordfreq', 'rapidfuzz', 'Levenshtein', 'compare.pipeline']\n"
        "print(*[name for name in heavy if name in sys.modules], file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == ""
    for command in COMMANDS:
        assert f"\n    {command} " in done.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(run: Callable[..., Done], command: str) -> None:
    done = run(command, "--help")
    assert done.code == 0
    assert done.out.startswith(f"usage: truecopy {command}")


def test_version(run: Callable[..., Done]) -> None:
    assert run("--version").out == f"truecopy {compare.__version__}\n"


def test_check_report_round_trip(folder: Path) -> None:
    report = compare.check_document(compare.read(folder / "candidate.txt"))
    assert isinstance(report, CheckReport)
    assert report.to_dict()["schema"] == "truecopy.check/1"
