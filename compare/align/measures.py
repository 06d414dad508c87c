"""How much two sentences share: rare words, letters, and what they are made of, for all pairs at once.

A word weighs by the geometric mean of two rarities: in the language at large (two articles are too short for an idf of
their own) and among the sentences at hand (in a fable about a fox, "fox" tells nothing). A sentence is the set of its
words: a clause that loops a dozen times weighs as much as the clause once.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from math import log, sqrt
from typing import TYPE_CHECKING, Final

import numpy
from numpy.typing import NDArray

from compare.align.kindred_words import shared_with_kin
from compare.align.products import product

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.model import Token
    from compare.settings import AlignSettings

FloatArray = NDArray[numpy.float64]

LONGEST_PAIR: Final = 60
"""Code points of two words without a space. Each cut is looked up, which a megabyte without a blank forbids."""
GRAM_LETTERS: Final = 5
"""Length of the character n-grams, spaces counted: long enough to tell, short enough for a changed ending."""
QUOTATION_MARKS: Final = frozenset('"“”„«»「」')


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """What all pairs of sentences share, each an array of reference sentences × candidate sentences.

    ``words`` and ``grams`` are cosines, 0 to 1, and ``likeness`` is their mean with 3/2 the weight on the grams, 0 to
    1.25. ``shared`` is log(1 + weight of the words that both have), ``content`` the same of the poorer sentence alone.
    ``cover_least`` and ``cover_most`` are the shares of each sentence's weight that the other has, the smaller and the
    larger one. ``kin`` is the root of their product with kindred words counted in, and ``kin_shared`` is log(1 + the
    weight shared that way). ``length`` is the absolute logarithm of the ratio of their weights. Of the last four, two
    say whether both or one alone has a question mark, two the same of a quotation mark.
    """

    words: FloatArray
    grams: FloatArray
    likeness: FloatArray
    shared: FloatArray
    content: FloatArray
    cover_least: FloatArray
    cover_most: FloatArray
    length: FloatArray
    both_ask: FloatArray
    one_asks: FloatArray
    both_quote: FloatArray
    one_quotes: FloatArray
    kin: FloatArray
    kin_shared: FloatArray
    reference_vectors: NDArray[numpy.float32]
    candidate_vectors: NDArray[numpy.float32]


def measures(
    reference: Sequence[Sequence[Token]],
    candidate: Sequence[Sequence[Token]],
    *,
    language: str,
    settings: AlignSettings,
) -> Measures:
    """Measure all pairs of the sentences of two sides, given as tokens; neither side may be empty."""
    both, count = [*reference, *candidate], len(reference)
    vectors, stems, rarities = _word_vectors(both, language, settings)
    squared = vectors**2
    forms = [tuple(token.form for token in tokens) for tokens in both]
    equal = _equal(forms[:count], forms[count:])
    words = numpy.where(equal, 1.0, _cosines(squared, numpy.linalg.norm(squared, axis=1), count))
    grams = numpy.where(equal, 1.0, _gram_cosines(both, count))
    shared = product(vectors[:count], vectors[count:])
    weight = squared.sum(axis=1, dtype=float)
    ours, theirs = weight[:count, None], weight[None, count:]
    cover_ours = numpy.where(equal, 1.0, shared / numpy.maximum(ours, 1e-6))
    cover_theirs = numpy.where(equal, 1.0, shared / numpy.maximum(theirs, 1e-6))
    kin_ours, kin_theirs = shared_with_kin(
        vectors, stems, count, rarities=rarities, language=language, settings=settings
    )
    asks = numpy.array(["?" in [token.text for token in tokens] for tokens in both], dtype=float)
    quotes = numpy.array(
        [not QUOTATION_MARKS.isdisjoint([token.text for token in tokens]) for tokens in both], dtype=float
    )
    return Measures(
        words=words,
        grams=grams,
        likeness=(words + 1.5 * grams) / 2.0,
        shared=numpy.log1p(shared),
        content=numpy.log1p(numpy.minimum(ours, theirs)),
        cover_least=numpy.minimum(cover_ours, cover_theirs),
        cover_most=numpy.maximum(cover_ours, cover_theirs),
        length=numpy.abs(numpy.log((ours + 1.0) / (theirs + 1.0))),
        both_ask=numpy.outer(asks[:count], asks[count:]),
        one_asks=numpy.abs(asks[:count, None] - asks[None, count:]),
        both_quote=numpy.outer(quotes[:count], quotes[count:]),
        one_quotes=numpy.abs(quotes[:count, None] - quotes[None, count:]),
        kin=numpy.where(
            equal,
            1.0,
            numpy.sqrt(kin_ours / numpy.maximum(ours, 1e-6) * kin_theirs / numpy.maximum(theirs, 1e-6)),
        ),
        kin_shared=numpy.log1p((kin_ours + kin_theirs) / 2.0),
        reference_vectors=vectors[:count],
        candidate_vectors=vectors[count:],
    )


def similarity(measured: Measures, reference: Sequence[int], candidate: Sequence[int]) -> float:
    """Give the share of two runs' weight that stands in both, 0 to 1; 0 where a run is empty."""
    if not reference or not candidate:
        return 0.0
    if len(reference) == len(candidate) == 1 and measured.words[reference[0], candidate[0]] >= 1.0:
        return 1.0
    ours = measured.reference_vectors[list(reference)].max(axis=0, initial=0.0)
    theirs = measured.candidate_vectors[list(candidate)].max(axis=0, initial=0.0)
    total = float(ours @ ours + theirs @ theirs)
    return min(1.0, 2.0 * float(ours @ theirs) / total) if total else 0.0


