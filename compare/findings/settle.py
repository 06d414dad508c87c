"""One thing wrong, one finding: what several detectors say of the same words is settled here.

Some kinds are rivals: a word that a loop repeats is not also added, a corrupted name is not also misspelt.
Of rivals that point at the same words the surer one stays, and where they are equally sure the one that
explains more.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from compare.model import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from compare.model import Alignment, Finding, Span

RIVALS: Final[tuple[tuple[str, ...], ...]] = (
    (
        "repetition-loop",
        "doubled-word",
        "added-clause",
        "added-sentence",
        "fragment",
        "grammar",
        "punctuation",
    ),
    ("repetition-loop", "untranslated", "ocr", "name", "meaning", "spelling"),
    ("untranslated", "ocr", "number", "name", "polarity", "meaning", "grammar", "spelling"),
    ("ocr", "number", "dropped-number", "name", "dropped-name", "added-clause", "dropped-clause"),
    ("number", "dropped-number", "dropped-clause"),
    ("name", "dropped-name", "dropped-clause"),
    ("dropped-sentence", "dropped-clause", "dropped-name", "dropped-number"),
    ("polarity", "dropped-clause", "added-clause"),
)
"""Groups of kinds that say the same of the same words, the one that explains most first."""

OUTRANKS: Final[dict[str, frozenset[str]]] = {
    "repetition-loop": frozenset(kind for group in RIVALS if "repetition-loop" in group for kind in group),
}
"""Kinds that win over their rivals however sure those are: what lies inside a loop is the loop's doing."""

SAME_WORDS: Final = 0.5  # share of the smaller place that must lie inside the other


LOOP_AND_SENTENCE: Final = frozenset({"repetition-loop", "added-sentence"})
"""Of a sentence that a loop runs through one round is a translation and has no partner left: the loop says it all."""
DROPPED_FACTS: Final = frozenset({"dropped-name", "dropped-number"})
CLAUSE_WIDTH: Final = (
    2.0  # letters of a dropped clause, in those of the name in it, up to which it is the name
)


def _reference_width(finding: Finding) -> int:
    return finding.reference.end - finding.reference.start if finding.reference else 0


def _rank(winner: str, other: str) -> int:
    """1 where ``winner`` explains more than its rival ``other``, -1 where less, 0 for no rivals."""
    for group in RIVALS:
        if winner in group and other in group:
            return 1 if group.index(winner) < group.index(other) else -1
    return 0


def _same_place(one: Span | None, other: Span | None) -> bool | None:
    """Whether two spans of one document mean the same words; ``None`` where this side cannot tell."""
    if one is None or other is None:
        return None
    smaller = min(one.end - one.start, other.end - other.start)
    if smaller == 0:
        return None if one.start != other.start or one.end != other.end else True
    common = min(one.end, other.end) - max(one.start, other.start)
    return common >= SAME_WORDS * smaller


def _same_words(one: Finding, other: Finding) -> bool:
    """Whether two findings point at the same words, of the candidate where both have words there."""
    if {one.kind, other.kind} == LOOP_AND_SENTENCE:
        return _touch(one.candidate, other.candidate)
    candidate = _same_place(one.candidate, other.candidate)
    empty = one.candidate is not None and one.candidate.start == one.candidate.end
    if candidate is not None and not (candidate and empty):
        return candidate
    return bool(_same_place(one.reference, other.reference))


def _touch(one: Span | None, other: Span | None) -> bool:
    return one is not None and other is not None and one.start < other.end and other.start < one.end


def _loses(finding: Finding, other: Finding) -> bool:
    """Whether ``finding`` need not be said beside ``other``, which stands at the same words."""
    if finding.kind == other.kind:
        width = [
            sum(span.end - span.start for span in (item.candidate, item.reference) if span)
            for item in (finding, other)
        ]
        return (finding.confidence, width[0]) < (other.confidence, width[1])
    rank = _rank(finding.kind, other.kind)
    if rank == 0:
        return False
    if "dropped-clause" in (finding.kind, other.kind) and {finding.kind, other.kind} & DROPPED_FACTS:
        # A clause that is little more than the name is the name; a longer one and its name are two losses.
        clause, fact = (finding, other) if finding.kind == "dropped-clause" else (other, finding)
        return finding is clause and _reference_width(clause) <= CLAUSE_WIDTH * _reference_width(fact)
    if finding.kind in OUTRANKS.get(other.kind, ()):
        return True
    if other.kind in OUTRANKS.get(finding.kind, ()):
        return False
    if finding.confidence != other.confidence:
        return finding.confidence < other.confidence
    return rank < 0


