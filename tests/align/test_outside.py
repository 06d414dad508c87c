"""What is dropped or added, and what merely stands outside an excerpt or faces an elision."""

from __future__ import annotations

import pytest

from compare.align import align
from compare.text.documents import document

STORY = [
    "The harbour master of Ostrel kept a ledger of every storm since 1871.",
    "He wrote in green ink, because his grandfather had done so.",
    "Each entry gave the wind, the tide and the number of lost anchors.",
    "In the winter of 1904 eleven fishing boats were driven onto the mole.",
    "Only the widow Brandt, who lived above the chandlery, saw it happen.",
    "She lit a barrel of tar and stood beside it until the morning.",
    "Four crews steered by that light and reached the inner basin.",
    "The town council voted her a pension of nine crowns a month.",
    "Half a century later a concrete lighthouse replaced the beacon.",
    "Its keeper, a retired bookbinder, repaired the ledger page by page.",
    "Tourists may leaf through a copy in the museum on Kiln Street.",
    "The original lies in a steel box that nobody has opened since.",
]


def kinds(reference: str, candidate: str) -> dict[str, list[str]]:
    one, two = document(reference), document(candidate)
    found: dict[str, list[str]] = {}
    for bead in align(one, two).beads:
        texts = [one.sentences[place].text for place in bead.reference]
        texts += [two.sentences[place].text for place in bead.candidate]
        found.setdefault(bead.kind, []).extend(texts)
    return found


def test_what_faces_an_elision_of_the_reference_is_outside() -> None:
    reference = " ".join(STORY[:3]) + "\n\n(...)\n\n" + " ".join(STORY[6:])
    found = kinds(reference, " ".join(STORY))
    assert found["outside"] == STORY[3:6]
    assert "added" not in found
    assert "dropped" not in found


@pytest.mark.parametrize("mark", ["[…]", "(...)", "* * *"])
def test_an_elision_of_the_candidate_works_the_other_way_round(mark: str) -> None:
    candidate = " ".join(STORY[:5]) + f"\n\n{mark}\n\n" + " ".join(STORY[8:])
    assert kinds(" ".join(STORY), candidate)["outside"] == STORY[5:8]


def test_a_sentence_left_out_silently_is_dropped_beside_an_elision() -> None:
    candidate = " ".join(STORY[:2] + STORY[3:5]) + "\n\n(...)\n\n" + " ".join(STORY[8:])
    found = kinds(" ".join(STORY), candidate)
    assert found["dropped"] == [STORY[2]]
    assert found["outside"] == STORY[5:8]


def test_an_excerpt_without_any_mark_leaves_head_and_tail_outside() -> None:
    found = kinds(" ".join(STORY[4:8]), " ".join(STORY))
    assert found["outside"] == STORY[:4] + STORY[8:]
    assert "added" not in found


def test_a_copy_that_lost_its_last_sentence_dropped_it() -> None:
    found = kinds(" ".join(STORY), " ".join(STORY[:-1]))
    assert found["dropped"] == [STORY[-1]]
    assert "outside" not in found


def test_a_scene_break_of_both_sides_is_no_elision() -> None:
    first, second = " ".join(STORY[:6]), " ".join(STORY[6:])
    found = kinds(
        f"{first}\n\n* * *\n\n{second}", f"{first} A gull cried over the salt barns.\n\n* * *\n\n{second}"
    )
    assert found["added"] == ["A gull cried over the salt barns."]
    assert "outside" not in found


def test_an_excerpt_that_marks_its_cuts_may_end_anywhere() -> None:
    candidate = " ".join(STORY[1:5]) + "\n\n[…]\n\n" + " ".join(STORY[8:11])
    found = kinds(" ".join(STORY), candidate)
    assert found["outside"] == [STORY[0], *STORY[5:8], STORY[11]]
    assert "dropped" not in found


def page(*before: str, text: list[str], after: tuple[str, ...] = ()) -> str:
    return "\n\n".join([*before, *text, *after])


FRAME = ("Home | About | Archive | Links", "© 2024 The Kiln Street Blog. All rights reserved.")