def _word_vectors(
    sentences: Sequence[Sequence[Token]], language: str, settings: AlignSettings
) -> tuple[NDArray[numpy.float32], dict[str, int], dict[str, float]]:
    """Give a row a sentence and a column a stem: the square root of the stem's weight, or 0.

    And the column and the nats of each stem.
    """
    from compare.text.lexicon import rarity

    general: dict[str, float] = {}
    bags: list[set[str]] = []
    for tokens in sentences:
        bag = set()
        for token in tokens:
            if token.kind == "mark":
                continue
            found = settings.number_rarity if token.kind == "number" else rarity(token.form, language)
            parts: tuple[tuple[str, float], ...] = ((token.stem, found),)
            if token.kind == "word" and found > settings.most_rarity and len(token.form) > 4:
                parts += _run_together(token.form, language, settings.plain_rarity)
            for part, nats in parts:
                bag.add(part)
                if nats < general.setdefault(part, settings.most_rarity):
                    general[part] = nats
        bags.append(bag)

    def weight(stem: str, sentence_count: int) -> float:
        at_large = max(settings.least_weight, general[stem] - settings.common_rarity)
        here = max(settings.least_weight, log((len(bags) + 1) / sentence_count))
        return sqrt(sqrt(at_large * here))

    counts = _sentence_counts(bags)
    columns = {stem: column for column, stem in enumerate(sorted(counts))}
    weights = [weight(stem, counts[stem]) for stem in columns]
    return _matrix(_places(bags, columns), weights), columns, general


@lru_cache(maxsize=1 << 14)
def _run_together(form: str, language: str, plain_rarity: float) -> tuple[tuple[str, float], ...]:
    """Give the stems of two plain words that lost the space between them (``theferry``), with their rarity, if any."""
    from compare.text.forms import stem
    from compare.text.lexicon import rarity

    best: tuple[float, tuple[tuple[str, float], ...]] = (plain_rarity, ())
    if len(form) > LONGEST_PAIR:
        return ()
    for cut in range(1, len(form)):
        one, two = rarity(form[:cut], language), rarity(form[cut:], language)
        if one + two < best[0]:
            best = one + two, ((stem(form[:cut], language), one), (stem(form[cut:], language), two))
    return best[1]


def _gram_cosines(sentences: Sequence[Sequence[Token]], count: int) -> FloatArray:
    """Give the cosines over character n-grams by inverse document frequency, after the first ``count`` sentences."""
    lines = [
        f"_{'_'.join([token.form for token in tokens if token.kind != 'mark'])}_" for tokens in sentences
    ]
    numbers: dict[str, int] = {}  # most sentences of a near copy stand on both sides
    line_of = numpy.array([numbers.setdefault(line, len(numbers)) for line in lines])
    owners, grams = _grams(list(numbers))
    times = numpy.bincount(line_of, minlength=len(numbers))
    sentences_of = numpy.bincount(grams, weights=times[owners]).astype(numpy.intp)
    # half of all n-grams stand in one sentence alone: they share nothing and only lengthen it
    columns = numpy.cumsum(sentences_of > 1) - 1
    is_shared = sentences_of[grams] > 1
    rarities = numpy.array([log((len(lines) + 1) / number) for number in range(1, len(lines) + 1)])
    by_line = numpy.zeros((len(numbers), int(columns[-1]) + 1), dtype=numpy.float32)
    shared = grams[is_shared]
    by_line[owners[is_shared], columns[shared]] = rarities[sentences_of[shared] - 1]
    lone = numpy.bincount(owners[~is_shared], minlength=len(numbers)) * log(len(lines) + 1) ** 2
    lengths = numpy.sqrt((by_line.astype(float) ** 2).sum(axis=1) + lone)
    return _cosines(by_line[line_of], lengths[line_of], count)


