"""Word edits of one bead: the opcodes of difflib over whole words, refined inside each gap.

A gap between equal runs is aligned once more, word by word: same stem first, then a near form (Levenshtein 1966), and
what is left in between faces each other as ``replace`` or stands alone as ``delete`` or ``insert``.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from compare.align.gaps import gap_pairs
from compare.align.islands import without_islands
from compare.align.opcodes import Opcode, opcodes
from compare.align.shifts import with_moves
from compare.model import Edit, EditKind, Token
from compare.settings import DEFAULTS, AlignSettings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def word_edits(
    reference_tokens: Sequence[Token],
    candidate_tokens: Sequence[Token],
    *,
    language: str = "en",
    settings: AlignSettings = DEFAULTS.align,
) -> tuple[Edit, ...]:
    """Give the edits that turn the reference's words into the candidate's.

    The reference runs of all edits, joined, are ``reference_tokens``, and the candidate runs are
    ``candidate_tokens``; the runs of an ``equal`` edit have the same forms.

    Args:
        reference_tokens: the words and marks of the reference side of one bead, in order.
        candidate_tokens: those of the candidate side.
        language: ISO 639-1 code, for the list of function words.
        settings: lengths and shares below.

    Returns:
        Edits in the order of the text; no two ``equal`` edits in a row.
    """
    reference, candidate = _ids(reference_tokens, candidate_tokens)
    stretches = _stretches(reference, candidate, settings)
    stretches = without_islands(stretches, reference_tokens, candidate_tokens, language=language)
    edits = []
    for is_equal, low, high, start, end in stretches:
        if is_equal:
            edits.append(_edit("equal", reference_tokens, candidate_tokens, low, high, start, end))
        else:
            edits.extend(_gap_edits(reference_tokens, candidate_tokens, low, high, start, end, settings))
    return with_moves(tuple(edits), language=language)


def _ids(reference: Sequence[Token], candidate: Sequence[Token]) -> tuple[list[int], list[int]]:
    """Number the forms in one vocabulary: RapidFuzz compares list items by hash, and ``hash("a")`` may be 97."""
    vocabulary: dict[str, int] = {}
    return (
        [vocabulary.setdefault(token.form, len(vocabulary)) for token in reference],
        [vocabulary.setdefault(token.form, len(vocabulary)) for token in candidate],
    )


def _stretches(reference: list[int], candidate: list[int], settings: AlignSettings) -> list[Opcode]:
    if reference == candidate:
        return [(True, 0, len(reference), 0, len(candidate))] if reference else []
    if _is_cheap_for_difflib(reference, candidate, settings):
        from difflib import SequenceMatcher

        # autojunk must stay off: from 200 words on it ignores every frequent word
        matcher = SequenceMatcher(None, reference, candidate, autojunk=False)
        return [(tag == "equal", *places) for tag, *places in matcher.get_opcodes()]  # type: ignore[misc]
    return opcodes(reference, candidate)


def _is_cheap_for_difflib(reference: list[int], candidate: list[int], settings: AlignSettings) -> bool:
    """Say whether difflib, whose cost is the number of equal pairs a match, answers in a few milliseconds.

    Two alternating words a thousand times over took difflib 48 s and RapidFuzz 2 ms.
    """
    if len(reference) + len(candidate) > settings.difflib_words:
        return False
    counts = Counter(candidate)
    return sum(counts[word] for word in reference) <= settings.difflib_pairs_per_word * len(reference)


def _gap_edits(
    reference: Sequence[Token],
    candidate: Sequence[Token],
    low: int,
    high: int,
    start: int,
    end: int,
    settings: AlignSettings,
) -> Iterator[Edit]:
    """Give the edits of one gap: pairs of one word each, and what stands between them."""
    row, column = low, start
    for kind, offset, other in gap_pairs(reference[low:high], candidate[start:end], settings=settings):
        yield from _rest(reference, candidate, row, low + offset, column, start + other)
        row, column = low + offset + 1, start + other + 1
        yield _edit(kind, reference, candidate, row - 1, row, column - 1, column)
    yield from _rest(reference, candidate, row, high, column, end)


def _rest(
    reference: Sequence[Token], candidate: Sequence[Token], low: int, high: int, start: int, end: int
) -> Iterator[Edit]:
    if low == high and start == end:
        return
    kind: EditKind = "insert" if low == high else "delete" if start == end else "replace"
    yield _edit(kind, reference, candidate, low, high, start, end)


def _edit(
    kind: EditKind,
    reference: Sequence[Token],
    candidate: Sequence[Token],
    low: int,
    high: int,
    start: int,
    end: int,
) -> Edit:
    reference_start, reference_end = _place(reference, low, high)
    candidate_start, candidate_end = _place(candidate, start, end)
    return Edit(
        kind=kind,
        reference=tuple(reference[low:high]),
        candidate=tuple(candidate[start:end]),
        reference_start=reference_start,
        reference_end=reference_end,
        candidate_start=candidate_start,
        candidate_end=candidate_end,
    )


def _place(tokens: Sequence[Token], low: int, high: int) -> tuple[int, int]:
    """Give the span of a run; an empty run stands right after the word before it."""
    if low < high:
        return tokens[low].start, tokens[high - 1].end
    place = tokens[low - 1].end if low else tokens[0].start if tokens else 0
    return place, place
