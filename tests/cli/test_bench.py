"""``truecopy bench`` runs what lies beside the package, and says clearly where nothing does."""

from __future__ import annotations

from pathlib import Path

import pytest

from compare.cli import bench, main
from compare.errors import MissingExtra

ROOT = Path(__file__).resolve().parents[2]


def test_an_installed_package_has_no_benchmarks(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(bench, "__file__", str(tmp_path / "compare" / "cli" / "bench.py"))
    with pytest.raises(MissingExtra, match="checkout of the repository"):
        bench.benchmarks_folder()


def test_every_room_that_is_named_has_a_script() -> None:
    for room in bench.QUALITY:
        assert (ROOT / "benchmarks" / "quality" / f"{room}.py").is_file()
    assert (ROOT / "benchmarks" / "speed.py").is_file()


def test_data_that_is_no_folder_is_bad_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "quality", "--data", "no-such-folder"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_speed_prints_lines_a_second(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "speed", "--only", "lines", "--segments", "20"]) == 0
    shown = capfd.readouterr().out
    assert "lines, without findings" in shown
    assert "sacrebleu sentence chrF" in shown
