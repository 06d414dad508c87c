"""Additive counts of one bead: what was kept, and what the rest costs.

After sacrebleu: the counts of beads add up to those of the document, so that segment, document and bootstrap use one
sum. Words are counted as bags first, so that a word in another place is kept and pays for its order alone; what has no
equal on the other side is matched once more by the character 4-grams of its words (after chrF, Popović 2015), so that
"governmental" for "government" is mostly kept. A kindred word in the place of a missing one ("gate" for "door") is not
the word, but pays less for its place. All masses are in units of word weight (compare/scores/weights.py).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import astuple, dataclass
from functools import lru_cache
from operator import add
from typing import TYPE_CHECKING, Final

from compare.findings.clues.negation import is_negator
from compare.scores.junctions import holes
from compare.scores.kindred_words import kindred_weight
from compare.scores.letters import letter_differences, near_weight
from compare.scores.manner import manner
from compare.scores.repeats import doubled_words, runs_said_again, words_said_again
from compare.scores.weights import Weights, is_mark, is_number, weights_for
from compare.scores.writings import in_one_writing
from compare.settings import DEFAULTS, ScoreSettings
from compare.text.forms import is_written_alike
from compare.text.lexicon import known, rarity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from compare.model import Token

Block = tuple[int, list[tuple[int, int, int]]]
"""A stretch of a bead: its first word, and the runs in it that are the same, by their first words and their length."""

BLOCK_WORDS: Final = 20_000
"""Words of one side whose order is compared at once; a longer bead, which is no sentence, is cut into blocks."""
HARD_RARITY: Final = 11.0
"""Nats from which a word of the reference is taken for hard to translate: one in 60,000."""
ASIDES: Final = frozenset("-;:")
"""Marks, in their comparing form, at which something is put in or put beside."""

COSTS: Final = {
    "replaced": "replace_cost",
    "dropped": "delete_cost",
    "added": "insert_cost",
    "surplus": "surplus_cost",
    "moved": "order_cost",
    "letters_missing": "letters_missing_cost",
    "letters_added": "letters_added_cost",
    "unknown_words": "unknown_word_cost",
    "doubled_words": "doubled_word_cost",
    "said_again": "said_again_cost",
    "marks": "marks_cost",
    "negations": "negation_cost",
    "seams": "seam_cost",
    "holes": "hole_cost",
    "manner": "manner_cost",
    "style": "style_cost",
}
"""Each count of a bead that costs something, with the setting that is its price."""
_COST_ITEMS: Final = tuple(COSTS.items())


@dataclass(frozen=True, slots=True)
class BeadCounts:
    """The counts of one bead; every field is a sum, so counts add."""

    kept: float = 0.0
    """Weight of the reference's words that the candidate has, near forms in part."""
    replaced: float = 0.0
    """Weight that is missing and has other words in its place, kindred ones in part."""
    dropped: float = 0.0
    """Weight that is missing beyond that."""
    added: float = 0.0
    """Weight that the candidate has beyond that."""
    surplus: float = 0.0
    """Weight that is added beyond what a wordy translation adds: text that nothing in the reference supports."""
    moved: float = 0.0
    """Weight that is kept but stands in another place of the bead."""
    letters_missing: float = 0.0
    """Character 4-grams of the reference, over word ends, that the candidate lacks."""
    letters_added: float = 0.0
    """Character 4-grams that only the candidate has."""
    unknown_words: float = 0.0
    """Words of the candidate that neither the reference nor the language has."""
    doubled_words: float = 0.0
    """Words said twice in a row, beyond those of the reference."""
    said_again: float = 0.0
    """Runs of three words that the candidate says again, beyond those of the reference."""
    marks: float = 0.0
    """Punctuation marks that only one side has."""
    negations: float = 0.0
    """Words such as "not" that one side lacks, or has elsewhere: a small word that reverses a sentence."""
    seams: float = 0.0
    """Places where words that stand side by side on one side are parted on the other."""
    holes: float = 0.0
    """Places where neighbours stand side by side that no sound sentence has: a cut leaves a scar."""
    manner: float = 0.0
    """How the sentence is set: its capital, its final mark, white space before marks."""
    style: float = 0.0
    """Weight of words that differ in style alone."""
    new_names: float = 0.0
    """Capitalised words of the candidate, after its first, that the reference lacks; costs nothing of itself."""
    hard_words: float = 0.0
    """Nats by which words of the reference are rarer than `HARD_RARITY`; costs nothing of itself."""
    reference_marks: float = 0.0
    """Punctuation marks of the reference; costs nothing of itself."""
    asides: float = 0.0
    """Dashes, colons and semicolons of the reference, where clauses hang together; costs nothing of itself."""

    def __add__(self, other: BeadCounts) -> BeadCounts:
        return BeadCounts(*map(add, astuple(self), astuple(other)))

    @property
    def is_changed(self) -> bool:
        """Whether the words differ; a bead in another style is not changed."""
        return bool(
            self.replaced
            or self.dropped
            or self.added
            or self.moved
            or self.letters_missing
            or self.letters_added
        )

    def costs(self, settings: ScoreSettings = DEFAULTS.scores) -> dict[str, float]:
        """Give each count times its price, by name."""
        return {name: getattr(self, name) * getattr(settings, price) for name, price in COSTS.items()}

    def cost(self, settings: ScoreSettings = DEFAULTS.scores) -> float:
        """Sum the prices of all counts."""
        total: float = sum([getattr(self, name) * getattr(settings, price) for name, price in _COST_ITEMS])
        return total