def _grams(lines: Sequence[str]) -> tuple[NDArray[numpy.intp], NDArray[numpy.intp]]:
    """Give each n-gram of each line once: the number of its line, and its own number, in the order of the alphabet.

    A line of fewer letters is one n-gram.
    """
    padded = [line.ljust(GRAM_LETTERS, "\0") for line in lines]
    points = numpy.frombuffer("".join(padded).encode("utf-32-le", "surrogatepass"), dtype=numpy.uint32)
    owners = numpy.repeat(numpy.arange(len(padded)), [*map(len, padded)])
    firsts = owners[: len(owners) - GRAM_LETTERS + 1] == owners[GRAM_LETTERS - 1 :]
    alphabet, letters = _ranks(points)
    keys = numpy.zeros(len(firsts), dtype=numpy.intp)
    known = 1  # how many keys there may be: they are numbered anew before they outgrow 63 bits
    for step in range(GRAM_LETTERS):
        if known * alphabet >= 1 << 62:
            known, keys = _ranks(keys)
        keys = keys * alphabet + letters[step : len(letters) - GRAM_LETTERS + 1 + step]
        known *= alphabet
    distinct, grams = _ranks(keys[firsts])
    both = numpy.sort(owners[: len(firsts)][firsts] * distinct + grams)
    both = both[numpy.diff(both, prepend=-1) > 0]
    return both // distinct, both % distinct


def _ranks(values: NDArray[numpy.integer]) -> tuple[int, NDArray[numpy.intp]]:
    """Give how many different values there are, and the rank of each.

    So does numpy.unique, which imports all of numpy.ma to look for masks.
    """
    order = numpy.argsort(values, kind="stable")
    ordered = values[order]
    steps = numpy.cumsum(ordered[1:] != ordered[:-1])
    ranks = numpy.zeros(len(values), dtype=numpy.intp)
    ranks[order[1:]] = steps
    return int(steps[-1]) + 1 if len(steps) else len(values), ranks


def _sentence_counts(bags: Sequence[set[str]]) -> dict[str, int]:
    return Counter(chain.from_iterable(bags))


def _places(bags: Sequence[set[str]], columns: dict[str, int]) -> list[list[int]]:
    """Give the columns of each bag; a bag that stands several times is looked up once."""
    known: dict[int, list[int]] = {}
    for bag in bags:
        if id(bag) not in known:
            known[id(bag)] = [columns[item] for item in bag if item in columns]
    return [known[id(bag)] for bag in bags]


def _matrix(inside: Sequence[Sequence[int]], weights: Sequence[float]) -> NDArray[numpy.float32]:
    """Give a row a bag, with the weights of its columns."""
    matrix = numpy.zeros((len(inside), len(weights)), dtype=numpy.float32)
    places = numpy.fromiter(chain.from_iterable(inside), dtype=numpy.intp)
    rows = numpy.repeat(numpy.arange(len(inside)), [*map(len, inside)])
    matrix[rows, places] = numpy.array(weights, dtype=float)[places]
    return matrix


def _cosines(matrix: NDArray[numpy.float32], lengths: FloatArray, count: int) -> FloatArray:
    above = product(matrix[:count], matrix[count:])
    result: FloatArray = above / numpy.maximum(numpy.outer(lengths[:count], lengths[count:]), 1e-6)
    return result


def _equal(reference: list[tuple[str, ...]], candidate: list[tuple[str, ...]]) -> NDArray[numpy.bool_]:
    """Say of each pair whether all comparing forms are equal."""
    numbers: dict[tuple[str, ...], int] = {}
    ours = numpy.array([numbers.setdefault(forms, len(numbers)) for forms in reference])
    theirs = numpy.array([numbers.setdefault(forms, len(numbers)) for forms in candidate])
    result: NDArray[numpy.bool_] = ours[:, None] == theirs[None, :]
    return result
