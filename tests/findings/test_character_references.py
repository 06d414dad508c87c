"""HTML that was not decoded: one finding, and no other for its sake."""

from __future__ import annotations

import compare
from tests.findings.making import alone, found, pair

TRUE = 'The café won\'t open before May, the owner said. "We have 12 chairs & one table," she added. Nobody laughed.'
COPY = (
    "The caf&eacute; won&#39;t open before May, the owner said. &quot;We have 12 chairs &amp;amp; one table,&quot; she "
    "added. Nobody laughed."
)


def test_one_finding_with_the_number_of_places() -> None:
    report = compare.compare_texts(TRUE, COPY)
    [finding] = [one for one in report.findings if one.severity != "neutral"]
    assert finding.kind == "ocr"
    assert (
        finding.message
        == "“caf&eacute;” is HTML that was not decoded: “café”; 5 such places, this is the first"
    )
    assert finding.candidate is not None
    assert finding.candidate.text == "caf&eacute;"


def test_found_without_a_reference_too() -> None:
    assert [one.kind for one in found(alone(COPY), "ocr")] == ["ocr"]


def test_what_the_reference_has_as_well_is_its_way() -> None:
    assert not found(pair(COPY, COPY.replace("12", "14")), "ocr")


def test_an_ampersand_is_none() -> None:
    assert not found(alone("R&D at AT&T; M&S sold it. Q&A followed, and nobody asked."), "ocr")


def test_a_word_may_begin_with_one() -> None:
    from compare.text.tokens import tokenize

    assert [token.form for token in tokenize("un &eacute;t&eacute;", language="fr")] == ["un", "été"]
