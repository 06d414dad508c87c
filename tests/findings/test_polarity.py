from __future__ import annotations

import pytest

from compare import compare_texts
from compare.findings.evidence import Evidence
from compare.findings.polarity import find
from tests.findings.making import found, pair
from tests.findings.pairs import of_lines, weighty

CHANGED = [
    ("The council did not approve the new bridge.", "The council did approve the new bridge."),
    ("The harbour will reopen in spring.", "The harbour will not reopen in spring."),
    ("Nobody has ever measured the depth of the lake.", "Somebody has measured the depth of the lake."),
    ("The pilots were able to see the runway.", "The pilots were unable to see the runway."),
    ("The engineers reached the valley without a map.", "The engineers reached the valley with a map."),
    ("She was only resting in the garden.", "She was not only resting in the garden."),
]
SAME = [
    ("The pump did not start again.", "The pump failed to start again."),
    ("Not a few farmers sold their land.", "Many farmers sold their land."),
    ("The village has no water.", "The village lacks water."),
    ("It isn't clear who paid.", "It is not clear who paid."),
    ("The strait is not wide.", "The strait is narrow."),
    ("Neither the mayor nor the bishop came.", "The mayor and the bishop did not come."),
    ("She sang, and also danced.", "She not only sang, but danced."),
    ("He hardly ever spoke.", "He almost never spoke."),
    ("The ferry leaves from pier No. 7.", "The ferry leaves from pier 7."),
]


@pytest.mark.parametrize(("reference", "candidate"), CHANGED)
def test_a_negation_gained_or_lost_is_told(reference: str, candidate: str) -> None:
    (finding,) = weighty(find, reference, candidate)
    assert finding.kind == "polarity"
    assert finding.severity in {"critical", "major"}


@pytest.mark.parametrize(("reference", "candidate"), CHANGED)
def test_swapping_the_sides_swaps_gained_and_lost(reference: str, candidate: str) -> None:
    (there,) = weighty(find, reference, candidate)
    (back,) = weighty(find, candidate, reference)
    assert {there.details["change"], back.details["change"]} == {"gained", "lost"}


@pytest.mark.parametrize(("reference", "candidate"), SAME)
def test_another_way_of_saying_it_is_no_change(reference: str, candidate: str) -> None:
    assert weighty(find, reference, candidate) == []


def test_the_place_is_the_negator_and_what_it_governs() -> None:
    (finding,) = weighty(find, "The lamp burns at night.", "The lamp does not burn at night.")
    assert finding.candidate is not None
    assert finding.candidate.text == "not burn"
    assert finding.reference is not None
    assert finding.reference.text == "burns"


def test_a_negation_that_moved_to_another_statement_is_told_twice() -> None:
    found = weighty(
        find,
        "The miners were not paid in August, although the owners had promised a bonus.",
        "The miners were paid in August, although the owners had not promised a bonus.",
    )
    assert {finding.details["change"] for finding in found} == {"gained", "lost"}


def test_other_languages_and_single_texts_are_left_alone() -> None:
    assert list(find(of_lines("Der Hafen ist offen.", "Der Hafen ist not offen.", language="de"))) == []
    alone = of_lines("", "It is not so.")
    assert list(find(Evidence(candidate=alone.candidate))) == []


def test_a_tag_does_not_make_up_for_the_negation_that_it_goes_with() -> None:
    reference = "You don't get a house for a song, do you?"
    (finding,) = find(of_lines(reference, "You get a house for a song, don't you?"))
    assert (finding.kind, finding.details["change"]) == ("polarity", "lost")
    assert not list(find(of_lines(reference, "You do not get a house for a song, do you?")))


def test_not_before_a_number_bounds_it() -> None:
    reference = "Within ten paces of the road stood the old mill of Hale."
    assert not list(find(of_lines(reference, "Not ten paces from the road stood the old mill of Hale.")))


@pytest.mark.parametrize(
    ("reference", "candidate"),
    [
        (
            "The lamps will not burn, nor will the crew row home.",
            "The lamps will not burn, and the crew will not row home.",
        ),
        ("They do not belong here, and do not row home.", "They do not belong here, nor do they row home."),
        ("Some people dislike the ferry and the pier.", "Some people don't like the ferry and the pier."),
        (
            "It is common in more unequal towns of the north.",
            "It is common in less equal towns of the north.",
        ),
    ],
)
def test_a_negation_said_by_other_means(reference: str, candidate: str) -> None:
    assert found(pair(reference, candidate), "polarity", "meaning") == []


