"""BLEU of aligned segments, counted here: the tokens and the number of sacrebleu (Post 2018), to the last digit.

Papineni et al. (2002), with the tokens of mteval-v13a and the smoothing of NIST, which are sacrebleu's defaults.
Importing sacrebleu costs more than this whole metric on an article; a test holds the two equal.
"""

from __future__ import annotations

import re
from collections import Counter
from math import exp, log
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST: Final = 4
"""Words of the longest n-gram."""
_ENTITIES: Final = (("&quot;", '"'), ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"))
_MARKS: Final = {
    code: f" {chr(code)} "
    for first, last in (" &", "(+", ":@", "[`", "{~", "//")
    for code in range(ord(first), ord(last) + 1)
}
_STOP_BEHIND_NO_DIGIT: Final = re.compile(r"([^0-9])([.,])")
_STOP_BEFORE_NO_DIGIT: Final = re.compile(r"([.,])([^0-9])")
_DASH_BEHIND_DIGIT: Final = re.compile(r"([0-9])-")


def corpus_bleu(references: Sequence[str], candidates: Sequence[str]) -> float:
    """Compute sacrebleu's corpus BLEU.

    Args:
        references: the true segments.
        candidates: the judged segments, as many.

    Returns:
        0 to 100.

    >>> round(corpus_bleu(["The boat left at noon."], ["The boat left at one."]), 2)
    53.73
    """
    reference_words = candidate_words = 0
    kept, said = [0] * LONGEST, [0] * LONGEST
    for reference, candidate in zip(references, candidates, strict=True):
        words = words_13a(candidate)
        true = words if candidate == reference else words_13a(reference)
        reference_words += len(true)
        candidate_words += len(words)
        head = _same_words(true, words)
        tail = _same_words(true[head:][::-1], words[head:][::-1])
        for place in range(LONGEST):
            said[place] += max(0, len(words) - place)
            # n-grams inside what both begin and end with are in both as often, and need no counting
            before, behind = max(0, head - place), max(0, tail - place)
            kept[place] += before + behind
            if head < max(len(true), len(words)):
                rest = true[before : len(true) - behind], words[before : len(words) - behind]
                kept[place] += _shared(*rest, place + 1)
    return _bleu(kept, said, candidate_words, reference_words)


def words_13a(segment: str) -> list[str]:
    """Cut a segment into words as mteval-v13a does.

    >>> words_13a("It cost 2,300 (not $40).")
    ['It', 'cost', '2,300', '(', 'not', '$', '40', ')', '.']
    """
    line = segment.rstrip().replace("<skipped>", "").replace("-\n", "").replace("\n", " ")
    if "&" in line:
        for entity, mark in _ENTITIES:
            line = line.replace(entity, mark)
    line = f" {line} ".translate(_MARKS)
    line = _STOP_BEHIND_NO_DIGIT.sub(lambda found: f"{found[1]} {found[2]} ", line)
    line = _STOP_BEFORE_NO_DIGIT.sub(lambda found: f" {found[1]} {found[2]}", line)
    return _DASH_BEHIND_DIGIT.sub(lambda found: f"{found[1]} - ", line).split()


def _same_words(reference: Sequence[str], candidate: Sequence[str]) -> int:
    """Count the words with which both begin."""
    for place, (word, other) in enumerate(zip(reference, candidate, strict=False)):
        if word != other:
            return place
    return min(len(reference), len(candidate))


def _shared(reference: Sequence[str], candidate: Sequence[str], length: int) -> int:
    """Count the n-grams of one length that both sides have."""
    ours = Counter(zip(*(reference[place:] for place in range(length)), strict=False))
    theirs = Counter(zip(*(candidate[place:] for place in range(length)), strict=False))
    return sum(min(count, ours[gram]) for gram, count in theirs.items() if gram in ours)


def _bleu(kept: Sequence[int], said: Sequence[int], candidate_words: int, reference_words: int) -> float:
    if not any(kept):
        return 0.0
    precisions = [0.0] * LONGEST
    halved = 1.0
    for place in range(LONGEST):
        if not said[place]:
            break
        if kept[place]:
            precisions[place] = 100.0 * kept[place] / said[place]
        else:
            halved *= 2
            precisions[place] = 100.0 / (halved * said[place])
    if not all(precisions):
        return 0.0
    brevity = exp(1 - reference_words / candidate_words) if candidate_words < reference_words else 1.0
    return brevity * exp(sum(map(log, precisions)) / LONGEST)
