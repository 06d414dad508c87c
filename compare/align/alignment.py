"""From two documents to beads: similarity, the monotone programme, then kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.model import ALIGNED_ROLES, Alignment, Bead, BeadKind
from compare.settings import DEFAULTS, AlignSettings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.model import Document, Token


def align(reference: Document, candidate: Document, *, settings: AlignSettings = DEFAULTS.align) -> Alignment:
    """Set the sentences of two versions against each other.

    Args:
        reference: the version that counts as true.
        candidate: the version that is judged.
        settings: thresholds.

    Returns:
        Beads in reading order; every sentence whose role is title or body stands in exactly one.
    """
    from compare.align.beads import monotone_beads
    from compare.align.similarity import Similarity
    from compare.text.tokens import sentence_tokens

    reference_tokens, candidate_tokens = sentence_tokens(reference), sentence_tokens(candidate)
    rows = [sentence.index for sentence in reference.sentences if sentence.role in ALIGNED_ROLES]
    columns = [sentence.index for sentence in candidate.sentences if sentence.role in ALIGNED_ROLES]
    similarity = Similarity(
        [reference_tokens[row] for row in rows], [candidate_tokens[column] for column in columns]
    )
    beads = []
    for index, (low, high, start, end, score) in enumerate(monotone_beads(similarity)):
        ours, theirs = tuple(rows[low:high]), tuple(columns[start:end])
        beads.append(
            Bead(
                index=index,
                reference=ours,
                candidate=theirs,
                kind=_kind(
                    [token for row in ours for token in reference_tokens[row]],
                    [token for column in theirs for token in candidate_tokens[column]],
                ),
                similarity=round(score, 4) if ours and theirs else None,
            )
        )
    return Alignment(beads=tuple(beads))


def align_sentences(
    reference: Sequence[str], candidate: Sequence[str], *, settings: AlignSettings = DEFAULTS.align
) -> Alignment:
    """Set two lists of sentences against each other; the indices of the beads are places in the lists."""
    from compare.text.documents import line_document

    return align(line_document(reference), line_document(candidate), settings=settings)


def _kind(reference: Sequence[Token], candidate: Sequence[Token]) -> BeadKind:
    if not candidate:
        return "dropped"
    if not reference:
        return "added"
    same = [token.form for token in reference] == [token.form for token in candidate]
    return "equal" if same else "changed"
