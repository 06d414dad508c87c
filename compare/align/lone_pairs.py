"""Sentences that stand alone on both sides at one place: changed beyond recognition rather than dropped and added.

"Of course!" and "Naturally!" share nothing, and yet one stands for the other: the sentences before and behind are
partners. Where both neighbours are fixed the place is evidence enough for a short sentence, and in a version told in
other words for a longer one, too (on the weight of neighbours: Gale & Church 1993).
"""

from __future__ import annotations

from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from compare.align.beads import Draft
    from compare.model import Token
    from compare.settings import AlignSettings

_QUESTION_MARKS: Final = frozenset("?？؟")


def with_lone_pairs(
    drafts: Sequence[Draft],
    reference: Sequence[tuple[Token, ...]],
    candidate: Sequence[tuple[Token, ...]],
    likeness: Callable[[Draft], float],
    *,
    settings: AlignSettings,
) -> list[Draft]:
    """Join the two sentences of each place that holds one of each side between two links.

    Args:
        drafts: all beads; those of two lone sentences become one.
        reference: the tokens of each reference sentence.
        candidate: the tokens of each candidate sentence.
        likeness: how alike the two sides of a bead are, 0 to 1.
        settings: ``lone_words``, ``lone_free_words``, ``lone_length``, ``lone_neighbour`` and ``free_likeness``.
    """
    linked = sorted(
        (draft for draft in drafts if draft.reference and draft.candidate and not draft.moved),
        key=lambda draft: draft.reference[0],
    )
    alone = {draft.reference[0]: draft for draft in drafts if draft.reference and not draft.candidate}
    added = {draft.candidate[0]: draft for draft in drafts if draft.candidate and not draft.reference}
    if not alone or not added or len(linked) < settings.lone_fewest_links:
        return list(drafts)
    is_linked = len(linked) >= settings.lone_links * min(len(reference), len(candidate))
    if not is_linked:
        return list(drafts)
    rated = {id(draft): likeness(draft) for draft in linked}
    is_free = median(rated.values()) < settings.free_likeness
    joined: set[int] = set()
    for before, behind in pairwise(linked):
        row, column = max(before.reference) + 1, max(before.candidate) + 1
        is_one_place = min(behind.reference) == row + 1 and min(behind.candidate) == column + 1
        if not is_one_place or row not in alone or column not in added:
            continue
        if min(rated[id(before)], rated[id(behind)]) < settings.lone_neighbour:
            continue
        if not _may_be_partners(reference[row], candidate[column], is_free=is_free, settings=settings):
            continue
        alone[row].candidate.append(column)
        joined.add(id(added[column]))
    return [draft for draft in drafts if id(draft) not in joined]


def _may_be_partners(
    one: Sequence[Token], other: Sequence[Token], *, is_free: bool, settings: AlignSettings
) -> bool:
    """Whether two sentences are short, or of about one length in a free version; a question stands for a question."""
    if _asks(one) != _asks(other):
        return False
    sizes = [sum(token.kind != "mark" for token in tokens) for tokens in (one, other)]
    if not min(sizes):
        return False
    if max(sizes) <= settings.lone_words:
        return True
    is_short = max(sizes) <= settings.lone_free_words
    return is_free and is_short and min(sizes) >= settings.lone_length * max(sizes)


def _asks(tokens: Sequence[Token]) -> bool:
    return any(token.text[:1] in _QUESTION_MARKS for token in tokens[-2:])
