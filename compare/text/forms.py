"""The comparing form and the stem of a word: what is left when style is taken away.

Two words of equal ``form`` differ in style at the most: in case, in their quotation marks or dashes, in British or
American spelling. ``stem`` also takes the ending away, by the Snowball stemmers (Porter 2001).
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

_QUOTES: Final = "\"'“”„‟«»‹›‘’‚‛`´″′「」『』"
_DASHES: Final = "-‐‑‒–—―−"
_STEMMERS: Final[dict[str, str]] = {
    "da": "danish", "de": "german", "en": "english", "es": "spanish", "fi": "finnish", "fr": "french",
    "hu": "hungarian", "it": "italian", "nb": "norwegian", "nl": "dutch", "no": "norwegian", "pt": "portuguese",
    "ro": "romanian", "ru": "russian", "sv": "swedish",
}  # fmt: skip


@lru_cache(maxsize=1 << 17)
def form(word: str) -> str:
    """Take case, quotation marks and dashes away from a word or mark.

    >>> form("China’s"), form("“"), form("—"), form("U.S."), form("US")
    ("china's", '"', '-', 'usa', 'usa')
    """
    if not word[:1].isalnum():
        if word[:1] in _QUOTES:
            return '"' if not any(character.isalnum() for character in word) else "'" + word[1:].casefold()
        if word[:1] in _DASHES:
            return "-"
        if word[:2] == ".." or word[:1] == "…":
            return "…"
    if word in {"US", "USA", "U.S.", "U.S.A.", "U.S"}:
        return "usa"
    plain = word.casefold().replace("’", "'")
    for dash in "‐‑":
        plain = plain.replace(dash, "-")
    if "." in plain and plain.replace(".", "").isalpha():
        plain = plain.replace(".", "")
    return plain


@lru_cache(maxsize=64)
def _stemmer(language: str) -> Any:
    name = _STEMMERS.get(language)
    if name is None:
        return None
    from nltk.stem.snowball import SnowballStemmer

    return SnowballStemmer(name)


@lru_cache(maxsize=1 << 17)
def stem(form: str, language: str = "en") -> str:
    """Take the ending away from a form; where the language has no stemmer, the form itself.

    >>> stem("companies"), stem("company"), stem("firm", "xx")
    ('compani', 'compani', 'firm')
    """
    stemmer = _stemmer(language)
    return form if stemmer is None or not form[:1].isalpha() else str(stemmer.stem(form))
