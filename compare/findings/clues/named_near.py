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


def is_named_near(evidence: Evidence, bead: Bead, words: Sequence[str]) -> bool:
    """Whether the candidate names something within a few sentences of a bead that is worded freely.

    Args:
        evidence: both sides.
        bead: where the name is missed; it has sentences on both sides.
        words: the plain forms of the words that tell the name; one of them is enough, as a surname is.
    """
    if wording(evidence).freedom(bead.index) < evidence.settings.name_free:
        return False
    sentences = evidence.candidate.tokens
    reach = evidence.settings.name_taken_up
    around = range(max(0, bead.candidate[0] - reach), min(len(sentences), bead.candidate[-1] + 2))
    wanted = set(words)
    return any(plain(token.form) in wanted for place in around for token in sentences[place])


def is_pronoun_now(item: NameItem, edits: Sequence[Edit]) -> bool:
    """Whether a pronoun stands in the place of a name, in the same edit."""
    return any(
        token.form in PRONOUNS
        for edit in edits
        if edit.kind == "replace" and edit.reference_start < item.end and item.start < edit.reference_end
        for token in edit.candidate
    )
