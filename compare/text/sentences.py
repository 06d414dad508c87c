"""Sentences of a block: Punkt (Kiss & Strunk 2006) with our own abbreviations, and repairs of what it cannot know.

Punkt decides at each full stop whether an abbreviation ends there. Trained models are a download; here it
gets the abbreviations and the common beginnings of sentences of a language from a data file. What it does
not look at is mended before and behind it: marks of text left out, the full stops of Chinese and Japanese,
dots that end a sentence, stops without a space behind them, lower-case continuation, ordinals, list
numbers, quotation marks on the wrong side.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any, Final

from compare.text.elisions import elision_spans
from compare.text.nltk_parts import nltk_part
from compare.text.wordlists import words

Span = tuple[int, int]

_EAST_ASIAN: Final = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_WINDOW_CHARS: Final = 40
"""How far behind or before a place a rule looks; abbreviations and numbers are shorter."""
_STRETCH_CHARS: Final = 20_000
"""How much Punkt is given at a time."""

_SAID: Final = rf"(?:と|って|など|[のはがをにも]|[{_EAST_ASIAN}]{{0,4}}[说說道問问喊答叫])"
"""How a quotation goes on: in Japanese with a particle (「…。」と言った), in Chinese with who said it."""
_END: Final = re.compile(
    rf"""
    (?=[.!?…。！？｡؟۔।॥]|[^\W\d_]\.)  # most characters are none of this: told here, they cost a third
    (?: (?<![。！？｡]) [。！？｡]++ (?: [」』”’）】》]++ (?!{_SAID}) | (?![」』”’）】》]) )
    | (?<![؟۔।॥]) [؟۔।॥]++ (?=\s)
    | (?:(?<!\.)\.{{3,}}+|(?<!…)…++|\.\ \.\ \.) ["”’»)\]]*+ (?=\s+[“"«„‘(]*(?P<next>[^\W\d_]+))
    | (?<=[^\W\dA-Z_]{{2}}) [.!?]++ (?=[^\W\d_a-z][^\W\d_]+[\s,])
    | (?<=[\s(]) [^\W\d_] \. (?=\s+(?P<starter>[^\W\d_a-z][^\W\d_]*)\b) )
    """,
    re.VERBOSE,
)
"""Ends that Punkt does not see. A run of marks is looked at from its beginning alone: from each mark costs a square."""
_FIRST_WORD: Final = re.compile(r"[\"'“”‘’„«»(\[*_¿¡\s–—-]*([^\W_]+)")
_LAST_WORD: Final = re.compile(r"([^\W_][\w.'’-]*)\.[*_]*$")
_LIST_NUMBER: Final = re.compile(r"[*_(]*(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]+[*_]*")
_ORDINAL: Final = re.compile(r"(?:^|[^\w.,])\d{1,2}\.$")
_NUMERAL: Final = re.compile(r"\d|[IVXLC]+\b|[ivxlc]+\b")
_STOP: Final = re.compile(r"[.!?…。！？｡؟۔।॥]")
_NOTE: Final = re.compile(r"\[\d{1,3}\](?=\s|$)")
# German closes with the mark that opens in English: „Kommst du?“, fragte sie.
_CLOSING_BEGINNING: Final = re.compile(r"[\"'”’»“‘«›)\]]+[,;]?(?=[\s“«„]|$)")
_INITIALS: Final = re.compile(r"(?:[^\W\d_a-z]\.)+[^\W\d_a-z]")
_OPENING_END: Final = re.compile(r"\s+[«“„‘(\[]+$")
_ALNUM: Final = re.compile(r"[^\W_]")
_PLAIN_END: Final = re.compile(r"([^\W\d_]{2,})[.!?][ \n]+\S+")


@cache
def _list(kind: str, language: str) -> frozenset[str]:
    """Give what the abbreviations file has under a kind for all languages and for this one."""
    language = "en" if language == "und" else language
    if kind == "starters":
        return words("abbreviations", f"{language}-starters")
    suffix = f"-{kind}" if kind else ""
    return words("abbreviations", f"*{suffix}") | words("abbreviations", f"{language}{suffix}")


@cache
def _punkt(language: str) -> Any:
    punkt: Any = nltk_part("nltk.tokenize.punkt")

    class LanguageVars(punkt.PunktLanguageVars):  # type: ignore[misc]
        # nltk gives its own patterns five seconds, counted with all that is done between two matches, and raises
        # TimeoutError behind them: a text of a few megabytes on a busy machine. These two are linear.
        context = re.compile(
            punkt.PunktLanguageVars._period_context_fmt
            % {
                "NonWord": punkt.PunktLanguageVars()._re_non_word_chars,
                "SentEndChars": punkt.PunktLanguageVars()._re_sent_end_chars,
            },
            re.VERBOSE,
        )
        re_boundary_realignment = re.compile(r"[\"')\]}’”»*_]+(?=\s|--|$)\s*", re.MULTILINE)

        def period_context_re(self) -> re.Pattern[str]:
            return self.context

    class Splitter(punkt.PunktSentenceTokenizer):  # type: ignore[misc]
        @lru_cache(maxsize=1 << 14)  # noqa: B019  (one splitter a language, for ever)
        def text_contains_sentbreak(self, text: str) -> bool:
            # A word, its stop and the next word; what repeats is decided once (50 µs). Behind a plain word that is
            # no abbreviation every stop ends a sentence, whatever follows.
            plain = _PLAIN_END.fullmatch(text)
            if plain and plain[1].lower() not in parameters.abbrev_types:
                return True
            return bool(super().text_contains_sentbreak(text))

    parameters = punkt.PunktParameters()
    parameters.abbrev_types = set(_list("", language) | _list("before-name", language))
    parameters.sent_starters = set(_list("starters", language))
    return Splitter(parameters, lang_vars=LanguageVars())


def sentence_spans(text: str, start: int, end: int, *, language: str = "en") -> list[Span]:
    """Give the sentences of a block.

    Args:
        text: the whole text.
        start: first code point of the block.
        end: end of the block.
        language: ISO 639-1; ``"und"`` is split as English.

    Returns:
        Spans in ``text``, in order, trimmed of white space; every character of the block that is not white
        space is in exactly one of them. A mark of text left out is a span of its own.

    >>> block = "Mr. Hill paid $5.6m. (...) “Why?” she asked."
    >>> [block[first:last] for first, last in sentence_spans(block, 0, len(block))]
    ['Mr. Hill paid $5.6m.', '(...)', '“Why?” she asked.']
    """
    spans: list[Span] = []
    position = start
    for first, last in [*elision_spans(text, start, end), (end, end)]:
        spans.extend(_stretch(text, position, first, language))
        if first < last:
            spans.append((first, last))
        position = last
    return spans


def _stretch(text: str, start: int, end: int, language: str) -> list[Span]:
    start, end = _trimmed(text, start, end)
    if start == end:
        return []
    if not _STOP.search(text, start, end):
        return [(start, end)]
    cuts = _punkt_cuts(text, start, end, language) | _further_cuts(text, start, end, language)
    places = sorted(cut for cut in cuts if start < cut < end)
    spans = [
        _trimmed(text, first, last) for first, last in zip([start, *places], [*places, end], strict=True)
    ]
    return _joined(text, _realigned(text, spans), language)


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _punkt_cuts(text: str, start: int, end: int, language: str) -> set[int]:
    """Give where Punkt begins a sentence, stretch by stretch: it looks back over all that it is given."""
    cuts: set[int] = set()
    position = start
    while position < end:
        until = min(end, position + _STRETCH_CHARS)
        spans = _punkt(language).span_tokenize(text[position:until])
        begun = [position + first for first, _ in spans if first]
        if until == end:
            return cuts.union(begun)
        # The last sentence of the stretch may be cut off in the middle: it is read again with what follows.
        cuts.update(begun)
        position = begun[-1] if begun else until - _WINDOW_CHARS
    return cuts


def _further_cuts(text: str, start: int, end: int, language: str) -> set[int]:
    cuts = set()
    starters = _list("starters", language)
    for match in _END.finditer(text, start, end):
        if following := match["next"]:
            # Dots before a capital end a sentence; before a lower-case word or an English "I" they are a pause.
            if not following[:1].isupper() or following == "I":
                continue
        elif (starter := match["starter"]) and starter.lower() not in starters:
            # A single letter is an initial (J. Hill), but not before "The": Plan B. The harbour …
            continue
        cuts.add(match.end())
    return cuts


def _realigned(text: str, spans: list[Span]) -> list[Span]:
    """Give what stands at the wrong side of a cut to the other: notes to the left, opening marks to the right."""
    mended: list[Span] = []
    for first, last in spans:
        if mended and (note := _NOTE.match(text, first, last)):
            mended[-1] = (mended[-1][0], note.end())
            first = _trimmed(text, note.end(), last)[0]
        if mended and mended[-1][1] == first and (closing := _CLOSING_BEGINNING.match(text, first, last)):
            mended[-1] = (mended[-1][0], closing.end())
            first = _trimmed(text, closing.end(), last)[0]
        if mended and first < last:
            before, until = mended[-1]
            if opening := _OPENING_END.search(text, max(before, until - 4), until):
                mended[-1] = (before, opening.start())
                first = _trimmed(text, opening.start(), last)[0]
        if first < last:
            mended.append((first, last))
    return mended


def _joined(text: str, spans: list[Span], language: str) -> list[Span]:
    joined: list[Span] = []
    is_worded = True  # whether the last span of ``joined`` holds a letter or a digit
    for first, last in spans:
        adds_words = _ALNUM.search(text, first, last) is not None
        if joined and (
            not is_worded or not adds_words or _are_one(text, joined[-1], (first, last), language)
        ):
            joined[-1] = (joined[-1][0], last)
            is_worded = is_worded or adds_words
        else:
            joined.append((first, last))
            is_worded = adds_words
    return joined


def _are_one(text: str, span: Span, following: Span, language: str) -> bool:
    """Say whether a cut between two spans was wrong."""
    tail = text[max(span[0], span[1] - _WINDOW_CHARS) : span[1]]
    head = text[following[0] : min(following[1], following[0] + _WINDOW_CHARS)]
    if _LIST_NUMBER.fullmatch(text, *span):
        return True
    word = _FIRST_WORD.match(head)
    first_word = word[1] if word else ""
    if first_word[:1].islower() and first_word.isalpha() and first_word.islower():
        return True
    last_word = _LAST_WORD.search(tail)
    if last_word:
        abbreviation = last_word[1].lower()
        if abbreviation in _list("before-name", language):
            return True
        if len(abbreviation) == 1 and abbreviation == last_word[1] and first_word[:1].isdecimal():
            return True  # b. 1950, c. 300 ships
        if _INITIALS.fullmatch(last_word[1]) and first_word.lower() not in _list("starters", language):
            return True
        if abbreviation in _list("before-number", language) and _NUMERAL.match(first_word):
            return True
    return (
        language in words("abbreviations", "ordinals")
        and bool(_ORDINAL.search(tail))
        and first_word[:1].isalpha()
        and first_word.lower() not in _list("starters", language)
    )
