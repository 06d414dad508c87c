"""What two documents are to each other: kinds, strangers, languages, coverage."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from compare.align import align
from compare.model import Finding, Span
from compare.pipeline import compare_texts
from compare.scores.relation import relation
from compare.text.documents import document
from tests import seeds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.model import Relation

PIECE = (
    "The council of Arden voted on Monday to close the lido at Fern Street. Repairs to the basin would cost 340,000 "
    "crowns, said the treasurer, Olaf Brandt, and the town has not got them. Swimmers stood outside the hall in "
    "bathrobes and sang. The lido was dug in 1931 by men without work, who were paid in soup. Forty thousand people "
    "swam there last summer, more than in any year since the war. The council will sell the ground to a builder of "
    "garages. A petition with nine thousand names lies unopened on the mayor's desk. The mayor learned to swim at the "
    "lido, as he likes to tell voters. He has promised to build another pool when money allows."
)
RETOLD = (
    "Arden is shutting its lido in Fern Street: that is what the council decided on Monday. Olaf Brandt, who keeps the "
    "town's accounts, puts the bill for mending the basin at 340,000 crowns, far too much for Arden. A choir in "
    "bathrobes protested before the hall. Unemployed men had dug the lido in 1931 for a wage of soup. Visitors "
    "numbered forty "
    "thousand last summer, a record for peacetime. Garages are to go up where it stands. On the desk of the mayor, "
    "nobody has opened the petition of nine thousand names. It was at the lido, he tells voters, that he learned to "
    "swim."
)
STRANGER = (
    "Wheat fell by a tenth in Brussels after good rain in the east. Farmers who had stored their harvest to wait for "
    "better prices are now paying for the silo. Bakers will not pass the difference on, says their union, because gas "
    "and wages have risen. A loaf costs what it did in spring."
)


def related(
    reference: str, candidate: str, findings: Sequence[Finding] = (), language: str = "en"
) -> Relation:
    one = document(reference, name="reference", language="en")
    other = document(candidate, name="candidate", language=language)
    return relation(one, other, align(one, other), findings)


def found(kind: str, severity: str, count: int) -> list[Finding]:
    place = Span(start=0, end=3, text="The")
    return [
        Finding(kind=kind, severity=severity, confidence=1.0, message=kind, candidate=place)  # type: ignore[arg-type]
        for _ in range(count)
    ]


def test_the_same_words_are_identical_whatever_their_style() -> None:
    same = related(PIECE, PIECE.replace("basin", "Basin").replace("'s", "’s"))
    assert (same.kind, same.same_piece) == ("identical", True)
    assert (same.reference_coverage, same.candidate_coverage) == (1.0, 1.0)


def test_an_editor_at_work() -> None:
    edited = related(PIECE, PIECE.replace("Swimmers stood", "Bathers waited").replace(" last summer,", ","))
    assert edited.kind == "edited"
    assert edited.confidence > 0.7


def test_told_in_other_words() -> None:
    assert related(PIECE, RETOLD).kind == "retold"


def test_a_tale_told_anew_is_probably_the_same() -> None:
    first = (
        "A crow that was dying of thirst found a pitcher with a little water at the bottom. His beak would not reach "
        "it. So he dropped pebbles in, one after the other, until the water rose to the brim and he could drink."
    )
    second = (
        "Once a thirsty crow came upon a tall pitcher. There was water in it, but at the very bottom, beyond his beak. "
        "He fetched pebbles and let them fall into the pitcher, and with each of them the water rose a little."
    )
    told = related(first, second)
    assert told.same_piece
    assert told.kind == "retold"
    assert told.confidence < 0.7


def test_a_part_without_marks_is_an_excerpt() -> None:
    part = related(PIECE, ". ".join(PIECE.split(". ")[1:4]) + ".")
    assert part.kind == "excerpt"
    assert part.candidate_coverage == 1.0
    assert part.reference_coverage < 0.5


def test_findings_tell_machines_and_scanners() -> None:
    changed = PIECE.replace("voted", "decided")
    assert (
        related(PIECE, changed, found("number", "major", 5)).kind == "edited"
    )  # a careless editor's work as well
    assert (
        related(PIECE, changed, found("number", "major", 5) + found("fragment", "major", 1)).kind
        == "machine-made"
    )
    assert related(PIECE, changed, found("repetition-loop", "critical", 1)).kind == "machine-made"
    assert related(PIECE, changed, found("ocr", "minor", 5)).kind == "ocr"
    assert related(PIECE, changed, found("number", "minor", 5)).kind == "edited"


def test_strangers_are_strangers_both_ways() -> None:
    for pair in ((PIECE, STRANGER), (STRANGER, PIECE)):
        told = related(*pair)
        assert (told.kind, told.same_piece) == ("different", False)
        assert told.confidence > 0.8
        assert "share" in told.reason


def test_another_language_is_said() -> None:
    german = "Der Stadtrat von Arden hat am Montag beschlossen, das Freibad in der Fern Street zu schließen."
    told = related(PIECE, german, language="de")
    assert told.kind == "different"
    assert "English" in told.reason
    assert "German" in told.reason
    assert (told.reference_coverage, told.candidate_coverage) == (0.0, 0.0)


def test_a_wrong_guess_of_the_language_parts_nobody() -> None:
    assert related(PIECE, PIECE.replace("basin", "tank"), language="nl").same_piece


def test_nothing_at_all() -> None:
    told = related(PIECE, "")
    assert (told.kind, told.candidate_coverage) == ("different", 0.0)
    assert "no running text" in told.reason


@pytest.mark.parametrize(
    ("version", "kind"),
    [
        ("roundtrip.txt", "machine-made"),
        ("edited.txt", "edited"),
        ("excerpt.txt", "excerpt"),
        ("ocr.txt", "ocr"),
        ("related.txt", "different"),
    ],
)
def test_the_demonstration(version: str, kind: str) -> None:
    assert seeds.report(version).relation.kind == kind


def test_levels_of_one_article_and_articles_of_one_level() -> None:
    data = Path(__file__).resolve().parents[3] / "shared" / "data"
    if not (data / "onestop.jsonl.gz").is_file():
        pytest.skip("the labelled data is not here")
    from benchmarks.quality.families import onestop

    texts = [(piece, document(text, name=name, language="en")) for piece, name, text in onestop(data)[:24]]
    for (piece, one), (other_piece, other) in combinations(texts[::2], 2):
        told = relation(one, other, align(one, other), ())
        assert told.same_piece is (piece == other_piece), (one.name, other.name, told.reason)


def test_an_excerpt_that_marks_nothing_is_not_said_to() -> None:
    sentences = [
        f"On day {number} the keeper of hen {number} sold {number + 40} eggs in town {number}."
        for number in range(1, 31)
    ]
    whole = "\n\n".join(" ".join(sentences[start : start + 3]) for start in range(0, 30, 3))
    parts = whole.split("\n\n")
    bare, marked = "\n\n".join(parts[3:5]), f"{parts[3]}\n\n[…]\n\n{parts[7]}"
    assert compare_texts(whole, bare).relation.reason.startswith("it gives passages of the reference")
    assert compare_texts(whole, marked).relation.reason == "it marks what it leaves out"
