"""Limits of bytes, sentences and time: refused in one line; what was done in time is written."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any

import pytest

from compare.settings import Limits
from tests.cli.conftest import assert_one_line

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Done

READERS = (
    ("score", "reference.txt", "candidate.txt"),
    ("score", "--aligned", "reference.txt", "candidate.txt"),
    ("check", "candidate.txt"),
    ("diff", "reference.txt", "candidate.txt"),
    ("align", "reference.txt", "candidate.txt"),
    ("rank", "reference.txt", "candidate.txt", "other.txt"),
    ("collate", "reference.txt", "candidate.txt"),
)


@pytest.mark.parametrize("command", READERS, ids=" ".join)
def test_more_than_allowed_is_refused(
    folder: Path, run: Callable[..., Done], command: tuple[str, ...]
) -> None:
    assert_one_line(run(*command, "--max-bytes", "100"), "limit of 100 bytes", "--max-bytes")
    assert_one_line(run(*command, "--max-sentences", "2"), "more than the limit of 2", "--max-sentences")
    assert run(*command, "--max-bytes", "0", "--max-sentences", "0", "--timeout", "0").code == 0


def test_families_leave_out_what_is_too_large(folder: Path, run: Callable[..., Done]) -> None:
    (folder / "large.txt").write_text("It rained on the town. " * 100)
    done = run("families", ".", "--max-bytes", "2000")
    assert done.code == 0
    assert "large.txt is larger" in done.err
    assert_one_line(run("families", "reference.txt", "--max-bytes", "100", "--quiet"), "none of the paths")


def test_families_leave_out_what_takes_too_long_to_read(
    folder: Path, run: Callable[..., Done], monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(_page: str, _label: str) -> str:
        while True:
            pass

    monkeypatch.setattr("compare.text.reading._article", endless)
    monkeypatch.setattr("compare.cli.limits.limits_of", lambda _: Limits(reading_seconds=0.1))
    (folder / "page.html").write_text("<p>It rained.</p>")
    done = run("families", ".")
    assert done.code == 0
    assert "to read page.html took longer than 0.1 seconds" in done.err


@pytest.mark.parametrize("value", ["-1", "many", "1.5"])
def test_a_limit_is_a_whole_number(folder: Path, run: Callable[..., Done], value: str) -> None:
    assert_one_line(run("check", "reference.txt", "--max-bytes", value), value)
    assert_one_line(run("check", "reference.txt", "--timeout", f"x{value}"), value)


def slow(monkeypatch: pytest.MonkeyPatch, where: str, *, from_call: int = 1) -> None:
    """Let a stage work for ever from a call on; what it gave before stays."""
    module, name = where.rsplit(".", 1)
    original = getattr(__import__(module, fromlist=[name]), name)
    calls = 0

    def endless(*arguments: Any, **named: Any) -> Any:
        nonlocal calls
        calls += 1
        while calls >= from_call:
            time.sleep(0.01)
        return original(*arguments, **named)

    monkeypatch.setattr(where, endless)


@pytest.mark.parametrize(
    ("command", "where"),
    [
        (READERS[0], "compare.pipeline.compare_documents"),
        (READERS[1], "compare.pipeline.score_segments"),
        (READERS[2], "compare.pipeline.check_document"),
        (READERS[3], "compare.pipeline.compare_documents"),
        (READERS[4], "compare.align.align_sentences"),
        (READERS[6], "compare.align.collation.collate"),
        (("families", "reference.txt", "other.txt"), "compare.families.families"),
        (("check", "other.txt"), "compare.text.reading.read"),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else value.rsplit(".", 1)[-1],
)
def test_work_that_does_not_end_is_interrupted(
    folder: Path,
    run: Callable[..., Done],
    monkeypatch: pytest.MonkeyPatch,
    command: tuple[str, ...],
    where: str,
) -> None:
    slow(monkeypatch, where)
    begun = time.monotonic()
    done = run(*command, "--timeout", "0.2", "-o", "result")
    assert time.monotonic() - begun < 10
    assert_one_line(done, f"truecopy {command[0]} took longer than 0.2 seconds", "--timeout")
    assert not (folder / "result").exists()


def test_what_was_done_in_time_is_written(
    folder: Path, run: Callable[..., Done], monkeypatch: pytest.MonkeyPatch
) -> None:
    # The first run reads the word lists; on a machine with other work to do that alone can take long.
    assert run("score", "reference.txt", "candidate.txt").code == 0
    slow(monkeypatch, "compare.pipeline.compare_documents", from_call=2)
    done = run(
        *("score", "reference.txt", "candidate.txt", "other.txt", "--format", "json", "--timeout", "5")
    )
    assert done.code == 2
    assert [report["candidate"]["name"] for report in json.loads(done.out)] == ["candidate.txt"]
    assert done.err.endswith("; the first result is written\n")
    slow(monkeypatch, "compare.pipeline.check_document", from_call=3)
    done = run("check", "candidate.txt", "reference.txt", "other.txt", "--format", "json", "--timeout", "5")
    assert done.code == 2
    assert len(json.loads(done.out)) == 2
    assert done.err.endswith("; the first 2 results are written\n")


def test_lines_that_were_done_in_time_are_written(
    folder: Path, run: Callable[..., Done], monkeypatch: pytest.MonkeyPatch
) -> None:
    command = ("score", "--aligned", "reference.txt", "candidate.txt", "--format", "jsonl")
    whole = run(*command).out.splitlines()
    monkeypatch.setattr("compare.cli.aligned._LINES_AT_ONCE", 2)
    assert run(*command).out.splitlines() == whole
    slow(monkeypatch, "compare.pipeline.score_segments", from_call=3)
    done = run(*command, "--timeout", "5")
    assert done.code == 2
    assert done.out.splitlines() == whole[:4]
    assert done.err.endswith("; the first 4 results are written\n")


@pytest.mark.parametrize("aligned", [(), ("--aligned",)])
def test_a_pattern_that_never_ends_is_interrupted(
    folder: Path, run: Callable[..., Done], aligned: tuple[str, ...]
) -> None:
    # Word lists and models are loaded beforehand: to load them may take longer than the time that is set below.
    assert run("score", *aligned, "reference.txt", "candidate.txt").code == 0
    (folder / "truecopy.toml").write_text('[[dismiss]]\npattern = "^(a+)+$"\nreason = "x"\n', "utf-8")
    (folder / "candidate.txt").write_text(f"It rained {'a' * 60}b.\n", "utf-8")
    (folder / "reference.txt").write_text(f"It rained {'a' * 60}c.\n", "utf-8")
    done = run("score", *aligned, "reference.txt", "candidate.txt", "--timeout", "3", "-o", "result")
    assert_one_line(done, "to review and draw the result took longer than 3 seconds", "--timeout")
    assert not (folder / "result").exists()


@pytest.mark.parametrize(
    ("command", "where"),
    [
        (READERS[0], "compare.report.terminal.render"),
        (READERS[2], "compare.report.terminal.render_check"),
        (READERS[3], "compare.report.parallel.render"),
        (READERS[4], "compare.report.serial.render_json"),
        (READERS[6], "compare.report.collation_text.render"),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_drawing_that_does_not_end_is_interrupted(
    folder: Path,
    run: Callable[..., Done],
    monkeypatch: pytest.MonkeyPatch,
    command: tuple[str, ...],
    where: str,
) -> None:
    slow(monkeypatch, where)
    assert_one_line(run(*command, "--timeout", "2"), "to review and draw the result took longer", "--timeout")


def test_a_result_of_an_earlier_run_is_kept(
    folder: Path, run: Callable[..., Done], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("score", "reference.txt", "candidate.txt", "-o", "result").code == 0
    before = (folder / "result").read_bytes()
    slow(monkeypatch, "compare.pipeline.compare_documents")
    assert run("score", "reference.txt", "candidate.txt", "-o", "result", "--timeout", "0.2").code == 2
    assert (folder / "result").read_bytes() == before
    assert sorted(path.name for path in folder.iterdir()) == [
        *("candidate.txt", "other.txt", "reference.txt", "result")
    ]
