"""Verdicts as files: what was dismissed in the viewer is dismissed on the command line, and so on."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import compare
from compare.cli import main
from tests.ui.conftest import COPY, TRUE
from ui.reviews import Said
from ui.verdict_files import dismissals_toml, verdicts_csv, verdicts_marot

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from compare.model import Finding, Report


def report(paths: tuple[Path, Path]) -> Report:
    return compare.compare_documents(compare.read(paths[0]), compare.read(paths[1]))


def said(finding: Finding, verdict: str, reason: str = "") -> Said:
    return Said(
        finding=finding.id,
        verdict="dismissed" if verdict == "dismissed" else "accepted",
        severity="major",
        reason=reason,
        reviewer="Ada",
    )


def test_what_is_dismissed_here_is_dismissed_on_the_command_line(
    texts: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    judged = report(texts)
    first, second = judged.findings[:2]
    verdicts = {
        first.id: said(first, "dismissed", 'a "name"\nof ours \\ theirs'),
        second.id: said(second, "accepted"),
    }
    path = tmp_path / "truecopy.toml"
    path.write_text(dismissals_toml(judged, verdicts), encoding="utf-8")
    assert main(["score", *map(str, texts), "--dismissals", str(path), "--format", "json"]) == 0
    found = {each["id"]: each.get("dismissed") for each in json.loads(capsys.readouterr().out)["findings"]}
    assert found[first.id] == 'a "name"\nof ours \\ theirs'
    assert [name for name, reason in found.items() if reason] == [first.id]


def test_marot_rows_hold_the_span_between_its_marks(texts: tuple[Path, Path]) -> None:
    judged = report(texts)
    verdicts = {each.id: said(each, "accepted") for each in judged.findings}
    rows = list(csv.DictReader(io.StringIO(verdicts_marot(judged, verdicts)), delimiter="\t"))
    assert len(rows) == len(judged.findings)
    for row, finding in zip(rows, judged.findings, strict=True):
        assert row["category"] == finding.mqm
        assert row["severity"] == "Major"
        assert row["rater"] == "Ada"
        if finding.candidate is not None:
            assert f"<v>{finding.candidate.text}</v>" in row["target"]
        target = row["target"].replace("<v>", "").replace("</v>", "")
        assert target in " ".join(COPY.split())
        assert row["source"].replace("<v>", "").replace("</v>", "") in " ".join(TRUE.split())


def test_dismissed_findings_are_no_ratings(texts: tuple[Path, Path]) -> None:
    judged = report(texts)
    first = judged.findings[0]
    assert verdicts_marot(judged, {first.id: said(first, "dismissed")}).count("\n") == 1


def test_no_cell_of_the_table_is_a_formula(texts: tuple[Path, Path]) -> None:
    judged = report(texts)
    first = judged.findings[0]
    written = verdicts_csv(judged, {first.id: said(first, "dismissed", "=1+1")})
    [row] = csv.DictReader(io.StringIO(written))
    assert row["finding"] == first.id
    assert row["verdict"] == "dismissed"
    assert (row["reference"], row["candidate"]) == (judged.reference.name, judged.candidate.name)
    assert not row["reason"].startswith("=")
