"""Words of one side that stand for nothing on the other: how likely each is truly dropped, or truly added.

In a free version many words lack a partner though nothing is missing: they are said in other words. What tells the
cases apart is weighed here, one word at a time: how much it says, whether the other side has unmatched words that may
stand for it (in the same gap, or anywhere in the bead), whether its neighbours stand side by side on the other side,
what part it plays in its phrase. The weights are those of a logistic regression (Cox 1958) over words of the
development half of the labelled sets; ``benchmarks/quality/fit_unmatched.py`` makes them again.
"""

from __future__ import annotations

import math
from functools import cache, lru_cache
from operator import mul
from typing import TYPE_CHECKING, Final

from compare.findings.clues.content import content_weight
from compare.findings.clues.halves import half
from compare.findings.clues.wordlists import is_adverb, light_words, qualities, word_groups

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from compare.findings.clues.halves import Half, Which
    from compare.findings.clues.partners import Partners
    from compare.model import Token

MOST_DISTANCE: Final = 0.6
"""Share of the sentence beyond which an open word of the other side is no nearer than none at all."""


@cache
def _openers(part: str) -> frozenset[str]:
    return frozenset(word_groups("endings.txt")[part])


WEIGHTS: Final[Mapping[Which, Mapping[str, float]]] = {
    "reference": {
        "light": -0.87, "weight": 0.14, "free run": 0.36, "other open weight": 0.01, "surplus": 0.13,
        "other side all matched": -0.21, "only open word": -0.17, "one for one": -0.31,
        "open words in gap": -0.18, "run": 0.19, "next matched": -0.17, "next open": 0.77,
        "bare head there": -0.08, "before matched": -1.02, "before open": 1.05, "between neighbours": -0.75,
        "behind article": 0.12, "like sort in gap": -0.18, "adverb": -0.58, "quality": -0.23, "noun": -0.02,
        "verb": -0.54, "number": 1.99, "name": 1.63, "compound": 0.13, "in phrase": 1.05, "at mark": 0.89,
        "before of": -1.29, "behind be": -1.58, "own share": 1.55, "other share": 1.12, "words": -0.44,
        "excess in edit": 0.33, "closed up": 0.74, "far from open": 1.86,
    },
    "candidate": {
        "light": -1.27, "weight": 1.45, "free run": 0.12, "other open weight": 0.01, "surplus": 0.08,
        "other side all matched": 0.17, "only open word": -0.08, "one for one": -0.55,
        "open words in gap": -0.08, "run": 0.02, "next matched": 0.59, "next open": 1.17,
        "bare head there": 1.11, "before matched": 0.45, "before open": 0.31, "between neighbours": 1.84,
        "behind article": 0.15, "like sort in gap": -0.28, "adverb": 1.45, "quality": 0.98, "noun": -0.06,
        "verb": -0.14, "number": 1.16, "name": -1.56, "compound": 0.77, "in phrase": 0.60, "at mark": -0.18,
        "before of": -0.33, "behind be": -0.11, "own share": 2.88, "other share": 0.69, "words": -0.31,
        "excess in edit": 0.08, "closed up": 0.01, "far from open": 0.81,
    },
}  # fmt: skip
"""Of the features below, for a word of the reference to be dropped and one of the candidate to be added."""
INTERCEPTS: Final[Mapping[Which, float]] = {"reference": -5.38, "candidate": -6.79}


@lru_cache(maxsize=1 << 16)
def part_of_speech(word_form: str) -> str:
    """A guess from the ending: ``adverb``, ``quality``, ``noun``, ``verb``, ``number`` or ``unknown``.

    >>> part_of_speech("quickly"), part_of_speech("famous"), part_of_speech("kindness"), part_of_speech("ship")
    ('adverb', 'quality', 'noun', 'unknown')
    """
    if word_form[:1].isdigit():
        return "number"
    if is_adverb(word_form):
        return "adverb"
    if word_form in qualities():
        return "quality"
    groups = word_groups("endings.txt")
    for name, endings in (
        ("quality", groups["quality"]),
        ("noun", groups["noun"]),
        ("verb", ("ed", "ing")),
    ):
        if any(word_form.endswith(ending) and len(word_form) > len(ending) + 2 for ending in endings):
            return name
    return "unknown"


