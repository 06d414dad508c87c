from __future__ import annotations

import pytest

from compare.findings.meaning import find
from tests.findings.pairs import of_lines, weighty

CHANGED = [
    ("opposite", "The price of salt rose in May.", "The price of salt fell in May."),
    ("opposite", "The oldest mill in the valley was sold.", "The newest mill in the valley was bought."),
    ("measure", "More than forty boats left the bay.", "Less than forty boats left the bay."),
    ("measure", "The flood came before the harvest.", "The flood came after the harvest."),
    ("slip", "The barge had a hut on its deck.", "The barge had a hat on its deck."),
    ("measure", "Then she turned off the lamp.", "Then she switched on the lamp."),
    ("measure", "We sold more in May than ever and fewer than ever in June.",
     "We sold more in May than ever and in June more than ever."),
    ("opposite", "It is twice as much as last year.", "It is half as much as in the previous year."),
    ("look-alike", "The general led the cavalry over the pass.", "The general led the calvary over the pass."),
    ("look-alike", "The old mill was converted in May.", "The old mill was subverted in May."),
    ("degree", "Her boats are not the very best.", "Her boats are not very good."),
    ("relation", "Our yard is two years behind the best yards.", "Our yard is two years from the best yards."),
    ("bound", "The ferry runs on Mondays.", "The ferry only runs on Mondays."),
    ("gender", "The captain said he had lost his compass.", "The captain said she had lost her compass."),
    ("time", "The bakery opened a second shop.", "The bakery will open a second shop."),
    ("replaced part", "They met on harvest-day in the barn.", "They met on wedding-day in the barn."),
]  # fmt: skip
SAME = [
    ("The firm bought a small mill.", "The company acquired a little mill."),
    ("The road is not long.", "The road is short."),
    ("The grey stone fell.", "The gray stone fell."),
    ("We will make the boat ready.", "We will take the boat ready."),
    ("They come to the shop at noon.", "They came to the shop at noon."),
    ("They will settle what is on their current books.", "They will pay off their current books."),
    ("They walked from the hill to the river.", "To the river they walked from the hill."),
    ("He began to administer the trust.", "He began the administration of the trust."),
    ("The mayor praised the winner-takes-all rule.", "The mayor praised the winner-take-all rule."),
    ("Before noon the fog lifted.", "The fog lifted before noon."),
    ("Only the mayor voted.", "The mayor alone voted."),
    ("The queen gave her crown to her sister.", "The queen handed her crown to her sister."),
    ("The judges said the boat had returned.", "The judges said the boat has returned."),
]


@pytest.mark.parametrize(("why", "reference", "candidate"), CHANGED)
def test_a_changed_sense_is_told(why: str, reference: str, candidate: str) -> None:
    found = weighty(find, reference, candidate)
    assert why in {finding.details["why"] for finding in found}


@pytest.mark.parametrize(("reference", "candidate"), SAME)
def test_the_same_in_other_words_is_no_change(reference: str, candidate: str) -> None:
    assert weighty(find, reference, candidate) == []


def test_one_replaced_word_is_suspicious_only_where_all_else_is_the_same() -> None:
    long = "The keeper of the island light wrote every evening about {} and wind in his heavy leather book."
    (finding,) = weighty(find, long.format("tides"), long.format("sandwiches"))
    assert (finding.severity, finding.details["why"]) == ("minor", "replaced")
    free = find(
        of_lines("He wrote every evening about tides.", "Each night sandwiches went down in his log.")
    )
    assert all(finding.severity == "neutral" for finding in free)


def test_a_likely_synonym_is_never_major() -> None:
    found = find(of_lines("The frontier was closed to all traffic.", "The border was closed to all traffic."))
    assert {finding.severity for finding in found} <= {"minor", "neutral"}


def test_names_are_left_to_their_own_detector() -> None:
    assert weighty(find, "Old Bertram sold the barn.", "Old Wilfred sold the barn.") == []


def test_no_word_is_told_twice() -> None:
    found = list(
        find(
            of_lines("The best of the old wines rose in price.", "The worst of the new wines fell in price.")
        )
    )
    places = [(finding.candidate.start, finding.candidate.end) for finding in found if finding.candidate]
    assert len(places) == len(set(places)) == 3


@pytest.mark.parametrize(
    ("reference", "candidate", "severity"),
    [
        ("It took fewer than 40 boats to cross.", "It took more than 40 boats to cross.", "critical"),
        ("At least three of them drowned.", "At most three of them drowned.", "critical"),
        ("The toll was over two crowns.", "The toll was under two crowns.", "critical"),
        ("He is more kind than rich.", "He is less kind than rich.", "major"),
    ],
)
def test_a_reversed_measure_is_critical_where_it_bounds_a_number(
    reference: str, candidate: str, severity: str
) -> None:
    (finding,) = weighty(find, reference, candidate)
    assert (finding.details["why"], finding.severity) == ("measure", severity)
