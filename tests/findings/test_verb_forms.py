"""Verb forms that the words before them do not allow."""

from __future__ import annotations

import pytest

from tests.findings.making import found, pair


@pytest.mark.parametrize(
    ("reference", "candidate", "words"),
    [
        ("The dogs were barking all night.", "The dogs was barking all night.", "was"),
        ("He has never seen the sea.", "He has never saw the sea.", "saw"),
        ("They asked us to get off the train.", "They asked us to gets off the train.", "gets"),
        ("He did not know the way.", "He did not knew the way.", "knew"),
        ("We don't do it for money.", "We doesn't do it for money.", "doesn't"),
        ("The new rules will apply from May.", "The new rules will applies from May.", "applies"),
    ],
)
def test_a_form_that_cannot_stand_there(reference: str, candidate: str, words: str) -> None:
    [finding] = found(pair(reference, candidate), "grammar")
    assert finding.candidate is not None
    assert words in finding.candidate.text


@pytest.mark.parametrize(
    ("reference", "candidate"),
    [
        ("One of the dogs were barking.", "One of the dogs was barking."),
        ("The number of the hens were small.", "The number of the hens was small."),
        ("The team were in the lead.", "The team was in the lead."),
        ("They were there before us.", "They are there before us."),
        ("He had seen it.", "He saw it."),
        ("The news were good.", "The news was good."),
        ("It was put to work at once.", "It was put to the works at once."),
        ("She has read it.", "She has written it."),
        ("In the hall questions were discouraged.", "In the hall asking questions was discouraged."),
        ("Keeping hens were their joys.", "Keeping hens was their joys."),
    ],
)
def test_a_form_that_can(reference: str, candidate: str) -> None:
    assert not found(pair(reference, candidate), "grammar")