def features(side: Half) -> Iterator[tuple[int, dict[str, float]]]:
    """What is known of every content word of one side that has no strong partner.

    Yields:
        The place of the word and its features by name; those are weighed by ``WEIGHTS``.
    """
    tokens, content = side.tokens, side.content
    count, other_count = len(content), len(side.other_content)
    rank_of = {place: rank for rank, place in enumerate(side.other_content)}
    weights = [content_weight(tokens[place].form) for place in content]
    strong = [side.is_strong[place] for place in content]
    open_weight = sum(weight for weight, is_strong in zip(weights, strong, strict=True) if not is_strong)
    other_open = [rank for rank, place in enumerate(side.other_content) if not side.other_is_strong[place]]
    other_weight = sum(content_weight(side.others[side.other_content[rank]].form) for rank in other_open)
    strong_share = sum(strong) / max(1, count)
    other_share = sum(strong) / max(1, other_count)
    is_content = set(content)
    free = [side.partner_of[place] < 0 for place in content]
    free_runs = _run_weights(free, weights)
    for rank, place in enumerate(content):
        if strong[rank]:
            continue
        token = tokens[place]
        form = token.form
        low, high = rank, rank
        while low >= 0 and not strong[low]:
            low -= 1
        while high < count and not strong[high]:
            high += 1
        # between which words of the other side the gap lies that this word stands in
        start = rank_of.get(side.partner_of[content[low]], -2) if low >= 0 else -1
        end = rank_of.get(side.partner_of[content[high]], -2) if high < count else other_count
        is_monotone = start > -2 and end > start
        gap = [side.other_content[r] for r in other_open if start < r < end] if is_monotone else []
        sort = part_of_speech(form)
        gap_sorts = {part_of_speech(side.others[other].form) for other in gap}
        before = tokens[place - 1] if place else None
        behind = tokens[place + 1] if place + 1 < len(tokens) else None
        is_behind_content, is_before_content = place + 1 in is_content, place - 1 in is_content
        yield (
            place,
            {
                "light": form in light_words(),
                "weight": weights[rank],
                "free run": min(free_runs[rank], 5.0),
                "other open weight": min(other_weight, 4.0),
                "surplus": max(-3.0, min(3.0, open_weight - other_weight)),
                "other side all matched": other_weight == 0,
                "only open word": open_weight - weights[rank] < 0.01,
                "one for one": is_monotone and len(gap) == 1 and end - start == 2 and high - low == 2,
                "open words in gap": min(len(gap), 3),
                "run": min(high - low - 1, 4),
                "next matched": is_behind_content and side.is_strong[place + 1],
                "next open": is_behind_content and not side.is_strong[place + 1],
                "bare head there": is_behind_content and _is_bare_head(side, place + 1),
                "before matched": is_before_content and side.is_strong[place - 1],
                "before open": is_before_content and not side.is_strong[place - 1],
                "between neighbours": _is_between_neighbours(side, place),
                "behind article": before is not None and before.form in _openers("determiner"),
                "like sort in gap": sort in gap_sorts or "unknown" in gap_sorts,
                "adverb": sort == "adverb",
                "quality": sort == "quality",
                "noun": sort == "noun",
                "verb": sort == "verb",
                "number": sort == "number",
                "name": token.text[:1].isupper() and place > 0,
                "compound": "-" in form,
                "in phrase": _is_in_phrase(tokens, is_content, place),
                "at mark": behind is None or behind.kind == "mark",
                "before of": behind is not None and behind.form == "of",
                "behind be": before is not None and before.form in {"is", "are", "was", "were", "be", "been"},
                "own share": strong_share,
                "other share": other_share,
                "words": min(count, 30) / 10,
                "excess in edit": max(-3, min(3, side.excess[place])),
                "closed up": _is_closed_up(side, place),
                "far from open": _distance_to_open(side, place),
            },
        )


