"""Whether a text that is worded freely names a thing close by, so that it may take it up without its name.

"In AF the atria quiver" may become "when it occurs, they quiver" where the sentences before have named the illness, and
"Brightmoor received" may become "the firm received": its writer names again where he likes. In a copy a name that is
gone was lost, however often it stands elsewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from compare.findings.clues.wording import wording
from compare.text.namesakes import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.findings.clues.name_items import NameItem
    from compare.findings.evidence import Evidence
    from compare.model import Bead, Edit

PRONOUNS: Final = frozenset(
    {"he", "she", "it", "they", "him", "his", "her", "hers", "its", "them", "their", "theirs"}
)


_OFTEN: Final = 3
"""Sentences that name something from which on the piece is about it."""


def is_named_near(evidence: Evidence, bead: Bead, words: Sequence[str]) -> bool:
    """Whether the candidate names something within a few sentences of a bead that is worded freely.

    Args:
        evidence: both sides.
        bead: where the name is missed; it has sentences on both sides.
        words: the plain forms of the words that tell the name; one of them is enough, as a surname is.
    """
    if wording(evidence).freedom(bead.index) < evidence.settings.name_free:
        return False
    reach = evidence.settings.name_taken_up
    places = evidence.once("sentences by capitals", _sentences_by_capitals)
    named = {place for word in words for place in places.get(word, ())}
    if len(named) >= _OFTEN:
        reach *= 2  # whom a piece is about its writer calls "the defendant" as well
    first, last = bead.candidate[0] - reach, bead.candidate[-1] + 1
    return any(first <= place <= last for place in named)


def is_pronoun_now(item: NameItem, edits: Sequence[Edit]) -> bool:
    """Whether a pronoun stands in the place of a name, in the same edit."""
    return any(
        token.form in PRONOUNS
        for edit in edits
        if edit.kind == "replace" and edit.reference_start < item.end and item.start < edit.reference_end
        for token in edit.candidate
    )


def _sentences_by_capitals(evidence: Evidence) -> dict[str, list[int]]:
    """The sentences of the candidate that have each word, of words that stand with a capital there."""
    found: dict[str, list[int]] = {}
    for place, tokens in enumerate(evidence.candidate.tokens):
        for form in {plain(token.form) for token in tokens if not token.text.islower()}:
            found.setdefault(form, []).append(place)
    return found
