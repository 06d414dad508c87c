from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from compare.findings.clues.akin_words import AkinWords
from compare.findings.clues.word_pairs import are_akin
from compare.text.tokens import tokenize

if TYPE_CHECKING:
    from compare.model import Token

FORMS = ["house", "houses", "housing", "dwelling", "7", "seven", "bought", "acquired", "harbour", "harbours"]
WORDS = st.lists(st.sampled_from(FORMS), max_size=12)


def taken_one_by_one(words: list[Token], free: list[Token]) -> list[Token | None]:
    """What is right by definition: every word is asked of every word that is left."""
    left = list(free)
    taken = []
    for word in words:
        akin = next((one for one in left if are_akin(word, one, "en")), None)
        if akin is not None:
            left.remove(akin)
        taken.append(akin)
    return taken


@settings(max_examples=60, deadline=None)
@given(WORDS, WORDS)
def test_they_are_taken_as_if_each_were_asked(ours: list[str], theirs: list[str]) -> None:
    words, free = list(tokenize(" ".join(ours))), list(tokenize(" ".join(theirs)))
    akin = AkinWords(free, "en")
    assert [akin.take(word) for word in words] == taken_one_by_one(words, free)


def test_a_form_is_akin_also_when_all_of_it_are_taken() -> None:
    (house, housing) = tokenize("house housing")
    akin = AkinWords([housing], "en")
    assert akin.take(house) == housing
    assert akin.take(house) is None
    assert akin.forms(house) == ["housing"]


def assert_none_is_overlooked(tokens: list[Token], language: str) -> None:
    akin = AkinWords(tokens, language)
    for token in tokens:
        expected = {one.form for one in tokens if are_akin(token, one, language)}
        assert sorted(akin.forms(token)) == sorted(expected)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.text(alphabet="aeirst-", min_size=1, max_size=12), min_size=1, max_size=30, unique=True),
    st.sampled_from(["en", "de"]),
)
def test_none_that_is_akin_is_overlooked(words: list[str], language: str) -> None:
    tokens = [token for word in words for token in tokenize(word, language=language) if token.kind == "word"]
    assert_none_is_overlooked(tokens, language)


def test_nor_those_that_are_just_like_enough() -> None:
    words = (
        "would could world these there their other names James through although white while purpose proposed"
    )
    assert_none_is_overlooked(list(tokenize(words)), "en")
    akin = AkinWords(list(tokenize(words)), "en")
    assert sorted(akin.forms(tokenize("would")[0])) == ["could", "world", "would"]
