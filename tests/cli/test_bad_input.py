"""Every bad input ends in a clear result, or in one clear line and exit 2, within seconds."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import CANDIDATE, REFERENCE, Done, assert_one_line, process

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.mark.parametrize("command", ["score", "diff", "check", "align"])
def test_a_missing_file(folder: Path, run: Callable[..., Done], command: str) -> None:
    files = ["nowhere.txt"] if command == "check" else ["reference.txt", "nowhere.txt"]
    assert_one_line(run(command, *files), "nowhere.txt")


@pytest.mark.parametrize("command", ["score", "check"])
def test_a_folder(folder: Path, run: Callable[..., Done], command: str) -> None:
    (folder / "texts").mkdir()
    files = ["texts"] if command == "check" else ["reference.txt", "texts"]
    assert_one_line(run(command, *files), "texts", "folder")


def test_a_file_that_may_not_be_read(folder: Path, run: Callable[..., Done]) -> None:
    secret = folder / "secret.txt"
    secret.write_text("Nothing.")
    secret.chmod(0)
    if os.access(secret, os.R_OK):
        pytest.skip("this user may read everything")
    assert_one_line(run("check", "secret.txt"), "secret.txt")


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 8, b"A text with a NUL\0 byte in it."]
)
def test_a_binary_file_and_a_nul_byte(folder: Path, run: Callable[..., Done], data: bytes) -> None:
    (folder / "picture").write_bytes(data)
    assert_one_line(run("score", "reference.txt", "picture"), "picture")
    assert_one_line(run("check", "picture"), "picture")


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf"])
def test_an_empty_file(folder: Path, run: Callable[..., Done], data: bytes) -> None:
    (folder / "empty.txt").write_bytes(data)
    assert_one_line(run("score", "reference.txt", "empty.txt"), "empty.txt", "empty")


def test_invalid_utf_8(folder: Path, run: Callable[..., Done]) -> None:
    (folder / "latin.txt").write_bytes("Der Bäcker öffnet früh. Die Straße ist noch leer.".encode("latin-1"))
    assert_one_line(run("check", "latin.txt", "--encoding", "utf-8"), "latin.txt", "--encoding")
    read = json.loads(run("check", "latin.txt", "--encoding", "latin-1", "--format", "json").out)
    assert "Bäcker" in read["document"]["text"]


def test_an_encoding_that_there_is_not(folder: Path, run: Callable[..., Done]) -> None:
    assert_one_line(run("check", "reference.txt", "--encoding", "klingon"), "klingon")


def test_only_boilerplate(folder: Path, run: Callable[..., Done]) -> None:
    (folder / "page.txt").write_text(
        "Home | News | Sport | Weather\n\nShare this\n\n© 2021 All rights reserved\n"
    )
    done = run("score", "reference.txt", "page.txt", "--format", "json")
    assert done.code == 0, done
    report = json.loads(done.out)
    assert report["relation"]["same_piece"] is False
    assert report["scores"]["fidelity"] <= 10


@pytest.mark.parametrize("text", ["Word", "?", "…\n"])
def test_one_word(folder: Path, run: Callable[..., Done], text: str) -> None:
    (folder / "word.txt").write_text(text, encoding="utf-8")
    for files in (["reference.txt", "word.txt"], ["word.txt", "reference.txt"], ["word.txt", "word.txt"]):
        for form in ("text", "json", "html", "markdown", "csv", "jsonl"):
            assert run("score", *files, "--format", form).code == 0
    assert run("check", "word.txt").code == 0
    assert run("diff", "word.txt", "word.txt").code == 0


def test_two_unrelated_articles(folder: Path, run: Callable[..., Done]) -> None:
    report = json.loads(run("score", "reference.txt", "other.txt", "--format", "json").out)
    assert report["relation"]["same_piece"] is False
    assert report["relation"]["kind"] == "different"
    assert report["scores"]["fidelity"] <= 10
    said = run("score", "reference.txt", "other.txt").out
    assert "Not a version of the same piece" in said.split("fidelity", maxsplit=1)[0].replace("\n", " ")


def test_a_file_against_itself(folder: Path, run: Callable[..., Done]) -> None:
    report = json.loads(run("score", "reference.txt", "reference.txt", "--format", "json").out)
    assert report["scores"]["fidelity"] == 100
    assert {bead["kind"] for bead in report["alignment"]} == {"equal"}
    assert report["findings"] == []


@pytest.mark.parametrize("end", ["\r\n", "\r", "mixed"])
def test_line_ends(folder: Path, run: Callable[..., Done], end: str) -> None:
    text = REFERENCE.replace("\n", "\r\n", 3) if end == "mixed" else REFERENCE.replace("\n", end)
    (folder / "ends.txt").write_bytes(text.encode())
    report = json.loads(run("score", "reference.txt", "ends.txt", "--format", "json").out)
    assert report["candidate"]["text"] == text
    assert report["scores"]["fidelity"] == 100
    assert not [one for one in report["findings"] if one["severity"] != "neutral"]


def test_a_byte_order_mark(folder: Path, run: Callable[..., Done]) -> None:
    (folder / "mark.txt").write_bytes(b"\xef\xbb\xbf" + REFERENCE.encode())
    report = json.loads(run("score", "reference.txt", "mark.txt", "--format", "json").out)
    assert report["candidate"]["text"] == REFERENCE
    assert report["scores"]["fidelity"] == 100


def test_ten_megabytes_on_one_line(folder: Path, run: Callable[..., Done]) -> None:
    (folder / "long.txt").write_text("gull" * 2_500_000)
    begun = time.process_time()
    assert run("check", "long.txt", "--format", "csv").code == 0
    (folder / "long.txt").write_text("gull" * 250_000)
    done = run("score", "reference.txt", "long.txt", "--format", "csv")
    assert done.code == 0, done
    assert time.process_time() - begun < 60


def test_many_sentences_on_one_line(folder: Path, run: Callable[..., Done]) -> None:
    sentences = (f"Line {number} says that {number * 7} gulls sat on the wall." for number in range(12_000))
    (folder / "long.txt").write_text(" ".join(sentences))
    begun = time.process_time()
    assert run("check", "long.txt", "--format", "csv", "-o", "out.csv").code == 0
    assert time.process_time() - begun < 60


def test_standard_input(folder: Path, run: Callable[..., Done]) -> None:
    report = json.loads(run("score", "reference.txt", "-", "--format", "json", stdin=CANDIDATE.encode()).out)
    assert report["candidate"]["text"] == CANDIDATE
    assert_one_line(run("score", "-", "-", stdin=REFERENCE.encode()), "standard input", "twice")
    assert_one_line(run("align", "-", "-", stdin=REFERENCE.encode()), "standard input", "twice")
    assert_one_line(run("check", "-", stdin=b""), "empty")


def test_lines_that_are_not_as_many(folder: Path, run: Callable[..., Done]) -> None:
    (folder / "three.txt").write_text("One.\nTwo.\nThree.\n")
    (folder / "two.txt").write_text("One.\nTwo.\n")
    assert_one_line(run("score", "--aligned", "three.txt", "two.txt"), "three.txt", "3", "two.txt", "2")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], ["COMMAND"]),
        (["scores"], ["scores"]),
        (["score", "reference.txt"], ["CANDIDATE"]),
        (["score", "reference.txt", "candidate.txt", "--format", "pdf"], ["pdf", "markdown"]),
        (["check", "reference.txt", "--format", "latex"], ["latex", "markdown"]),
        (["align", "reference.txt", "candidate.txt", "--format", "text"], ["text", "beads"]),
        (["score", "--aligned", "reference.txt", "candidate.txt", "--format", "html"], ["html", "jsonl"]),
        (["score", "reference.txt", "candidate.txt", "--fail-under", "101"], ["101", "0 to 100"]),
        (["score", "reference.txt", "candidate.txt", "--fail-under", "nan"], ["nan"]),
        (["score", "reference.txt", "candidate.txt", "--fail-on", "tiny"], ["tiny", "critical"]),
        (["score", "reference.txt", "candidate.txt", "--min-confidence", "2"], ["2", "0 to 1"]),
        (["score", "reference.txt", "candidate.txt", "--kinds", "typo"], ["typo", "spelling"]),
        (["score", "reference.txt", "candidate.txt", "--metrics", "comet"], ["comet", "chrf"]),
        (["score", "reference.txt", "candidate.txt", "--source", "x"], ["--aligned"]),
        (["score", "reference.txt", "candidate.txt", "--color", "pink"], ["pink", "auto"]),
        (["score", "reference.txt", "candidate.txt", "--dismiss", "x"], ["--because"]),
        (["score", "reference.txt", "candidate.txt", "--dismissals", "no.toml"], ["no.toml"]),
        (["score", "reference.txt", "candidate.txt", "--baseline", "no.json"], ["no.json"]),
        (["score", "reference.txt", "candidate.txt", "--baseline", "other.txt"], ["other.txt", "JSON"]),
        (["rank", "reference.txt", "candidate.txt"], ["two"]),
        (["rank", "reference.txt", "candidate.txt", "candidate.txt"], ["candidate.txt"]),
        (["rank", "reference.txt", "candidate.txt", "other.txt", "--against", "x"], ["x", "other.txt"]),
        (["view", "no.txt"], ["no.txt"]),
    ],
)
def test_bad_use(folder: Path, run: Callable[..., Done], arguments: list[str], words: list[str]) -> None:
    assert_one_line(run(*arguments), *words)


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["scor", "reference.txt", "candidate.txt"], "score"),
        (["score", "reference.txt", "candidate.txt", "--fromat", "json"], "--format"),
        (["score", "reference.txt", "candidate.txt", "--kinds", "nmber"], "number"),
    ],
)
def test_a_slip_is_told_with_what_was_meant(
    folder: Path, run: Callable[..., Done], arguments: list[str], word: str
) -> None:
    assert_one_line(run(*arguments), f"did you mean '{word}'?")
    assert "did you mean" not in run("zzz").err


def test_an_error_cannot_steer_the_terminal(folder: Path, run: Callable[..., Done]) -> None:
    done = run("check", "\x1b[2J\u202egone.txt")
    assert_one_line(done, "␛[2J", "gone.txt")


def test_output_into_a_missing_folder(folder: Path, run: Callable[..., Done]) -> None:
    assert_one_line(run("score", "reference.txt", "candidate.txt", "-o", "no/report.json"), "no", "folder")


def test_output_onto_a_folder(folder: Path, run: Callable[..., Done]) -> None:
    (folder / "reports").mkdir()
    assert_one_line(run("score", "reference.txt", "candidate.txt", "-o", "reports"), "reports", "folder")
    assert list(folder.glob(".*")) == []


def test_a_reader_that_goes_away(folder: Path) -> None:
    (folder / "long.txt").write_text(REFERENCE * 200)
    with process("check", "long.txt", "--format", "json", cwd=folder) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdout.read(1)
        run.stdout.close()
        assert run.wait(60) == 0
        assert run.stderr.read() == b""


def test_an_interrupt(folder: Path) -> None:
    with process("score", "reference.txt", "-", cwd=folder, stdin=subprocess.PIPE) as run:
        time.sleep(1.5)  # by then it waits for its standard input
        run.send_signal(signal.SIGINT)
        _, err = run.communicate(timeout=30)
    assert run.returncode == 130
    assert b"Traceback" not in err


def test_a_fault_of_the_program_is_no_failed_gate(
    folder: Path, run: Callable[..., Done], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("here")

    monkeypatch.setattr("compare.pipeline.compare_documents", broken)
    assert_one_line(run("score", "reference.txt", "candidate.txt"), "ZeroDivisionError", "TRUECOPY_TRACEBACK")
    monkeypatch.setenv("TRUECOPY_TRACEBACK", "1")
    with pytest.raises(ZeroDivisionError):
        run("score", "reference.txt", "candidate.txt")
