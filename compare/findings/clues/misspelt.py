"""A word judged by a word list alone: unknown, not made of known parts, and one slip away from a common word."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from compare.findings.clues.closed_classes import closed_class
from compare.findings.clues.neighbours import COMMON, is_made_of_known_parts, one_slip_away
from compare.text.lexicon import KNOWN_RARITY, UNKNOWN_RARITY, known, rarity

if TYPE_CHECKING:
    from collections import Counter

    from compare.model import Token
    from compare.settings import SpellingSettings


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a word should have been, and how sure that is."""

    expected: str
    confidence: float


def judged_alone(
    token: Token, times: Counter[str], language: str, settings: SpellingSettings, *, certain: bool
) -> Verdict | None:
    """Judge a word by its document and by the word list.

    A word with a capital that opens a sentence may be a name that the list does not know, and short words
    that it does not know are often real ("vaper", "prised"): they must look like a word of the document, or
    a very common one.
    """
    form = token.form
    if times[form] > 1 or is_older_english(form, language):
        return None
    if known(form, language):
        return _web_misspelling(form, language, settings)
    if is_made_of_known_parts(form, language):
        return None
    nearest = next(iter(one_slip_away(form, language)), None)
    if nearest is None or rarity(nearest, language) > COMMON:
        return None
    expected = nearest
    if rarity(form, language) < UNKNOWN_RARITY and (
        certain is False
        and rarity(form, language) - rarity(expected, language) < settings.far_more_common + 1
    ):
        return None  # "straggled" is rare, not wrong
    likely = expected in times or (
        rarity(expected, language) < settings.very_common and len(form) >= settings.long_letters
    )
    if not token.text.islower() and not certain and len(form) < settings.long_letters:
        return None  # "Parly said" opens with a name
    if likely and form[0] == expected[0]:
        return Verdict(expected, 0.85)
    if certain or (len(form) >= settings.long_letters and form[0] == expected[0] and token.text.islower()):
        return Verdict(expected, 0.8 if certain else 0.7)
    return None


@lru_cache(maxsize=1 << 14)
def _web_misspelling(form: str, language: str, settings: SpellingSettings) -> Verdict | None:
    """A "word" that the list only has because the web misspells it: "thier", "goverment"."""
    if rarity(form, language) < settings.web_rarity:
        return None
    for at in range(len(form) - 1):
        word = form[:at] + form[at + 1] + form[at] + form[at + 2 :]
        if word != form and rarity(form, language) - rarity(word, language) >= settings.far_more_common + 1.5:
            return Verdict(word, 0.8)
    if len(form) <= settings.long_letters:
        return None
    word = next(iter(one_slip_away(form, language)), form)
    if word[0] != form[0] or word[-1] != form[-1] or rarity(word, language) > settings.very_common:
        return None
    if is_inflected(form, word, language, settings.letters - 1):
        return None
    far = rarity(form, language) - rarity(word, language) >= settings.far_more_common
    return Verdict(word, 0.8) if far else None


def is_inflected(form: str, word: str, language: str, fewest: int) -> bool:
    """Whether a rare word is another form of one that is less rare: "cowered" of "cower", "planing" of "plane".

    A form of the same verb as the common ``word`` is not excused: "begining" should double its letter, "comming" not.
    """
    for ending in ("ed", "ing"):
        base = form.removesuffix(ending)
        if base == form or len(base) < fewest or word in (base + base[-1] + ending, base[:-1] + ending):
            continue
        return any(rarity(other, language) < KNOWN_RARITY for other in (base, base + "e"))
    return False


def is_older_english(form: str, language: str) -> bool:
    """Whether a form is an old word, or an old form of a verb: "blesseth", "goest"."""
    if form in closed_class("archaic", language):
        return True
    if language != "en" or not form.endswith(("eth", "est")):
        return False
    return any(rarity(base, language) < KNOWN_RARITY for base in (form[:-3], form[:-2]) if len(base) > 1)
