"""The benchmark of speed: its texts, its single measurements, its fit and its tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks.speeds.measuring import Measured, growth, measured
from benchmarks.speeds.programs import OURS, PROGRAMS
from benchmarks.speeds.tables import BEGIN, END, size_table, write_block
from benchmarks.speeds.texts import SHAPES

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("shape", sorted(SHAPES))
def test_a_text_is_as_long_as_asked_and_the_same_each_time(shape: str) -> None:
    pair = SHAPES[shape](20)
    assert pair == SHAPES[shape](20)
    assert len(pair.reference) == len(pair.candidate)
    assert len(pair.texts()[0]) == pytest.approx(20_000, rel=0.1)


def test_every_job_has_our_own_work_beside_others() -> None:
    jobs = {program.job for program in PROGRAMS}
    for job in jobs:
        names = [program.name for program in PROGRAMS if program.job == job]
        assert names[0] == OURS
        assert len(names) > 1


def test_a_program_is_measured_in_a_process_of_its_own() -> None:
    (difflib,) = (program for program in PROGRAMS if program.name == "difflib")
    found = measured(difflib, "edited", 2, limit_seconds=60)
    assert found.seconds is not None
    assert 0 < found.seconds < 10
    assert 5 < found.peak_mb < 500


def test_what_takes_too_long_says_so() -> None:
    (difflib,) = (program for program in PROGRAMS if program.name == "difflib")
    assert measured(difflib, "two words in turn", 1000, limit_seconds=1.0).reason == "> 1 s"


def test_growth_is_the_slope_of_the_logarithms() -> None:
    row = [Measured(seconds=seconds) for seconds in (9.0, 0.1, 10.0, 1000.0)]
    assert growth((1, 10, 100, 1000), row) == pytest.approx(2.0)
    assert growth((1, 10), row[:2]) is None


def test_the_table_shows_ratios_and_reasons() -> None:
    ours, other = PROGRAMS[0], PROGRAMS[1]
    rows = [
        (ours, [Measured(seconds=0.002, peak_mb=30.0), Measured(seconds=0.02, peak_mb=40.0)]),
        (other, [Measured(seconds=0.1, peak_mb=20.0), Measured(reason="> 20 s")]),
    ]
    lines = size_table((10, 100), rows).splitlines()
    assert lines[2] == f"| {ours.job} | **truecopy** | 2 ms | 20 ms | n^1.00 | 40 MB |"
    assert lines[3] == f"| {other.job} | {other.name} | 100 ms (×50) | > 20 s |  | 20 MB |"


def test_the_block_of_a_file_is_replaced_and_nothing_else(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"before\n{BEGIN}\nold\n{END}\nbehind\n", "utf-8")
    assert write_block(page, "new")
    assert page.read_text("utf-8") == f"before\n{BEGIN}\n\nnew\n\n{END}\nbehind\n"
    page.write_text("without marks", "utf-8")
    assert not write_block(page, "new")
