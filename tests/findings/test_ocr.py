"""Noise of scanners and encodings, told by what the document writes elsewhere."""

from __future__ import annotations

import pytest

from tests.findings.making import alone, found, pair, places

OCR = "ocr"


def test_a_letter_for_another() -> None:
    text = "The AI firm sells AI. Its AI is fast. Fans of the Al firm, and of OpenAl, like OpenAI and OpenAI tools."
    assert places(alone(text), OCR) == ["Al", "OpenAl"]


def test_a_zero_for_a_letter() -> None:
    text = "They call it o1. The engine 01 was followed by 03, and 01 sold well on 12 May."
    assert places(alone(text), OCR) == ["01", "03", "01"]


def test_numbers_and_words_are_left_alone() -> None:
    text = "On 15 May he is 50, so 11 men in World War II sat. He is ill; I am ill. All is well. It modem and modern."
    assert places(alone(text), OCR) == []


@pytest.mark.parametrize(
    ("text", "torn"),
    [
        ("A signi cant part of the harbour was closed.", "signi cant"),
        ("It was de fi nitely the last boat.", "de fi nitely"),
        ("They hopethe boat comes soon.", "hopethe"),
        ("The so-called low-water mark; the lowwater mark moved.", "lowwater"),
        ("The cafÃ© was closed.", "cafÃ©"),
    ],
)
def test_torn_glued_and_garbled(text: str, torn: str) -> None:
    assert places(alone(text), OCR) == [torn]


def test_the_reference_settles_it() -> None:
    (finding,) = found(pair("The AI firm moved.", "The Al firm moved."), OCR)
    assert finding.details == {"expected": "AI"}
    assert places(pair("The Al firm moved.", "The Al firm moved."), OCR) == []


def test_an_old_adverb_has_lost_no_space() -> None:
    assert places(alone("They found a cave and carried the lamps thereinto."), "ocr") == []


def test_a_word_without_its_beginning_in_a_text_that_has_lost_ligatures() -> None:
    gap = "A signi cant part of the harbour was closed. "
    text = "The gures were read out in the nal hour. Nobody believed the gures."
    assert places(alone(gap + text), OCR) == ["signi cant", "gures", "nal"]
    assert places(alone(text), OCR) == []
    reference = "A significant part of the harbour was closed. The figures were read out. Nobody believed the figures."
    candidate = (
        "A signi cant part of the harbour was closed. The gures were read out. Nobody believed the gures."
    )
    assert places(pair(reference, candidate), OCR) == ["signi cant", "gures", "gures"]


@pytest.mark.parametrize("torn", ["horrifi ed", "intensi ed", "offi cer"])
def test_a_word_torn_behind_its_ligature(torn: str) -> None:
    assert places(alone(f"Yesterday they were {torn} there."), OCR) == [torn]


def test_a_piece_is_no_likelier_than_the_word_that_looks_like_it() -> None:
    assert "Im" not in places(alone("The fi lm and the other fi lm ran. When Im drumming, I rest."), OCR)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Tbe boat came in late.", "Tbe"),
        ("The choice was rnade in June.", "rnade"),
        ("It was alrnost dark.", "alrnost"),
        ("They got there at last, but a1ready too late.", "a1ready"),
        ("It opens again in 0ctober.", "0ctober"),
        ("They walked t0 the pier.", "t0"),
        ("The guests are always wel- come here.", "wel- come"),
        ("They teach techno logy there.", "techno logy"),
    ],
)
def test_shapes_that_are_taken_for_others(text: str, read: str) -> None:
    assert places(alone(text), OCR) == [read]


@pytest.mark.parametrize(
    "text",
    [
        "The 1st and 10th boats, an mp3, the i5, 5km and 10am trains, H1N1 and 100m races.",
        "Those who were bidden came, and the pilots paid four sicles; two sicles were false.",
        "They like pre- and post-war boats, and best- selling lamps.",
        "They drank with Orla queen of the hills, and any time any one may come.",
        "Der rnann kam alrnost an.",
    ],
)
def test_codes_old_words_and_what_is_said_twice_are_no_noise(text: str) -> None:
    assert places(alone(text, "de" if text.startswith("Der") else "en"), OCR) == []
