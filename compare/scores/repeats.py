"""What a candidate says again: words, neighbours and runs of three, as far as the reference does not."""

from __future__ import annotations

from collections import Counter
from operator import eq
from typing import TYPE_CHECKING

from compare.scores.weights import is_mark
from compare.text.lexicon import is_function_word

if TYPE_CHECKING:
    from collections.abc import Sequence


def words_said_again(copy_forms: Sequence[str], extra: Sequence[str], language: str) -> list[str]:
    """Give the extra content words that the candidate has said before, as often as it says them again."""
    if len(set(copy_forms)) == len(copy_forms):
        return []
    said, over = Counter(copy_forms), Counter(extra)
    return [
        form
        for form, count in over.items()
        if said[form] > 1 and not is_mark(form) and not is_function_word(form, language)
        for _ in range(min(count, said[form] - 1))
    ]


def runs_said_again(true_forms: Sequence[str], copy_forms: Sequence[str]) -> int:
    """Count the runs of three words that the candidate says again, beyond those of the reference.

    >>> runs_said_again(["a", "b", "c"], ["a", "b", "c", "a", "b", "c"])
    1
    """
    runs = list(zip(copy_forms, copy_forms[1:], copy_forms[2:], strict=False))
    if len(set(runs)) == len(runs):
        return 0
    allowed = Counter(zip(true_forms, true_forms[1:], true_forms[2:], strict=False))
    return sum(
        count - max(1, allowed[run]) for run, count in Counter(runs).items() if count > max(1, allowed[run])
    )


def doubled_words(forms: Sequence[str]) -> int:
    """Count the words that stand twice in a row.

    >>> doubled_words(["the", "the", "end"])
    1
    """
    return sum(map(eq, forms, forms[1:]))
