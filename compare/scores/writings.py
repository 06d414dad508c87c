"""What is only written otherwise: "doesn't" for "does not", "20 %" for "twenty per cent", "web site" for "website".

Words are counted by their forms, and such differences are no difference of content. So what one side alone has is
rewritten as the other side has it, before anything is counted. What both sides write alike stays as it is; so does
"'s", which may be a verb or a genitive ("it's", "the ship's bell").
"""

from __future__ import annotations

from collections import Counter, deque
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from compare.text.values import Value, values

if TYPE_CHECKING:
    from collections.abc import Container, Hashable, Sequence

    from compare.model import Token

    Writing = tuple[Sequence[Token], list[str]]
    """The words of one side with their comparing forms; what is written out stands there once for each word."""

ENGLISH: Final = "en"
_ENDINGS: Final[dict[str, tuple[str, ...]]] = {
    "n't": ("not",),
    "'re": ("are",),
    "'ve": ("have",),
    "'ll": ("will", "shall"),
    "'m": ("am",),
    "'d": ("would", "had"),
}
"""Endings of English contractions with what they stand for."""
_WHOLE: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    "cannot": (("can", "not"),),
    "can't": (("can", "not"),),
    "won't": (("will", "not"),),
    "shan't": (("shall", "not"),),
    "&": (("and",),),
    "okay": (("ok",),),
}
"""What its ending does not tell."""
_SHORTEST_HALF: Final = 3  # letters of each half of a compound; "into" is no "in to"
_LONGEST_COMPOUND: Final = 40  # letters; what is longer is no word


def in_one_writing(
    reference: Sequence[Token],
    candidate: Sequence[Token],
    missing: Sequence[str],
    extra: Sequence[str],
    *,
    language: str = ENGLISH,
) -> tuple[Writing, Writing] | None:
    """Rewrite what one side alone has as the other side has it.

    Args:
        reference: the words of one side, in order.
        candidate: those of the other.
        missing: the forms that only the reference has.
        extra: those that only the candidate has.
        language: ISO 639-1 of both sides.

    Returns:
        Both sides' words and forms, or nothing where nothing is to be rewritten.

    >>> from compare.text.tokens import tokenize
    >>> def candidate(true: str, copy: str) -> str:
    ...     one, two = tokenize(true), tokenize(copy)
    ...     forms = [[token.form for token in side] for side in (one, two)]
    ...     lacks, has = Counter(forms[0]) - Counter(forms[1]), Counter(forms[1]) - Counter(forms[0])
    ...     found = in_one_writing(one, two, list(lacks), list(has))
    ...     return " ".join(found[1][1] if found else forms[1])
    >>> candidate("It does not.", "It doesn't."), candidate("It cost $4.2 million.", "It cost $4.2m.")
    ('it does not .', 'it cost $ 4.2 million .')
    >>> candidate("The bell of the ship is cracked.", "The ship's bell cracked.")
    "the ship 's bell cracked ."
    """
    if not missing or not extra or not _may_be_rewritten(missing, extra, language):
        return None
    true: Writing = (reference, [token.form for token in reference])
    own: Writing = (candidate, [token.form for token in candidate])
    copy = _with_values_of(reference, candidate, missing, extra, language) or own
    lacks, has = Counter(true[1]), Counter(copy[1])
    alone, added = lacks - has, has - lacks
    full = _written_out(true, alone, _wanted(added, language), language)
    copy = _written_out(copy, added, _wanted(alone, language), language)
    return None if full[1] == true[1] and copy[1] == own[1] else (full, copy)


def _may_be_rewritten(missing: Sequence[str], extra: Sequence[str], language: str) -> bool:
    """Say whether anything may be: figures, contractions, compounds; most pairs of sentences have none."""
    here, there = set(missing), set(extra)
    return any(
        _has_figures(form) or _readings(form, language) or _halves(form, wanted)
        for forms, wanted in ((here, there), (there, here))
        for form in forms
    )


def _wanted(alone: Counter[str], language: str) -> Counter[str]:
    """Count the words that one side has alone, those that its contractions stand for among them."""
    wanted = Counter(alone)
    for form, count in alone.items():
        for reading in _readings(form, language):
            for word in reading:
                wanted[word] += count
    return wanted


