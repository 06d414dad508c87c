"""The same input gives the same bytes: on every run, under any PYTHONHASHSEED, whatever was judged before it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ("0", "4242")
VERSIONS = [f"seeds/{name}.txt" for name in ("reference", "roundtrip", "excerpt", "ocr", "edited", "related")]


def printed(arguments: list[str], seed: str, python: str = sys.executable) -> bytes:
    """Give what a command writes, in a process of its own whose hashes of strings are seeded."""
    done = subprocess.run(
        [python, "-m", "compare", *arguments],
        cwd=ROOT,
        env={
            **os.environ,
            "PYTHONHASHSEED": seed,
            "PYTHONIOENCODING": "utf-8",
            "NO_COLOR": "1",
            "COLUMNS": "100",
        },
        capture_output=True,
        check=True,
    )
    return done.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["score", *VERSIONS, "--format", "json", "--metrics", "chrf,bleu,ter"],
        ["score", "--aligned", "seeds/reference.txt", "seeds/edited.txt", "--format", "jsonl"],
        ["check", *VERSIONS, "--format", "json"],
        ["collate", *VERSIONS[:5], "--format", "json"],
        ["families", *VERSIONS, "--format", "json"],
        ["rank", *VERSIONS[:5], "--format", "json"],
    ],
    ids=lambda arguments: " ".join(argument for argument in arguments if not argument.startswith("seeds/")),
)
def test_the_same_bytes_under_any_hash_seed(arguments: list[str]) -> None:
    first, *others = (printed(arguments, seed) for seed in SEEDS)
    assert len(first) > 100
    assert all(other == first for other in others)


def test_a_report_does_not_depend_on_what_was_judged_before() -> None:
    alone = printed(["score", VERSIONS[0], VERSIONS[3], "--format", "jsonl"], "0").splitlines()
    after = printed(["score", VERSIONS[0], *VERSIONS[1:], "--format", "jsonl"], "0").splitlines()
    before = printed(["score", VERSIONS[0], *reversed(VERSIONS[1:]), "--format", "jsonl"], "0").splitlines()
    assert alone == [after[2]] == [before[2]]
    assert sorted(after) == sorted(before)


@pytest.mark.parametrize("version", ["3.11", "3.12", "3.13"])
def test_the_same_bytes_from_every_python(version: str) -> None:
    """Asks the interpreters that are there, or those named in ``TRUECOPY_PYTHONS``, parted by colons."""
    if sys.version_info[:2] == tuple(map(int, version.split("."))):
        pytest.skip(f"Python {version} runs the tests themselves")
    named = [Path(path) for path in os.environ.get("TRUECOPY_PYTHONS", "").split(os.pathsep) if path]
    python = next((str(path) for path in named if version in str(path)), shutil.which(f"python{version}"))
    needs = "import Levenshtein, nltk, numpy, rapidfuzz, sacrebleu, wordfreq"
    if python is None or subprocess.run([python, "-c", needs], capture_output=True).returncode:
        pytest.skip(f"there is no Python {version} with what truecopy needs")
    for arguments in (
        ["score", *VERSIONS, "--format", "json", "--metrics", "chrf,bleu,ter"],
        ["check", *VERSIONS, "--format", "html"],
        ["collate", *VERSIONS[:5], "--format", "csv"],
    ):
        assert printed(arguments, "0", python) == printed(arguments, "1")
