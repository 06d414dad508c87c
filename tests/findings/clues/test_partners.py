from __future__ import annotations

import pytest

from compare.findings.clues.partners import Partners, partners
from tests.findings.pairs import of_lines


def bead(reference: str, candidate: str, language: str = "en") -> Partners:
    (found,) = partners(of_lines(reference, candidate, language=language))
    return found


def partner_words(found: Partners) -> dict[str, str]:
    """The words of the candidate that content words of the reference have as partners."""
    return {
        token.form: found.candidate[other].form
        for token, other, is_content in zip(
            found.reference, found.of_reference, found.reference_content, strict=True
        )
        if is_content and other >= 0
    }


@pytest.mark.parametrize(
    ("reference", "candidate", "word", "partner"),
    [
        ("They crossed the bay in a hot air balloon.", "A hot-air balloon took them over.", "hot", "hot-air"),
        ("They crossed the bay in a hot air balloon.", "A hot-air balloon took them over.", "air", "hot-air"),
        ("A hot-air balloon took them over.", "They crossed the bay in a hot air balloon.", "hot-air", "hot"),
    ],
)
def test_every_part_of_a_compound_has_it_as_its_partner(
    reference: str, candidate: str, word: str, partner: str
) -> None:
    assert partner_words(bead(reference, candidate))[word] == partner


def test_no_part_of_a_compound_is_open_on_its_own_side() -> None:
    found = bead("A hot-air balloon took them over.", "They crossed the bay in a hot air balloon.")
    places = [place for place, token in enumerate(found.candidate) if token.form in ("hot", "air")]
    assert len(places) == 2
    assert all(found.of_candidate[place] >= 0 for place in places)


def test_forms_of_a_word_are_those_of_its_own_language() -> None:
    found = bead("Die Flotte von Lindhafen lief am Abend aus.", "Abends lief Lindhafens Flotte aus.", "de")
    assert partner_words(found)["lindhafen"] == "lindhafens"
    assert partner_words(found)["abend"] == "abends"
