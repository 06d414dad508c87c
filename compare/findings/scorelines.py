"""Results turned round: "3–2" become "2–3" names the other side the winner, though both numbers are still there.

Numbers are set against each other as multisets elsewhere, and so this change escapes. A freely
reworded sentence may tell the same result of the other side.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from compare.findings.clues.wording import wording
from compare.model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.findings.evidence import Evidence, Side

_PAIR: Final = re.compile(r"(?<![\d.,:/–—‑-])(\d{1,2})([–—‑:-])(\d{1,2})(?![\d.,:/–—‑-]?\d|[–—‑-])")
CONFIDENCE: Final = 0.85


def find(evidence: Evidence) -> Iterator[Finding]:
    """Find results whose two numbers changed places."""
    if evidence.reference is None:
        return
    for bead in evidence.alignment.beads:
        if not (bead.reference and bead.candidate) or bead.kind == "equal":
            continue
        expected = _pairs(evidence.reference, bead.reference)
        found = _pairs(evidence.candidate, bead.candidate)
        if not expected or not found or wording(evidence).is_free(bead.index):
            continue
        written = [pair[:2] for pair in found]
        for first, second, start, end in expected:
            if int(first) == int(second) or written.count((first, second)):
                continue
            turned = [pair for pair in found if pair[:2] == (second, first)]
            if not turned or any(pair[:2] == (second, first) for pair in expected):
                continue
            expected_span = evidence.reference.document.span(start, end)
            span = evidence.candidate.document.span(turned[0][2], turned[0][3])
            yield Finding(
                kind="number",
                severity="major",
                confidence=CONFIDENCE,
                message=f"“{expected_span.text}” became “{span.text}”: the two numbers changed places",
                reference=expected_span,
                candidate=span,
                bead=bead.index,
                details={"expected": expected_span.text, "found": span.text, "factor": None},
            )


def _pairs(side: Side, sentences: Sequence[int]) -> list[tuple[str, str, int, int]]:
    """The two numbers of each result, and where it stands."""
    return [
        (match[1], match[3], sentence.start + match.start(), sentence.start + match.end())
        for sentence in (side.document.sentences[index] for index in sentences)
        for match in _PAIR.finditer(sentence.text)
        if match[2] != ":" or len(match[3]) == 1 or int(match[3]) > 59  # "9:30" is a time
    ]
