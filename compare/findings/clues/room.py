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
    from compare.findings.evidence import Evidence, Side
    from compare.model import Bead, Token

STEPS: Final = 3
"""Beads away from a lone sentence at which its neighbour is looked for; between them stand other lone ones."""


def has_room(evidence: Evidence, bead: Bead) -> bool:
    """Whether a neighbour of a bead that has sentences on one side alone is longer by them on the other side.

    Args:
        evidence: both sides.
        bead: a dropped or an added one.
    """
    assert evidence.reference is not None
    is_missing = bool(bead.reference)
    own = evidence.reference if is_missing else evidence.candidate
    lone = _words(own, bead.reference if is_missing else bead.candidate)
    language = evidence.reference.document.language
    weight = sum(content_weight(token.form) for token in lone if is_content(token, language))
    pairs = {pair.bead: pair for pair in partners(evidence)}
    for neighbour in _neighbours(evidence.alignment.beads, bead.index):
        pair = pairs.get(neighbour.index)
        if pair is None or not wording(evidence).is_free(neighbour.index):
            continue  # who takes a sentence into another one writes that anew
        here, there = (pair.reference, pair.candidate) if is_missing else (pair.candidate, pair.reference)
        words, facing = (sum(token.kind != "mark" for token in side) for side in (here, there))
        if not words or not facing:
            continue
        gain = abs(log(words / facing)) - abs(log((words + len(lone)) / facing))
        settings = evidence.settings
        if (
            gain >= settings.room_gain
            and _left_over(pair, of_candidate=is_missing) >= settings.room_share * weight
        ):
            return True
    return False


def _words(side: Side, sentences: Sequence[int]) -> list[Token]:
    return [token for token in side.tokens_of(sentences) if token.kind != "mark"]


def _neighbours(beads: Sequence[Bead], index: int) -> list[Bead]:
    """The nearest beads with sentences on both sides, before and behind."""
    found = []
    for step in (-1, 1):
        for place in range(index + step, index + step * (STEPS + 1), step):
            if not 0 <= place < len(beads):
                break
            if beads[place].reference and beads[place].candidate:
                if not beads[place].moved:
                    found.append(beads[place])
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
