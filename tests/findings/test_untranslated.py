"""Words left in another script or another language."""

from __future__ import annotations

import pytest

from tests.findings.lines import lines
from tests.findings.making import alone, found, pair, places

UNTRANSLATED = "untranslated"


@pytest.mark.parametrize(
    ("reference", "candidate", "left"),
    [
        ("A cat slept on the quay.", "A 猫 slept on the quay.", "猫"),
        ("The captain read the question twice.", "The captain read the вопрос twice.", "вопрос"),
        ("The ships were empty at dawn.", "The schiffe were empty at dawn.", "schiffe"),
        ("They were very happy to sail.", "They were very contenti to sail.", "contenti"),
        ("He sat at the window in tears.", "He sat at the window in Tränen.", "Tränen"),
        ("She asked the treasurer of the fund.", "She asked the Schatzmeister of the fund.", "Schatzmeister"),
    ],
)
def test_against_a_reference(reference: str, candidate: str, left: str) -> None:
    (finding,) = found(pair(reference, candidate), UNTRANSLATED)
    assert finding.candidate is not None
    assert finding.candidate.text == left
    assert finding.confidence >= 0.8


@pytest.mark.parametrize(
    ("reference", "candidate"),
    [
        ("She met Mr Baker at the station.", "She met Herr Bäcker at the station."),  # a name for a name
        ("He liked the spirit of the age.", "He liked the Zeitgeist of the age."),  # a loan that English has
    ],
)
def test_a_capital_is_no_proof_of_german(reference: str, candidate: str) -> None:
    assert places(pair(reference, candidate), UNTRANSLATED) == []


def test_what_the_reference_quotes() -> None:
    sentence = "The sign read 猫 and nothing else."
    assert places(pair(sentence, sentence), UNTRANSLATED) == []


@pytest.mark.parametrize(
    "text",
    [
        "The angle α is larger than β, he said, and the café was full of déjà vu.",
        "The novel (白鯨) sold well.",
        "A sober perturbation of the spectrum.",
    ],
)
def test_signs_loans_and_glosses(text: str) -> None:
    assert places(alone(text), UNTRANSLATED) == []


def test_a_passage_without_a_reference() -> None:
    text = "The mayor rose and said que los barcos están perdidos para siempre and sat down again."
    assert places(alone(text), UNTRANSLATED) == ["barcos están perdidos para siempre"]


def test_a_word_of_another_script_alone() -> None:
    assert places(alone("The captain read the вопрос twice and said nothing."), UNTRANSLATED) == ["вопрос"]


def test_a_word_that_the_language_has_too_is_told_with_doubt() -> None:
    (finding,) = found(pair("She painted a white lily.", "She painted a white calla."), "untranslated")
    assert finding.confidence <= 0.6


def test_a_name_that_the_reference_has_in_another_sentence() -> None:
    reference = ["The pills were sold by Doctor Hübner.", "The mouse had better taste, said the old man."]
    candidate = ["The pills were sold by a doctor.", "The mouse had better taste, said old Hübner."]
    assert found(lines(reference, candidate), UNTRANSLATED) == []


@pytest.mark.parametrize(
    ("language", "reference", "candidate", "word"),
    [
        ("de", "Wo kein Sauerstoff hinkommt, da verrottet nichts.", "Wo kein oxygen hinkommt, da verrottet nichts.",
         ["oxygen"]),
        ("fr", "Au loin sonnait l'horloge du village.", "Au loin sonnait le clock du village.", ["clock"]),
        ("de", "Zum Essen gingen sie gern an den See.", "Zum lunch gingen sie gern an den See.", []),
        ("fr", "Il attend notre réponse depuis lundi.", "Il attend notre feedback depuis lundi.", []),
    ],
)  # fmt: skip
def test_an_english_word_alone_in_another_language(
    language: str, reference: str, candidate: str, word: list[str]
) -> None:
    assert places(lines([reference], [candidate], language=language), UNTRANSLATED) == word


def test_the_name_of_a_species_is_left_as_it_is() -> None:
    assert (
        found(pair("The blowflies cannot help it.", "The Calliphora vicina cannot help it."), UNTRANSLATED)
        == []
    )
