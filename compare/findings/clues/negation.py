"""What negates: words that negate by themselves, words that deny what they govern, negating prefixes."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from compare.findings.clues.wordlists import lemmas, word_groups
from compare.text.lexicon import rarity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.model import Token

NEGATING_PREFIXES: Final = ("un", "in", "im", "il", "ir", "dis", "non", "non-")

_PREFIX_ALONE: Final = frozenset(
    {"invaluable", "inflammable", "inform", "invent", "income", "impress", "inside", "indeed", "inland", "union",
     "unit", "uniform", "disease", "display", "discover", "inhabit", "instead", "increase", "import", "improve",
     "immediate", "intend", "invest", "dispose", "distress", "discharge", "dispatch", "inlay", "infant"}
)  # fmt: skip
"""Words that begin like a negation of another word and are none."""


_CONTRACTED: Final = {"won't": "will", "can't": "can", "cannot": "can", "shan't": "shall", "ain't": "is"}
_DO: Final = frozenset({"do", "does", "did"})


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


def affirmed(tokens: Sequence[Token]) -> list[str]:
    """Give the forms of a sentence without what denies it and without any "do", which may have come with that.

    Two sentences of which this is equal differ in their negation alone, however freely the text around them is worded.

    >>> from compare.text.tokens import tokenize
    >>> affirmed(tokenize("We don't know if it can't work."))
    ['we', 'know', 'if', 'it', 'can', 'work']
    """
    words = (token.form for token in tokens if token.kind != "mark")
    plain = (_CONTRACTED.get(word, word.removesuffix("n't")) for word in words)
    return [word for word in plain if word not in _DO and not is_negator(word)]