def _run_weights(free: Sequence[bool], weights: Sequence[float]) -> list[float]:
    """For each word the summed weight of the run of words without any partner that it stands in."""
    answer = [0.0] * len(free)
    rank = 0
    while rank < len(free):
        end = rank
        while end < len(free) and free[end]:
            end += 1
        if end > rank:
            answer[rank:end] = [sum(weights[rank:end])] * (end - rank)
        rank = max(end, rank + 1)
    return answer


def _is_between_neighbours(side: Half, place: int) -> bool:
    """Whether the words right before and behind stand side by side on the other side."""
    if not 0 < place < len(side.tokens) - 1:
        return False
    before, behind = side.partner_of[place - 1], side.partner_of[place + 1]
    return before >= 0 and behind == before + 1


def _is_closed_up(side: Half, place: int) -> bool:
    """Whether the other side goes on without a gap where a word stands, be more words gone around it or not."""
    low, high = place - 1, place + 1
    while low >= 0 and side.partner_of[low] < 0:
        low -= 1
    while high < len(side.tokens) and side.partner_of[high] < 0:
        high += 1
    before = side.partner_of[low] if low >= 0 else -1
    behind = side.partner_of[high] if high < len(side.tokens) else len(side.others)
    return behind == before + 1


def _distance_to_open(side: Half, place: int) -> float:
    """How far from its relative place the nearest open word of the other side stands, as a share of the sentence."""
    here, count = place / len(side.tokens), len(side.others)
    return min([MOST_DISTANCE, *(abs(other / count - here) for other in side.other_open)])


def _is_bare_head(side: Half, place: int) -> bool:
    """Whether the strong partner of a word has no open word beside it that a word before ours might stand for."""
    if not side.is_strong[place]:
        return False
    other = side.partner_of[place]
    return other - 1 not in side.other_open and other + 1 not in side.other_open


def _is_in_phrase(tokens: Sequence[Token], content: set[int], place: int) -> bool:
    """Whether a preposition opens the phrase of a word."""
    place -= 1
    while place >= 0 and place not in content and tokens[place].kind != "mark":
        if tokens[place].form in _openers("preposition"):
            return True
        place -= 1
    return False


def confidences(side: Half, which: Which) -> dict[int, float]:
    """How likely each content word without a strong partner is truly dropped or added, by its place, 0 to 1."""
    weights, intercept = _weights_in_order(which), INTERCEPTS[which]
    return {
        place: 1.0 / (1.0 + math.exp(-intercept - sum(map(mul, weights, found.values()))))
        for place, found in features(side)
    }


@cache
def _weights_in_order(which: Which) -> tuple[float, ...]:
    """The weights in the order in which `features` names them, which is that of the table; a test says so."""
    return tuple(WEIGHTS[which].values())


def missing_weight(bead: Partners) -> float:
    """How much of the reference is likely missing from a bead, in weights of content words, about one a word.

    For ranking beads rather than for telling one: it also counts what is below the threshold of a finding. Open words,
    the surplus of content, and what the regression expects to be dropped each say something that the others do not.
    """
    side = half(bead, "reference")
    open_weight = sum(
        content_weight(bead.reference[place].form) for place in side.content if not side.is_strong[place]
    )
    surplus = sum(content_weight(bead.reference[place].form) for place in side.content) - sum(
        content_weight(bead.candidate[place].form) for place in side.other_content
    )
    expected = sum(
        share * content_weight(bead.reference[place].form)
        for place, share in confidences(side, "reference").items()
    )
    return max(0.0, 2.0 * expected + open_weight + 0.7 * surplus)
