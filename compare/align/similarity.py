"""How alike two sentences are: idf-weighted cosine over stems and character 5-grams."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

import numpy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.model import Token

GRAM = 5


def features(tokens: Sequence[Token]) -> set[str]:
    """Give the stems and the character 5-grams of one sentence, each once."""
    words = [token for token in tokens if token.kind != "mark"]
    line = f"_{'_'.join(token.form for token in words)}_"
    return {"=" + token.stem for token in words} | {
        line[place : place + GRAM] for place in range(max(1, len(line) - GRAM + 1))
    }


class Similarity:
    """The vectors of all sentences of two sides, and the cosine of any two runs."""

    def __init__(self, reference: Sequence[Sequence[Token]], candidate: Sequence[Sequence[Token]]) -> None:
        """Weigh the features of both sides by how few sentences hold them."""
        bags = [sorted(features(tokens)) for tokens in [*reference, *candidate]]
        counts: dict[str, int] = {}
        for bag in bags:
            for item in bag:
                counts[item] = counts.get(item, 0) + 1
        order = {item: place for place, item in enumerate(sorted(counts))}
        weights = {item: log((len(bags) + 1) / count) for item, count in counts.items()}
        vectors = numpy.zeros((len(bags), len(order)), dtype=numpy.float32)
        for row, bag in enumerate(bags):
            for item in bag:
                vectors[row, order[item]] = weights[item] * (2.0 if item[0] == "=" else 1.0)
        self.reference = vectors[: len(reference)]
        self.candidate = vectors[len(reference) :]
        self.pairs = self.of_vectors(self.reference, self.candidate)

    def of_vectors(self, reference: numpy.ndarray, candidate: numpy.ndarray) -> numpy.ndarray:
        """Give the cosines of all rows of one matrix with all rows of the other."""
        above = reference @ candidate.T
        below = numpy.outer(numpy.linalg.norm(reference, axis=1), numpy.linalg.norm(candidate, axis=1))
        return above / numpy.maximum(below, 1e-9)
