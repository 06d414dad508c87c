"""What is timed: our own work and that of other programs at the same job, each from the same two texts.

A program is prepared outside the clock: imports, and for diffs and loops the words. Its work is a call without
arguments.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.speeds.texts import Pair

    Work = Callable[[], object]

OURS: Final = "truecopy"
ZLIB_WINDOW: Final = 1000  # characters
NGRAM: Final = 4  # words


@dataclass(frozen=True, slots=True)
class Program:
    """One program at one job."""

    job: str
    name: str
    prepare: Callable[[Pair], Work]


def _words(pair: Pair) -> tuple[list[str], list[str]]:
    """The words and marks of both in their comparing form: what our own diff compares."""
    from compare.text.tokens import tokenize

    one, other = pair.texts()
    return [token.form for token in tokenize(one)], [token.form for token in tokenize(other)]


def _our_diff(pair: Pair) -> Work:
    from compare.align.edits import word_edits
    from compare.text.tokens import tokenize

    one, other = map(tokenize, pair.texts())
    return lambda: word_edits(one, other)


def _difflib(pair: Pair) -> Work:
    from difflib import SequenceMatcher

    one, other = _words(pair)
    return lambda: SequenceMatcher(None, one, other, autojunk=False).get_opcodes()


def _cydifflib(pair: Pair) -> Work:
    from cydifflib import SequenceMatcher

    one, other = _words(pair)
    return lambda: SequenceMatcher(None, one, other, autojunk=False).get_opcodes()


def _rapidfuzz(pair: Pair) -> Work:
    from rapidfuzz.distance import Indel

    one, other = _words(pair)
    return lambda: Indel.opcodes(one, other)


def _diff_match_patch(pair: Pair) -> Work:
    from diff_match_patch import diff_match_patch

    differ = diff_match_patch()
    differ.Diff_Timeout = 0  # else it gives up after a second and says so nowhere
    one, other = pair.texts()
    return lambda: differ.diff_main(one, other)


def _our_collation(pair: Pair) -> Work:
    from compare.align import align
    from compare.pipeline import evidence_of
    from compare.text.documents import document

    one, other = pair.texts()

    def work() -> object:
        reference, candidate = document(one), document(other)
        return evidence_of(reference, candidate, align(reference, candidate))

    return work


def _collatex(pair: Pair) -> Work:
    from collatex import Collation, collate

    one, other = pair.texts()

    def work() -> object:
        collation = Collation()
        collation.add_plain_witness("reference", one)
        collation.add_plain_witness("candidate", other)
        return collate(collation, segmentation=False)

    return work


def _our_alignment(pair: Pair) -> Work:
    from compare import align_sentences

    kept = [sentence for sentence in pair.candidate if sentence]
    return lambda: align_sentences(pair.reference, kept)


def _gale_church(pair: Pair) -> Work:
    from nltk.translate.gale_church import align_blocks

    one = [len(sentence) for sentence in pair.reference]
    other = [len(sentence) for sentence in pair.candidate if sentence]
    return lambda: align_blocks(one, other)


def _our_score(pair: Pair) -> Work:
    from compare import compare_texts

    one, other = pair.texts()
    return lambda: compare_texts(one, other)


def _sacrebleu(name: str) -> Callable[[Pair], Work]:
    def prepare(pair: Pair) -> Work:
        from sacrebleu import metrics

        metric = getattr(metrics, name)()
        return lambda: metric.corpus_score(pair.candidate, [pair.reference])

    return prepare


def _our_loops(pair: Pair) -> Work:
    from compare.findings import Side
    from compare.findings.clues.loop_search import loops
    from compare.findings.clues.stream import words
    from compare.text.documents import document
    from compare.text.tokens import sentence_tokens

    laid_out = document(pair.texts()[1])
    stream = words(Side(document=laid_out, tokens=sentence_tokens(laid_out)))
    return lambda: loops(stream)


def _zlib(pair: Pair) -> Work:
    import zlib

    written = pair.texts()[1].encode()
    windows = range(0, max(1, len(written)), ZLIB_WINDOW)
    return lambda: [len(zlib.compress(written[at : at + ZLIB_WINDOW])) / ZLIB_WINDOW < 0.4 for at in windows]


def _ngrams(pair: Pair) -> Work:
    words = pair.texts()[1].split()

    def work() -> object:
        counts = Counter(zip(*(words[place:] for place in range(NGRAM)), strict=False))
        return [gram for gram, count in counts.items() if count > 2]

    return work


PROGRAMS: Final = (
    Program("word diff", OURS, _our_diff),
    Program("word diff", "difflib", _difflib),
    Program("word diff", "cydifflib", _cydifflib),
    Program("word diff", "RapidFuzz", _rapidfuzz),
    Program("word diff", "diff-match-patch", _diff_match_patch),
    Program("collation", OURS, _our_collation),
    Program("collation", "CollateX", _collatex),
    Program("alignment", OURS, _our_alignment),
    Program("alignment", "nltk gale_church", _gale_church),
    Program("score", OURS, _our_score),
    Program("score", "sacrebleu chrF", _sacrebleu("CHRF")),
    Program("score", "sacrebleu TER", _sacrebleu("TER")),
    Program("loops", OURS, _our_loops),
    Program("loops", "zlib rule", _zlib),
    Program("loops", "4-gram rule", _ngrams),
)
