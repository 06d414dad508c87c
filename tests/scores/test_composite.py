"""Several references: of each passage the one that fits best counts, and everything is said once."""

from __future__ import annotations

from compare.pipeline import compare_documents, compare_with_references, score_segments
from compare.text.documents import document

ONE = document(
    "The Quiet Lift\n\nThe lift stopped at noon between two floors. Three nurses and a cook were inside. "
    "Nobody shouted.\n\nAfter an hour the porter found the key. He had kept it in a teapot.",
    name="one.txt",
)
OTHER = document(
    "The Silent Elevator\n\nAt midday the elevator got stuck halfway up. A cook was in it, with three nurses. "
    "All of them kept calm.\n\nIt took the porter sixty minutes to come upon the key, in his teapot of all places.",
    name="other.txt",
)
MIXED = document(
    "The Quiet Lift\n\nThe lift stopped at noon between two floors. A cook was in it, with three nurses. "
    "Nobody shouted.\n\nIt took the porter sixty minutes to come upon the key, in his teapot of all places.",
    name="mixed.txt",
)


def test_a_candidate_that_follows_now_one_now_the_other_is_whole() -> None:
    report = compare_with_references([ONE, OTHER], MIXED)
    assert report.scores.fidelity == 100
    assert report.reference.name == "one.txt + other.txt"
    assert report.reference.text == MIXED.text
    assert [one.text for one in report.reference.sentences] == [one.text for one in MIXED.sentences]
    for sentence in report.reference.sentences:
        assert report.reference.text[sentence.start : sentence.end] == sentence.text
    assert "3 of one.txt, 2 of other.txt" in report.scores.remarks[0]
    assert report.signature.endswith("|references:2")


def test_what_only_one_reference_has_is_still_dropped() -> None:
    short = document(MIXED.text.replace(" Nobody shouted.", ""), name="short.txt")
    report = compare_with_references([ONE, OTHER], short)
    assert [finding.kind for finding in report.findings] == ["dropped-sentence"]
    assert report.scores.fidelity < 95


def test_one_reference_that_fits_throughout_stays_as_it_is() -> None:
    report = compare_with_references([OTHER, ONE], ONE)
    assert report.reference == ONE
    assert report.scores.fidelity == 100


def test_more_references_never_lower_the_score_of_these() -> None:
    for candidate in (ONE, OTHER, MIXED):
        alone = compare_documents(ONE, candidate).scores.fidelity
        assert compare_with_references([ONE, OTHER], candidate).scores.fidelity >= alone


def test_a_stranger_among_the_references_changes_nothing() -> None:
    stranger = document("Bread needs salt. Without it the dough runs away from the baker.", name="bread.txt")
    report = compare_with_references([ONE, stranger], ONE)
    assert report.reference == ONE
    assert report.scores.fidelity == 100


def test_an_empty_candidate_is_held_against_the_first() -> None:
    report = compare_with_references([ONE, OTHER], document("", name="empty.txt"))
    assert report.reference == ONE
    assert report.scores.fidelity == 0


def test_lines_say_which_reference_counts() -> None:
    true, also = ["The boat left at noon.", "Nobody was on board."], ["It sailed at midday.", "It was empty."]
    results = score_segments(true, ["The boat left at noon.", "It was empty."], also=[also])
    assert [(result.reference, result.fidelity) for result in results] == [(1, 100.0), (2, 100.0)]
    assert results[1].to_dict()["reference"] == 2
    assert "reference" not in score_segments(true, true)[0].to_dict()
