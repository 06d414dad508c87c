"""A denial that became its affirmation: "had not yet come back" and "had already come back".

That a "not" is gone says little of a version told anew; there are many ways to deny. Where the word that answers it
stands in its place, beside the same verb, there is one way to read it: the statement was turned round.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from compare.findings.clues.negations import governed
from compare.findings.clues.wordlists import list_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.findings.clues.partners import Partners
    from compare.model import Token

REACH: Final = 7
"""Words behind a negator among which the word stands that goes with it: "do not add the salt yet"."""
SURE: Final = frozenset({"equal", "form", "derived", "meaning"})
"""Ways in which the word that is denied and the one that is affirmed are one."""


@cache
def _answers() -> tuple[tuple[tuple[str, ...], tuple[tuple[str, ...], ...]], ...]:
    """For each negator, as words in a row, the ways to affirm what it denies, each as words in a row."""
    parted = (line.partition(":") for line in list_lines("affirmatives.txt"))
    return tuple(
        (tuple(negator.split("_")), tuple(tuple(word.split("_")) for word in words.split()))
        for negator, _, words in parted
    )


def is_answered(bead: Partners, place: int, *, is_lost: bool) -> bool:
    """Whether the other side affirms what a negator without a counterpart denies.

    Args:
        bead: the words of both sides.
        place: of the negator, in the reference where it was lost, else in the candidate.
        is_lost: which of the two it is.
    """
    tokens, others, partner_of, other_partner_of, content = (
        (bead.reference, bead.candidate, bead.of_reference, bead.of_candidate, bead.reference_content)
        if is_lost
        else (bead.candidate, bead.reference, bead.of_candidate, bead.of_reference, bead.candidate_content)
    )
    open_words = [
        other < 0 or bead.how.get(other if is_lost else row) == "facing"
        for row, other in enumerate(other_partner_of)
    ]
    for negator, answers in _answers():
        if not _opens(negator, tokens, place):
            continue
        said = [is_said and tokens[row].form not in negator for row, is_said in enumerate(content)]
        head = governed(tokens, said, place)
        if head < 0 or partner_of[head] < 0:
            continue
        is_one = bead.how.get(head if is_lost else partner_of[head]) in SURE
        if is_one and any(_stands(words, others, open_words, partner_of[head]) for words in answers):
            return True
    return False


def _opens(negator: Sequence[str], tokens: Sequence[Token], place: int) -> bool:
    """Whether a negator stands at a place, and the word that goes with it behind."""
    first, *rest = negator
    form = tokens[place].form
    if form != first and not (first in ("not", "n't") and (form == "n't" or form.endswith("n't"))):
        return False
    behind = [token.form for token in tokens[place + 1 : place + 1 + REACH]]
    return all(word in behind for word in rest)


def _stands(words: Sequence[str], tokens: Sequence[Token], is_open: Sequence[bool], near: int) -> bool:
    """Whether words in a row, one of them open, stand near a place."""
    low, high = max(0, near - REACH), min(len(tokens), near + REACH + 1)
    for first in range(low, high - len(words) + 1):
        run = range(first, first + len(words))
        if all(tokens[place].form == word for place, word in zip(run, words, strict=True)) and any(
            is_open[place] for place in run
        ):
            return True
    return False
