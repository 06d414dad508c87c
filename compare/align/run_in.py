"""Sentences run into their neighbour: "It rained. The ferry was late." as "It rained and the ferry was late.", say.

In a near copy the programme asks so much of a link that the short half of such a sentence may stay alone, though each
of its words is there. Cut in two at the right word, the long sentence gives both halves a partner of their own: that is
evidence of another sort than a likeness of the whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from compare.align.beads import Draft
    from compare.model import Token
    from compare.settings import AlignSettings

Sentences = list[tuple["Token", ...]]


def with_run_in(
    drafts: Sequence[Draft],
    reference: Sentences,
    candidate: Sentences,
    *,
    language: str,
    settings: AlignSettings,
) -> list[Draft]:
    """Add each sentence left alone to the bead beside it whose other side holds its words as well.

    Args:
        drafts: all beads; those that gain a sentence are changed.
        reference: the tokens of each reference sentence.
        candidate: the tokens of each candidate sentence.
        language: of both sides, for what is a function word.
        settings: ``run_in_words`` and ``run_in_share``.

    Returns:
        The beads that are left.
    """
    left = list(drafts)
    for is_reference in (True, False):
        ours, theirs = (reference, candidate) if is_reference else (candidate, reference)
        sides = _sides(is_reference)
        linked = [draft for draft in left if draft.reference and draft.candidate and not draft.moved]
        holder = {place: draft for draft in linked for place in sides[0](draft)}
        alone = sorted(sides[0](draft)[0] for draft in left if sides[0](draft) and not sides[1](draft))
        taken = set()
        # from both ends of a gap inwards, so that a second half finds the first one in the bead already
        for place, step in [*((place, -1) for place in alone), *((place, 1) for place in alone[::-1])]:
            if place in taken:
                continue
            bead = _beside(place, step, holder, len(ours))
            if bead is None or not _is_run_in(
                ours[place],
                _joined(ours, sides[0](bead)),
                _joined(theirs, sides[1](bead)),
                stands_first=step > 0,
                language=language,
                settings=settings,
            ):
                continue
            own = sides[0](bead)
            own[:] = sorted([*own, place])
            holder[place] = bead
            taken.add(place)
        left = [
            draft
            for draft in left
            if sides[1](draft) or not sides[0](draft) or sides[0](draft)[0] not in taken
        ]
    return left


def _sides(is_reference: bool) -> tuple[Callable[[Draft], list[int]], Callable[[Draft], list[int]]]:
    def rows(draft: Draft) -> list[int]:
        return draft.reference

    def columns(draft: Draft) -> list[int]:
        return draft.candidate

    return (rows, columns) if is_reference else (columns, rows)


def _beside(place: int, step: int, holder: dict[int, Draft], count: int) -> Draft | None:
    """Give the bead of the next sentence in a direction that has one."""
    place += step
    while 0 <= place < count:
        if place in holder:
            return holder[place]
        place += step
    return None


def _joined(sentences: Sentences, places: Iterable[int]) -> list[Token]:
    return [token for place in places for token in sentences[place]]


def _is_run_in(
    alone: Sequence[Token],
    partner: Sequence[Token],
    long: Sequence[Token],
    *,
    stands_first: bool,
    language: str,
    settings: AlignSettings,
) -> bool:
    """Say whether a sentence, cut in two, holds the one that stands alone beside its partner."""
    from rapidfuzz.distance import LCSseq

    from compare.text.lexicon import is_function_word

    words = [token for token in alone if token.kind != "mark"]
    content = {token.stem for token in words if not is_function_word(token.form, language)}
    ids: dict[str, int] = {}

    def packed(tokens: Sequence[Token]) -> list[int]:
        return [ids.setdefault(token.stem, len(ids)) for token in tokens if token.kind != "mark"]

    own, other, whole = packed(words), packed(partner), packed(long)
    if (
        len(own) < settings.run_in_words
        or len(whole) < len(own) + settings.run_in_words
        or len(content & {token.stem for token in long}) < settings.run_in_content
    ):
        return False
    least = settings.run_in_share
    lengths = range(int(least * len(own)), min(len(whole), int(len(own) / least)) + 1)
    best = 0.0
    for length in lengths:
        cut = length if stands_first else len(whole) - length
        one, two = (whole[:cut], whole[cut:]) if stands_first else (whole[cut:], whole[:cut])
        own_share = LCSseq.similarity(own, one) / max(len(own), len(one), 1)
        other_share = LCSseq.similarity(other, two) / max(len(other), len(two), 1)
        best = max(best, min(own_share, other_share))
    return best >= least
