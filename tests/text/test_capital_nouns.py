"""Names in a language that writes every noun with a capital."""

from __future__ import annotations

import pytest

from compare.findings.names import find
from compare.text.capital_nouns import is_common_noun
from compare.text.names import names
from compare.text.tokens import tokenize
from tests.findings.lines import lines


def names_of(text: str) -> list[str]:
    return [name.form for name in names([tokenize(text, language="de")], language="de")]


@pytest.mark.parametrize(
    "word", ["birne", "schlüssel", "gartentor", "ortsschilder", "gemeinderätin", "polizei", "vorstellung"]
)
def test_words_of_the_language_are_told_by_their_relatives_and_parts(word: str) -> None:
    assert is_common_noun(word, "de")


@pytest.mark.parametrize("word", ["merkel", "hamburg", "brennan", "kvist", "torvald", "norwegen"])
def test_names_have_none(word: str) -> None:
    assert not is_common_noun(word, "de")


def test_a_capital_alone_names_nothing() -> None:
    assert names_of("Der Bäcker stellte zwei Bleche mit Brötchen neben die Kasse, und Kunden warteten.") == []


def test_names_are_found_among_capital_nouns() -> None:
    assert names_of("Am Abend fuhr Bürgermeisterin Ines Brennan mit dem Zug nach Hamburg.") == [
        "ines brennan",
        "hamburg",
    ]


def test_an_article_makes_a_noun_of_an_unknown_word() -> None:
    assert names_of("Er nahm den Quirlaxt und ging.") == []


@pytest.mark.parametrize(
    ("reference", "candidate"),
    [
        ("Die Feuerwehr löschte das Dach der Scheune.", "Die Löschtruppe rettete das Gebälk des Schuppens."),
        ("Am Morgen brachte der Bote ein Paket.", "In der Frühe lieferte der Kurier eine Sendung."),
        ("Entdeckt wurde die Leiche von Kindern.", "Spaziergänger fanden den Körper."),
    ],
)
def test_other_nouns_are_no_other_names(reference: str, candidate: str) -> None:
    assert not list(find(lines([reference], [candidate], language="de")))


@pytest.mark.parametrize(
    ("reference", "candidate", "expected"),
    [
        ("Gestern kam Ines Brennan in Hamburg an.", "Gestern kam Ines Brennan in Stockholm an.", "Hamburg"),
        ("Den Preis bekam Torvald für das Boot.", "Den Preis bekam Torwart für das Boot.", "Torvald"),
    ],
)
def test_a_name_that_became_another_word_is_told(reference: str, candidate: str, expected: str) -> None:
    (finding,) = find(lines([reference], [candidate], language="de"))
    assert finding.kind == "name"
    assert finding.details["expected"] == expected
