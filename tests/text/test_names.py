from __future__ import annotations

import pytest

from compare.text.names import names, names_of_both, opening_word
from compare.text.ordinary import is_ordinary
from compare.text.tokens import tokenize


def forms(*sentences: str, partner: tuple[str, ...] = ()) -> list[str]:
    tokens = [tokenize(sentence) for sentence in sentences]
    return [name.form for name in names(tokens, partner=[tokenize(sentence) for sentence in partner])]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The old mill at Kirkby belongs to Ines Hale.", ["kirkby", "ines hale"]),
        ("They flew with NATO and paid with PayGlim.", ["nato", "payglim"]),
        ("He met Mr. Orlo Vance’s brother.", ["orlo vance"]),
        ("A painting by Jan van Eyck hangs there.", ["jan van eyck"]),
        ("It came from Héloïse’s house on Monday in July.", ["heloise"]),
        ("On Tuesday the first of May we met nobody.", []),
        ("When the rain stopped, we left.", []),
        ("And she answered him, Plough no more.", []),
        ("Fortunately, the houses stood. “Houses fall,” he said.", []),
        ("", []),
    ],
)
def test_names_are_told_by_their_capitals_and_place(sentence: str, expected: list[str]) -> None:
    assert forms(sentence) == expected


def test_a_word_at_the_start_needs_evidence_from_elsewhere() -> None:
    assert forms("Gill left.") == []
    assert forms("Gill left.", "They all like Gill.") == ["gill", "gill"]
    assert forms("Gill left.", partner=("They all like Gill.",)) == ["gill"]
    assert forms("Brambles grow.", "They cut the brambles.", "A man called Brambles.") == ["brambles"]


def test_a_heading_makes_no_names() -> None:
    assert forms("Quiet Harvest For Northern Farmers") == []
    assert "kirkby" in forms("The farmers of Kirkby rest.", "Quiet Harvest For Farmers")


def test_both_sides_at_once_are_what_each_gives_with_its_partner() -> None:
    reference, candidate = [tokenize("Gill left Kirkby.")], [tokenize("Kirkby misses Gill.")]
    theirs, ours = names_of_both(reference, candidate)
    assert theirs == names(reference, partner=candidate)
    assert ours == names(candidate, partner=reference)


def test_places_are_tokens_and_code_points() -> None:
    text = "So Ines Hale left."
    tokens = tokenize(text)
    (name,) = names([tokens])
    assert text[name.start : name.end] == "Ines Hale"
    assert [token.text for token in tokens[name.first : name.last]] == ["Ines", "Hale"]


def test_the_opening_word() -> None:
    assert opening_word(tokenize("“Paris sleeps.”")) == 1
    assert opening_word(tokenize("the town sleeps")) is None
    assert opening_word(()) is None


@pytest.mark.parametrize(
    "word", ["village", "farmers", "reconstruction", "quickly", "northern", "when", "seven"]
)
def test_ordinary_words(word: str) -> None:
    assert is_ordinary(word)


@pytest.mark.parametrize("word", ["chicago", "norway", "kirkby", "jarosław", "constantinople"])
def test_words_that_only_names_have(word: str) -> None:
    assert not is_ordinary(word)
