"""Without a reference, in languages but English: silence on sound text of many registers, damage told."""

from __future__ import annotations

import pytest

from compare.findings import find
from tests.findings.making import alone, found, places

SOUND = {
    "de": "Was ist denn das? Ich habe nur eines. Wir reden mit dem, der es sah, und mit der, die es weiß. Das Haus ist "
    "unser. Ich weiß, dass das das Haus ist, in dem die die Netze flicken. Immer und immer wieder dieselbe Stelle. "
    "Wer, wer, wer hat das getan? Das gilt z. B. für Orr, d. h. für alle. Am 3. Mai um 14.30 Uhr ging nichts mehr; das "
    "sind 12 Prozent mehr als 2,4 Millionen. Je mehr man hat, desto mehr fehlt einem.",
    "fr": "Il en reste encore un. C'est le seul que je connaisse, et j'en veux un, moi aussi. « Nous nous battons », "
    "dit-elle ; qui arrive trop tard reste debout. Encore et encore le même passage. Plus on en a, plus on en veut, et "
    "plus on en veut, plus il en manque. À 14 h 30, tout le monde était rentré : c'est 12 % de plus.",
    "es": "¿Qué opinan los vecinos? Solo queda una. Quiero una, pero grande. «Nunca, nunca», responde ella. Una y otra "
    "vez el mismo pasaje. Poco a poco se llena la sala. Fue a EE. UU. en mayo. Son 2,4 millones, un 12 % más.",
    "it": "Ne ho letto solo uno. Ne voglio una, grande. Piano piano se ne vanno. Più ne ha, più ne vuole.",
    "pt": "O que que ele disse? Muito, muito devagar. Quero uma, mas grande. A casa é minha, disse o dono.",
    "nl": "Dat dat zo is, weet hij wel. Zij zei dat ze ze niet kende. Beetje bij beetje werd het stil.",
}


@pytest.mark.parametrize("language", sorted(SOUND))
def test_sound_text_is_left_alone(language: str) -> None:
    assert [finding.message for finding in find(alone(SOUND[language], language))] == []


@pytest.mark.parametrize(
    ("language", "text", "kind", "place"),
    [
        ("de", "Die Gemeinde hat im im Herbst die Mole gebaut.", "doubled-word", "im im"),
        ("de", "Sie sprachen lange vom. Dann kam der Wirt.", "fragment", "vom."),
        ("de", "Der Wirt kam in die Stube. und setzte sich hin.", "fragment", "Stube. und"),
        ("de", "Die MÃ¶we flog weit hinaus.", "ocr", "MÃ¶we"),
        ("de", "Die Boote am Kai die Boote am Kai die Boote am Kai.", "repetition-loop", None),
        ("fr", "La commune a a construit la jetée.", "doubled-word", "a a"),
        ("fr", "Ils parlaient du. Puis ils sont partis.", "fragment", "du."),
        ("es", "Los barcos en el muelle en el muelle en el muelle.", "repetition-loop", None),
        ("es", "El coste de el, dijo, muelle subió.", "punctuation", ","),
        ("de", "Sie kochten sie with butter and the fish from the harbour und aßen.", "untranslated", None),
        ("fr", "Elle a cuit the potatoes with the butter et le poisson.", "untranslated", None),
        ("es", "Cocieron the potatoes with the butter y el pescado.", "untranslated", None),
        ("it", "La barca barca era vecchia.", "doubled-word", "barca barca"),
    ],
)
def test_damage_is_told(language: str, text: str, kind: str, place: str | None) -> None:
    evidence = alone(text, language)
    assert found(evidence, kind)
    if place is not None:
        assert places(evidence, kind) == [place]
