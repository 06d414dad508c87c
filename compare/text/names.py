"""Names without a model: told by their capitals, their place, their return, and by what is known of ordinary words.

A capital inside a sentence is a name's; one at its start, after a colon or a quotation mark, or in a heading says
nothing, and needs evidence: the same word with a capital elsewhere, a neighbour that is a name, or a form that ordinary
words do not have. Where every noun has a capital, as in German, only the form and the words around it tell.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from compare.text.capital_nouns import follows_determiner, has_noun_capitals, is_common_noun
from compare.text.foreign_numerals import is_number_word
from compare.text.lexicon import is_function_word
from compare.text.namesakes import plain
from compare.text.ordinary import is_opener, is_ordinary
from compare.text.units import DOUBTFUL_MONTHS, MONTHS, UNITS, WEEKDAYS
from compare.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from compare.model import Token

SURE: Final = 0.9
"""Strength of a word that only a name can be: a capital inside a sentence or inside the word."""
LIKELY: Final = 0.7
"""Strength of an opening word that is no ordinary word."""
DOUBTFUL: Final = 0.4
"""Strength of a capital inside a sentence on an ordinary word: "the Director", "Best Picture"."""

PARTICLES: Final = words("names", "particles")
TITLES: Final = words("names", "titles")
POSSESSIVES: Final = frozenset({"'s", "’s"})
_NO_NAMES: Final = (
    words("names", "abbreviations") | UNITS.keys() | WEEKDAYS.keys() | (MONTHS.keys() - DOUBTFUL_MONTHS)
)
_OPENING_MARKS: Final = frozenset(":\"“‘«„'…•*–—?!.")
"""Marks after which a capital may be that of a sentence."""

_SAYING: Final = words("names", "saying")
_SAYING_WORDS: Final = 5
"""Words before a comma among which a verb of saying opens speech."""
_HEADING_SHARE: Final = 0.7
"""Share of the longer words with a capital from which on a line is a heading."""
_HEADING_SHARE_WITH_STOP: Final = 0.95
"""The same for a line that ends like a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name in a text: ``tokens[first:last]`` of its sentence.

    ``form`` is the name in plain letters, without marks; ``words`` are the forms that tell it from others: without
    titles, particles and possessives. ``strength`` is how sure it is that these words are a name, 0 to 1.
    """

    form: str
    words: tuple[str, ...]
    sentence: int
    first: int
    last: int
    start: int
    end: int
    strength: float


def names(
    sentences: Sequence[Sequence[Token]], *, language: str = "en", partner: Sequence[Sequence[Token]] = ()
) -> tuple[Name, ...]:
    """Give the names of a text in order, each mention by itself.

    Args:
        sentences: the tokens of the text, sentence by sentence.
        language: ISO 639-1 code, for what is known of words.
        partner: the tokens of another version: a word with a capital inside a sentence there is a name here too.

    >>> from compare.text.tokens import tokenize
    >>> found = names([tokenize("The mill belongs to Mr Orlo Vance, not to Zürich’s council.")])
    >>> [(name.form, name.words) for name in found]
    [('orlo vance', ('orlo', 'vance')), ('zurich', ('zurich',))]
    """
    shapes = [_shape(sentence, language) for sentence in sentences]
    known = _Known.of([*shapes, *(_shape(sentence, language) for sentence in partner)])
    return _found(sentences, shapes, known, language)


def names_of_both(
    reference: Sequence[Sequence[Token]], candidate: Sequence[Sequence[Token]], *, language: str = "en"
) -> tuple[tuple[Name, ...], tuple[Name, ...]]:
    """Give the names of two versions, each with the other as its partner.

    >>> from compare.text.tokens import tokenize
    >>> both = names_of_both([tokenize("It fell to Gill.")], [tokenize("Gill took it.")])
    >>> [[name.form for name in side] for side in both]
    [['gill'], ['gill']]
    """
    shapes = [_shape(sentence, language) for sentence in reference]
    others = [_shape(sentence, language) for sentence in candidate]
    known = _Known.of([*shapes, *others])
    return _found(reference, shapes, known, language), _found(candidate, others, known, language)


def opening_word(sentence: Sequence[Token], language: str = "en") -> int | None:
    """The place of the first word of a sentence, if that is a content word with a capital.

    >>> from compare.text.tokens import tokenize
    >>> opening_word(tokenize("“Paris sleeps.”")), opening_word(tokenize("The town sleeps."))
    (1, None)
    """
    for place, token in enumerate(sentence):
        if token.kind != "mark":
            may_be_a_name = token.kind == "word" and token.text[:1].isupper() and len(token.text) > 1
            return place if may_be_a_name and not is_opener(token.form, language) else None
    return None


@dataclass(frozen=True, slots=True)
class _Shape:
    """The capitals of a sentence: whether they say anything, and for each word with one whether it is due anyway."""

    is_heading: bool
    capitals: tuple[tuple[Token, bool], ...]
    lower: frozenset[str]
    plain_nouns: frozenset[str]
    """Forms with a capital that an article shows to be common nouns, where nouns have capitals."""


@dataclass(frozen=True, slots=True)
class _Known:
    """Forms of all texts at hand that stand with a capital inside a sentence, and forms without one."""

    inside: frozenset[str]
    lower: frozenset[str]
    plain_nouns: frozenset[str]

    @classmethod
    def of(cls, shapes: Sequence[_Shape]) -> _Known:
        running = [shape for shape in shapes if not shape.is_heading]
        return cls(
            frozenset(token.form for shape in running for token, is_due in shape.capitals if not is_due),
            frozenset().union(*(shape.lower for shape in running)),
            frozenset().union(*(shape.plain_nouns for shape in running)),
        )


def _shape(sentence: Sequence[Token], language: str) -> _Shape:
    lower: set[str] = set()
    capitals: list[tuple[Token, bool]] = []
    for place, token in enumerate(sentence):
        if token.text.islower():
            lower.add(token.form)
        elif token.kind == "word" and token.text != token.text.lower():
            capitals.append((token, _is_due(sentence, place)))
    plain_nouns: frozenset[str] = frozenset()
    if has_noun_capitals(language):
        plain_nouns = frozenset(
            token.form
            for place, token in enumerate(sentence)
            if token.text[:1].isupper()
            and follows_determiner(sentence, place, language)
            and not _goes_on_as_name(sentence, place, language)
        )
    return _Shape(bool(capitals) and _is_heading(sentence), tuple(capitals), frozenset(lower), plain_nouns)


def _goes_on_as_name(sentence: Sequence[Token], place: int, language: str) -> bool:
    """Whether a word that is no common noun follows with a capital: "die Selby Colts", but "der Torwart"."""
    if place + 1 >= len(sentence) or is_common_noun(sentence[place].form, language):
        return False
    return sentence[place + 1].kind == "word" and sentence[place + 1].text[:1].isupper()


def _is_due(sentence: Sequence[Token], place: int) -> bool:
    """Whether a capital says nothing at a place: at the start, after a colon, a quotation mark, a bullet.

    Old prints open speech with a comma and a capital alone: "And he answered her, Nay."
    """
    place -= 1
    if place > 0 and sentence[place].text == ",":
        return any(token.form in _SAYING for token in sentence[max(0, place - _SAYING_WORDS) : place])
    while place >= 0 and sentence[place].kind == "mark":
        if sentence[place].text[:1] in _OPENING_MARKS:
            return True
        place -= 1
    return place < 0


def _is_heading(sentence: Sequence[Token]) -> bool:
    """Whether capitals say nothing in a sentence: title case or all capitals."""
    longer = [token.text for token in sentence if token.kind == "word" and len(token.text) > 3]
    if len(longer) < 2:
        return False
    share = _HEADING_SHARE_WITH_STOP if sentence[-1].text in {".", "!", "?"} else _HEADING_SHARE
    return sum(text[0].isupper() for text in longer) > share * len(longer)


def _found(
    sentences: Sequence[Sequence[Token]], shapes: Sequence[_Shape], known: _Known, language: str
) -> tuple[Name, ...]:
    found: list[Name] = []
    for index, (sentence, shape) in enumerate(zip(sentences, shapes, strict=True)):
        strengths = {
            token.start: strength
            for token, is_due in shape.capitals
            if (strength := _strength(token, shape.is_heading, known, language, is_due=is_due))
        }
        if strengths:
            found.extend(_runs(sentence, strengths, index, language))
    return tuple(found)


def _strength(token: Token, is_heading: bool, known: _Known, language: str, *, is_due: bool) -> float:
    """How sure a word with a capital is a name; 0 for none."""
    form = token.form
    if len(token.text) < 2 or form in _NO_NAMES:
        return 0.0
    if not is_heading and _has_inner_capital(token.text):
        return SURE
    if has_noun_capitals(language):
        is_plain = form in known.plain_nouns or form in known.lower or is_common_noun(form, language)
        is_plain = is_plain or not token.text[0].isupper() or form in TITLES or is_number_word(form, language)
        return 0.0 if is_plain else LIKELY if is_heading or is_due else SURE
    if not token.text[0].isupper() or form in TITLES or is_opener(form, language):
        return 0.0
    is_ordinary_word = is_ordinary(form, language)
    if not (is_due or is_heading) or (form in known.inside and form not in known.lower):
        return DOUBTFUL if is_ordinary_word else SURE
    return 0.0 if is_ordinary_word or form in known.lower else LIKELY


def _has_inner_capital(text: str) -> bool:
    """Whether a capital stands after the first letter: "DeepMind", "NATO"; not "Anti-Corruption"."""
    parts = text.split("-")
    if len(parts) > 1 and all(part[:1].isupper() and part[1:].islower() for part in parts if part):
        return False
    return any(letter.isupper() for letter in text[1:])


def _runs(
    sentence: Sequence[Token], strengths: dict[int, float], index: int, language: str
) -> Iterator[Name]:
    """Names of several words: those beside one another, joined by particles, initials, ampersands and numbers."""
    at = 0
    while at < len(sentence):
        if not _begins(sentence, at, strengths, language):
            at += 1
            continue
        last = at + 1
        while step := _step(sentence, last, strengths, language):
            last += step
        run = sentence[at:last]
        name_words = tuple(plain(token.form) for token in distinctive(run, language))
        if name_words:
            yield Name(
                form=" ".join(plain(token.form) for token in run if _is_of_the_form(token)),
                words=name_words,
                sentence=index,
                first=at,
                last=last,
                start=run[0].start,
                end=run[-1].end,
                strength=max(strengths.get(token.start, 0.0) for token in run),
            )
        at = last


def _is_of_the_form(token: Token) -> bool:
    return token.kind != "mark" and token.form not in TITLES and token.text not in POSSESSIVES


def distinctive(tokens: Iterable[Token], language: str = "en") -> list[Token]:
    """The words of a name that tell it from others: no titles, particles, possessives, function words or marks."""
    return [
        token
        for token in tokens
        if token.kind == "word"
        and token.form not in PARTICLES
        and token.form not in TITLES
        and token.text not in POSSESSIVES
        and not is_function_word(token.form, language)
    ]


def _begins(sentence: Sequence[Token], at: int, strengths: dict[int, float], language: str) -> bool:
    token = sentence[at]
    if token.start in strengths:
        return token.form not in MONTHS or bool(
            _step(sentence, at + 1, strengths, language)
        )  # "Jan van Eyck"
    if at + 1 >= len(sentence) or sentence[at + 1].start not in strengths:
        return False
    # a capital before a name is of the name, unless the sentence begins with a word such as "When"
    is_capital = token.kind == "word" and token.text[:1].isupper()
    return is_capital and not is_opener(token.form, language) and not has_noun_capitals(language)


def _step(sentence: Sequence[Token], at: int, strengths: dict[int, float], language: str) -> int:
    """How many tokens a name takes on from here: 1, 2 or none."""
    if at >= len(sentence):
        return 0
    token = sentence[at]
    if token.start in strengths:
        return 1
    is_capital = token.kind == "word" and token.text[:1].isupper() and len(token.text) > 1
    is_plain = has_noun_capitals(language) and is_common_noun(token.form, language)
    if is_capital and not is_plain and token.form not in WEEKDAYS and token.form not in MONTHS:
        return 1
    if token.kind == "number" and token.start == sentence[at - 1].end:
        return 1
    goes_on = at + 1 < len(sentence) and sentence[at + 1].start in strengths
    joins = (
        token.form in PARTICLES
        or token.text == "&"
        or (token.text == "." and len(sentence[at - 1].text) <= 2)
    )
    return 2 if goes_on and joins else 0
