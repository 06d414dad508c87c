"""Whether a sentence without a partner has room in its neighbour: said there, in words that no list knows.

A writer of his own version runs two sentences into one or cuts one in two. Where he did, one side of the pair beside
the lone sentence is longer than the other by about as much as that sentence, has words left over whose weight is about
its own, and keeps little. All three together part such sentences from dropped ones: of what human translations of one
talk leave alone in each other more than half has such room, of sentences that were taken out of them one in thirty.
"""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING, Final

from compare.findings.clues.content import content_weight, is_content
from compare.findings.clues.partners import partners
from compare.findings.clues.wording import wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.findings.clues.partners import Partners
    from compare.findings.evidence import Evidence
    from compare.model import Bead, Finding, Token

STEPS: Final = 3
"""Beads away from a lone sentence at which its neighbour is looked for; between them stand other lone ones."""


def has_room(evidence: Evidence, item: Finding) -> bool:
    """Whether a neighbour of what has no partner is longer on the other side by about as much.

    Args:
        evidence: both sides.
        item: a sentence or a phrase that is missing or new.
    """
    assert evidence.reference is not None
    is_missing = item.kind.startswith("dropped")
    place = item.reference if is_missing else item.candidate
    if item.bead is None or place is None:
        return False
    bead = evidence.alignment.beads[item.bead]
    own = evidence.reference if is_missing else evidence.candidate
    lone = [
        token
        for token in own.tokens_of(bead.reference if is_missing else bead.candidate)
        if token.kind != "mark" and place.start <= token.start and token.end <= place.end
    ]
    language = evidence.reference.document.language
    least = evidence.settings.room_share * _weight(lone, language)
    pairs = evidence.once("partners by bead", _by_bead)
    for neighbour in _neighbours(evidence.alignment.beads, bead.index):
        pair = pairs.get(neighbour.index)
        if pair is None:
            side = evidence.candidate if is_missing else evidence.reference
            free = side.tokens_of(neighbour.candidate if is_missing else neighbour.reference)
            if (
                not (neighbour.reference and neighbour.candidate)
                and free
                and _weight(free, language) >= least
            ):
                return True
            continue
        if not wording(evidence).is_free(neighbour.index):
            continue  # who takes a sentence into another one writes that anew
        here, there = (pair.reference, pair.candidate) if is_missing else (pair.candidate, pair.reference)
        words, facing = (sum(token.kind != "mark" for token in side) for side in (here, there))
        if not words or not facing:
            continue
        gain = abs(log(words / facing)) - abs(log((words + len(lone)) / facing))
        if gain >= evidence.settings.room_gain and _left_over(pair, of_candidate=is_missing) >= least:
            return True
    return False


def _by_bead(evidence: Evidence) -> dict[int, Partners]:
    return {pair.bead: pair for pair in partners(evidence)}


def _weight(tokens: Sequence[Token], language: str) -> float:
    return sum(content_weight(token.form) for token in tokens if is_content(token, language))


def _neighbours(beads: Sequence[Bead], index: int) -> list[Bead]:
    """The beads before and behind, up to the nearest ones with sentences on both sides."""
    found = []
    for step in (-1, 1):
        for place in range(index + step, index + step * (STEPS + 1), step):
            if not 0 <= place < len(beads):
                break
            if not beads[place].moved and beads[place].kind != "outside":
                found.append(beads[place])
            if beads[place].reference and beads[place].candidate:
                break
    return found


def _left_over(pair: Partners, *, of_candidate: bool) -> float:
    """Weight of the words of content of one side that no word of the other stands for."""
    tokens, partner_of, content = (
        (pair.candidate, pair.of_candidate, pair.candidate_content)
        if of_candidate
        else (pair.reference, pair.of_reference, pair.reference_content)
    )
    return sum(
        content_weight(token.form)
        for place, token in enumerate(tokens)
        if content[place]
        and (partner_of[place] < 0 or pair.how.get(partner_of[place] if of_candidate else place) == "facing")
    )
