"""Holes: neighbours that only the candidate has, and that no sound English sentence has.

Where a word was taken out that the reference does not have either, no count of words can tell the loss from the
correction of an addition: both are one unmatched word fewer. But a cut leaves a scar: "the of", "he the", "an letter",
an article before a full stop. Such a pair costs, unless the reference has it too.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from compare.findings.clues.closed_classes import closed_class
from compare.findings.clues.scars import DEEP, scar
from compare.findings.grammar import CONSONANT, VOWEL
from compare.text.lexicon import known

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.model import Token

LANGUAGE: Final = "en"
NOMINATIVES: Final = frozenset({"i", "he", "she", "we", "they"})


def holes(true_forms: Sequence[str], candidate: Sequence[Token], *, language: str = LANGUAGE) -> int:
    """Count the places of a candidate where something is missing, whatever the reference has there.

    Args:
        true_forms: the comparing forms of the reference, in order: what it says itself is sound.
        candidate: the words of the candidate.
        language: ISO 639-1; other languages than English have no holes that are known.

    >>> from compare.text.tokens import tokenize
    >>> true = ["the", "harbour", "of", "the", "town"]
    >>> holes(true, tokenize("the port of the city")), holes(true, tokenize("the of the city"))
    (0, 1)
    """
    if language != LANGUAGE or not candidate:
        return 0
    sound: set[tuple[str | None, str | None]] = set(pairwise(true_forms))
    if true_forms:
        sound |= {(None, true_forms[0]), (true_forms[-1], None)}
    forms = [None, *[token.form for token in candidate], None]
    # a pair that the reference has, as nearly all are in a close version, need not be looked at
    places = [place for place, pair in enumerate(pairwise(forms)) if pair not in sound]
    tokens = [None, None, *candidate, None, None]
    return sum(
        scar((tokens[place], tokens[place + 1], tokens[place + 2], tokens[place + 3])) >= DEEP
        or _is_impossible(tokens[place + 1], tokens[place + 2])
        for place in places
    )


def _is_impossible(previous: Token | None, following: Token | None) -> bool:
    """Whether a determiner or a pronoun in the nominative stands before what cannot follow it."""
    if previous is None or following is None or following.kind != "word":
        return False
    first, last = previous.form, following.form
    if first == last:
        return False  # a word said twice has a count of its own
    determiners = closed_class("determiners", LANGUAGE)
    if first in NOMINATIVES:
        return last in determiners
    if first not in determiners:
        return False
    if last in determiners or last in NOMINATIVES:
        return True
    if len(last) < 3 or not following.text.islower() or not known(last, LANGUAGE):
        return False
    return bool((first == "a" and VOWEL.match(last)) or (first == "an" and CONSONANT.match(last)))
