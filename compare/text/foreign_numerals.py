"""Number words of languages other than English: "dreiundneunzig", "quatre-vingt-dix", "treinta y dos".

German writes a number in one word, with the units before the tens; the word is cut from the left into the longest
parts that are known. What comes out is added up as it is spoken: a scale multiplies what stands before it. The words
for one are the article, too, and count inside a longer number alone. On the systems of number words: Hurford (1975),
"The linguistic theory of numerals".
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from compare.text.numerals import Spelled
from compare.text.wordlists import entries

if TYPE_CHECKING:
    from collections.abc import Sequence

_ORDINAL_ENDINGS: Final = ("sten", "ster", "stes", "stem", "ste", "ten", "ter", "tes", "tem", "te")
"""Endings of German ordinals; those of "dritt", "siebt" and "acht" are without the t that stands in the list."""
_ADJECTIVE_ENDINGS: Final = ("en", "er", "es", "em", "e", "")
_SHORTEST: Final = 3
_LONGEST: Final = 60


@cache
def _amounts(block: str) -> dict[str, float]:
    listed = [word for line in entries("number_words").get(block, ()) for word in line.split()]
    return dict(zip(listed[::2], map(float, listed[1::2]), strict=True))


@cache
def _endings(language: str) -> tuple[tuple[str, str], ...]:
    listed = [
        word for line in entries("number_words").get(f"{language}-endings", ()) for word in line.split()
    ]
    pairs = zip(listed[::2], listed[1::2], strict=True)
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0])))


@cache
def _joins(language: str) -> frozenset[str]:
    return frozenset(entries("number_words").get(f"{language}-joins", ()))


def has_number_words(language: str) -> bool:
    """Say whether this module knows the number words of a language.

    >>> has_number_words("de"), has_number_words("en")
    (True, False)
    """
    return bool(_amounts(language))


@lru_cache(maxsize=1 << 14)
def is_number_word(form: str, language: str) -> bool:
    """Say whether a number may begin with a word: "dreißig", "neunzehnjährig", "beide".

    >>> is_number_word("neunzehnjährige", "de"), is_number_word("beide", "de"), is_number_word("eine", "de")
    (True, True, False)
    """
    return has_number_words(language) and any(
        spelled_abroad([part], language) is not None or stand_in(part, language) for part in form.split("-")
    )


def stand_in(word: str, language: str) -> float:
    """The number that a word may stand for without being one, 0 for none: "beide", "double".

    >>> stand_in("beide", "de"), stand_in("zwei", "de")
    (2.0, 0.0)
    """
    return _amounts(f"{language}-soft").get(word, 0.0)


def scale_abroad(word: str, language: str) -> float:
    """What a word behind digits multiplies them by in a language but English, 0 for no scale: "38 milliards".

    >>> scale_abroad("milliards", "fr"), scale_abroad("mio", "de"), scale_abroad("cent", "fr")
    (1000000000.0, 1000000.0, 0.0)
    """
    scale = _scales(language).get(word) or _amounts(f"{language}-short").get(word, 0.0)
    return scale if scale >= 1000 else 0.0


def spelled_abroad(words: Sequence[str], language: str) -> Spelled | None:
    """The number that words of a language begin with, in its longest reading, or None.

    Args:
        words: lower-case words, hyphens left out.
        language: ISO 639-1.

    >>> spelled_abroad(["dreiundneunzig", "minuten"], "de").amount
    93.0
    >>> spelled_abroad("quatre vingt dix sept jours".split(), "fr").amount
    97.0
    >>> found = spelled_abroad("treinta y dos".split(), "es")
    >>> found.amount, found.words
    (32.0, 3)
    >>> spelled_abroad(["ein"], "de") is None
    True
    """
    if not words or not has_number_words(language):
        return None
    if language == "de" and (read := _of_one_word(_plain(words[0]), language)):
        scale = _scales(language).get(words[1], 1.0) if len(words) > 1 and not read.is_ordinal else 1.0
        return read if scale == 1.0 else Spelled(amount=read.amount * scale, words=2)  # "drei Millionen"
    ordinal = _amounts(f"{language}-ordinals").get(words[0])
    if ordinal is not None and language != "de":
        return Spelled(amount=ordinal, words=1, is_ordinal=True)
    taken = 0
    parts: list[str] = []
    for place, word in enumerate(words):
        plain = _plain(word)
        if _is_part(plain, language) and (
            language != "de" or not parts or plain in _amounts(f"{language}-scales")
        ):
            parts.append(plain)
            taken = place + 1
        elif not (parts and plain in _joins(language) and language != "de"):
            break
    if len(parts) == 1 and _scales(language).get(parts[0], 0.0) > 1000:
        return None  # "Millionen" after digits, or with no number at all
    amount = _sum(parts, language)
    return None if amount is None or amount < 2 else Spelled(amount=amount, words=taken)


def _plain(word: str) -> str:
    return word.lower().replace("ß", "ss")


def _is_part(word: str, language: str) -> bool:
    return word in _amounts(language) or word in _amounts(f"{language}-scales")


def _of_one_word(word: str, language: str) -> Spelled | None:
    """A German number in one word, with what it may end in."""
    if not _SHORTEST <= len(word) <= _LONGEST:
        return None
    amount = _compound(word, language)
    if amount is not None:
        return Spelled(amount=amount, words=1) if amount > 1 and word not in _scales(language) else None
    for ending, sort in _endings(language):
        for inflection in ("",) if sort == "times" else _ADJECTIVE_ENDINGS:
            if word.endswith(ending + inflection):
                amount = _compound(word.removesuffix(ending + inflection), language)
                if amount is not None and amount > 1:
                    return Spelled(amount=amount, words=1)
    return _ordinal(word, language)


def _ordinal(word: str, language: str) -> Spelled | None:
    irregular = _amounts(f"{language}-ordinals")
    for ending in _ORDINAL_ENDINGS:
        if not word.endswith(ending):
            continue
        amount = _compound(word.removesuffix(ending), language)
        if amount is not None and amount >= 2 and (ending.startswith("s") == (amount % 100 >= 20)):
            return Spelled(amount=amount, words=1, is_ordinal=True)
        for stem, last in irregular.items():
            if stem.endswith("t") and word.removesuffix(ending) + "t" == stem and stem != "acht":
                return Spelled(amount=last, words=1, is_ordinal=True)
    return None


def _scales(language: str) -> dict[str, float]:
    return _amounts(f"{language}-scales")


def _compound(word: str, language: str) -> float | None:
    """What a German number in one word amounts to: the parts from left to right, the longest first."""
    known = {**_amounts(language), **_scales(language)}
    parts: list[str] = []
    at = 0
    while at < len(word):
        part = next((word[at:end] for end in range(len(word), at, -1) if word[at:end] in known), "")
        if not part and parts and any(word.startswith(join, at) for join in _joins(language)):
            part = next(join for join in sorted(_joins(language)) if word.startswith(join, at))
        if not part:
            return None
        parts.append(part)
        at += len(part)
    return _sum([part for part in parts if part not in _joins(language)], language)


def _sum(parts: Sequence[str], language: str) -> float | None:
    """Add up parts: "vier hundert drei zwanzig" is 4 × 100 + 3 + 20, "quatre vingt dix" 4 × 20 + 10."""
    ones, scales = _amounts(language), _scales(language)
    total = group = 0.0
    for place, part in enumerate(parts):
        scale = scales.get(part)
        if scale == 100:
            group = max(group, 1.0) * scale
        elif scale:
            total += max(group, 1.0) * scale
            group = 0.0
        elif language == "fr" and part in ("vingt", "vingts") and place and parts[place - 1] == "quatre":
            group += 76.0  # four twenties
        elif part in ones:
            group += ones[part]
        else:
            return None
    return total + group if parts else None
