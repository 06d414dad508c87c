"""What the reference has in the same words is no error of the candidate's: it was written so.

Detectors that look at the candidate alone (fragments, spelling, marks …) each excuse a good deal; this is the law that
holds for all of them. A finding is excused where its words, with the word before and behind, stand in the partner
sentences letter for letter; at the edge of a sentence they must stand at the edge of one there, too.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from compare.findings.evidence import Evidence
    from compare.model import Finding, Span

LONE_KINDS: Final = frozenset(
    {
        "repetition-loop",
        "doubled-word",
        "fragment",
        "grammar",
        "punctuation",
        "spelling",
        "untranslated",
        "ocr",
        "style",
    }
)
"""Kinds that are told of the candidate by itself."""
_PAIRED: Final = frozenset('()[]{}（）「」『』"“”„«»‹›')


def without_same_there(findings: Iterable[Finding], evidence: Evidence) -> Iterator[Finding]:
    """Give the findings, but for those of the candidate alone whose words the reference has as well.

    Args:
        findings: of any kind.
        evidence: of which they are; without a reference nothing is excused.
    """
    if evidence.reference is None:
        yield from findings
        return
    starts = [sentence.start for sentence in evidence.candidate.document.sentences]
    for finding in findings:
        place = finding.candidate
        is_lone = finding.kind in LONE_KINDS and place is not None and place.start < place.end
        # what is loose in a paragraph may stand in a sentence that is the same
        is_lone = is_lone and finding.details.get("within") != "paragraph"
        if not is_lone or place is None or not _stands_there(finding, place, starts, evidence):
            yield finding


def _stands_there(finding: Finding, place: Span, starts: list[int], evidence: Evidence) -> bool:
    assert evidence.reference is not None
    first = max(0, bisect_right(starts, place.start) - 1)
    last = max(first, bisect_right(starts, place.end - 1) - 1)
    before = [token for token in evidence.candidate.tokens[first] if token.end <= place.start]
    behind = [token for token in evidence.candidate.tokens[last] if token.start >= place.end]
    if (
        place.text in _PAIRED
    ):  # a bracket is loose for what does not stand there: the sentence must be the same
        before, behind = before[:0], behind[:0]
        low = evidence.candidate.document.sentences[first].start
        high = evidence.candidate.document.sentences[last].end
    else:
        low = before[-1].start if before else place.start
        high = behind[0].end if behind else place.end
    window = " ".join(evidence.candidate.document.text[low:high].split())
    sentences = [
        " ".join(sentence.text.split())
        for bead in _beads(finding, first, last, evidence)
        for index in evidence.alignment.beads[bead].reference
        for sentence in [evidence.reference.document.sentences[index]]
    ]
    there = "\n".join(sentences) if first == last else " ".join(sentences)
    if not before:
        window, there = "\n" + window, "\n" + there
    if not behind:
        window, there = window + "\n", there + "\n"
    return window in there


def _beads(finding: Finding, first: int, last: int, evidence: Evidence) -> list[int]:
    """The beads of the candidate's sentences ``first`` to ``last``."""
    if first == last and finding.bead is not None:
        return [finding.bead]
    return [
        place
        for place, bead in enumerate(evidence.alignment.beads)
        if any(first <= index <= last for index in bead.candidate)
    ]
