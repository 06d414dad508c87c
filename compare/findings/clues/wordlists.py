"""The word lists in ``data/``: how they are read, and the plainest of them.

The lists are of our own making (see the note there) and English; for a text in another language the detectors that rest
on them stay silent.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from compare.text.forms import form, stem

if TYPE_CHECKING:
    from collections.abc import Iterator


def list_lines(name: str) -> Iterator[str]:
    """The lines of a list without its notes."""
    text = (files("compare") / "findings" / "clues" / "data" / name).read_text(encoding="utf-8")
    for line in text.splitlines():
        plain = line.strip()
        if plain and not plain.startswith("#"):
            yield plain


@cache
def word_groups(name: str) -> dict[str, tuple[str, ...]]:
    """The words of a list that is cut into parts by lines such as ``[she]``, by part."""
    parts: dict[str, list[str]] = {}
    part = ""
    for line in list_lines(name):
        if line.startswith("["):
            part = line.strip("[]")
        else:
            parts.setdefault(part, []).extend(form(word) for word in line.split())
    return {part: tuple(words) for part, words in parts.items()}


def keyed_words(name: str) -> dict[str, tuple[str, ...]]:
    """The words behind each word of a list with lines such as ``before: ahead prior``."""
    parted = (line.partition(":") for line in list_lines(name))
    return {form(word): tuple(form(other) for other in others.split()) for word, _, others in parted}


@cache
def function_words() -> frozenset[str]:
    """Forms of the closed classes.

    >>> "of" in function_words(), "ship" in function_words()
    (True, False)
    """
    return frozenset(form(word) for line in list_lines("function_words.txt") for word in line.split())


@cache
def light_words() -> frozenset[str]:
    """Forms of words that say little by themselves: a version may have one more or one fewer."""
    return frozenset(form(word) for line in list_lines("light_words.txt") for word in line.split())


_INFLECTIONS: Final = (
    ("ies", ("y",)), ("ied", ("y",)), ("ier", ("y",)), ("iest", ("y",)), ("ily", ("y",)), ("es", ("", "e")),
    ("s", ("",)), ("ed", ("", "e")), ("ing", ("", "e")), ("er", ("", "e")), ("est", ("", "e")), ("ly", ("", "le")),
)  # fmt: skip


@lru_cache(maxsize=1 << 16)
def lemmas(word_form: str) -> tuple[str, ...]:
    """The forms under which a word may stand in a list: itself, and without an ending of inflection.

    A stemmer will not do here: it makes "units" and "unite" one.

    >>> lemmas("shrinking"), lemmas("carried"), lemmas("went"), lemmas("news")
    (('shrinking', 'shrink', 'shrinke'), ('carried', 'carry', 'carri', 'carrie'), ('went', 'go'), ('news',))
    """
    if word_form in word_groups("endings.txt")["whole"]:
        return (word_form,)
    found = [word_form]
    irregular = _irregular()[0].get(word_form)
    if irregular is not None and irregular != word_form:
        return word_form, irregular
    for ending, replacements in _INFLECTIONS:
        if word_form.endswith(ending) and len(word_form) - len(ending) >= 3:
            plain = word_form[: -len(ending)]
            found.extend(plain + replacement for replacement in replacements)
            if ending in ("ed", "ing", "er", "est") and plain[-1] == plain[-2]:
                found.append(plain[:-1])  # "stopped"
    return tuple(dict.fromkeys(found))


@cache
def qualities() -> frozenset[str]:
    """Forms of common adjectives and adverbs that no ending gives away."""
    return frozenset(form(word) for line in list_lines("qualities.txt") for word in line.split())


@cache
def _irregular() -> tuple[dict[str, str], dict[str, str]]:
    bases: dict[str, str] = {}
    times: dict[str, str] = {}
    for line in list_lines("irregular.txt"):
        present, past, participle = (column.split() for column in line.split("|"))
        for word in (*present, *past, *participle):
            bases.setdefault(word, present[0])
        for word in past:
            times.setdefault(word, "past" if word not in present else "any")
        for word in present:
            times.setdefault(word, "present")
    return bases, times


@lru_cache(maxsize=1 << 16)
def base(word_form: str) -> str:
    """The stem of a form, or of its base where it is irregular.

    >>> base("went") == base("goes"), base("houses")
    (True, 'hous')
    """
    return stem(_irregular()[0].get(word_form, word_form), "en")


def irregular_time(word_form: str) -> str | None:
    """``past``, ``present`` or ``any`` for a form of an irregular verb, else ``None``.

    >>> irregular_time("went"), irregular_time("cut"), irregular_time("walked")
    ('past', None, None)
    """
    return _irregular()[1].get(word_form)


@cache
def number_words() -> dict[str, str]:
    """Number words and ordinals with their figures: only to tell that "two" and "2" are partners, not to judge values.

    >>> number_words()["two"], number_words()["second"], number_words()["thirty"]
    ('2', '2', '30')
    """
    groups = word_groups("endings.txt")
    return {
        word: str(number * step)
        for start, step, part in ((0, 1, "number"), (1, 1, "ordinal"), (1, 10, "tens"))
        for number, word in enumerate(groups[part], start)
    }


@cache
def magnitudes() -> frozenset[str]:
    """Words that say how many digits an amount has."""
    return frozenset(word_groups("endings.txt")["magnitude"])


@lru_cache(maxsize=1 << 16)
def is_adverb(word_form: str) -> bool:
    """Whether a form is an adverb by its ending.

    >>> is_adverb("quickly"), is_adverb("monopoly"), is_adverb("ship")
    (True, False, False)
    """
    return word_form.endswith("ly") and word_form not in word_groups("endings.txt")["no adverb"]