def bead_counts(
    reference: Sequence[Token],
    candidate: Sequence[Token],
    *,
    reference_text: str,
    candidate_text: str,
    language: str = "en",
    settings: ScoreSettings = DEFAULTS.scores,
) -> BeadCounts:
    """Count one bead.

    Args:
        reference: the words of the reference side, in order; empty where the bead is an addition.
        candidate: those of the candidate side; empty where the bead was dropped.
        reference_text: the sentences of the reference side as written.
        candidate_text: those of the candidate side.
        language: ISO 639-1, for the rarity of words.
        settings: the weights of marks and numbers.

    >>> from compare.text.tokens import tokenize
    >>> true, copy = "The ferry left at noon.", "The ferry left."
    >>> counts = bead_counts(tokenize(true), tokenize(copy), reference_text=true, candidate_text=copy)
    >>> counts.dropped > 0, counts.added, counts.replaced
    (True, 0.0, 0.0)
    """
    weights = weights_for(language, settings)
    weight = weights.__getitem__
    true_forms = [token.form for token in reference]
    copy_forms = [token.form for token in candidate]
    true_weight = sum(map(weight, true_forms))
    own = {
        "manner": manner(reference_text, candidate_text, reference, candidate),
        "hard_words": sum(map(_hardness, true_forms, [language] * len(true_forms))),
        "reference_marks": float(sum(map(is_mark, true_forms))),
        "asides": float(sum(map(ASIDES.__contains__, true_forms))),
    }
    written = true_forms
    missing, extra = ([], []) if true_forms == copy_forms else _differences(true_forms, copy_forms)
    writings = in_one_writing(reference, candidate, missing, extra, language=language)
    true_words, copy_words = reference, candidate
    if writings is not None:
        (true_words, true_forms), (copy_words, copy_forms) = writings
        true_weight = sum(map(weight, true_forms))
        missing, extra = _differences(true_forms, copy_forms)
    if true_forms == copy_forms:
        pairs = zip(true_words, copy_words, strict=True)
        style = sum(weight(true.form) for true, copy in pairs if not is_written_alike(true.text, copy.text))
        return BeadCounts(kept=true_weight, style=style, **own)
    missing_weight = sum(map(weight, missing))
    extra_weight = sum(map(weight, extra))
    # What the candidate says again stands for nothing that is missing: else a loop would pay for a dropped clause.
    again = sum(map(weight, words_said_again(copy_forms, extra, language)))
    near = min(near_weight(missing, extra, weights), missing_weight, extra_weight - again)
    kindred = settings.kindred_share * kindred_weight(missing, extra, weights, language=language)
    lost, gained = missing_weight - near, extra_weight - again - near
    added = again + max(0.0, gained - lost)
    blocks = _same_runs(true_forms, copy_forms)
    in_place, style, seams, negations = _in_place(
        true_words, copy_words, true_forms, copy_forms, blocks, weights
    )
    same = [run for _, runs in blocks for run in runs if run[2]]
    letters_missing, letters_added = letter_differences(true_forms, copy_forms, same)
    return BeadCounts(
        kept=true_weight - missing_weight + near,
        replaced=max(0.0, min(lost, gained) - kindred),
        dropped=max(0.0, lost - gained),
        added=added,
        surplus=max(0.0, added - settings.surplus_share * true_weight) if true_forms else 0.0,
        moved=max(0.0, true_weight - missing_weight - in_place),
        letters_missing=letters_missing,
        letters_added=letters_added,
        unknown_words=_unknown(candidate, extra, language),
        doubled_words=max(0, doubled_words(copy_forms) - doubled_words(true_forms)),
        said_again=runs_said_again(true_forms, copy_forms),
        marks=sum(map(is_mark, missing)) + sum(map(is_mark, extra)),
        negations=negations,
        seams=seams,
        holes=holes(written, candidate, language=language),
        style=style,
        new_names=_new_names(candidate, extra),
        **own,
    )


