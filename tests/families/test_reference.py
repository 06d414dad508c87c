"""The guess at the true version: sound before full, full before first, whatever the order and the strangers."""

from __future__ import annotations

from itertools import permutations

import pytest

from compare.families.reference import likely_reference
from compare.text.documents import document

SENTENCES = (
    "The harbour office in Port Elsin burned down on Tuesday night.",
    "Forty boats lay at anchor while the crews slept in the old sail loft.",
    "Nobody was hurt, said Captain Ilsa Varn, who had seen the smoke first.",
    "The mayor blamed a faulty stove in the customs kitchen.",
    "Rebuilding will take two summers and cost thirty million crowns.",
    "The ferry to Corrath still leaves at noon from the northern quay.",
)
WHOLE = " ".join(SENTENCES)
LOOP = ", and the crews slept in the old sail loft" * 9
SPOILT = WHOLE.replace(" in the old sail loft", f" in the old sail loft{LOOP}")
EXCERPT = " ".join(SENTENCES[:4])
SCRAP = " ".join(SENTENCES[3:5])
STRANGER = (
    "Wheat prices rose again after the dry spring in Hungary. Bakers asked the ministry for help. "
    "A loaf now costs twice what it did before the war, and the mills stand idle on Mondays."
)


def guessed(**texts: str) -> str:
    return likely_reference([document(text, name=name) for name, text in texts.items()]).name


@pytest.mark.parametrize("order", list(permutations(("whole", "spoilt", "excerpt"))))
def test_whole_and_sound_wins_in_any_order(order: tuple[str, ...]) -> None:
    texts = {"whole": WHOLE, "spoilt": SPOILT, "excerpt": EXCERPT}
    assert guessed(**{name: texts[name] for name in order}) == "whole"


def test_a_sound_excerpt_stands_above_a_spoilt_whole() -> None:
    guess = likely_reference([document(SPOILT, name="spoilt"), document(EXCERPT, name="excerpt")])
    assert guess.name == "excerpt"
    assert guess.is_soundest
    assert not guess.is_fullest
    assert 0.5 < guess.coverage < 0.9


def test_a_scrap_cannot_stand_for_the_piece() -> None:
    assert guessed(spoilt=SPOILT, scrap=SCRAP) == "spoilt"


def test_of_equals_the_first_wins() -> None:
    assert guessed(one=WHOLE, two=WHOLE) == "one"
    assert guessed(two=WHOLE, one=WHOLE) == "two"


def test_another_piece_has_no_say() -> None:
    guess = likely_reference(
        [document(text, name=name) for name, text in (("other", STRANGER), ("copy", SPOILT), ("true", WHOLE))]
    )
    assert guess.name == "true"
    assert guess.versions == ("copy", "true")


def test_nothing_to_choose_from_is_an_error() -> None:
    with pytest.raises(ValueError, match="no document"):
        likely_reference([])
