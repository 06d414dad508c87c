"""Synonyms are read from WordNet's files where they lie; without the files, a sentence says what to do."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from compare.errors import MissingExtra, UnreadableText
from compare.text import wordnet as reader
from compare.text.wordnet import WordNet, are_related, are_synonyms, wordnet, wordnet_digest
from tests.text.wordnet_files import BOATS, Meaning, write_wordnet

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def boats(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> WordNet:
    write_wordnet(tmp_path)
    monkeypatch.setenv("NLTK_DATA", str(tmp_path))
    return wordnet()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ferry", "ferryboat"),
        ("ferries", "ferryboats"),
        ("moored", "berth"),
        ("mooring", "moored"),  # derived from it
        ("swifter", "speedy"),  # like it
        ("lingering", "tarried"),
        ("anon", "presently"),
    ],
)
def test_synonyms(boats: WordNet, one: str, other: str) -> None:
    assert are_synonyms(one, other, boats)
    assert are_synonyms(other, one, boats)
    assert are_related(one, other, boats)


@pytest.mark.parametrize(("one", "other"), [("ferry", "vessel"), ("barges", "vessels"), ("ferry", "barge")])
def test_kinds_of_one_thing_are_related_and_no_synonyms(boats: WordNet, one: str, other: str) -> None:
    assert are_related(one, other, boats)
    assert are_related(other, one, boats)
    assert not are_synonyms(one, other, boats)


@pytest.mark.parametrize(
    ("one", "other"), [("ferry", "linger"), ("ferry", "zeppelin"), ("zeppelin", "airship"), ("", "ferry")]
)
def test_what_is_far_or_not_in_the_lexicon(boats: WordNet, one: str, other: str) -> None:
    assert not are_related(one, other, boats)


def test_a_listed_exception_counts_in_place_of_endings(boats: WordNet) -> None:
    assert are_synonyms("mice", "mouse", boats)


def test_every_word_of_the_index_is_found(boats: WordNet) -> None:
    for meaning in BOATS:
        for word in meaning.words:
            assert boats.line(f"index.{meaning.part}", word).split()[0] == word
            assert not boats.line(f"index.{meaning.part}", word[:-1])
            assert not boats.line(f"index.{meaning.part}", f"{word}s")


def test_the_archive_that_nltk_downloads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = write_wordnet(tmp_path / "plain")
    packed = tmp_path / "packed" / "corpora"
    packed.mkdir(parents=True)
    with zipfile.ZipFile(packed / "wordnet.zip", "w") as archive:
        for path in sorted(place.iterdir()):
            archive.write(path, f"wordnet/{path.name}")
    monkeypatch.setenv("NLTK_DATA", str(tmp_path / "plain"))
    digest = wordnet_digest()
    monkeypatch.setenv("NLTK_DATA", str(tmp_path / "packed"))
    assert wordnet().place.endswith("wordnet.zip")
    assert are_synonyms("ferry", "ferryboat", wordnet())
    assert wordnet_digest() == digest


def test_another_lexicon_has_another_digest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_wordnet(tmp_path / "one")
    write_wordnet(tmp_path / "two", [*BOATS, Meaning("noun", ["quay", "wharf"])])
    digests = []
    for name in ("one", "two"):
        monkeypatch.setenv("NLTK_DATA", str(tmp_path / name))
        digests.append(wordnet_digest())
    assert len(set(digests)) == 2
    assert are_synonyms("quays", "wharf", wordnet())


def test_no_lexicon(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "_places", lambda _: iter([tmp_path]))
    monkeypatch.setenv("NLTK_DATA", str(tmp_path / "nowhere"))
    with pytest.raises(MissingExtra, match=r"nltk\.downloader wordnet.*NLTK_DATA"):
        wordnet()


@pytest.mark.parametrize("damage", ["cut", "letters", "empty"])
def test_a_damaged_lexicon(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: str) -> None:
    place = write_wordnet(tmp_path)
    for name in ("data.noun", "index.noun"):
        text = (place / name).read_text(encoding="utf-8")
        spoilt = {"cut": text[:90], "letters": text.replace("0", "o"), "empty": ""}[damage]
        (place / name).write_text(spoilt, encoding="utf-8")
    monkeypatch.setenv("NLTK_DATA", str(tmp_path))
    if damage == "cut":  # a word that is gone with the rest is a word that is not known
        assert not are_related("ferry", "barge", wordnet())
        return
    with pytest.raises(UnreadableText, match="fetch"):
        are_related("ferry", "barge", wordnet())


def test_an_archive_that_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "corpora").mkdir()
    (tmp_path / "corpora" / "wordnet.zip").write_bytes(b"no archive")
    monkeypatch.setenv("NLTK_DATA", str(tmp_path))
    with pytest.raises(UnreadableText, match="fetch it again"):
        wordnet()
