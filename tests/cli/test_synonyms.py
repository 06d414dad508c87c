"""``[compare] synonyms = "wordnet"`` in truecopy.toml: a lexicon of the user's own says what stands for what."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from compare.text import wordnet
from tests.cli.conftest import assert_one_line
from tests.text.wordnet_files import write_wordnet

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Done

REFERENCE = (
    "The ferry will berth at the old quay in the morning. Nobody in the harbour office was told of it.\n"
)
CANDIDATE = (
    "The ferryboat will moor at the old quay in the morning. Nobody in the harbour office was told of it.\n"
)
ASKS = '[compare]\nsynonyms = "wordnet"\n'


@pytest.fixture
def report(folder: Path, run: Callable[..., Done]) -> Callable[..., dict[str, Any]]:
    (folder / "true.txt").write_text(REFERENCE, encoding="utf-8")
    (folder / "copy.txt").write_text(CANDIDATE, encoding="utf-8")

    def report() -> dict[str, Any]:
        told: dict[str, Any] = json.loads(run("score", "true.txt", "copy.txt", "--format", "json").out)
        return told

    return report


def test_a_synonym_of_the_lexicon_is_no_change_of_sense(
    folder: Path, report: Callable[..., dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NLTK_DATA", str(folder))
    write_wordnet(folder)

    def replaced() -> list[str]:
        return [one["candidate"]["text"] for one in report()["findings"] if one["kind"] == "meaning"]

    assert "moor" in replaced()
    (folder / "truecopy.toml").write_text(ASKS)
    assert replaced() == []


def test_the_signature_names_the_lexicon(
    folder: Path, report: Callable[..., dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NLTK_DATA", str(folder))
    write_wordnet(folder)
    plain = report()["signature"].split("|")
    (folder / "truecopy.toml").write_text(ASKS)
    asked = report()["signature"].split("|")
    assert set(plain) < set(asked)
    assert [part for part in asked if part not in plain] == [f"synonyms:wordnet-{wordnet.wordnet_digest()}"]


@pytest.mark.parametrize("command", ["score", "rank", "check"])
def test_without_the_files_one_line_says_what_to_do(
    folder: Path, run: Callable[..., Done], monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("NLTK_DATA", str(folder / command))
    monkeypatch.setattr(wordnet, "_places", lambda _: iter(()))
    (folder / "truecopy.toml").write_text(ASKS)
    texts = ("reference.txt", "candidate.txt", "other.txt")[: {"score": 2, "rank": 3, "check": 1}[command]]
    assert_one_line(run(command, *texts), "nltk.downloader wordnet", "NLTK_DATA")


@pytest.mark.parametrize(
    "table", ['compare = "wordnet"', '[compare]\nsynonyms = "roget"', '[compare]\nsynonym = "wordnet"']
)
def test_a_table_that_is_not_understood(folder: Path, run: Callable[..., Done], table: str) -> None:
    (folder / "truecopy.toml").write_text(table)
    assert_one_line(run("score", "reference.txt", "candidate.txt"), "truecopy.toml", 'synonyms = "wordnet"')
