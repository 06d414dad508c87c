"""What the scores say in words: of short texts, and of versions told in words of their own."""

from __future__ import annotations

from compare.pipeline import compare_texts
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
