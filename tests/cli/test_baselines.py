"""What is said of a baseline, and of a finding that is dismissed twice."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from compare.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

TRUE = "The ferry left Oban at noon. It carried 40 cars and a circus. The crossing took three hours."
COPY = TRUE.replace("40", "14")


def files(folder: Path) -> tuple[str, str, str]:
    (folder / "true.txt").write_text(TRUE, encoding="utf-8")
    (folder / "copy.txt").write_text(COPY, encoding="utf-8")
    base = str(folder / "base.json")
    main(
        [
            "score",
            str(folder / "true.txt"),
            str(folder / "copy.txt"),
            "--format",
            "json",
            "-o",
            base,
            "--quiet",
        ]
    )
    return str(folder / "true.txt"), str(folder / "copy.txt"), base


def test_known_and_new_findings_are_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    true, copy, base = files(tmp_path)
    assert main(["score", true, copy, "--baseline", base]) == 0
    assert f"1 of 1 finding known from {base}, 0 new" in capsys.readouterr().err


def test_a_baseline_of_another_command_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    true, copy, base = files(tmp_path)
    main(["check", copy, "--format", "json", "-o", base, "--quiet"])
    main(["score", true, copy, "--baseline", base])
    assert "was made by check" in capsys.readouterr().err


def test_a_baseline_of_another_candidate_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    true, _, base = files(tmp_path)
    main(["score", true, true, "--baseline", base])
    assert f"is of {tmp_path / 'copy.txt'}, not of" in capsys.readouterr().err


def test_a_finding_is_dismissed_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    true, copy, _ = files(tmp_path)
    name = json.loads((tmp_path / "base.json").read_text(encoding="utf-8"))["findings"][0]["id"]
    dismissals = tmp_path / "dismissals.toml"
    call = ["score", true, copy, "--dismissals", str(dismissals), "--dismiss", name, "--because", "a joke"]
    for _ in range(2):
        assert main(call) == 0
    assert dismissals.read_text(encoding="utf-8").count("[[dismiss]]") == 1
    assert "dismissed" in capsys.readouterr().err


def test_a_stranger_fails_any_gate_of_findings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    true, copy, _ = files(tmp_path)
    (tmp_path / "copy.txt").write_text(
        "Wheat is dearer than in May, says the miller's guild.", encoding="utf-8"
    )
    assert main(["score", true, copy, "--fail-on", "critical"]) == 1
    assert "is not a version of" in capsys.readouterr().err