def test_lines_of_the_page_beyond_its_furniture_are_outside() -> None:
    copy = page(
        "The Kiln Street Blog", "A diary of storms", FRAME[0], text=STORY, after=(FRAME[1], "Mind the step!")
    )
    found = kinds("\n\n".join(STORY), copy)
    assert found["outside"] == ["The Kiln Street Blog", "A diary of storms", "Mind the step!"]
    assert "added" not in found


def test_what_a_host_adds_to_a_whole_copy_within_its_furniture_is_added() -> None:
    claim = "The mayor has since admitted that the ledger was forged."
    found = kinds("\n\n".join(STORY), page(FRAME[0], text=[*STORY, claim], after=(FRAME[1],)))
    assert found["added"] == [claim]


def test_what_a_host_says_round_an_excerpt_is_outside() -> None:
    says = "Found in the county paper, and worth your time."
    copy = page(FRAME[0], says, text=[*STORY[2:5], "(...)", *STORY[7:9]], after=(says, FRAME[1]))
    found = kinds("\n\n".join(STORY), copy)
    assert found["outside"].count(says) == 2
    assert "added" not in found


def test_whole_paragraphs_that_an_excerpt_leaves_out_without_a_mark_are_outside() -> None:
    more = [f"In {year} the {thing} was painted {colour}." for year, thing, colour in MORE]
    reference = [" ".join(STORY[:4]), " ".join(more), " ".join(STORY[4:8]), " ".join(STORY[8:])]
    found = kinds("\n\n".join(reference), page(text=[reference[0], reference[2]]))
    assert found["outside"] == more + STORY[8:]
    assert "dropped" not in found
    # a sentence lost within a paragraph is a loss, in an excerpt too
    found = kinds("\n\n".join(reference), page(text=[" ".join(STORY[:2] + STORY[3:4]), reference[2]]))
    assert found["dropped"] == [STORY[2]]


def test_a_passage_that_a_copy_lost_is_dropped() -> None:
    reference = [" ".join(STORY[:4]), " ".join(STORY[4:8]), " ".join(STORY[8:])]
    assert kinds("\n\n".join(reference), page(text=[reference[0], reference[2]]))["dropped"] == STORY[4:8]


MORE = [
    (1911, "northern gate", "yellow"),
    (1923, "customs shed", "grey"),
    (1931, "weigh house", "white"),
    (1938, "signal mast", "scarlet"),
    (1946, "ferry pier", "brown"),
    (1952, "rope walk", "black"),
    (1959, "ice cellar", "blue"),
    (1966, "pilot house", "orange"),
]


def blog(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)


PARAGRAPHS = blog(" ".join(STORY[:2]), " ".join(STORY[2:7]), " ".join(STORY[7:]))
QUOTING = (
    "Friends of old ledgers, here is something for a wet afternoon.",
    " ".join(STORY[:2]),
    "Green ink! My own grandfather would have approved of that.",
    " ".join(STORY[7:10]),
    "Nine crowns was a week's wages then, as far as I can tell.",
)


def test_what_the_host_of_an_excerpt_says_is_outside_and_so_is_what_he_skips() -> None:
    found = kinds(PARAGRAPHS, blog(*QUOTING))
    assert {*STORY[2:7], QUOTING[0], QUOTING[4]} <= set(found["outside"])
    assert "added" not in found


def test_a_sentence_put_into_a_quoted_paragraph_is_added() -> None:
    paragraphs = list(QUOTING)
    paragraphs[3] = " ".join([STORY[7], "A dog barked all night on the far side.", *STORY[8:10]])
    found = kinds(PARAGRAPHS, blog(*paragraphs))
    assert found["added"] == ["A dog barked all night on the far side."]


def test_a_paragraph_of_its_own_in_a_whole_copy_is_added() -> None:
    own = "Nobody in Ostrel ever spoke of the smugglers again."
    found = kinds(
        blog(" ".join(STORY[:5]), " ".join(STORY[5:])), blog(" ".join(STORY[:5]), own, " ".join(STORY[5:]))
    )
    assert found["added"] == [own]


def test_a_text_that_quotes_little_adds_the_rest() -> None:
    own = [
        f"Paragraph {number} of my own has nothing to do with any harbour, I am afraid."
        for number in range(9)
    ]
    found = kinds(
        " ".join(STORY), blog(own[0], " ".join(STORY[3:6]), *own[1:6], " ".join(STORY[9:11]), *own[6:])
    )
    assert own[2] in found["added"]
