"""Negations put in or taken out, in languages without lists of sense."""

from __future__ import annotations

import pytest

from compare.findings.minimal_pairs import find
from tests.findings.lines import lines
from tests.findings.making import pair, places


@pytest.mark.parametrize(
    ("language", "plain", "negated"),
    [
        ("de", "Der Bäcker hat den Ofen gelöscht.", "Der Bäcker hat den Ofen nicht gelöscht."),
        ("de", "Für das Boot gibt es eine Lampe.", "Für das Boot gibt es keine Lampe."),
        ("fr", "Le boulanger ouvre la porte le soir.", "Le boulanger n’ouvre pas la porte le soir."),
        ("es", "La panadera abre la puerta por la noche.", "La panadera no abre la puerta por la noche."),
    ],
)
def test_a_negation_of_one_side_is_told(language: str, plain: str, negated: str) -> None:
    for reference, candidate, change in ((plain, negated, "gained"), (negated, plain, "lost")):
        (finding,) = find(lines([reference], [candidate], language=language))
        assert (finding.kind, finding.details["change"]) == ("polarity", change)


@pytest.mark.parametrize(
    ("reference", "candidate"),
    [
        ("Sie kam nicht zum Fest.", "Dem Fest blieb sie fern."),
        ("Er kaufte Brot und Salz.", "Er kaufte nicht nur Brot, auch Salz."),
        ("Niemand hat den Ofen gelöscht.", "Es hat niemand den Ofen gelöscht."),
    ],
)
def test_other_ways_to_say_it_are_not(reference: str, candidate: str) -> None:
    assert not list(find(lines([reference], [candidate], language="de")))


@pytest.mark.parametrize(
    ("reference", "candidate"),
    [
        ('He said: "That\'ll be six crowns."', 'He said: "That will be six crowns."'),
        ("Has there ever been a duller fraud?", "Was there ever a duller fraud?"),
    ],
)
def test_the_same_time_by_other_means(reference: str, candidate: str) -> None:
    assert places(pair(reference, candidate), "meaning") == []


@pytest.mark.parametrize(
    ("language", "reference", "candidate", "words"),
    [
        (
            "de",
            "Das Boot trug mehr als vierzig Gäste.",
            "Das Boot trug weniger als vierzig Gäste.",
            "mehr weniger",
        ),
        ("de", "Vor dem Fest regnete es im Tal.", "Nach dem Fest regnete es im Tal.", "Vor Nach"),
        (
            "de",
            "Sie wohnten in einem großen Haus am See.",
            "Sie wohnten in einem kleinen Haus am See.",
            "großen kleinen",
        ),
        (
            "fr",
            "Le bateau était toujours plein le soir.",
            "Le bateau était toujours vide le soir.",
            "plein vide",
        ),
        ("es", "La barca llegó antes de la noche.", "La barca llegó después de la noche.", "antes después"),
        (
            "de",
            "Trotzdem trägt der Kahn ungefähr doppelt so viel Heu wie alle Karren zusammen.",
            "Dennoch trägt der Kahn etwa halb so viel Heu wie sämtliche Karren miteinander.",
            "doppelt halb",
        ),
        (
            "de",
            "Der Landwirt hat vor Jahren schon die Gräben verschlossen.",
            "Der Bauer hat bereits vor Jahren die Gräben geöffnet.",
            "verschlossen geöffnet",
        ),
    ],
)
def test_an_opposite_is_told(language: str, reference: str, candidate: str, words: str) -> None:
    (finding,) = find(lines([reference], [candidate], language=language))
    assert finding.kind == "meaning"
    assert finding.reference is not None
    assert finding.candidate is not None
    assert f"{finding.reference.text} {finding.candidate.text}" == words


def test_an_opposite_in_a_sentence_told_otherwise_is_not() -> None:
    reference, candidate = "Vor dem Fest regnete es im Tal.", "Im Tal kam Regen nach dem Fest, der blieb."
    assert not list(find(lines([reference], [candidate], language="de")))


@pytest.mark.parametrize(
    ("reference", "candidate"),
    [
        (
            "Das alte Boot lag oben am Hang, das neue unten.",
            "Das neue Boot lag unten am Hang, das alte oben.",
        ),
        ("Der Weg ist nicht lang und führt am Ufer entlang.", "Der Weg ist kurz und führt am Ufer entlang."),
    ],
)
def test_two_things_that_changed_places_and_a_denied_opposite_are_none(
    reference: str, candidate: str
) -> None:
    assert not list(find(lines([reference], [candidate], language="de")))


def test_a_french_negation_keeps_its_particle() -> None:
    kept = ("Le pilote n'a pas pu repartir avant minuit.", "Le pilote n'a pu repartir qu'après minuit.")
    assert not list(find(lines([kept[0]], [kept[1]], language="fr")))
    lost = ("Le pilote n'est pas reparti avant minuit.", "Le pilote est reparti avant minuit.")
    (finding,) = find(lines([lost[0]], [lost[1]], language="fr"))
    assert finding.details["change"] == "lost"
