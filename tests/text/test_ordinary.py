"""Words of the language told from names."""

from __future__ import annotations

import pytest

from compare.text.ordinary import is_ordinary


@pytest.mark.parametrize("word", ["haus", "brücke", "schule", "wald", "bäckerei", "trainerin"])
def test_a_german_noun_is_known_by_the_endings_of_german(word: str) -> None:
    assert is_ordinary(word, "de")


@pytest.mark.parametrize("word", ["berlin", "wagner", "merkel", "schröder", "rom", "peter"])
def test_a_name_that_only_has_a_genitive_is_no_word(word: str) -> None:
    assert not is_ordinary(word, "de")
