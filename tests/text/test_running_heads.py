"""Heads and feet of pages: returning, at the edge of a page, or in the middle of a sentence."""

from __future__ import annotations

import pytest

from compare.pipeline import compare_texts
from compare.text.documents import document

FIRST = "The ferry left the harbour at dawn with forty hens in a crate, and the old keeper counted them\n"
SECOND = "one by one until the coast was gone. Nobody spoke, and the wind was cold on the deck of the ship.\n"
THIRD = "On the island a boy was waiting for them with a cart that his father had built of two others, and\n"
FOURTH = "the keeper gave him a crown for his trouble. They drove up the hill in the rain and were glad.\n"


def roles(text: str) -> dict[str, str]:
    return {sentence.text.split("\n")[0]: sentence.role for sentence in document(text).sentences}


@pytest.mark.parametrize(
    "between",
    [
        "\n{page}\n\n",
        "\n{page}\n\nTHE HEN KEEPER      3 MAY 1920\n\n",
        "{page}\n\x0cTHE HEN KEEPER      3 MAY 1920\n",
        "\n     The Hen Keeper, page {page} of 9\n\x0c",
        "\n- {page} -\n\n",
    ],
)
def test_what_a_page_repeats_is_no_text(between: str) -> None:
    scanned = "".join((FIRST, between.format(page=7), SECOND, THIRD, between.format(page=8), FOURTH))
    report = compare_texts("".join((FIRST, SECOND, THIRD, FOURTH)), scanned)
    assert not [finding for finding in report.findings if finding.severity != "neutral"]
    assert {sentence.role for sentence in report.candidate.sentences} == {"body", "boilerplate"}


def test_the_number_of_a_chapter_is_a_heading() -> None:
    found = roles(f"1\n\n{FIRST}{SECOND}\n2\n\n{THIRD}{FOURTH}")
    assert found["1"] == found["2"] == "title"


def test_a_refrain_stays() -> None:
    refrain = "And all the hens went home, went home,\n"
    text = (
        "The day was long and the road was white and the wind came out of the hills,\n"
        f"{refrain}with nobody there to see them come, and nobody there to count them all,\n"
        f"{refrain}with nobody there at all.\n"
    )
    assert {sentence.role for sentence in document(text).sentences} == {"body"}
