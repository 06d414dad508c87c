"""Tokens: words, numbers and marks with their places; with the white space between them they are the text.

A word is whole, as a reader sees it: ``first-class``, ``cost-per-query``, ``don't``, ``U.S.``, ``Mr.``,
``GPT-4``, a web address. A clitic that is a word of its own is a token of its own, so that names compare:
the English ``’s``, the French and Italian ``l’``. A word broken at the end of a line (``inno-⏎vation``) is
one token. A number keeps thousands marks, decimals and the letters glued to it (``2,000``, ``5.6m``,
``1st``, ``3:30``, ``2025-01-29``); the currency sign before it, the per cent sign behind it and the hyphen
of ``20-gigabyte`` are marks. Scripts that set no spaces have one token for each character: Chinese,
Japanese, Thai, Lao, Burmese, Khmer.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, Literal

from compare.model import Token
from compare.text.entities import APOSTROPHE, ENTITY, LETTER
from compare.text.forms import form, stem

if TYPE_CHECKING:
    from compare.model import Document

    Kind = Literal["word", "number", "mark"]
    Cut = tuple[int, int, str, str, str, Kind]
    """Start, end, written form, comparing form, stem and kind of a token."""

_LONGEST_KEPT_CHARS: Final = 1000
"""Code points of a sentence whose cuts are kept for the next document that has it."""
_LONGEST_PIECE_CHARS: Final = 40
"""Code points between two blanks of which the cuts are kept; longer ones hardly come again."""
_BEFORE_A_BREAK: Final = frozenset("-‐‑")
_NEW: Final = Token.__new__
_SET_START, _SET_END, _SET_TEXT, _SET_FORM, _SET_STEM, _SET_KIND = (
    vars(Token)[name].__set__ for name in ("start", "end", "text", "form", "stem", "kind")
)

_CJK: Final = r"\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_UNSPACED: Final = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_UNSPACED_MARKS: Final = (
    r"\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece"
    r"\u102b-\u103e\u1056-\u1059\u17b4-\u17d3\u17dd"
)
# Characters that belong to the word around them though re's \w does not hold them: combining marks (a
# decomposed é, the vowels of Arabic, Hebrew and the Indic scripts), variation selectors, hyphens that do not
# show, and joiners.
_JOINED: Final = (
    r"\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    r"\u0711\u0730-\u074a\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962-\u0963\u0981-\u0983\u09bc-\u09d7\u0a01-\u0a03"
    r"\u0a3c-\u0a51\u0a81-\u0a83\u0abc-\u0acd\u0b01-\u0b03\u0b3c-\u0b57\u0b82\u0bbe-\u0bd7\u0c00-\u0c04\u0c3e-\u0c56"
    r"\u0c81-\u0c83\u0cbc-\u0cd6\u0d00-\u0d03\u0d3b-\u0d57\u0d81-\u0d83\u0dca-\u0ddf\u1ab0-\u1aff\u1dc0-\u1dff"
    r"\u200b-\u200d\u2060\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\U0001f3fb-\U0001f3ff"
)
_JOINED_PLAIN: Final = r"\u00ad\u200b-\u200d\u2060"
_PLAIN: Final = re.compile(r"[\0-\u02ff\u1e00-\u1eff\u2000-\u20cf\u2100-\u2bff]*+")
"""Text in Latin letters with the usual marks: none of its characters is of an unspaced script, few are joined."""
_TITLES: Final = "Mr|Mrs|Ms|Messrs|Dr|Prof|St|Rev|Hon|Gen|Lt|Capt|Col|Sgt|Maj|Sen|Rep|Gov|Mme|Mlle|Sr|Sra"
_TITLES_WITH_STOP: Final = frozenset(f"{title}." for title in _TITLES.split("|"))
_POSSESSIVE: Final = rf"(?:['’]|{APOSTROPHE})[sS](?![\w'’])"
_CLITICS: Final = (
    r"(?:[cdjlmnstv]|qu|lorsqu|puisqu|jusqu|quoiqu"
    r"|[dns]?[aeu]ll|dall|coll|quell|quest|bell|un|nessun|ciascun|dov|com|cos)"
    r"['’](?=[^\W\d_])"
)


def _pattern(*, possessive: bool, clitics: bool, is_plain: bool) -> re.Pattern[str]:
    # A plain text has none of the other scripts, and classes without them are compiled and matched faster.
    joined = _JOINED_PLAIN if is_plain else _JOINED
    others = "" if is_plain else _CJK + _UNSPACED
    letter, run = rf"[^\W\d_{others}]", rf"[^\W_{others}]"
    part = rf"(?:{run}++(?:[{joined}]++{run}*+)*+)"
    unspaced = "" if is_plain else rf"|[{_CJK}]|[{_UNSPACED}][{_UNSPACED_MARKS}]*+"
    # Repetitions that could meet another repetition are possessive (``++``): no input makes it go back far.
    not_possessive = f"(?!{_POSSESSIVE})" if possessive else ""
    own = [rf"(?<=\w){_POSSESSIVE}"] if possessive else []
    own += [rf"(?i:\b{_CLITICS})"] if clitics else []
    return re.compile(
        rf"""
        (?P<address>(?:https?://|www\.)[A-Za-z0-9._~:/?\#@!$&*+,;=%-]*[A-Za-z0-9/])
        |(?P<code>\d++{letter}++\d{run}*+|\d++[OoIlSsB](?:[.,]\d{{3}})++(?!\w))  # "1O,000" of a scanner
        |(?P<number>
            \d{{4}}-\d\d-\d\d(?!\w)
            |\d++(?:[.,:/]\d++|['’\u00a0\u2009\u202f]\d{{3}}(?!\d))*+(?:[¼-¾⅐-⅞]|{letter}++)?+
            |[¼-¾⅐-⅞])
        |(?P<word>
            {"".join(f"{clitic}|" for clitic in own)}
            (?>(?:{letter}\.)+{letter}\.)(?!["'“”’»)\]]*+\s*+\Z)
            |(?>(?:{letter}\.)+{letter})(?!\w)
            |(?:{_TITLES})\.(?=\s?[^\W\d_a-z])
            |(?:{letter}|{LETTER})[{joined}]*+{part}?+
                (?:(?<=\d)[.,]\d++{part}?+
                |{LETTER}{part}?+
                |{not_possessive}(?:['’‐‑-]|{APOSTROPHE}|-[ \t]*+\r?\n[ \t]*+(?=[^\W\d_])){part})*+
            {unspaced}
            |{part})
        |(?P<mark>{ENTITY}|\.{{2,}}+|-{{2,}}+|''|``|\*++|_++|=++|~++|\#++|\S[{joined}]*+)
        """,
        re.VERBOSE,
    )


@cache
def _pattern_of(language: str, *, is_plain: bool) -> re.Pattern[str]:
    return _pattern(
        possessive=language in {"en", "und"}, clitics=language in {"fr", "it", "ca"}, is_plain=is_plain
    )


@lru_cache(maxsize=1 << 17)
def _compared(word: str, group: str, language: str) -> tuple[str, str, Kind]:
    """Give form, stem and kind of what a group of the pattern matched."""
    comparing = form(word, language)
    if group == "number":
        return comparing, comparing, "number"
    if group == "mark":
        return comparing, comparing, "mark"
    return comparing, comparing if group == "address" else stem(comparing, language), "word"


def tokenize(text: str, start: int = 0, end: int | None = None, *, language: str = "en") -> tuple[Token, ...]:
    """Cut a stretch of a text into tokens, with offsets in the whole text.

    Args:
        text: any text.
        start: where to begin, in code points.
        end: where to stop, in code points; the end of the text if left out. The full stop that ends the
            stretch is a token of its own even behind an abbreviation.
        language: ISO 639-1; decides on clitics, spelling and stems.

    Returns:
        Tokens in order, none empty, none holding white space but where a word is broken at the end of a
        line. Whatever stands between two of them is white space.

    >>> [token.text for token in tokenize("China’s first-class labs paid $5.6m in the U.S.")]
    ['China', '’s', 'first-class', 'labs', 'paid', '$', '5.6m', 'in', 'the', 'U.S', '.']
    >>> [token.text for token in tokenize("L’homme d’aujourd’hui", language="fr")]
    ['L’', 'homme', 'd’', 'aujourd’hui']
    >>> [token.kind for token in tokenize("o1 1st 20-gigabyte 50%")]
    ['word', 'number', 'number', 'mark', 'word', 'number', 'mark']
    """
    return _placed(_cuts(text, start, len(text) if end is None else end, language), 0)


def _cuts(text: str, start: int, end: int, language: str) -> list[Cut]:
    """Cut a stretch at its blanks, and what stands between two of them, which most often was met before, by itself."""
    pattern = _pattern_for(text, start, end, language)
    if start and not text[start - 1].isspace():
        return _searched(text, start, end, end, pattern, language)[0]
    cuts: list[Cut] = []
    at = start
    while at < end:
        blank = text.find(" ", at, end)
        if blank < 0:
            blank = end
        if (known := _cuts_of_a_piece(text[at:blank], language)) is None:
            found, at = _searched(text, at, end, blank, pattern, language)
            cuts += found
            continue
        for low, high, word, comparing, stemmed, kind in known:
            cuts.append((at + low, at + high, word, comparing, stemmed, kind))
        at = blank + 1
    return cuts


@lru_cache(maxsize=1 << 14)
def _cuts_of_a_piece(piece: str, language: str) -> list[Cut] | None:
    """Cut what stands between two blanks; ``None`` where what follows may have a say.

    So it has behind a full stop ("Mr.", "U.S.") and behind a hyphen that a line may end with.
    """
    if len(piece) > _LONGEST_PIECE_CHARS or piece[-1:] in _BEFORE_A_BREAK or not piece.isprintable():
        return None
    if "." in piece:
        word = piece[:-1]
        if not (word.isascii() and word.isalpha()) or piece in _TITLES_WITH_STOP:
            return None
    pattern = _pattern_for(piece, 0, len(piece), language)
    return _searched(piece, 0, len(piece), len(piece), pattern, language)[0]


def _pattern_for(text: str, start: int, end: int, language: str) -> re.Pattern[str]:
    is_plain = text.isascii() or _PLAIN.fullmatch(text, start, end) is not None
    return _pattern_of(language, is_plain=is_plain)


def _searched(
    text: str, start: int, end: int, least: int, pattern: re.Pattern[str], language: str
) -> tuple[list[Cut], int]:
    """Cut by the pattern up to the first blank behind ``least`` code points; gives where that is as well."""
    cuts: list[Cut] = []
    for match in pattern.finditer(text, start, end):
        word, at = match[0], match.end()
        cuts.append((match.start(), at, word, *_compared(word, match.lastgroup or "mark", language)))
        if least <= at < end and text[at] == " ":
            return cuts, at
    return cuts, end


@lru_cache(maxsize=1 << 11)
def _sentence_cuts(sentence: str, language: str) -> list[Cut]:
    """Cut a sentence by itself; most sentences of a near copy come twice."""
    return _cuts(sentence, 0, len(sentence), language)


def _placed(cuts: list[Cut], offset: int) -> tuple[Token, ...]:
    """Make tokens of cuts, so many code points farther on.

    A frozen dataclass sets each field by name, which takes longer than finding the token; its slots are set here.
    """
    tokens = []
    for start, end, word, comparing, stemmed, kind in cuts:
        token = _NEW(Token)
        _SET_START(token, start + offset)
        _SET_END(token, end + offset)
        _SET_TEXT(token, word)
        _SET_FORM(token, comparing)
        _SET_STEM(token, stemmed)
        _SET_KIND(token, kind)
        tokens.append(token)
    return tuple(tokens)


def sentence_tokens(document: Document) -> tuple[tuple[Token, ...], ...]:
    """Give the tokens of every sentence of a document, of all roles, in order.

    >>> from compare.text.documents import document
    >>> [len(tokens) for tokens in sentence_tokens(document("It rained. Nobody came."))]
    [3, 3]
    """
    text, language = document.text, document.language
    found = []
    for sentence in document.sentences:
        start, end = sentence.start, sentence.end
        # what stands right before a sentence may belong to the way its first word is cut
        is_apart = start == 0 or text[start - 1].isspace()
        if is_apart and end - start <= _LONGEST_KEPT_CHARS:
            found.append(_placed(_sentence_cuts(text[start:end], language), start))
        else:
            found.append(_placed(_cuts(text, start, end, language), 0))
    return tuple(found)
