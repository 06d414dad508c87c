"""Tokens: what a word, a number and a mark are, in many scripts, at speed."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.text.documents import document, line_document
from compare.text.tokens import _pattern_for, sentence_tokens, tokenize


def texts(text: str, language: str = "en") -> list[str]:
    return [token.text for token in tokenize(text, language=language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a first-class lab", ["a", "first-class", "lab"]),
        ("cost-per-query", ["cost-per-query"]),
        ("don’t stop", ["don’t", "stop"]),
        ("the mayor’s hat", ["the", "mayor", "’s", "hat"]),
        ("the MAYOR'S hat", ["the", "MAYOR", "'S", "hat"]),
        ("the players' bus", ["the", "players", "'", "bus"]),
        ("It's late", ["It", "'s", "late"]),
        ("O’Neill’s", ["O’Neill", "’s"]),
        ("rock’n’roll", ["rock’n’roll"]),
        ("Mr. Bell and St. Anne", ["Mr.", "Bell", "and", "St.", "Anne"]),
        ("in the U.S. today", ["in", "the", "U.S.", "today"]),
        ("in the U.S.", ["in", "the", "U.S", "."]),
        ("(“in the U.S.”)", ["(", "“", "in", "the", "U.S", ".", "”", ")"]),
        ("yes—no", ["yes", "—", "no"]),
        ("yes--no", ["yes", "--", "no"]),
        ("wait... what….", ["wait", "...", "what", "…", "."]),
        ("GPT-4 and o1 and COVID-19", ["GPT-4", "and", "o1", "and", "COVID-19"]),
        ("Llama3.1, then", ["Llama3.1", ",", "then"]),
        ("see https://example.org/a?b=c.", ["see", "https://example.org/a?b=c", "."]),
        ("**bold** word", ["**", "bold", "**", "word"]),
        ("and/or", ["and", "/", "or"]),
        ("ended.The", ["ended", ".", "The"]),
        ("the inno-\nvation", ["the", "inno-\nvation"]),
        ("Smith-\nJones", ["Smith-\nJones"]),
    ],
)
def test_words_and_marks(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2,000 ships", ["2,000", "ships"]),
        ("$5.6m", ["$", "5.6m"]),
        ("6m", ["6m"]),
        ("version 3.1.4", ["version", "3.1.4"]),
        ("50%", ["50", "%"]),
        ("1st", ["1st"]),
        ("at 3:30", ["at", "3:30"]),
        ("on 2025-01-29,", ["on", "2025-01-29", ","]),
        ("on 29.01.2025.", ["on", "29.01.2025", "."]),
        ("10-15 men", ["10", "-", "15", "men"]),
        ("20-gigabyte", ["20", "-", "gigabyte"]),
        ("the 1990s", ["the", "1990s"]),
        ("2½ miles", ["2½", "miles"]),
        ("12’500 francs", ["12’500", "francs"]),
        ("2\u00a0000\u00a0000 euros", ["2\u00a0000\u00a0000", "euros"]),
        ("3.The", ["3", ".", "The"]),
        ("€40", ["€", "40"]),
    ],
)
def test_numbers_keep_their_written_form(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "L’eau qu’il boit aujourd’hui", ["L’", "eau", "qu’", "il", "boit", "aujourd’hui"]),
        ("it", "dell’acqua un'idea", ["dell’", "acqua", "un'", "idea"]),
        ("de", "der Bahnhof's", ["der", "Bahnhof's"]),
        ("zh", "火车3点开。", ["火", "车", "3", "点", "开", "。"]),
        ("ja", "タワーへ", ["タ", "ワ", "ー", "へ"]),
        ("ko", "기차가 왔다", ["기차가", "왔다"]),
        ("th", "ไป", ["ไ", "ป"]),
        ("hi", "हिन्दी में।", ["हिन्दी", "में", "।"]),
        ("ar", "في البيتِ", ["في", "البيتِ"]),
        ("ru", "из-за дождя", ["из-за", "дождя"]),
    ],
)
def test_other_languages(language: str, text: str, expected: list[str]) -> None:
    assert texts(text, language) == expected


def test_offsets_count_in_the_whole_text() -> None:
    text = "One two. Three four."
    tokens = tokenize(text, 9, 20)
    assert [token.text for token in tokens] == ["Three", "four", "."]
    assert all(text[token.start : token.end] == token.text for token in tokens)


def test_kinds() -> None:
    kinds = {token.text: token.kind for token in tokenize("o1 cost $5.6m, 5G 1st ½ U.S. 9d48b8")}
    assert kinds == {
        "o1": "word",
        "cost": "word",
        "$": "mark",
        "5.6m": "number",
        ",": "mark",
        "5G": "number",
        "1st": "number",
        "½": "number",
        "U.S.": "word",
        "9d48b8": "word",
    }


def test_a_decomposed_letter_has_the_form_of_the_composed_one() -> None:
    (decomposed,) = tokenize("Mu\u0308ller", language="de")
    (composed,) = tokenize("Müller", language="de")
    assert decomposed.form == composed.form
    assert decomposed.text != composed.text


def test_a_word_broken_at_the_line_end_has_the_form_of_the_whole() -> None:
    (token,) = tokenize("inno-\nvation")
    assert token.form == "innovation"


def test_one_tuple_a_sentence() -> None:
    lines = line_document(["One two.", "", "Three."])
    assert [len(tokens) for tokens in sentence_tokens(lines)] == [3, 0, 2]
    page = document("It rained all day. (...) Nobody came.")
    assert len(sentence_tokens(page)) == len(page.sentences) == 3


@pytest.mark.parametrize(
    "unit",
    [
        "a.",
        "1",
        "a",
        "a-",
        "'s",
        "a'",
        "1a1",
        "é",
        "a\u0301",
        "http://",
        "1.1",
        "a-\n",
        "a.b.)",
        "()",
        ".",
        "*",
    ],
)
def test_cost_stays_linear_on_what_repeats(unit: str) -> None:
    begun = time.process_time()
    tokenize(unit * (200_000 // len(unit)))
    assert time.process_time() - begun < 3.0


PIECES = (
    "Mr.", "(Dr.", "é Mr.", "中Mr.", "U.S.", "a.", "inno-", "vation", "10\u00a0000", "1O,000", "5.6m",
    "'s", "China’s", "l'", "l'homme", "中文", "ไทย", "e\u0301", "\u0301", "\u200b", "www.example.org/a.",
    "--", "...", "\u00ad", "2025-01-29", "½", "“", ")", "Z", "\n", "\t", "\u2009", "\u3000", "\x1c",
    "‐", "word", "word,", "word.", "İ", "''", "***",
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(["", " ", "  "])), max_size=8),
    st.sampled_from(["en", "fr"]),
    st.integers(0, 12),
    st.integers(0, 12),
)
def test_what_stands_between_blanks_is_cut_as_in_its_line(
    parts: list[tuple[str, str]], language: str, before: int, behind: int
) -> None:
    text = "".join(piece + blank for piece, blank in parts)
    start, end = min(before, len(text)), max(0, len(text) - behind)
    whole = _pattern_for(text, start, end, language).finditer(text, start, end)
    assert [(token.start, token.text) for token in tokenize(text, start, end, language=language)] == [
        (match.start(), match[0]) for match in whole
    ]
