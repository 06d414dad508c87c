"""Laws of the text stages: spans nest, nothing is lost, and no text whatever makes them raise."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from compare.model import Document
from compare.text.documents import document, line_document
from compare.text.tokens import sentence_tokens, tokenize

PIECES = st.sampled_from(
    [
        "The harbour froze.", "Nobody came", "Mr. Hill", "it rained all day and ", "(...)", "[…]", "* * *", "…", "...",
        "© 1999 The Example", "Tags: a, b", "Leave a comment", "#a #b", "Page 3 of 9", "# Title", "**bold**", "- item",
        "“Why?”", "«", "»", "„Nein!“, ", "$5.6m.", "U.S.", "1.", "3. Oktober", "。", "「行く。」と",
        "e\u0301", "\u200d", "\u00ad",
        "\x00", "\ud800", "\U0001f3fd", "\ufeff", "हिन्दी", "ภาษา", "L’eau", "inno-\nvation", "a.b.c.", "(", ")", "|",
        "\n", "\r\n", "\r", "\n\n", "\u2028", "\x0b", "\x1c", "\u3000", "\u00a0", " ", "  ", "\t",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(st.characters(codec=None), max_size=120),
    st.lists(PIECES, max_size=25).map("".join),
    st.lists(PIECES, max_size=25).map(" ".join),
)
LANGUAGES = st.sampled_from(["en", "de", "fr", "ru", "ja", "und", "xx", None])


def spans_nest(page: Document) -> bool:
    position = 0
    for index, sentence in enumerate(page.sentences):
        if sentence.index != index or sentence.start < position or sentence.end < sentence.start:
            return False
        if page.text[sentence.start : sentence.end] != sentence.text:
            return False
        position = sentence.end
    return True


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, LANGUAGES)
def test_every_character_is_in_exactly_one_sentence(text: str, language: str | None) -> None:
    page = document(text, language=language)
    assert page.text == text
    assert spans_nest(page)
    covered = [False] * len(text)
    for sentence in page.sentences:
        assert sentence.text == sentence.text.strip()
        assert sentence.text
        covered[sentence.start : sentence.end] = [True] * (sentence.end - sentence.start)
    # The marks of a Markdown heading are the only characters of a text that stand in no sentence.
    lost = {character for character, inside in zip(text, covered, strict=True) if not inside}
    assert all(character.isspace() or character == "#" for character in lost)


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.sampled_from(["en", "fr", "de", "zh", "und"]))
def test_tokens_are_lossless(text: str, language: str) -> None:
    tokens = tokenize(text, language=language)
    position = 0
    for token in tokens:
        assert text[position : token.start].strip() == ""
        assert token.start < token.end
        assert text[token.start : token.end] == token.text
        assert token.form
        assert token.stem
        position = token.end
    assert text[position:].strip() == ""


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_tokens_of_sentences_are_inside_them(text: str) -> None:
    page = document(text)
    for sentence, tokens in zip(page.sentences, sentence_tokens(page), strict=True):
        assert all(sentence.start <= token.start < token.end <= sentence.end for token in tokens)
        assert "".join("".join(token.text.split()) for token in tokens) == "".join(sentence.text.split())


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXTS.map(lambda text: text.replace("\n", " ")), max_size=8))
def test_lines_stay_lines(lines: list[str]) -> None:
    page = line_document(lines)
    assert [sentence.text for sentence in page.sentences] == lines
    assert page.text == "\n".join(lines)
    assert all(page.text[s.start : s.end] == s.text for s in page.sentences)


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_a_document_comes_back_from_its_dictionary(text: str) -> None:
    page = document(text)
    assert Document.from_dict(page.to_dict()) == page
    assert document(text) == page
