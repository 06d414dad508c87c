"""Islands: a lone "the" or comma that two replaced clauses share by chance is no match.

difflib keeps every equal word. "in the old harbour, by night" against "over the bridge, at noon" shares "the" and the
comma, and an edit that keeps them reads as three small changes where a person sees one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.align.opcodes import Opcode
    from compare.model import Token


def without_islands(
    opcodes: Sequence[Opcode], reference: Sequence[Token], candidate: Sequence[Token], *, language: str
) -> list[Opcode]:
    """Fold equal runs without a content word into the two replaced runs that they stand between.

    A run is an island where it holds function words and marks alone, and where both of its gaps replace words by
    words and are, together, at least three times as long. A gap that only drops or only adds words is no reason to
    fold: its neighbours are in place.

    Args:
        opcodes: equal and unequal runs in turn.
        reference: the reference words.
        candidate: the candidate words.
        language: ISO 639-1 code, for the list of function words.

    Returns:
        Opcodes, equal and unequal in turn, that cover the same words.
    """
    kept: list[Opcode] = []
    for place, opcode in enumerate(opcodes):
        is_equal, low, high, start, end = opcode
        if is_equal and 0 < place < len(opcodes) - 1 and kept and not kept[-1][0]:
            before, after = kept[-1], opcodes[place + 1]
            if (
                _is_replacement(before, reference, candidate)
                and _is_replacement(after, reference, candidate)
                and _words(before) + _words(after) >= 3 * 2 * (high - low)
                and _is_light(reference[low:high], language)
            ):
                kept[-1] = (False, before[1], high, before[3], end)
                continue
        if kept and not is_equal and not kept[-1][0]:
            _, low, _, start, _ = kept.pop()
        kept.append((is_equal, low, high, start, end))
    return kept


def _words(opcode: Opcode) -> int:
    return opcode[2] - opcode[1] + opcode[4] - opcode[3]


def _is_replacement(opcode: Opcode, reference: Sequence[Token], candidate: Sequence[Token]) -> bool:
    """Say whether words, not marks alone, face words in a gap."""
    return any(token.kind != "mark" for token in reference[opcode[1] : opcode[2]]) and any(
        token.kind != "mark" for token in candidate[opcode[3] : opcode[4]]
    )


def _is_light(tokens: Sequence[Token], language: str) -> bool:
    """Say whether a run has neither a content word nor a number."""
    from compare.text.lexicon import is_function_word

    return all(
        token.kind == "mark" or (token.kind == "word" and is_function_word(token.form, language))
        for token in tokens
    )
