"""How a sentence is set: its first capital, its capitals, its final mark, white space before a mark.

These are no faults of content, but a text that lost them went through a machine that loses other things too, and a
rater marks them as minor. They cost a fraction of a word, and only what the reference does not do itself.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.model import Token

FINAL_COST: Final = 0.2  # in words: a sentence that lost its end
FIRST_COST: Final = 0.05  # in words: a sentence that begins in lower case
CAPITAL_COST: Final = 0.01  # in words: each capital fewer
SPACE_COST: Final = 0.02  # in words: each white space where a mark leans on the word before or after it

_LOOSE: Final = re.compile(r"\s[.,;:!?)\]](?!\w)|[(\[]\s|\s['’](?!\w{4})|\w-[^\S\n]\w")
_CAPITALS: Final = re.compile("[A-Z]")
_ENDS: Final = frozenset(".!?…。！？")


def manner(
    reference_text: str, candidate_text: str, reference: Sequence[Token], candidate: Sequence[Token]
) -> float:
    """Sum what the candidate's setting lacks that the reference's has, in words.

    >>> from compare.text.tokens import tokenize
    >>> def cost(true: str, copy: str) -> float:
    ...     return round(manner(true, copy, tokenize(true), tokenize(copy)), 2)
    >>> cost("He left.", "He left."), cost("He left.", "He left ."), cost("He left.", "he left")
    (0.0, 0.02, 0.26)
    """
    if not reference or not candidate or reference_text == candidate_text:
        return 0.0
    total = 0.0
    if _is_ended(reference) and not _is_ended(candidate):
        total += FINAL_COST
    if reference[0].text[:1].isupper() and candidate[0].text[:1].islower():
        total += FIRST_COST
    total += CAPITAL_COST * max(0, _capitals(reference_text) - _capitals(candidate_text))
    loose = len(_LOOSE.findall(candidate_text))
    if loose:
        total += SPACE_COST * max(0, loose - len(_LOOSE.findall(reference_text)))
    return total


def _is_ended(tokens: Sequence[Token]) -> bool:
    # The mark may stand before a closing quotation mark or bracket.
    return any(token.text[:1] in _ENDS for token in tokens[-2:])


def _capitals(text: str) -> int:
    if text.isascii():
        return len(_CAPITALS.findall(text))
    return 0 if text.islower() else sum(map(str.isupper, text))
