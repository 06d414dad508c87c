"""Speech that a word list says nothing of: dialect, which leaves letters out, and words of another language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from compare.findings.clues.closed_classes import closed_class
from compare.findings.clues.neighbours import one_slip_away
from compare.text.lexicon import UNKNOWN_RARITY, known, rarity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.model import Token
    from compare.settings import SpellingSettings

APOSTROPHES: Final = "'’"
OPEN_QUOTES: Final = frozenset({"'", "‘"})


def is_dialect(tokens: Sequence[Token], language: str, settings: SpellingSettings) -> bool:
    """Whether a sentence is in dialect, which leaves letters out: "wi' t' lads", "sin' then"."""
    quoted = False
    for token, after, behind in zip(tokens, [*tokens[1:], None], [*tokens[2:], None, None], strict=False):
        if token.kind == "mark":
            quoted = quoted or token.text in OPEN_QUOTES
            continue
        if token.form[-1] in APOSTROPHES and not token.form.endswith(("s'", "s’")):
            return True
        is_cut = after is not None and after.text in APOSTROPHES and after.start == token.end and not quoted
        if is_cut and len(token.form) < settings.letters and token.form[-1] != "s":
            goes_on = behind is not None and behind.text.islower()
            if goes_on or not known(token.form, language):
                return True
    return False


def holds_strange_words(tokens: Sequence[Token], language: str, settings: SpellingSettings) -> bool:
    """Whether a sentence holds words of another language, which are near to none of ours: a list says nothing there."""
    for token in tokens:
        if token.kind != "word" or len(token.form) > settings.most_letters:
            continue
        is_strange = token.text.islower() and token.form.isalpha() and len(token.form) >= settings.letters
        if is_strange and rarity(token.form, language) >= UNKNOWN_RARITY:
            is_strange = token.form not in closed_class("archaic", language)
            if is_strange and next(iter(one_slip_away(token.form, language)), None) is None:
                return True
    return False
