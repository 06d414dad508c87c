"""Ligatures that a scan or the text of a PDF has lost: "signi cant", "de fi nitely", "gures" for "figures".

What a list of words hardly knows becomes a common word with "fi", "fl", "ff", "ffi" or "ffl" put back. Inside a word
the gap tells; at its beginning nothing does, so that is believed only of a text that has lost others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from compare.findings.clues.scans import EVERYDAY
from compare.findings.clues.strange_words import strange_places
from compare.text.lexicon import UNKNOWN_RARITY, known, rarity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.findings.evidence import Evidence
    from compare.model import Token

LIGATURES: Final = ("fi", "fl", "ff", "ffi", "ffl")
LOST_LIGATURE: Final = "has lost a ligature:"
TORN: Final = "is torn apart:"
FACED: Final = 0.97  # where the reference has the whole word: as sure as any noise that faces it
PIECE_ALLOWANCE: Final = (
    1.0  # nats by which the whole word may be rarer where a piece of it is no word at all
)
HEADLESS: Final = 14.5  # nats from which on what is left of a word is hardly one itself: "gures", "nal"

Noise = tuple[int, int, str, str, float]
"""Start and end in code points, what should stand there, why, how sure."""


def has_lost_ligatures(evidence: Evidence) -> bool:
    """Whether a ligature is gone from the middle of some word of the candidate."""
    language = evidence.candidate.document.language
    return any(
        why == LOST_LIGATURE
        for tokens, strange in zip(evidence.candidate.tokens, strange_places(evidence), strict=True)
        for _, _, _, why, _ in lost_ligatures(tokens, strange, language, set())
    )


def lost_ligatures(
    tokens: Sequence[Token], strange: Sequence[int], language: str, there: set[str]
) -> Iterator[Noise]:
    """Words torn apart at a ligature, or without it: "signi cant", "de fi nitely".

    One of the pieces, or the piece behind them, is a word that a list hardly knows.
    """
    places = {place - back for place in strange for back in range(3)}
    for position in sorted(place for place in places if 0 <= place < len(tokens) - 1):
        before, after = tokens[position : position + 2]
        if (
            not before.form.isalpha()
            or not after.form.isalpha()
            or len(before.form) < 2
            or not after.text.islower()
            or before.form in there
        ):
            continue
        last = tokens[position + 2] if position + 2 < len(tokens) else None
        if after.text in LIGATURES and last is not None and not known(last.form, language):
            whole = before.form + after.form + last.form
            if rarity(whole, language) < EVERYDAY + 1:
                yield before.start, last.end, whole, TORN, FACED if whole in there else 0.9
            continue
        if known(before.form, language) and known(after.form, language) and rarity(after.form, language) < 13:
            continue
        # a piece that is nothing by itself may belong to a less common word
        rarest = EVERYDAY + (
            PIECE_ALLOWANCE if rarity(before.form, language) >= UNKNOWN_RARITY - 0.5 else 0.0
        )
        whole = before.form + after.form
        if before.form.endswith(LIGATURES) and rarity(whole, language) < rarest:
            yield before.start, after.end, whole, TORN, FACED if whole in there else 0.9
            continue
        for ligature in LIGATURES:
            whole = before.form + ligature + after.form
            if len(whole) > 5 and rarity(whole, language) < rarest:
                yield before.start, after.end, whole, LOST_LIGATURE, FACED if whole in there else 0.9
                break


def headless_words(
    tokens: Sequence[Token], strange: Sequence[int], language: str, there: set[str]
) -> Iterator[Noise]:
    """Words without the ligature that they begin with, "gures", in a text that has lost others."""
    for place in strange:
        form = tokens[place].form
        if len(form) < 3 or not tokens[place].text.isalpha() or not tokens[place].text.islower():
            continue
        if rarity(form, language) < HEADLESS or form in there:
            continue
        for ligature in LIGATURES:
            if rarity(ligature + form, language) < EVERYDAY - 1:
                sure = FACED if ligature + form in there else 0.85
                yield tokens[place].start, tokens[place].end, ligature + form, LOST_LIGATURE, sure
                break
