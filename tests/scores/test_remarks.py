"""What the scores say in words: of short texts, and of versions told in words of their own."""

from __future__ import annotations

from dataclasses import replace

from compare.model import Finding, Span
from compare.pipeline import compare_texts
from compare.report.phrases import verdict
from compare.systems import rank_documents
from compare.text.documents import document

TRUE = (
    "The old cable car above Lunden will run again from May. Its two cabins have hung in a shed for years while the "
    "town argued about the rope. A new rope cost a fortune, and half of the money came from people who bought a metre "
    "each. On the first day children ride free."
)
RETOLD = (
    "From May on, passengers can once more be carried up the hill over Lunden by its ancient cable car. For years both "
    "cabins had been gathering dust in a shed, because the town could not settle its quarrel over the rope. People who "
    "purchased one metre apiece raised half of the fortune that a new rope cost. Children travel for nothing on the "
    "opening day."
)


def is_told_otherwise(remarks: tuple[str, ...]) -> bool:
    return any("told in other words" in remark for remark in remarks)


def test_a_retold_version_is_told_from_a_copy() -> None:
    retold = compare_texts(TRUE, RETOLD)
    assert retold.relation.kind == "retold"
    assert is_told_otherwise(retold.scores.remarks)
    assert not is_told_otherwise(compare_texts(TRUE, TRUE.replace("fortune", "treasure")).scores.remarks)


def test_a_ranking_says_whose_remark_it_is() -> None:
    copies = [document(TRUE, name="copy"), document(RETOLD, name="retold")]
    remarks = rank_documents(document(TRUE, name="true"), copies).remarks
    assert any(remark.startswith("retold: told in other words") for remark in remarks)
    assert any(remark.startswith("short text") for remark in remarks)


def test_a_ranking_says_that_kept_words_are_not_all() -> None:
    wrong = TRUE.replace("from May", "from March").replace("ride free", "do not ride free")
    copies = [document(wrong, name="wrong"), document(RETOLD, name="retold"), document(TRUE, name="copy")]
    ranking = rank_documents(document(TRUE, name="true"), copies)
    assert [system.name for system in ranking.systems] == ["copy", "wrong", "retold"]
    assert ranking.remarks[0].startswith("wrong with critical errors stands above retold without any")


def test_a_ranking_without_critical_errors_says_nothing_of_them() -> None:
    copies = [document(TRUE, name="copy"), document(RETOLD, name="retold")]
    remarks = rank_documents(document(TRUE, name="true"), copies).remarks
    assert not any("critical" in remark for remark in remarks)


def test_the_verdict_on_a_retold_version_is_hard_where_an_error_is_sure() -> None:
    retold = compare_texts(TRUE, RETOLD)
    place = Span(start=0, end=4, text=RETOLD[:4])
    loop = Finding(kind="repetition-loop", severity="critical", confidence=0.95, message="", candidate=place)
    assert verdict(replace(retold, findings=(loop,))).startswith(
        "Not to be used as it stands: 1 critical error"
    )
    hint = replace(loop, kind="meaning", confidence=0.5)
    assert verdict(replace(retold, findings=(hint,))).startswith("What it says is told in other words")