def _differences(true_forms: Sequence[str], copy_forms: Sequence[str]) -> tuple[list[str], list[str]]:
    """Give the forms that only one side has, as often as it has them more."""
    left = Counter(copy_forms)
    missing = []
    for form in true_forms:
        if left.get(form, 0):
            left[form] -= 1
        else:
            missing.append(form)
    return missing, [form for form, count in left.items() if count for _ in range(count)]


def _same_runs(true_forms: Sequence[str], copy_forms: Sequence[str]) -> list[Block]:
    """The runs of the longest common subsequence, block by block; the last of each block has no words."""
    from rapidfuzz.distance import LCSseq

    vocabulary: dict[str, int] = {}
    # RapidFuzz compares items by hash, and hash("a") may be 97: numbers of one vocabulary are safe.
    true = [vocabulary.setdefault(form, len(vocabulary)) for form in true_forms]
    copy = [vocabulary.setdefault(form, len(vocabulary)) for form in copy_forms]
    found = []
    for start in range(0, len(true), BLOCK_WORDS):
        ends = start + BLOCK_WORDS
        runs = LCSseq.editops(true[start:ends], copy[start:ends]).as_matching_blocks()
        found.append((start, [(start + run.a, start + run.b, run.size) for run in runs]))
    return found


def _in_place(
    reference: Sequence[Token],
    candidate: Sequence[Token],
    true_forms: Sequence[str],
    copy_forms: Sequence[str],
    blocks: Sequence[Block],
    weights: Weights,
) -> tuple[float, float, int, int]:
    """Give the weight of the longest common subsequence, the part that differs in style, its seams and lone negations.

    A "not" that is lost here and another that is added there are two faults, not none: they reverse two statements.
    """
    in_place = style = 0.0
    seams = 0
    true_negations, copy_negations = sum(map(is_negator, true_forms)), sum(map(is_negator, copy_forms))
    has_negations = true_negations and copy_negations
    for start, runs in blocks:
        true_end = copy_end = start
        for here, there, words in runs:
            seams += (here == true_end) != (there == copy_end)
            true_end, copy_end = here + words, there + words
            for one, other in zip(reference[here:true_end], candidate[there:copy_end], strict=True):
                weight = weights[one.form]
                in_place += weight
                if one.text != other.text and not is_written_alike(one.text, other.text):
                    style += weight
                if has_negations and is_negator(one.form):
                    true_negations, copy_negations = true_negations - 1, copy_negations - 1
    return in_place, style, seams, max(true_negations, copy_negations)


def _unknown(candidate: Sequence[Token], extra: Iterable[str], language: str) -> int:
    strange = {
        form for form in extra if not is_mark(form) and not is_number(form) and not known(form, language)
    }
    if not strange:
        return 0
    return sum(token.form in strange and not token.text[:1].isupper() for token in candidate)


def _new_names(candidate: Sequence[Token], extra: Sequence[str]) -> int:
    strange = set(extra)
    return sum(token.form in strange and token.text[:1].isupper() for token in candidate[1:])


@lru_cache(maxsize=1 << 16)
def _hardness(form: str, language: str) -> float:
    return 0.0 if is_mark(form) or is_number(form) else max(0.0, rarity(form, language) - HARD_RARITY)
