"""How freely a candidate is worded after its reference, for the whole text, a sentence, and around one place.

Who copies a text keeps its words: every departure is suspect. Who tells it anew, or translates its original a second
time, chooses each word again: that a word, a turn with "not" or a short phrase has no partner says nothing there. Light
editing keeps 0.87 of the words in their order, careful human paraphrase 0.45, two human translations 0.55 to 0.65, a
machine's round trip over another language 0.9 and more. The estimate is the median over beads, so that a few sentences
written anew, or broken ones, do not make a copy a free version. All who ask how freely a text or a sentence is worded
ask here: a copy has only the spelling of its reference, a version of its own may spell a name as it likes.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from compare.findings.evidence import Evidence
    from compare.model import Edit, Finding, Span, Token
    from compare.settings import FindingSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The shares of words that are kept in their order: of the whole text, and of each bead by its index."""

    whole: float | None
    """``None`` where too few sentences have partners to know the manner of the writer."""
    kept_words: int
    """Words that stand unchanged in their order, in all beads."""
    beads: Mapping[int, float]
    edits: Mapping[int, Sequence[Edit]]
    settings: FindingSettings

    def freedom(self, bead: int | None = None) -> float:
        """How freely a bead is worded, or the whole text: 0 for a copy, 1 for a version of its own.

        A sentence counts half by its own words and half by the manner of the text around it.
        """
        if self.whole is None:
            return 0.0
        share = self.whole
        if bead is not None and bead in self.beads:
            share = (share + self.beads[bead]) / 2
        literal, free = self.settings.literal_share, self.settings.free_share
        return min(1.0, max(0.0, (literal - share) / (literal - free)))

    def is_copy(self) -> bool:
        """Whether the whole text is written after the reference, word for word."""
        settings = self.settings
        share = kept_share(self.edits.values())[0] if self.whole is None else self.whole
        return share >= settings.copy_share and self.kept_words >= settings.copy_words

    def is_copied(self, bead: int, *, besides_words: int = 0) -> bool:
        """Whether one sentence is written after the reference, but for some words that are asked about."""
        share, kept = kept_share([self.edits.get(bead, ())], besides_words=besides_words)
        return share >= self.settings.copy_bead_share and kept >= self.settings.copy_bead_words

    def is_free(self, bead: int) -> bool:
        """Whether a sentence is told in other words: what differs in it says little by itself."""
        return self.beads.get(bead, 0.0) < self.settings.free_bead_share

    def looseness(self, finding: Finding) -> float:
        """How little a departure says that stands where a finding does, 0 to 1.

        It says little in a freely worded sentence, unless the words around it are the same on both sides: "they came
        back before noon" against "they came back after noon" is a change of one word in whatever text it stands.
        """
        freedom = self.freedom(finding.bead)
        if not freedom or finding.bead is None:
            return freedom
        kept = kept_around(self.edits.get(finding.bead, ()), finding, reach=self.settings.wording_reach)
        if kept is None:
            return freedom
        literal, free = self.settings.literal_around, self.settings.free_around
        return freedom * min(1.0, max(0.0, (literal - kept) / (literal - free)))


def wording(evidence: Evidence) -> Wording:
    """Estimate how freely a candidate is worded after its reference."""
    return evidence.once("wording", _wording)


def _wording(evidence: Evidence) -> Wording:
    settings = evidence.settings
    beads: dict[int, float] = {}
    told: list[float] = []
    by_bead: dict[int, Sequence[Edit]] = {}
    kept_words = 0
    for bead, edits in zip(evidence.alignment.beads, evidence.edits, strict=False):
        if not (bead.reference and bead.candidate):
            continue
        by_bead[bead.index] = edits
        beads[bead.index], kept = kept_share([edits])
        kept_words += kept
        words = sum(token.kind != "mark" for edit in edits for token in edit.reference)
        if words >= settings.wording_words:
            told.append(beads[bead.index])
    whole = median(told) if len(told) >= settings.wording_beads else None
    return Wording(whole=whole, kept_words=kept_words, beads=beads, edits=by_bead, settings=settings)


def kept_share(beads: Iterable[Sequence[Edit]], *, besides_words: int = 0) -> tuple[float, int]:
    """The share of the words of both sides that stand unchanged in their order, and the number of those words.

    Args:
        beads: the word edits of each bead that has sentences on both sides.
        besides_words: words of both sides to leave out of the count: those that are asked about.

    >>> from compare.align import word_edits
    >>> from compare.text.tokens import tokenize
    >>> kept_share([word_edits(tokenize("The ferry sank."), tokenize("The ferry rose."))])
    (0.6666666666666666, 2)
    """
    kept = every = 0
    for edits in beads:
        for edit in edits:
            count = _word_count(edit.reference)
            is_equal = edit.kind == "equal"
            every += count + (count if is_equal else _word_count(edit.candidate))
            kept += count if is_equal else 0
    every -= besides_words
    return (2 * kept / every if every > 0 else 0.0), kept


def _word_count(tokens: Sequence[Token]) -> int:
    return len([token for token in tokens if token.kind != "mark"])


def kept_around(edits: Sequence[Edit], finding: Finding, *, reach: int) -> float | None:
    """The share of unchanged words among those next to a finding on both sides; ``None`` where there are none.

    Args:
        edits: of the bead that the finding stands in.
        finding: what was found.
        reach: words to look at before it and behind it.
    """
    kept = every = 0
    for which, span in (("reference", finding.reference), ("candidate", finding.candidate)):
        if span is None:
            continue
        for is_equal in _around(edits, which, span, reach):
            every += 1
            kept += is_equal
    return kept / every if every else None


def _around(edits: Sequence[Edit], which: str, span: Span, reach: int) -> list[bool]:
    """Whether each word next to a span is the same on the other side."""
    words: list[Token] = []
    equal: list[bool] = []
    for edit in edits:
        for token in getattr(edit, which):
            if token.kind != "mark":
                words.append(token)
                equal.append(edit.kind in ("equal", "stem"))
    low = bisect_right([token.end for token in words], span.start)
    high = bisect_left([token.start for token in words], span.end)
    high = max(low, high)
    return equal[max(0, low - reach) : low] + equal[high : high + reach]
