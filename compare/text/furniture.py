"""Web furniture: is a block part of the page round the text rather than of the text?

Judged, as in Kohlschütter et al. (2010), by shallow features of the block alone: how much of it is the
vocabulary of web pages, and forms that prose does not have. Where it stands is layout's part of the
judgement.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from compare.settings import DEFAULTS, LayoutSettings
from compare.text.wordlists import entries

_CJK: Final = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_WORD: Final = re.compile(rf"[{_CJK}]|[^\W\d_{_CJK}]+(?:['’][^\W\d_]+)*")
_SENTENCE_END: Final = re.compile(r"[.!?…。！？][\"'”’»)\]]*$")
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)\S+|(?<!\S)\S[^\s@]*@\S+\.\w+")
"""An address begins where a word does: tried from each of its letters, "@@@…" costs a cube of its length."""
_ADDRESS_MARKS: Final = ("@", "://", "www.")
"""One of which every address holds; to look for an address costs more than all else that is looked for."""
_HASHTAGS: Final = re.compile(r"(?:#\w+[\s,]*){2,}")
_HANDLE: Final = re.compile(r"(?:^|\s)@\w{2,}")
_LONGEST_HANDLE_WORDS: Final = 8
_IMAGE: Final = re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)")
_LINK: Final = re.compile(r"\[[^\]\n]*\]\([^)\n]*\)")
_COPYRIGHT: Final = re.compile(
    r"(?:©|\(c\)\s*(?:19|20)\d\d|copyright\s+(?:©|\(c\)|(?:19|20)\d\d))", re.IGNORECASE
)
_HINT: Final = re.compile(r"[©#|·•»›>/@\[–—]|\([A-Zc]\)|www\.|[Cc]opyright|COPYRIGHT")
"""What a block must hold somewhere to have any of the forms: most lines are done with after this."""
_SEPARATOR: Final = re.compile(r"\s[|·•»›>/]\s|\s\([A-Z]\)\s|\s[–—]\s")
_PIPE_AT_ONE_END: Final = re.compile(r"(?:[^|]*\S\s*\||\|\s*\S[^|]*)")
_AGENCY_CREDIT: Final = re.compile(
    r"[.!?…\"”)\s][A-Z][\w&.-]{0,40}(?: [A-Z][\w&.-]{0,40})?/[A-Z][^/.!?]{1,40}(?:/[^/.!?]{1,40}){0,3}$"
)
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_BYLINE: Final = re.compile(r"(?i:words by|by|von|par|por|di|door|автор:?|текст:?|text:?)\s+(?=[^\W\d_a-z])")
_BY: Final = ("by", "por", "von", "par", "door", "da", "am", "on", "em", "el", "il", "le", "op", "in")
_NAMED_AFTER: Final = {by: re.compile(rf"(?i:\b{by})\s+[^a-z\s]") for by in _BY}
_AND: Final = frozenset({"and", "und", "et", "y", "e", "en", "и"})
_NUMERIC_DATE: Final = re.compile(r"\b\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d\b|\b(?:19|20)\d\d-\d\d-\d\d\b")
_APART: Final = re.compile(r"[,|·•–—-]\s")
_LONGEST_DATE_LINE_WORDS: Final = 8
_COUNT: Final = re.compile(r"\d")
_QUOTED: Final = re.compile(r"[\"“„«][^\"“”„»]+[\"”“»]")
_NAME: Final = re.compile(r"[^\W\d_][\w.'’-]*")


def is_furniture(block: str, *, settings: LayoutSettings = DEFAULTS.layout) -> bool:
    """Say whether a block is furniture by what it holds, wherever it stands.

    >>> is_furniture("© 1999, The Daily Example. All rights reserved.")
    True
    >>> is_furniture("Deixe um comentário"), is_furniture("The committee asked for comment.")
    (True, False)
    """
    return len(block) <= settings.longest_furniture_chars and (
        _has_form(block) or _has_vocabulary(block, settings)
    )


def _has_form(block: str) -> bool:
    """Say whether a block has a form that prose has not."""
    plain = block.strip()
    if not any(map(str.isalnum, plain)):
        return True
    if not _HINT.search(plain):
        return False
    if _COPYRIGHT.match(plain) or _HASHTAGS.fullmatch(plain) or _PIPE_AT_ONE_END.fullmatch(plain):
        return True
    if _IMAGE.fullmatch(plain) or not _WORD.search(_ADDRESS.sub("", _LINK.sub("", plain))):
        # An address alone, or links alone; a number alone is the heading of a chapter.
        return bool(_ADDRESS.search(plain) or _LINK.search(plain))
    if (
        _HANDLE.search(plain)
        and not _SENTENCE_END.search(plain)
        and len(plain.split()) <= _LONGEST_HANDLE_WORDS
    ):
        return True
    return _is_list_of_labels(plain) or bool(_AGENCY_CREDIT.search(plain))


def _is_list_of_labels(block: str) -> bool:
    """Say whether a block is a row of names between like separators: a menu, a path, a row of tags."""
    if _SENTENCE_END.search(block):
        return False
    separators = [separator.strip() for separator in _SEPARATOR.findall(block)]
    if len(separators) < 2 or len(set(separators)) > 1:
        return False
    labels = [label.split() for label in _SEPARATOR.split(block)]
    return all(len(label) <= 3 for label in labels) and all(
        not label or not label[0][:1].islower() for label in labels
    )


def _has_vocabulary(block: str, settings: LayoutSettings) -> bool:
    addresses = _ADDRESS.findall(block) if any(mark in block for mark in _ADDRESS_MARKS) else ()
    bare = _ADDRESS.sub(" ", block) if addresses else block
    words = [word.lower().replace("’", "'") for word in _WORD.findall(bare)]
    if len(words) > settings.longest_furniture_words or _first_words().isdisjoint(words):
        return False
    covered = _covered(words, "phrase")
    if sum(covered) + len(addresses) >= settings.furniture_share * len(words):
        return True
    is_sentence = bool(_SENTENCE_END.search(block.strip()))
    lines = _covered(words, "line", also=covered)
    if not is_sentence and all(lines):
        return " ".join(words) not in entries("furniture")["weak"]
    if len(words) > settings.longest_label_words or is_sentence:
        return False
    first = _longest(words, 0, "start")
    # "Source: Daily Example", "Photo by A. N. Other", "Publicado em 3 de maio", but not "Watch the sea": a label is
    # followed by a colon, by "by", or by nothing but names.
    if not first:
        return False
    rest = words[first : first + 1]
    by = words[first - 1] if words[first - 1] in _BY else rest[0] if rest and rest[0] in _BY else ""
    return (
        _is_followed_by_colon(block, words[:first])
        or bool(by and _NAMED_AFTER[by].search(block))
        or _are_names(block, first)
    )


def _is_followed_by_colon(block: str, words: list[str]) -> bool:
    pattern = r"\W+".join(map(re.escape, words)) + r"(?:\s*\([^)]*\))?\s*[:：]"
    return re.search(pattern, block.lower().replace("’", "'")) is not None


def _are_names(block: str, first: int) -> bool:
    names = _NAME.findall(block)[first:]
    return all(not name[:1].islower() for name in names)


def is_byline(block: str) -> bool:
    """Say whether a block is nothing but who wrote it, or a date with at most a few names.

    >>> is_byline("By Ann Example"), is_byline("Daily Example, Jan 3rd 1999"), is_byline("By the river they sat")
    (True, True, False)
    """
    plain = block.strip()
    if _SENTENCE_END.search(plain):
        return False
    names = _NAME.findall(plain)
    if (by := _BYLINE.match(plain)) and len(names) <= _LONGEST_DATE_LINE_WORDS:
        others = _NAME.findall(plain[by.end() :])
        return all(not name[:1].islower() or name in _AND for name in others)
    if not _YEAR.search(plain) or len(names) > _LONGEST_DATE_LINE_WORDS:
        return False
    dates = {name for name in names if name.lower().rstrip(".") in _months("month")}
    others = [
        name for name in names if name not in dates and name.lower().rstrip(".") not in _months("small")
    ]
    if not dates and not _NUMERIC_DATE.search(plain):
        return False
    return not others or (
        len(others) <= 3 and all(not name[:1].islower() for name in others) and bool(_APART.search(plain))
    )


@cache
def _months(kind: str) -> frozenset[str]:
    return frozenset(
        word
        for block, lines in entries("months").items()
        if (block == "small") == (kind == "small")
        for line in lines
        for word in line.split()
    )


def is_menu_entry(block: str) -> bool:
    """Say whether nothing but entries of web menus stands on a line.

    >>> is_menu_entry("News"), is_menu_entry("Search · Log in"), is_menu_entry("News of the world")
    (True, True, False)
    """
    words = [word.lower().replace("’", "'") for word in _WORD.findall(block)]
    return bool(words) and all(_covered(words, "line"))


def opens_comments(block: str) -> bool:
    """Say whether a line announces what readers wrote below a text: nothing but the words for it, and a count.

    >>> opens_comments("4 comments"), opens_comments("3 thoughts on “Gulls”"), opens_comments("He has no comment")
    (True, True, False)
    """
    bare = _QUOTED.sub(" ", block)
    first = _WORD.search(bare)
    # most lines are done with after their first word
    if first is None or first[0].lower().replace("’", "'") not in _phrases("comments"):
        return False
    return all(_covered([word.lower().replace("’", "'") for word in _WORD.findall(bare)], "comments"))


def has_count(block: str) -> bool:
    """Say whether a line holds a number, as "4 comments" does and a heading "Comments" does not."""
    return bool(_COUNT.search(block))


@cache
def _first_words() -> frozenset[str]:
    return frozenset(word for kind in ("phrase", "line", "start") for word in _phrases(kind))


@cache
def _phrases(kind: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Give the phrases of a kind by their first word, the longest first."""
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for entry in entries("furniture")[kind] + (entries("furniture")["weak"] if kind == "line" else ()):
        words = tuple(_WORD.findall(entry))
        by_first.setdefault(words[0], []).append(words)
    return {
        first: tuple(sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase)))
        for first, phrases in by_first.items()
    }


def _longest(words: list[str], position: int, kind: str) -> int:
    for phrase in _phrases(kind).get(words[position], ()):
        if tuple(words[position : position + len(phrase)]) == phrase:
            return len(phrase)
    return 0


def _covered(words: list[str], kind: str, also: list[bool] | None = None) -> list[bool]:
    covered = list(also) if also else [False] * len(words)
    firsts = _phrases(kind)
    if firsts.keys().isdisjoint(words):
        return covered
    reached = 0
    for position, word in enumerate(words):
        if position >= reached and word in firsts:
            length = _longest(words, position, kind)
            reached = position + length
            covered[position:reached] = [True] * length
    return covered
