"""Words broken at the end of a line: those written with a hyphen keep it."""

from __future__ import annotations

import pytest

from compare.pipeline import compare_texts
from compare.text.documents import document
from compare.text.line_breaks import tokens_of_versions


def forms(*texts: str, language: str | None = None) -> list[str]:
    versions = [document(text, language=language) if language else document(text) for text in texts]
    return [token.form for sentence in tokens_of_versions(versions)[0] for token in sentence]


@pytest.mark.parametrize(
    ("text", "language", "form"),
    [
        ("All of the thirty-\nfour hens.", "en", "thirty-four"),
        ("Les vingt-\nsept poules.", "fr", "vingt-sept"),
        ("Of this inno-\nvation they spoke.", "en", "innovation"),
        ("He spoke to Ann Muller-\nRoss of it.", "en", "muller-ross"),
        ("It is a hen-\nfriendly yard.", "en", "hen-friendly"),
        ("Der Hühnerstall-\nboden ist alt.", "de", "hühnerstallboden"),
    ],
)
def test_a_word_alone(text: str, language: str, form: str) -> None:
    assert form in forms(text, language=language)


def test_the_other_version_decides() -> None:
    assert "cardio-version" in forms("A cardio-\nversion helps.", "A cardio-version helps.")
    assert "cardioversion" in forms("A cardio-\nversion helps.", "A cardioversion helps.")


def test_the_text_itself_decides() -> None:
    assert forms("A re-\nuse of what we re-use.").count("re-use") == 2


@pytest.mark.parametrize(
    ("reference", "wrapped"),
    [
        (
            "In the yard there are forty-one hens, and half-a-dozen geese of Ann Muller-Ross.",
            "In the yard there are forty-\none hens, and half-a-\ndozen geese of Ann Muller-\nRoss.",
        ),
        (
            "Il y a vingt-sept poules et une demi-douzaine d'oies dans la cour du Val-Dieu.",
            "Il y a vingt-\nsept poules et une demi-\ndouzaine d'oies dans la cour du Val-\nDieu.",
        ),
    ],
)
def test_a_broken_line_is_no_difference(reference: str, wrapped: str) -> None:
    report = compare_texts(reference + "\n", wrapped + "\n")
    assert not report.findings
    assert report.scores.fidelity == 100
