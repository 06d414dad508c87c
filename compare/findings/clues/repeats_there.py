"""What excuses a repetition: the reference, or the text in the source language, repeats there too.

Users ask for this first (a check that cries at every refrain is switched off). It is judged by words: the
stems of what is repeated come as often in the facing sentences; and, since a translator may have put the
refrain in other words, by form: the facing sentences say some phrase of their own as often.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from compare.findings.clues.repeats import echoes, numbered, pair_distances, tandem_runs
from compare.findings.clues.stream import is_content
from compare.text.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.findings.evidence import Evidence
    from compare.model import Token


def is_repeated_there(
    evidence: Evidence,
    beads: Sequence[int],
    unit: Sequence[Token],
    count: int,
    *,
    in_a_row: bool = False,
    is_near: bool = False,
    drifts: bool = False,
) -> bool:
    """Whether what faces the candidate's beads repeats as the candidate does.

    Args:
        evidence: with or without a reference and a source.
        beads: positions of the beads that the repetition lies in.
        unit: the tokens that the candidate repeats.
        count: how often it says them, at least 2.
        in_a_row: whether it says them with nothing between; that is excused only by words that the reference
            says in a row as well. "80 in the prefecture prefecture prefecture" is none the better for a
            reference that names three prefectures.
        is_near: whether it says them twice with a mark or a word or two between: then the reference must say each
            word of content again, and as often. "For the trials, for the trials" is none the better for "for the
            trials, for the hearings".
        drifts: whether it changes from time to time; that is excused by a reference that goes round as well.
    """
    if is_repeated_in_source(evidence, count):
        return True
    if evidence.reference is None:
        return False
    language = evidence.reference.document.language
    tokens = [
        token
        for bead in beads
        for token in evidence.reference.tokens_of(evidence.alignment.beads[bead].reference)
        if token.kind != "mark"
    ]
    if not tokens:
        return False
    if drifts and is_rhetoric(tokens, evidence.settings.repeats.again_rhetoric):
        return True
    widest = evidence.settings.repeats.echo_gap if in_a_row else len(tokens)
    # a sound or a call stands for any other: "clang, clang, clang" for "ding, ding, ding"
    own = {token.stem for token in unit} if in_a_row or len(unit) > 1 else set()
    content = {token.stem for token in unit if is_content(token, language)}
    whole = content if is_near else set()
    if _says_something_again(tokens, count, language, own=own, whole=whole, widest_gap=widest):
        return True
    if in_a_row:
        return False
    said = Counter(token.stem for token in tokens)
    stems = sorted(content or {token.stem for token in unit})
    if is_near:
        here = Counter(
            token.stem
            for bead in beads
            for token in evidence.candidate.tokens_of(evidence.alignment.beads[bead].candidate)
        )
        return all(said[stem] >= max(2, here[stem]) for stem in stems)
    share = sum(min(1.0, max(0, said[stem] - 1) / (count - 1)) for stem in stems) / max(1, len(stems))
    return share >= evidence.settings.loop_excused_share


def is_rhetoric(tokens: Sequence[Token], least: float) -> bool:
    """Whether a passage goes round in few words: "who is against you is against me, and who is against me …".

    Args:
        tokens: words of the passage.
        least: share of its pairs of neighbours that were said before in it.
    """
    pairs = list(pairwise(token.stem for token in tokens))
    return len(pairs) - len(set(pairs)) >= least * len(pairs) > 0


def is_repeated_in_source(evidence: Evidence, count: int) -> bool:
    """Whether the text in the source language, where there is one, says some phrase about as often as ``count``."""
    if evidence.source is None or len(evidence.source) > evidence.settings.repeats.source_characters:
        return False
    tokens = [token for token in tokenize(evidence.source) if token.kind != "mark"]
    return _says_something_again(tokens, count, widest_gap=len(tokens))


def _says_something_again(
    tokens: Sequence[Token],
    count: int,
    language: str = "",
    *,
    own: frozenset[str] | set[str] = frozenset(),
    whole: frozenset[str] | set[str] = frozenset(),
    widest_gap: int,
) -> bool:
    """Whether some phrase with content comes about as often as ``count``.

    A phrase in the same language shares at least a word with what is repeated, ``own``: "to the sea, to the sea" may
    stand for "to the water, to the water", not for "faster and faster". What it says twice with
    others between holds all of ``whole``.
    """
    numbers = numbered([token.stem for token in tokens])

    def is_like(start: int, end: int) -> bool:
        said = tokens[start:end]
        return any(is_content(token, language) for token in said) and (
            not own or not own.isdisjoint(token.stem for token in said)
        )

    for run in tandem_runs(numbers):
        said = {token.stem for token in tokens[run.start : run.start + run.period]}
        # the same words excuse as many times as there are, give or take one; other words may be said otherwise
        enough = count - 1 if said == own and count > 3 else (count + 1) / 2
        if run.times >= enough and is_like(run.start, run.start + run.period):
            return True
    if count > 2:
        return False
    return any(
        echo.length >= 3
        and echo.gap <= widest_gap
        and is_like(echo.start, echo.start + echo.length)
        and whole.issubset(token.stem for token in tokens[echo.start : echo.start + echo.length])
        for echo in echoes(pair_distances(numbers, len(numbers))[0])
    )
