"""What the reference has in the same words is no error."""

from __future__ import annotations

import pytest

from compare.findings import find
from compare.findings.same_there import without_same_there
from compare.model import Finding
from tests.findings.lines import lines

TEXTS = {
    "en": [
        "Had done.",
        'He said, "No. the the end',
        "It was very very cold ,and teh boat boat boat sank.",
        "She paid 20 dollars, not 30, to Ines Hale,, of.",
        "Der Hund bellt die ganze Nacht.",
    ],
    "de": [
        "Am Abend stieg sie in den Bus nach Bergen ein.",
        "»Ich habe nichts gesehen«, sagte er, »gar nichts.«",
        "Der Rasen Rasen war nass, und das Tor des.",
        "The dog barks all night long.",
    ],
    "fr": ["Il n’a pas vu la mer , ni le le port.", "Elle vend 3 pommes de", "The dog barks all night."],
    "es": ["No vino nadie nadie a la fiesta.", "Costó 1.200 euros y el.", "¿Quién es? preguntó ella"],
}


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_a_text_has_no_finding_against_itself(language: str) -> None:
    assert find(lines(TEXTS[language], TEXTS[language], language=language)) == ()


def doubled(reference: str, candidate: str) -> list[Finding]:
    evidence = lines([reference], [candidate])
    start = candidate.index("the the")
    finding = Finding(
        kind="doubled-word",
        severity="minor",
        confidence=0.9,
        message="",
        candidate=evidence.candidate.document.span(start, start + len("the the")),
        bead=0,
    )
    return list(without_same_there([finding], evidence))


def test_only_the_same_words_around_excuse() -> None:
    assert not doubled("Now it was the the end.", "It was the the end.")
    assert doubled("It was the the end.", "It was a port and the the end.")


def test_an_end_is_excused_by_an_end_alone() -> None:
    assert doubled("They saw the the end.", "They saw the the")
    assert not doubled("So they saw the the", "They saw the the")
