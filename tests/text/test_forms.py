"""Forms: what is style and what is another word."""

from __future__ import annotations

import pytest

from compare.text.forms import american, form, stem


@pytest.mark.parametrize(
    ("written", "other"),
    [
        ("Colour", "color"),
        ("ORGANISATION", "organization"),
        ("neighbourhood", "neighborhood"),
        ("honourable", "honorable"),
        ("centred", "centered"),
        ("theatres", "theaters"),
        ("kilometre", "kilometer"),
        ("catalogue", "catalog"),
        ("travelled", "traveled"),
        ("labelling", "labeling"),
        ("defence", "defense"),
        ("analysed", "analyzed"),
        ("unrecognised", "unrecognized"),
        ("programmes", "programs"),
        ("sceptical", "skeptical"),
        ("colour-blind", "color-blind"),
        ("co-operate", "cooperate"),
        ("naïve", "naive"),
        ("“", '"'),
        ("’", "'"),
        ("«", "„"),
        ("—", "–"),
        ("--", "-"),
        ("...", "…"),
        ("U.S.", "US"),
        ("e.g.", "eg"),
        ("don’t", "don't"),
        ("ﬁrm", "firm"),
        ("２０２５", "2025"),
        ("co\u00adworker", "coworker"),
        ("$6M"[2:], "m"),
    ],
)
def test_style_is_taken_away(written: str, other: str) -> None:
    assert form(written) == form(other)


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("US", "us"),
        ("hour", "hor"),
        ("promise", "promize"),
        ("calling", "caling"),
        ("storey", "story"),
        ("prise", "prize"),
        ("tonne", "ton"),
        ("analyses", "analyzes"),
        ("2,000", "2.000"),
        ("o1", "01"),
        ("expertise", "expertize"),
        ("surprising", "surprizing"),
        ("otherwise", "otherwize"),
        ("½", "1/2"),
        (",", ";"),
    ],
)
def test_another_word_keeps_another_form(word: str, other: str) -> None:
    assert form(word) != form(other)


def test_spelling_is_english_only() -> None:
    assert form("labour", "fr") == "labour"
    assert form("labour", "en") == "labor"


@pytest.mark.parametrize(
    "word", ["four", "your", "tour", "raise", "noise", "wise", "seller", "fell", "store", "here"]
)
def test_common_words_are_their_own_spelling(word: str) -> None:
    assert american(word) == word


def test_stems() -> None:
    assert stem("laboratories") == stem("laboratory")
    assert stem("Häuser".lower(), "de") == stem("häuser", "de")
    assert stem("книги", "ru") == stem("книга", "ru")
    assert stem("2,000") == "2,000"
    assert stem("qualcosa", "xx") == "qualcosa"


def test_a_very_long_word_costs_nothing() -> None:
    assert form("a" * 1_000_000) == stem("a" * 1_000_000)
