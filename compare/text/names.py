"""Names without a model: told by their capitals, their place, their return, and by what is known of ordinary words.

A capital inside a sentence is a name's; one at its start, after a colon or a quotation mark, or in a heading says
nothing, and needs evidence: the same word with a capital elsewhere, a neighbour that is a name, or a form that ordinary
words do not have. Where every noun has a capital, as in German, only the form and the words around it tell.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from compare.text.capital_nouns import has_noun_capitals, is_common_noun
from compare.text.capitals import KnownForms, capitals
from compare.text.foreign_numerals import is_number_word
from compare.text.lexicon import UNKNOWN_RARITY, is_function_word, rarity
from compare.text.namesakes import plain
from compare.text.ordinary import is_opener, is_ordinary, tells_ordinary_words
from compare.text.units import DOUBTFUL_MONTHS, MONTHS, UNITS, WEEKDAYS
from compare.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from compare.model import Token
    from compare.text.capitals import Capitals

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
    shapes = [capitals(sentence, language) for sentence in sentences]
    known = KnownForms.of([*shapes, *(capitals(sentence, language) for sentence in partner)])
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
    shapes = [capitals(sentence, language) for sentence in reference]
    others = [capitals(sentence, language) for sentence in candidate]
    known = KnownForms.of([*shapes, *others])
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


def _found(
    sentences: Sequence[Sequence[Token]], shapes: Sequence[Capitals], known: KnownForms, language: str
) -> tuple[Name, ...]:
    found: list[Name] = []
    for index, (sentence, shape) in enumerate(zip(sentences, shapes, strict=True)):
        strengths = {
            token.start: strength
            for token, is_due in shape.capitals
            if (strength := _strength(token, shape.is_heading, known, language, is_due=is_due))
        }
        if not tells_ordinary_words(language):
            _take_lone_openers(strengths, sentence, shape, known, language)
        if strengths:
            found.extend(_runs(sentence, strengths, index, language))
    return tuple(found)


def _take_lone_openers(
    strengths: dict[int, float],
    sentence: Sequence[Token],
    shape: Capitals,
    known: KnownForms,
    language: str,
) -> None:
    """Take out words that open a sentence alone, where nothing else says that they are names.

    Whose endings we do not know, an inflected verb looks like a name there: "Saqué". A word that is in no list,
    stands with a capital elsewhere, or goes before another name is kept.
    """
    for token, is_due in shape.capitals:
        if not is_due or token.form in known.inside or rarity(token.form, language) >= UNKNOWN_RARITY:
            continue
        place = next(at for at, other in enumerate(sentence) if other.start == token.start)
        if place + 1 == len(sentence) or sentence[place + 1].start not in strengths:
            strengths.pop(token.start, None)


def _strength(token: Token, is_heading: bool, known: KnownForms, language: str, *, is_due: bool) -> float:
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
    if text[1:].islower():
        return False
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
