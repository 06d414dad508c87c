"""Words that moved inside a bead: deleted here, inserted there, in the same order.

After the block moves of the edit distance with moves (Tichy 1984, "The string-to-string correction problem with block
moves"): the longest block that is deleted at one place and inserted at another is flagged first.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.model import Edit, Token


def with_moves(edits: tuple[Edit, ...], *, language: str) -> tuple[Edit, ...]:
    """Flag deleted and inserted runs whose words stand inserted or deleted elsewhere in the bead.

    A run that moved in part is cut, so that a flagged edit holds the moved words alone.

    Args:
        edits: the edits of one bead, in order.
        language: ISO 639-1 code, for the list of function words.

    Returns:
        The same words in the same order, with ``moved`` set.
    """
    if not any(edit.kind == "delete" for edit in edits) or not any(edit.kind == "insert" for edit in edits):
        return edits
    deleted = {place: edit.reference for place, edit in enumerate(edits) if edit.kind == "delete"}
    inserted = {place: edit.candidate for place, edit in enumerate(edits) if edit.kind == "insert"}
    blocks = sorted(
        _common_blocks(deleted, inserted),
        key=lambda block: (-block[4], block[0], block[1], block[2], block[3]),
    )
    cuts: dict[int, list[tuple[int, int]]] = {}
    for gone, low, came, start, size in blocks:
        block = deleted[gone][low : low + size]
        if not _is_telling(block, language):
            continue
        if _is_taken(cuts.get(gone, []), low, size) or _is_taken(cuts.get(came, []), start, size):
            continue
        cuts.setdefault(gone, []).append((low, low + size))
        cuts.setdefault(came, []).append((start, start + size))
    return tuple(piece for place, edit in enumerate(edits) for piece in _pieces(edit, cuts.get(place, [])))


def _common_blocks(
    deleted: dict[int, tuple[Token, ...]], inserted: dict[int, tuple[Token, ...]]
) -> Iterator[tuple[int, int, int, int, int]]:
    """Give maximal equal blocks as deleted edit, place in it, inserted edit, place in it, length in words."""
    places: dict[str, list[tuple[int, int]]] = {}
    for came, tokens in inserted.items():
        for start, token in enumerate(tokens):
            places.setdefault(token.form, []).append((came, start))
    for gone, tokens in deleted.items():
        for low, token in enumerate(tokens):
            for came, start in places.get(token.form, [])[:_MOST_PLACES]:
                other = inserted[came]
                if low and start and tokens[low - 1].form == other[start - 1].form:
                    continue  # the block begins earlier
                size = 1
                while (
                    low + size < len(tokens)
                    and start + size < len(other)
                    and tokens[low + size].form == other[start + size].form
                ):
                    size += 1
                yield gone, low, came, start, size


_MOST_PLACES = 20
"""Places of one word that are tried; a word that was inserted more often than that loops and did not move."""


def _is_taken(cuts: Sequence[tuple[int, int]], start: int, size: int) -> bool:
    return any(low < start + size and start < high for low, high in cuts)


def _is_telling(block: Sequence[Token], language: str) -> bool:
    """Say whether a block is more than function words and marks that stand everywhere."""
    from compare.text.lexicon import is_function_word

    return any(
        token.kind == "number" or (token.kind == "word" and not is_function_word(token.form, language))
        for token in block
    )


def _pieces(edit: Edit, cuts: list[tuple[int, int]]) -> Iterator[Edit]:
    if not cuts:
        yield edit
        return
    side = edit.reference if edit.kind == "delete" else edit.candidate
    place = 0
    for low, high in sorted(cuts):
        if place < low:
            yield _piece(edit, side[place:low], moved=False)
        yield _piece(edit, side[low:high], moved=True)
        place = high
    if place < len(side):
        yield _piece(edit, side[place:], moved=False)


def _piece(edit: Edit, tokens: tuple[Token, ...], *, moved: bool) -> Edit:
    start, end = tokens[0].start, tokens[-1].end
    if edit.kind == "delete":
        return replace(edit, reference=tokens, reference_start=start, reference_end=end, moved=moved)
    return replace(edit, candidate=tokens, candidate_start=start, candidate_end=end, moved=moved)