def test_a_bound_on_a_number_may_open_any_sentence_of_a_bead() -> None:
    reference = (
        "The pilot waited on the quay. Within thirty minutes the tide had turned and the ship could leave."
    )
    candidate = (
        "The pilot waited on the quay. Not thirty minutes later the tide turned and the ship could leave."
    )
    assert weighty(find, reference, candidate) == []


def test_a_negator_alone_is_named_once() -> None:
    (finding,) = weighty(find, "Was it the ferry? It was not.", "Was it the ferry? It was.")
    assert finding.message.count("not") == 1


@pytest.mark.parametrize("word", ["wasnt", "isnt", "werent"])
def test_a_negator_that_lost_its_apostrophe_still_negates(word: str) -> None:
    reference = f"The keeper {word[:-1]}'t ready for the storm when it reached the island."
    assert weighty(find, reference, reference.replace("'", "")) == []


@pytest.mark.parametrize(
    ("reference", "candidate"),
    [
        ("If two ropes are almost the same length, the raft turns.",
         "Take ropes of nearly, but not quite, one length."),
        ("There are whole hills of it, and nobody has ever climbed them.",
         "It makes entire hills, and not one of them has ever had a climber."),
    ],
)  # fmt: skip
def test_what_says_almost_denies_nothing_and_a_negator_reaches_its_word(
    reference: str, candidate: str
) -> None:
    told = [item for item in find(of_lines(reference, candidate)) if item.severity != "neutral"]
    assert told == []


def test_a_quite_that_both_sides_have_is_negated() -> None:
    (finding,) = find(
        of_lines(
            "The new bridge is quite safe and almost dry.", "The new bridge is not quite safe and almost dry."
        )
    )
    assert finding.kind == "polarity"


@pytest.mark.parametrize(
    ("reference", "candidate", "cue"),
    [
        ("He ran the ferry for years and never once learnt to swim.",
         "For years he operated the ferry, and he learned to swim more than once.", "never"),
        ("Do not add salt yet, or the skins will toughen.",
         "Add salt already now, otherwise the skins become tough.", "not"),
        ("Several customers had not yet come back.", "A number of them had already come back.", "not"),
        ("She no longer writes to him.", "She still writes to him.", "no"),
        ("He had already paid for the boat.", "He had not yet paid for the boat.", "not"),
        ("Nobody in the town would sell.", "In the town everybody was ready to sell.", "Nobody"),
    ],
)  # fmt: skip
def test_a_denial_that_is_answered_by_its_affirmation_is_grave_however_free(
    reference: str, candidate: str, cue: str
) -> None:
    (finding,) = find(of_lines(reference, candidate))
    assert (finding.details["cue"], finding.severity) == (cue, "critical")
    assert finding.confidence >= 0.9


@pytest.mark.parametrize(
    ("reference", "candidate"),
    [
        ("Never leave the boat unlocked.", "Always lock the boat."),
        ("Nobody likes the new pier.", "Everyone dislikes the new pier."),
        ("He never answers letters.", "He always leaves letters unanswered."),
        ("None of the crew could swim.", "The whole crew were unable to swim."),
        ("The pier is not open.", "The pier has yet to open."),
        ("Take the bacon, rind removed.", "Take the bacon without the rind."),
        ("The kale comes with its stalks cut off.", "The kale comes without its stalks."),
    ],
)
def test_another_way_to_deny_the_same_is_no_affirmation(reference: str, candidate: str) -> None:
    assert list(find(of_lines(reference, candidate))) == []


def test_a_verb_of_removing_that_both_sides_have_excuses_nothing() -> None:
    (finding,) = find(of_lines("The stalks were cut off.", "The stalks were not cut off."))
    assert finding.severity == "critical"


@pytest.mark.parametrize(
    ("reference", "candidate"),
    [
        ("It is not.", "It is."),
        ("They hadn't.", "They had."),
        ("We do know.", "We don't know."),
        ("He came.", "He never came."),
    ],
)
def test_a_sentence_that_differs_by_its_negation_alone_is_sure_in_any_version(
    reference: str, candidate: str
) -> None:
    true = (
        "The harbour was dug in 1842 by forty convicts. It silted up within ten years. Is it safe now? {} The town "
        "paid for a dredger, which worked every summer. Fishing boats returned, and the market grew again."
    )
    anew = (
        "Forty prisoners dug out the port in 1842. Within a decade it had filled with mud. Is it safe today? {} The "
        "municipality bought a dredging ship that was at work each summer. The fishermen came back, and after the war "
        "trade picked up once more."
    )
    report = compare_texts(true.format(reference), anew.format(candidate))
    [finding] = [one for one in report.findings if one.kind == "polarity"]
    assert finding.severity == "critical"
    assert finding.confidence >= 0.9
