"""What the scores are held against: metrics without a model, a number a pair, better is higher."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

PEERS = ("chrF2++", "BLEU", "TER", "token Indel")
WEIGHTED = "(100 - chrF2++) x words"
"""The peer of the penalty that has the length of the text in it."""


def peer(name: str) -> Callable[[str, str], float]:
    """Give a function from reference and candidate to a score, 100 for what is equal."""
    from rapidfuzz.distance import Indel
    from sacrebleu.metrics import BLEU, CHRF, TER

    match name:
        case "chrF2++":
            chrf = CHRF(word_order=2)
            return lambda reference, candidate: float(chrf.sentence_score(candidate, [reference]).score)
        case "BLEU":
            bleu = BLEU(effective_order=True)
            return lambda reference, candidate: float(bleu.sentence_score(candidate, [reference]).score)
        case "TER":
            ter = TER()
            return lambda reference, candidate: 100 - float(ter.sentence_score(candidate, [reference]).score)
        case "token Indel":
            return lambda reference, candidate: (
                100 * Indel.normalized_similarity(candidate.split(), reference.split())
            )
        case _:
            raise ValueError(name)


def weighted(scores: Sequence[float], candidates: Sequence[str]) -> list[float]:
    """Turn similarities into penalties that grow with the length of the candidate."""
    return [(100 - score) * len(text.split()) for score, text in zip(scores, candidates, strict=True)]
