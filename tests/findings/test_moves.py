from __future__ import annotations

from compare.findings.moves import find
from tests.findings.pairs import of_lines, of_texts

FIRST = "The ferry left the harbour at noon with forty sheep on its lower deck."
SECOND = "Nobody on the island had ever seen a turbine as large as this one."
THIRD = "A storm came up behind the cape before the crew could turn round."
FOURTH = "The mayor wrote three angry letters to the newspaper about the price of coal."


def test_a_moved_sentence_is_told_once_with_both_places() -> None:
    reference = " ".join((FIRST, SECOND, THIRD, FOURTH))
    candidate = " ".join((FOURTH, FIRST, SECOND, THIRD))
    (finding,) = find(of_texts(reference, candidate))
    assert (finding.kind, finding.severity) == ("moved", "minor")
    assert finding.reference is not None
    assert finding.candidate is not None
    assert finding.reference.text == finding.candidate.text == FOURTH


def test_text_in_order_moved_nowhere() -> None:
    assert list(find(of_texts(" ".join((FIRST, SECOND)), " ".join((FIRST, SECOND))))) == []
    assert list(find(of_lines(FIRST, THIRD))) == []