def _halves(form: str, wanted: Container[str]) -> tuple[str, ...]:
    """Give the two words that a form is written together of, where both are wanted."""
    for cut in range(_SHORTEST_HALF, min(len(form), _LONGEST_COMPOUND) - _SHORTEST_HALF + 1):
        if form[:cut] in wanted and form[cut:] in wanted:
            return form[:cut], form[cut:]
    return ()


@lru_cache(maxsize=1 << 16)
def _readings(form: str, language: str) -> tuple[tuple[str, ...], ...]:
    """Give what a form may stand for, each reading as its words; nothing where it stands for itself alone."""
    if language != ENGLISH:
        return ()
    if form in _WHOLE:
        return _WHOLE[form]
    return tuple(
        (form.removesuffix(ending), word)
        for ending, words in _ENDINGS.items()
        if form.endswith(ending) and form != ending
        for word in words
    )


def _written_out(side: Writing, alone: Counter[str], wanted: Counter[str], language: str) -> Writing:
    """Write what this side has alone in the words that the other side wants."""
    left, wanted = Counter(alone), Counter(wanted)
    tokens: list[Token] = []
    full: list[str] = []
    for token, form in zip(*side, strict=True):
        words: tuple[str, ...] = (form,)
        if left.get(form, 0) > 0:
            words = _best(form, wanted, language)
            left[form] -= 1
            wanted.subtract(words)
        tokens += [token] * len(words)
        full += words
    return tokens, full


def _best(form: str, wanted: Counter[str], language: str) -> tuple[str, ...]:
    """Give the reading most of whose words the other side wants; a compound needs both."""
    halves = _halves(form, wanted)
    if halves and all(wanted[word] > 0 for word in halves):
        return halves
    readings = _readings(form, language)
    hits = [sum(wanted[word] > 0 for word in reading) for reading in readings]
    return readings[hits.index(max(hits))] if any(hits) else (form,)


def _with_values_of(
    reference: Sequence[Token],
    candidate: Sequence[Token],
    missing: Sequence[str],
    extra: Sequence[str],
    language: str,
) -> Writing | None:
    """Write the candidate's values as the reference writes the same ones."""
    if not any(map(_has_figures, missing)) and not any(map(_has_figures, extra)):
        return None
    there = [(value, _forms(candidate, value)) for value in values(candidate, language)]
    alike = Counter(forms for _, forms in there)
    here: dict[Hashable, deque[Value]] = {}
    for value in values(reference, language):
        forms = _forms(reference, value)
        if alike[forms]:  # written alike: its own partner
            alike[forms] -= 1
            continue
        for key in _meanings(value):
            here.setdefault(key, deque()).append(value)
    used: set[int] = set()
    rewritten: dict[int, tuple[Value, Value]] = {}
    kept = Counter(_forms(reference, value) for value in values(reference, language))
    for value, forms in there:
        if kept[forms]:
            kept[forms] -= 1
            continue
        for rivals in filter(None, map(here.get, _meanings(value))):
            while rivals and rivals[0].first in used:
                rivals.popleft()
            if rivals:
                used.add(rivals[0].first)
                rewritten[value.first] = value, rivals.popleft()
                break
    if not rewritten:
        return None
    tokens: list[Token] = []
    full: list[str] = []
    place = 0
    while place < len(candidate):
        found = rewritten.get(place)
        words = (candidate[place].form,) if found is None else _forms(reference, found[1])
        tokens += [candidate[place]] * len(words)
        full += words
        place = place + 1 if found is None else max(place + 1, found[0].last)
    return tokens, full


@lru_cache(maxsize=1 << 16)
def _has_figures(form: str) -> bool:
    return form == "%" or any(map(str.isdigit, form))


def _forms(tokens: Sequence[Token], value: Value) -> tuple[str, ...]:
    return tuple(token.form for token in tokens[value.first : value.last])


def _meanings(value: Value) -> list[Hashable]:
    """Give what a value says to the last digit, one for each way to read it: amount, sort and unit."""
    amounts = [value.amount] if value.alternative is None else [value.amount, value.alternative]
    kind = "number" if value.kind == "year" else value.kind  # "1300" may be either, "1,300" is no year
    return [(kind, value.unit, value.label, amount) for amount in amounts]
