"""Moves across windows: what no window of a long text could place is aligned once more, among itself.

A passage that moved by chapters has its partner in another window. Left-over sentences that share stems which no other
left-over sentence has are set against each other as a text of their own; strangers among them find no partner there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from compare.align.beads import Draft
    from compare.model import Token
    from compare.settings import AlignSettings

    Sentences = list[tuple[Token, ...]]
    Aligner = Callable[[Sentences, Sentences], list[tuple[Draft, float]]]


def with_strays(
    drafts: list[tuple[Draft, float]],
    reference: Sequence[tuple[Token, ...]],
    candidate: Sequence[tuple[Token, ...]],
    aligner: Aligner,
    *,
    settings: AlignSettings,
) -> list[tuple[Draft, float]]:
    """Join left-over sentences of different windows, and mark them as moved.

    Args:
        drafts: the beads of all windows.
        reference: the tokens of each reference sentence.
        candidate: the tokens of each candidate sentence.
        aligner: what aligns two lists of sentences of one window.
        settings: the least similarity of a move across windows, and the size of a window.

    Returns:
        The same drafts, with single sentences replaced by moved beads where they found each other.
    """
    from compare.align.windows import votes

    rows = sorted(draft.reference[0] for draft, _ in drafts if not draft.candidate)
    columns = sorted(draft.candidate[0] for draft, _ in drafts if not draft.reference)
    shared = votes([reference[row] for row in rows], [candidate[column] for column in columns])
    pairs = sorted(pair for pair, count in shared.items() if count >= 2)
    rows = [rows[place] for place in sorted({pair[0] for pair in pairs})]
    columns = [columns[place] for place in sorted({pair[1] for pair in pairs})]
    moved: list[tuple[Draft, float]] = []
    size = 2 * settings.window_sentences
    if rows and columns and max(len(rows), len(columns)) <= size:
        for draft, likeness in aligner(
            [reference[row] for row in rows], [candidate[column] for column in columns]
        ):
            if draft.reference and draft.candidate and likeness >= settings.stray_similarity:
                draft.reference = [rows[place] for place in draft.reference]
                draft.candidate = [columns[place] for place in draft.candidate]
                draft.moved = True
                moved.append((draft, likeness))
    taken_rows = {row for draft, _ in moved for row in draft.reference}
    taken_columns = {column for draft, _ in moved for column in draft.candidate}
    kept = [
        (draft, likeness)
        for draft, likeness in drafts
        if not (not draft.candidate and draft.reference[0] in taken_rows)
        and not (not draft.reference and draft.candidate[0] in taken_columns)
    ]
    return kept + moved
