"""What negates: words that negate by themselves, words that deny what they govern, negating prefixes."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from compare.findings.clues.wordlists import lemmas, word_groups
from compare.text.lexicon import rarity

NEGATING_PREFIXES: Final = ("un", "in", "im", "il", "ir", "dis", "non", "non-")

_PREFIX_ALONE: Final = frozenset(
    {"invaluable", "inflammable", "inform", "invent", "income", "impress", "inside", "indeed", "inland", "union",
     "unit", "uniform", "disease", "display", "discover", "inhabit", "instead", "increase", "import", "improve",
     "immediate", "intend", "invest", "dispose", "distress", "discharge", "dispatch", "inlay", "infant"}
)  # fmt: skip
"""Words that begin like a negation of another word and are none."""


def is_negated_form(negated: str, plain: str) -> bool:
    """Whether the first form is the second with a negating prefix.

    >>> is_negated_form("impossible", "possible"), is_negated_form("inside", "side")
    (True, False)
    """
    if len(plain) < 4 or negated in _PREFIX_ALONE or not negated.endswith(plain[-3:]):
        return False
    return any(negated == prefix + plain for prefix in NEGATING_PREFIXES) or (
        negated.startswith("anti-") and plain.startswith("pro-") and negated[5:] == plain[4:]
    )


@cache
def _negators() -> dict[str, frozenset[str]]:
    groups = word_groups("negators.txt")
    return {part: frozenset(words) for part, words in groups.items()}


@lru_cache(maxsize=1 << 16)
def is_negator(word_form: str) -> bool:
    """Whether a form negates by itself.

    >>> is_negator("not"), is_negator("don't"), is_negator("didnt"), is_negator("hardly")
    (True, True, True, False)
    """
    groups = _negators()
    return word_form in groups["plain"] or word_form.endswith("n't") or word_form in groups["bare"]


def is_hedge(word_form: str) -> bool:
    """Whether a form all but negates: hardly, barely, seldom."""
    return word_form in _negators()["hedged"]


@lru_cache(maxsize=1 << 16)
def is_negative_word(word_form: str) -> bool:
    """Whether a content word denies something: fail to, refuse, lack, unable, hardly, fruitless, nuclear-free.

    >>> is_negative_word("failed"), is_negative_word("managed"), is_negative_word("unprepared")
    (True, False, True)
    """
    if is_hedge(word_form) or not _negators()["verbs"].isdisjoint(lemmas(word_form)):
        return True
    if word_form.startswith("non-") or word_form.endswith(("-free", "less")):
        return len(word_form) > 6
    for prefix in NEGATING_PREFIXES:
        rest = word_form[len(prefix) :]
        if word_form.startswith(prefix) and len(rest) >= 5 and word_form not in _PREFIX_ALONE:
            return rarity(rest) < 13.0
    return False
