"""The comparing form and the stem of a word: what is left when style is taken away.

Two words of equal ``form`` differ in style at the most: in case, in their quotation marks or dashes, in
British or American spelling, in how their characters are encoded. ``stem`` takes the ending away as well,
by the Snowball stemmers (Porter 2001), a language each.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Any, Final

from compare.text.entities import decoded
from compare.text.nltk_parts import nltk_part
from compare.text.wordlists import entries, words

QUOTES: Final = frozenset("\"'“”„‟«»‹›‘’‚‛`´″′「」『』〝〞＂＇")
DASHES: Final = frozenset("-‐‑‒–—―−﹘－")
_APOSTROPHES: Final = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "′": "'", "＇": "'"})
_INVISIBLE: Final = (
    "\u00ad\u200b\u2060\ufeff"  # soft hyphen, zero-width space, word joiner, no-break of zero width
)
_HYPHENS: Final = str.maketrans({"‐": "-", "‑": "-"} | dict.fromkeys(_INVISIBLE))
_BROKEN: Final = re.compile(r"-\s+")
_BROKEN_NAME: Final = re.compile(r"(?<=[^\W\d_])-\s+(?=[^\W\d_a-z][^\W\d_A-Z])")
"""A hyphen before a capital inside a word is of the name, not of the line: "Baden-⏎Baden"."""
_STEMMERS: Final = {
    "da": "danish",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "hu": "hungarian",
    "it": "italian",
    "nb": "norwegian",
    "nl": "dutch",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
}
_AMERICA: Final = frozenset({"US", "USA", "U.S.", "U.S", "U.S.A.", "U.S.A"})
_ISE: Final = re.compile(r"(\w{2,}[^\Waeouwy])is(e|ed|es|er|ers|ing|ingly|able|ation|ations|ational)")
_YSE: Final = re.compile(r"(\w+)ys(e|ed|er|ers|ing)")
_LL: Final = re.compile(r"(\w+l)l(ed|ing|ings|er|ers|or|ors|able|ist|ists)")
_FRACTION: Final = re.compile(r"[¼-¾⅐-⅞]")
_SHORTEST_BEGINNING: Final = 3
_LONGEST_WORD_CHARS: Final = 64
"""A longer run of letters is no word of any language, and is left as it is: its ending is not looked for."""
LONGEST_WORD_LETTERS: Final = 100
"""Letters beyond which a word is near no other: no language has such, and to tell costs the square of the letters."""


@lru_cache(maxsize=1 << 17)
def form(word: str, language: str = "en") -> str:
    """Take from a word, number or mark what is style: case, kind of quotation mark or dash, spelling variety.

    The full stops of an abbreviation go (``U.S.`` and ``US`` are ``usa``, lest the country be the pronoun
    ``us``). The two halves of a word broken at the end of a line are joined,
    with their hyphen where the second begins with a capital. British spelling becomes
    American in English only: the French ``labour`` is another word.

    Args:
        word: the written form of one token.
        language: ISO 639-1; British spelling is mapped for ``en`` and ``und``.

    >>> form("Colour"), form("“"), form("—"), form("U.S."), form("US"), form("us")
    ('color', '"', '-', 'usa', 'usa', 'us')
    """
    if "&" in word and word != (read := decoded(word)):
        return form(read, language) if read.strip() else " "
    if not any(map(str.isalnum, word)):
        return _mark_form(word)
    if word in _AMERICA and language in {"en", "und"}:
        return "usa"
    # NFKC would make 2½ the number 21⁄2.
    plain = (
        word if word.isascii() else unicodedata.normalize("NFC" if _FRACTION.search(word) else "NFKC", word)
    )
    if "-" in plain and not plain.isprintable():
        plain = _BROKEN_NAME.sub("-", plain)
    plain = plain.casefold()
    if not plain.isascii():
        plain = plain.translate(_APOSTROPHES).translate(_HYPHENS)
    if "-" in plain and not plain.isprintable():
        plain = _BROKEN.sub("", plain)
    if "." in plain and plain.replace(".", "").isalpha():
        plain = plain.replace(".", "")
    return american(plain) if language in {"en", "und"} and len(plain) <= _LONGEST_WORD_CHARS else plain


def _mark_form(mark: str) -> str:
    first = mark[:1]
    if first in QUOTES:
        return '"'
    if first in DASHES:
        return "-"
    if first == "…" or (first == "." and len(mark) > 1):
        return "…"
    if mark.isascii():
        return mark
    plain = unicodedata.normalize("NFKC", mark)
    return plain if plain.strip() else mark


def is_written_alike(word: str, other: str) -> bool:
    r"""Say whether two words differ by where their line ends, or by how their accents are encoded, at the most.

    >>> is_written_alike("well-known", "well-\nknown"), is_written_alike("well-known", "wellknown")
    (True, False)
    """
    if word == other:
        return True
    if not (word.isprintable() and other.isprintable()):
        word, other = (_BROKEN.sub("-", part).replace("-", "") for part in (word, other))
    return unicodedata.normalize("NFC", word) == unicodedata.normalize("NFC", other)


def american(word: str) -> str:
    """Give the American spelling of a word in lower case; a word that has no other spelling is its own.

    By rule where a whole class of words goes the same way, by list where single words do; never where the
    other spelling is another word.

    >>> american("neighbourhood"), american("organisations"), american("travelling"), american("theatregoer")
    ('neighborhood', 'organizations', 'traveling', 'theatergoer')
    >>> american("promise"), american("hour"), american("calling"), american("analyses")
    ('promise', 'hour', 'calling', 'analyses')
    """
    whole, beginnings, our, re_ = _pairs()
    if word in whole:
        return whole[word]
    for length in range(len(word), _SHORTEST_BEGINNING - 1, -1):
        if word[:length] in beginnings:
            word = beginnings[word[:length]] + word[length:]
            break
    if "-" in word:
        return "-".join(map(american, word.split("-")))
    if "our" in word:
        word = our.sub(r"\1\2or", word)
    if match := re_.fullmatch(word):
        return (
            f"{match[1]}e{match[2]}" if match[2] == "red" else f"{match[1]}er{match[2][1:].removeprefix('e')}"
        )
    if match := _ISE.fullmatch(word):
        return f"{match[1]}iz{match[2]}" if _takes_z(match[1], match[2]) else word
    if (match := _YSE.fullmatch(word)) and match[1] + "yse" in words("spelling", "yse"):
        return f"{match[1]}yz{match[2]}"
    if (match := _LL.fullmatch(word)) and match[1] in words("spelling", "ll"):
        return match[1] + match[2]
    return word


def _takes_z(base: str, ending: str) -> bool:
    own = words("spelling", "ise")
    if base + "ise" in own or base.removeprefix("un") + "ise" in own:
        return False
    return not (ending == "es" and base + "is" in words("spelling", "is"))


@cache
def _pairs() -> tuple[dict[str, str], dict[str, str], re.Pattern[str], re.Pattern[str]]:
    whole: dict[str, str] = {}
    beginnings: dict[str, str] = {}
    for line in entries("spelling")["pairs"]:
        british, spelling = line.split()
        if british.endswith("*"):
            beginnings[british[:-1]] = spelling[:-1]
        else:
            whole[british] = spelling
    our = "|".join(sorted(word[:-3] for word in words("spelling", "our")))
    re_ = "|".join(sorted(word[:-2] for word in words("spelling", "re")))
    return (
        whole,
        beginnings,
        re.compile(rf"\b(dis|un|over|mis|multi|re)?({our})our(?!t)"),
        re.compile(rf"({re_})(r(?:e(?:s|d|ly|ness|less|'s|glass|pieces?|goers?|going)?|ing|able))"),
    )


@cache
def _stemmer(language: str) -> Any:
    name = _STEMMERS.get(language)
    if name is None:
        return None
    return nltk_part("nltk.stem.snowball").SnowballStemmer(name)


@lru_cache(maxsize=1 << 17)
def stem(form: str, language: str = "en") -> str:
    """Take the ending away from a form; where the language has no stemmer, give the form itself.

    >>> stem("companies"), stem("company"), stem("companies", "xx")
    ('compani', 'compani', 'companies')
    """
    stemmer = _stemmer("en" if language == "und" else language)
    if stemmer is None or not form[:1].isalpha() or len(form) > _LONGEST_WORD_CHARS:
        return form
    return str(stemmer.stem(form))
