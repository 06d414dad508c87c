"""Whether the candidate is written after the reference word for word, or is a telling of its own.

Two translators of one text spell a name in two ways and are both right; who copies a text has only its spelling.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from compare.model import Edit, Token

FREE_SHARE: Final = 0.45
"""Share of words kept in order below which a sentence is freely reworded; two translations of news keep 0.5 to 0.7."""


def kept_share(beads: Iterable[Sequence[Edit]], *, besides_words: int = 0) -> tuple[float, int]:
    """The share of the words of both sides that stand unchanged in their order, and the number of those words.

    Args:
        beads: the word edits of each bead that has sentences on both sides.
        besides_words: words of both sides to leave out of the count: those that are asked about.

    >>> from compare.align import word_edits
    >>> from compare.text.tokens import tokenize
    >>> kept_share([word_edits(tokenize("The ferry sank."), tokenize("The ferry rose."))])
    (0.6666666666666666, 2)
    """
    kept = every = 0
    for edits in beads:
        for edit in edits:
            count = _word_count(edit.reference)
            every += count + _word_count(edit.candidate)
            kept += count if edit.kind == "equal" else 0
    every -= besides_words
    return (2 * kept / every if every > 0 else 0.0), kept


def is_free_wording(edits: Sequence[Edit]) -> bool:
    """Whether a sentence is told in other words: what differs in it says little by itself.

    >>> from compare.align import word_edits
    >>> from compare.text.tokens import tokenize
    >>> is_free_wording(word_edits(tokenize("Do not touch it yet."), tokenize("Leave it alone for now.")))
    True
    """
    return kept_share([edits])[0] < FREE_SHARE


def _word_count(tokens: Sequence[Token]) -> int:
    return sum(token.kind != "mark" for token in tokens)
