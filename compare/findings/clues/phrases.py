"""From single unmatched words to the phrase that is missing or new, and to its place on the other side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from compare.findings.clues.content import content_weight
from compare.findings.clues.halves import half
from compare.findings.clues.partners import MOST_WORDS
from compare.findings.clues.unmatched import confidences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compare.findings.clues.halves import Half, Which
    from compare.findings.clues.partners import Partners
    from compare.model import Severity, Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A stretch of one side without a counterpart: ``tokens[low:high]``, and where it belongs on the other side."""

    tokens: tuple[Token, ...]
    low: int
    high: int
    place: int
    """Offset in the other document's text."""
    confidence: float
    weight: float
    """Summed weight of its content words; about one a word."""

    @property
    def start(self) -> int:
        """Where the phrase begins in its own document."""
        return self.tokens[self.low].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.tokens[self.high - 1].end


JOINED = 0.3  # confidence from which an unmatched word belongs to the phrase of a surer one beside it


def phrases(bead: Partners, which: Which, *, least: float) -> list[Phrase]:
    """The phrases of one side of a bead that are likely dropped (reference) or added (candidate).

    Args:
        bead: the bead with its partners.
        which: the side to look at.
        least: confidence that the surest word of a phrase must have, 0 to 1.

    Returns:
        Phrases in the order of the text; no two of them share a word.
    """
    side = half(bead, which)
    told = confidences(side, which) if len(side.content) <= MOST_WORDS else {}
    content = set(side.content)
    for low, high in _plain_cuts(side):
        for place in range(low, high):
            if place in content:
                told[place] = max(told.get(place, 0.0), PLAIN_CUT)
    if not told or max(told.values()) < least:
        return []
    rank_of = {place: rank for rank, place in enumerate(side.content)}
    found: list[Phrase] = []
    used: set[int] = set()
    for place in sorted(told, key=lambda place: (-told[place], place)):
        if told[place] < least or place in used:
            continue
        low = high = rank_of[place]
        while low > 0 and _joins(side, told, side.content[low - 1], used):
            low -= 1
        while high + 1 < len(side.content) and _joins(side, told, side.content[high + 1], used):
            high += 1
        run = side.content[low : high + 1]
        used.update(run)
        start, end = _grown(side, run[0], run[-1] + 1)
        found.append(
            Phrase(
                tokens=side.tokens,
                low=start,
                high=end,
                place=_place(side, start, end),
                confidence=round(min(0.97, told[place]), 2),
                weight=sum(content_weight(side.tokens[inside].form) for inside in run),
            )
        )
    return sorted(found, key=lambda phrase: phrase.low)


PLAIN_CUT = 0.85  # confidence of a run of words cut out so that its neighbours now stand side by side
PLAIN_CUT_WORDS = 4
PLAIN_CUT_OPEN = 1  # content words of the other side that may be open: more, and the text is freely reworded


def _plain_cuts(side: Half) -> Iterator[tuple[int, int]]:
    """Runs of words without partners that were simply cut out (or put in): before and behind everything goes on.

    Words of the grammar count too: of "and yet unable to get it out at once" one word alone carries content.
    """
    if len(side.other_open) > PLAIN_CUT_OPEN:
        return
    low = 0
    tokens, partner_of = side.tokens, side.partner_of
    while low < len(tokens):
        high = low
        while high < len(tokens) and partner_of[high] < 0:
            high += 1
        words = sum(token.kind != "mark" for token in tokens[low:high])
        if words >= PLAIN_CUT_WORDS:
            before = partner_of[low - 1] if low else -1
            behind = partner_of[high] if high < len(tokens) else len(side.others)
            if behind == before + 1:
                yield low, high
        low = max(high, low + 1)


def _joins(side: Half, told: dict[int, float], place: int, used: set[int]) -> bool:
    """Whether a neighbouring content word belongs to the phrase: it has no partner either."""
    return place in told and place not in used and (side.partner_of[place] < 0 or told[place] >= JOINED)


def _grown(side: Half, low: int, high: int) -> tuple[int, int]:
    """Take in the words of the grammar around a run that have no partner either: "in the", "which was"."""
    while low > 0 and side.partner_of[low - 1] < 0 and side.tokens[low - 1].kind != "mark":
        low -= 1
    while high < len(side.tokens) and side.partner_of[high] < 0 and side.tokens[high].kind != "mark":
        high += 1
    return low, high


def _place(side: Half, low: int, high: int) -> int:
    """Where a phrase belongs: behind the partner of the word before it, else before that of the word behind.

    Words of the other side without a partner that follow at once stand for something before the phrase, most often:
    "shared by the crew of the ship" against "made known by the crew".
    """
    if side.others and side.others[0].form in (",", ";"):
        return side.others[0].start  # a comma that opens a sentence shows where a phrase was
    if high < len(side.tokens) and side.tokens[high].kind == "mark" and side.partner_of[high] > 0:
        # the end of a clause: words before it may have changed their order, the mark has not
        return side.others[side.partner_of[high] - 1].end
    stands_for = {other: place for place, other in enumerate(side.partner_of) if other >= 0}
    for distance in range(1, len(side.tokens)):
        before, behind = low - distance, high - 1 + distance
        if before >= 0 and side.partner_of[before] >= 0:
            other = side.partner_of[before] + 1
            while other in side.other_open and (other not in stands_for or low <= stands_for[other] < high):
                other += 1
            return side.others[other - 1].end
        if behind < len(side.tokens) and side.partner_of[behind] >= 0:
            other = side.partner_of[behind]
            return side.others[other - 1].end if other else side.others[other].start
    return side.others[-1].end if side.others else 0


def gravity(phrase: Phrase) -> Severity:
    """How grave it is that a phrase is missing or new, by how much it says and how sure that is."""
    if phrase.weight >= 5.0 and phrase.confidence >= 0.75:
        return "critical"
    is_long = phrase.weight >= 1.6 or phrase.high - phrase.low >= 4
    return "major" if is_long and phrase.confidence >= 0.7 else "minor"