def sort_key(alignment: Alignment, sentence_ends: tuple[int, ...]) -> _Order:
    """A key that puts findings in the order of the candidate's text.

    Args:
        alignment: the beads; a finding that has only a reference side stands where its bead stands.
        sentence_ends: end of each candidate sentence, in code points.
    """
    return _Order(alignment, sentence_ends)


class _Order:
    """Places of findings in the candidate's text, also of those that have none there."""

    def __init__(self, alignment: Alignment, sentence_ends: tuple[int, ...]) -> None:
        self._ends: list[int] = []
        last = 0
        for bead in alignment.beads:
            if bead.candidate and not bead.moved:
                last = max(last, sentence_ends[bead.candidate[-1]])
            self._ends.append(last)

    def __call__(self, finding: Finding) -> tuple[int, int, int, int, str, str]:
        """The place in the candidate, then on the reference, then the kind and the words."""
        place, reference = finding.candidate, finding.reference
        if place is not None:
            start, end = place.start, place.end
        elif finding.bead is not None and finding.bead < len(self._ends):
            start = end = self._ends[finding.bead]
        else:
            start = end = 0
        at = (reference.start, reference.end) if reference else (-1, -1)
        return start, end, *at, finding.kind, finding.message


def settled(findings: Iterable[Finding], order: _Order) -> list[Finding]:
    """The findings that remain when rivals at the same words are settled, sorted by place.

    Exact duplicates (kind and places equal) are always merged. The sweep compares a finding only with those
    whose place it may share, so the cost is near-linear in their number.
    """
    ordered = sorted(findings, key=order)
    lost: set[int] = set()
    by_candidate = [i for i, item in enumerate(ordered) if item.candidate and item.candidate.text]
    by_reference = sorted(
        (i for i, item in enumerate(ordered) if item.reference and item.reference.text),
        key=lambda i: (ordered[i].reference.start, i),  # type: ignore[union-attr]
    )
    for indices, side in ((by_candidate, "candidate"), (by_reference, "reference")):
        open_ones: list[int] = []
        for i in indices:
            place = getattr(ordered[i], side)
            open_ones = [j for j in open_ones if getattr(ordered[j], side).end > place.start]
            for j in open_ones:
                if i in lost or j in lost or not _same_words(ordered[i], ordered[j]):
                    continue
                if _loses(ordered[i], ordered[j]):
                    lost.add(i)
                elif _loses(ordered[j], ordered[i]):
                    lost.add(j)
                elif ordered[i].kind == ordered[j].kind:
                    lost.add(max(i, j))
            open_ones.append(i)
    return _charged_once([item for i, item in enumerate(ordered) if i not in lost])


def _as_name(item: Finding) -> Finding:
    """A dropped clause that holds nothing but a name, and that the search for names left alone, is told as a name."""
    if item.kind != "dropped-clause" or item.details.get("holds") != "name":
        return item
    return replace(item, kind="dropped-name", message=f"the name {item.message}")


def _charged_once(findings: list[Finding]) -> list[Finding]:
    """The findings, with the facts inside a dropped clause told as parts of that one loss.

    A reader wants to see that the name went with the clause, but it was lost once: the clause is as grave as the
    gravest of its facts, and the facts are minor beside it.
    """
    clauses = [place for place, item in enumerate(findings) if item.kind == "dropped-clause"]
    told = list(findings)
    holding: set[int] = set()
    for place, item in enumerate(findings):
        if item.kind not in DROPPED_FACTS or item.reference is None:
            continue
        for clause in clauses:
            around = findings[clause].reference
            if around is None or not around.start <= item.reference.start <= item.reference.end <= around.end:
                continue
            gravest = min(told[clause].severity, item.severity, key=SEVERITIES.index)
            holding.add(clause)
            told[clause] = replace(told[clause], severity=gravest)
            told[place] = replace(
                item, severity="minor", details={**item.details, "within": "dropped-clause"}
            )
            break
    return [item if place in holding else _as_name(item) for place, item in enumerate(told)]
