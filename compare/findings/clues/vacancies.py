"""Where in the candidate lost words belong: beside their old neighbours, or where the sentence has a scar."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from compare.findings.clues.scars import CLOSING, Window, scar
from compare.text.lexicon import is_function_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.model import Edit, Token

MOST_FIT: Final = 3.0
REACH_TOKENS: Final = 150  # how far from the order of the reference a place is looked for: a long sentence
DISTANCE_COST: Final = (
    1.5  # points for the length of the sentence between the place and that of the reference's order
)
TIED_COST: Final = 3.0  # both neighbours stand side by side in the reference: nothing is missing between them


@dataclass(frozen=True, slots=True, kw_only=True)
class Vacancy:
    """A place in the candidate where words are missing, in code points.

    ``points`` say how well it fits (up to 3 for the neighbours, and those of the scar), ``scar`` how much the place
    alone looks like a hole, 0 to 5.
    """

    place: int
    points: float
    scar: float


def vacancy(
    lost: Sequence[Token], sentence: Sequence[Token], candidate: Sequence[Token], edits: Sequence[Edit]
) -> Vacancy:
    """The place between two words of the candidate where lost words of the reference belong.

    Args:
        lost: neighbouring tokens of the reference, at least one.
        sentence: all tokens of their sentence.
        candidate: the tokens of the candidate side of the bead, at least one.
        edits: the word edits of the bead.
    """
    first, last = sentence.index(lost[0]), sentence.index(lost[-1])
    around = _window(sentence, (first - 2, first - 1, last + 1, last + 2))
    expected = _expected(lost[0], candidate, edits)
    tied = _tied(edits)
    partners = _partners(edits)
    glues_marks = _glues_marks(candidate)
    best, most = Vacancy(place=candidate[0].start, points=0.0, scar=0.0), float("-inf")
    low, high = max(0, int(expected) - REACH_TOKENS), min(len(candidate), int(expected) + REACH_TOKENS)
    for gap in range(low, high + 1):
        near = _window(candidate, (gap - 2, gap - 1, gap, gap + 1))
        depth = scar(near)
        if glues_marks and _is_spaced_mark(near[1], near[2]):
            depth = max(depth, 3.0)
        points = min(_fit(around, near, partners), MOST_FIT) + depth
        points -= DISTANCE_COST * abs(gap - expected) / len(candidate)
        if near[2] is not None and near[2].start in tied:
            points -= TIED_COST
        if points > most:
            place = candidate[gap - 1].end if gap else candidate[0].start
            best, most = Vacancy(place=place, points=points, scar=depth), points
    return best


def _window(tokens: Sequence[Token], places: Sequence[int]) -> Window:
    first, second, third, fourth = (tokens[place] if 0 <= place < len(tokens) else None for place in places)
    return first, second, third, fourth


def _fit(around: Window, near: Window, partners: dict[int, int]) -> float:
    """Points for neighbours that stood beside the lost words, 2 for each next one and 1 for the one behind it."""
    before = _agreement(around[1], near[1], partners)
    if not before and near[1] is not None and near[1].form in {"the", "a", "an"}:
        before = _agreement(around[1], near[0], partners)
    after = _agreement(around[2], near[2], partners)
    points = 2.0 * (before + after)
    points += _agreement(around[0], near[0], partners) if before else 0.0
    return points + (_agreement(around[3], near[3], partners) if after else 0.0)


def _is_spaced_mark(previous: Token | None, following: Token | None) -> bool:
    return (
        previous is not None
        and following is not None
        and following.text in CLOSING
        and previous.end < following.start
    )


def _expected(lost: Token, candidate: Sequence[Token], edits: Sequence[Edit]) -> float:
    """The gap, counted in candidate tokens, to which the order of the reference points."""
    passed = 0.0
    for edit in edits:
        if edit.reference and edit.reference[0].start <= lost.start < edit.reference[-1].end:
            inside = sum(token.start < lost.start for token in edit.reference)
            return passed + inside / len(edit.reference) * len(edit.candidate)
        passed += len(edit.candidate)
    return passed


def _glues_marks(tokens: Sequence[Token]) -> bool:
    """Whether closing marks stand right after words, as print has them, but for one at most."""
    spaced = sum(
        following.text in CLOSING and token.end < following.start for token, following in pairwise(tokens)
    )
    return spaced <= 1


def _tied(edits: Sequence[Edit]) -> frozenset[int]:
    """Starts of candidate tokens that follow the same token as in the reference."""
    return frozenset(token.start for edit in edits if edit.kind == "equal" for token in edit.candidate[1:])


def _partners(edits: Sequence[Edit]) -> dict[int, int]:
    """Starts of candidate tokens by those of the reference tokens that they stand for."""
    return {
        token.start: other.start
        for edit in edits
        if edit.kind in {"equal", "stem", "near"} or len(edit.reference) == len(edit.candidate) == 1
        for token, other in zip(edit.reference, edit.candidate, strict=True)
    }


def _agreement(expected: Token | None, found: Token | None, partners: dict[int, int]) -> float:
    """How far a neighbour is the one that stood there: 1 for a word, less for a mark or function word."""
    if expected is None or found is None:
        return 0.5 if expected is found else 0.0
    if expected.stem != found.stem and partners.get(expected.start) != found.start:
        return 0.0
    return 0.25 if found.kind == "mark" else 0.7 if is_function_word(found.form) else 1.0
