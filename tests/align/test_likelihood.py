"""The parts of the likelihood, against what a person can work out by hand."""

from __future__ import annotations

from itertools import combinations

import numpy
import pytest

from compare.align.beads import SHAPES, best_beads
from compare.align.likelihood import fair_threshold
from compare.align.measures import measures
from compare.align.products import product
from compare.settings import DEFAULTS
from compare.text.tokens import tokenize


def worth_of_best(chances: numpy.typing.NDArray[numpy.float64], threshold: float) -> float:
    """Try every way to pair the sentences in order: the textbook version."""
    rows, columns = chances.shape

    def best(row: int, column: int) -> float:
        if row == rows or column == columns:
            return 0.0
        found = max(best(row + 1, column), best(row, column + 1))
        for height, width in SHAPES:
            if row + height <= rows and column + width <= columns:
                part = chances[row : row + height, column : column + width]
                if height * width == 1 or part.min() > threshold:
                    found = max(found, float((part - threshold).sum()) + best(row + height, column + width))
        return found

    return best(0, 0)


@pytest.mark.parametrize("seed", range(12))
def test_the_programme_finds_the_beads_of_greatest_worth(seed: int) -> None:
    dice = numpy.random.default_rng(seed)
    chances = dice.random((int(dice.integers(1, 6)), int(dice.integers(1, 6)))) ** 2
    beads = best_beads(chances, threshold=0.4)
    worth = sum(
        float(chances[row, column]) - 0.4
        for bead in beads
        for row in bead.reference
        for column in bead.candidate
    )
    assert worth == pytest.approx(worth_of_best(chances, 0.4))
    for one, two in combinations([bead for bead in beads if bead.reference and bead.candidate], 2):
        assert one.reference[-1] < two.reference[0]
        assert one.candidate[-1] < two.candidate[0]


def test_a_near_copy_asks_more_of_a_link_than_a_retelling() -> None:
    copy = numpy.where(numpy.eye(20, dtype=bool), 0.999, 0.001)
    retelling = numpy.where(numpy.eye(20, dtype=bool), 0.6, 0.02)
    strangers = numpy.full((20, 20), 0.01)
    settings = DEFAULTS.align
    assert fair_threshold(copy, settings=settings) > 0.8
    assert fair_threshold(retelling, settings=settings) < 0.45
    assert fair_threshold(strangers, settings=settings) == settings.stranger_chance


def test_a_product_in_blocks_is_the_product() -> None:
    dice = numpy.random.default_rng(0)
    one = dice.random((130, 700)).astype(numpy.float32)
    two = dice.random((70, 700)).astype(numpy.float32)
    assert numpy.allclose(product(one, two), one @ two.T, rtol=1e-4)


def test_rare_words_weigh_more_than_common_ones() -> None:
    lines = [
        "The zeppelin was there.",
        "It was there in the end.",
        "A zeppelin came.",
        "They sat down.",
        "We left it.",
    ]
    tokens = [tokenize(line) for line in lines]
    found = measures(tokens[:1], tokens[1:], language="en", settings=DEFAULTS.align)
    assert found.words[0, 1] > found.words[0, 0] > found.words[0, 2]


def test_equal_sentences_without_a_word_are_alike() -> None:
    tokens = [tokenize("…"), tokenize("…"), tokenize("Rain.")]
    found = measures(tokens[:1], tokens[1:], language="en", settings=DEFAULTS.align)
    assert found.words.tolist() == [[1.0, 0.0]]


def test_words_that_ran_together_share_with_the_words_apart() -> None:
    tokens = [
        tokenize("He went to thestubborn mule."),
        tokenize("The stubborn mule."),
        tokenize("The quiet mule."),
    ]
    found = measures(tokens[:1], tokens[1:], language="en", settings=DEFAULTS.align)
    assert found.shared[0, 0] > found.shared[0, 1]
