"""What is said in other words, or on the other side of a sentence's end, is neither missing nor new.

Sentences without a partner that face each other in one gap, between the same linked neighbours, say the same in other
words more often than one was dropped and a stranger put in just there. And what a writer takes out of one sentence and
sets into the next, as every editor does, stands there among the words without a partner. Both are told as what they
are, and charge nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from compare.findings.clues.akin_words import AkinWords
from compare.findings.clues.content import content_weight, is_content
from compare.findings.clues.partners import partners
from compare.findings.clues.passages import Passage, akin_share, differ, have_like_length
from compare.model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.findings.clues.wording import Wording
    from compare.findings.evidence import Evidence, Side
    from compare.model import Bead, Span, Token

MISSING = frozenset({"dropped-sentence", "dropped-clause"})
NEW = frozenset({"added-sentence", "added-clause"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Gap:
    """Beads in a row without a partner, between linked ones."""

    dropped: tuple[Bead, ...]
    added: tuple[Bead, ...]


def without_rewordings(findings: Sequence[Finding], evidence: Evidence, wording: Wording) -> list[Finding]:
    """Take out the omissions and additions that are only said in other words or elsewhere, and tell them as such.

    Args:
        findings: what the detectors found.
        evidence: what they looked at.
        wording: how freely the candidate is worded.
    """
    if evidence.reference is None or not any(item.kind in MISSING | NEW for item in findings):
        return list(findings)
    settled: set[int] = set()
    told: list[Finding] = []
    for dropped, added in _reworded(evidence, wording):
        settled.update(bead.index for bead in (*dropped, *added))
        told.append(_rewording(evidence, dropped, added))
    elsewhere = _Elsewhere(evidence, wording)
    for item in findings:
        if item.kind in ("dropped-sentence", "added-sentence") and item.bead in settled:
            continue
        place = elsewhere.of(item) if item.kind in MISSING | NEW else None
        if place is None:
            told.append(item)
        elif item.kind == "dropped-clause":
            told.append(_moved(evidence, item, place))
    return told


def _rewording(evidence: Evidence, dropped: Sequence[Bead], added: Sequence[Bead]) -> Finding:
    assert evidence.reference is not None
    reference = evidence.reference.document
    candidate = evidence.candidate.document
    true = [reference.sentences[index] for bead in dropped for index in bead.reference]
    copy = [candidate.sentences[index] for bead in added for index in bead.candidate]
    return Finding(
        kind="meaning",
        severity="neutral",
        confidence=0.6,
        message="said in other words",
        reference=reference.span(true[0].start, true[-1].end),
        candidate=candidate.span(copy[0].start, copy[-1].end),
        bead=added[0].index,
        details={"why": "reworded"},
    )


def _moved(evidence: Evidence, item: Finding, place: Span) -> Finding:
    return Finding(
        kind="moved",
        severity="neutral",
        confidence=0.6,
        message="stands in the neighbouring sentence",
        reference=item.reference,
        candidate=place,
        bead=item.bead,
        details={"sentences": 0},
    )


def _gaps(beads: Sequence[Bead]) -> Iterator[_Gap]:
    dropped: list[Bead] = []
    added: list[Bead] = []
    for bead in beads:
        if bead.kind == "dropped":
            dropped.append(bead)
        elif bead.kind == "added":
            added.append(bead)
        elif not bead.moved:
            if dropped and added:
                yield _Gap(dropped=tuple(dropped), added=tuple(added))
            dropped, added = [], []
    if dropped and added:
        yield _Gap(dropped=tuple(dropped), added=tuple(added))


def _reworded(evidence: Evidence, wording: Wording) -> Iterator[tuple[tuple[Bead, ...], tuple[Bead, ...]]]:
    """Beads without a partner that face each other and say the same, as far as can be told."""
    assert evidence.reference is not None
    settings = evidence.settings
    language = evidence.reference.document.language
    for gap in _gaps(evidence.alignment.beads):
        missing = _passage(evidence.reference, gap.dropped, "reference", language)
        new = _passage(evidence.candidate, gap.added, "candidate", language)
        akin = AkinWords(new.content, language)
        # In a version of its own the place and the length are enough: its writer chose every word anew.
        if (
            have_like_length(missing, new, settings.reworded_length)
            and not differ(missing, new)
            and akin_share(missing, new, akin) >= (1.0 - wording.freedom()) * settings.reworded_akin
        ):
            yield gap.dropped, gap.added
            continue
        added = [_passage(evidence.candidate, (bead,), "candidate", language) for bead in gap.added]
        # Of two strangers every sentence faces every other: only those are held together that have a word akin.
        having: dict[str, list[int]] = {}
        for place, other in enumerate(added):
            for word in other.forms:
                having.setdefault(word, []).append(place)
        free = 0
        for bead in gap.dropped:
            one = _passage(evidence.reference, (bead,), "reference", language)
            likely = {place for token in one.content for word in akin.forms(token) for place in having[word]}
            for place in sorted(place for place in likely if place >= free):
                other = added[place]
                if (
                    have_like_length(one, other, settings.reworded_length)
                    and not differ(one, other)
                    and akin_share(one, other, akin) >= settings.reworded_akin
                ):
                    yield (bead,), (gap.added[place],)
                    free = place + 1
                    break


def _passage(side: Side, beads: Sequence[Bead], which: str, language: str) -> Passage:
    return Passage.of([token for bead in beads for token in side.tokens_of(getattr(bead, which))], language)


class _Elsewhere:
    """Where the words of an omission or addition stand on the other side, in the sentences next to it."""

    def __init__(self, evidence: Evidence, wording: Wording) -> None:
        assert evidence.reference is not None
        self._evidence = evidence
        self._wording = wording
        self._language = evidence.reference.document.language
        self._pairs = {bead.bead: bead for bead in partners(evidence)}
        self._beads = evidence.alignment.beads
        self._nearest = {side: _nearest(self._beads, side) for side in ("reference", "candidate")}

    def of(self, item: Finding) -> Span | None:
        """The stretch next to an omission or addition that holds most of its content, or nothing."""
        if item.bead is None:
            return None
        is_missing = item.kind in MISSING
        own, other = ("reference", "candidate") if is_missing else ("candidate", "reference")
        place: Span | None = getattr(item, own)
        if place is None:
            return None
        side = self._evidence.reference if is_missing else self._evidence.candidate
        assert side is not None
        bead = self._beads[item.bead]
        words = [
            token
            for token in side.tokens_of(getattr(bead, own))
            if place.start <= token.start and token.end <= place.end and is_content(token, self._language)
        ]
        whole = sum(content_weight(token.form) for token in words)
        if not whole:
            return None
        settings = self._evidence.settings
        least = settings.elsewhere_share - self._wording.freedom() * (
            settings.elsewhere_share - settings.elsewhere_share_free
        )
        best: tuple[float, list[Token]] = (0.0, [])
        for free in self._neighbours(item.bead, other):
            open_words = AkinWords(free, self._language)
            found = []
            weight = 0.0
            for token in words:
                akin = open_words.take(token)
                if akin is not None:
                    found.append(akin)
                    weight += content_weight(token.form)
            best = max(best, (weight / whole, found), key=lambda pair: pair[0])
        if best[0] < least or not best[1]:
            return None
        document = (self._evidence.candidate if is_missing else self._evidence.reference).document  # type: ignore[union-attr]
        return document.span(min(one.start for one in best[1]), max(one.end for one in best[1]))

    def _neighbours(self, index: int, which: str) -> Iterator[list[Token]]:
        """The content words without a partner of the next beads on either side that have words there."""
        for at in self._nearest[which][index]:
            if at is not None:
                yield self._open_words(self._beads[at], which)

    def _open_words(self, bead: Bead, which: str) -> list[Token]:
        side = self._evidence.candidate if which == "candidate" else self._evidence.reference
        assert side is not None
        if not (bead.reference and bead.candidate):
            return [
                token for token in side.tokens_of(getattr(bead, which)) if is_content(token, self._language)
            ]
        pairs = self._pairs.get(bead.index)
        if pairs is None:
            return []
        tokens, partner_of, content = (
            (pairs.candidate, pairs.of_candidate, pairs.candidate_content)
            if which == "candidate"
            else (pairs.reference, pairs.of_reference, pairs.reference_content)
        )
        found = []
        for place, token in enumerate(tokens):
            if not content[place]:
                continue
            other = partner_of[place]
            row = other if which == "candidate" else place
            if other < 0 or pairs.how.get(row) == "facing":
                found.append(token)
        return found


def _nearest(beads: Sequence[Bead], which: str) -> list[tuple[int | None, int | None]]:
    """Give for each bead the nearest one before it and behind it that has words on a side and stands in order.

    Both by one pass: of strangers nearly every bead lacks that side, and each would walk past all others.
    """
    usable = [bool(getattr(bead, which)) and not bead.moved and bead.kind != "outside" for bead in beads]
    before: list[int | None] = []
    behind: list[int | None] = []
    last = following = None
    for place, is_usable in enumerate(usable):
        before.append(last)
        last = place if is_usable else last
    for place, is_usable in reversed(list(enumerate(usable))):
        behind.append(following)
        following = place if is_usable else following
    return list(zip(before, reversed(behind), strict=True))
