from __future__ import annotations

import pytest

from compare.findings.clues.halves import half
from compare.findings.clues.partners import Partners, partners
from compare.findings.clues.unmatched import INTERCEPTS, WEIGHTS, confidences, features, missing_weight
from tests.findings.pairs import of_lines

WHOLE = (
    "The old harbour master wrote every letter by hand because he distrusted the new machines of the port."
)


def bead(reference: str, candidate: str) -> Partners:
    (found,) = partners(of_lines(reference, candidate))
    return found


def test_a_cut_misses_more_than_other_words_for_the_same() -> None:
    cut = bead(WHOLE, "The old harbour master wrote every letter by hand.")
    reworded = bead(
        WHOLE, "By hand the aged harbour master penned every letter; the port had modern machines."
    )
    assert missing_weight(cut) > 2.0 * missing_weight(reworded)


def test_every_feature_has_its_weight() -> None:
    found = bead("The mill on the hill burned.", "The barn burned quickly in May.")
    for which in ("reference", "candidate"):
        names = {name for _, values in features(half(found, which)) for name in values}
        assert names == set(WEIGHTS[which])
        assert which in INTERCEPTS
        # they are multiplied in this order, without their names
        assert all(list(values) == list(WEIGHTS[which]) for _, values in features(half(found, which)))


def test_confidences_are_shares_of_open_words_alone() -> None:
    side = half(bead(WHOLE, "The harbour master wrote every quick letter by hand."), "reference")
    told = confidences(side, "reference")
    assert told
    assert all(0.0 < share < 1.0 and not side.is_strong[place] for place, share in told.items())


@pytest.mark.parametrize(
    ("reference", "candidate", "why"),
    [
        ("wrote", "writes", "form"),
        ("purchased", "bought", "meaning"),
        ("seven", "7", "form"),
        ("rose", "fell", "opposite"),
        ("administers", "administration", "derived"),
    ],
)
def test_words_have_partners_for_a_reason(reference: str, candidate: str, why: str) -> None:
    frame = "Nobody in the valley {} the orchard."
    found = bead(frame.format(reference), frame.format(candidate))
    assert found.how[4] == why


def test_a_word_that_moved_keeps_its_partner() -> None:
    found = bead("In March the captain sold the boat.", "The captain sold the boat in March.")
    assert found.how[1] == "equal"
