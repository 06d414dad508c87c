"""Words left in another language: told by their script, or by a run of words that only another language knows.

A word in another script than its document is sure. Words of the same script are judged in runs, by function
words: a run of three that one other language uses every day and the document's language hardly at all. What
the reference has too is a quotation.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from compare.findings.stream import beads_of_candidate, facing, reference_tokens
from compare.model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.findings.evidence import Evidence
    from compare.model import Token

SCRIPTS_OF_LANGUAGES: Final[dict[str, frozenset[str]]] = {
    "zh": frozenset({"CJK"}),
    "ja": frozenset({"CJK", "HIRAGANA", "KATAKANA"}),
    "ko": frozenset({"HANGUL", "CJK"}),
    "ru": frozenset({"CYRILLIC"}),
    "uk": frozenset({"CYRILLIC"}),
    "bg": frozenset({"CYRILLIC"}),
    "el": frozenset({"GREEK"}),
    "ar": frozenset({"ARABIC"}),
    "fa": frozenset({"ARABIC"}),
    "he": frozenset({"HEBREW"}),
    "hi": frozenset({"DEVANAGARI"}),
    "th": frozenset({"THAI"}),
}
"""Scripts of the languages that are not written in Latin letters, by their names in the Unicode character names."""

LATIN: Final = "LATIN"
COMMON_SHARE: Final = 0.02  # of a document's letters from which on a second script is at home in it


@lru_cache(maxsize=1 << 14)
def script(character: str) -> str:
    """The script of a letter by its Unicode name, empty for what is no letter.

    >>> script("a"), script("ж"), script("猫"), script("4")
    ('LATIN', 'CYRILLIC', 'CJK', '')
    """
    if not character.isalpha():
        return ""
    name = unicodedata.name(character, "").split(" ", 1)[0]
    return {"MODIFIER": "", "FULLWIDTH": LATIN, "HALFWIDTH": "KATAKANA", "FEMININE": LATIN, "MASCULINE": LATIN,
            "MICRO": "", "OHM": ""}.get(name, name)  # fmt: skip


def _scripts(text: str) -> frozenset[str]:
    if text.isascii():
        return frozenset({LATIN}) if any(map(str.isalpha, text)) else frozenset()
    return frozenset(filter(None, map(script, text)))


def find(evidence: Evidence) -> Iterator[Finding]:
    """Find words of another script than the document's, and words that mix two scripts."""
    document = evidence.candidate.document
    letters = Counter(filter(None, map(script, document.text))) if not document.text.isascii() else Counter()
    if len(letters) < 2 and evidence.reference is None:
        return
    everything = sum(letters.values())
    at_home = {name for name, count in letters.items() if count >= COMMON_SHARE * everything}
    main = SCRIPTS_OF_LANGUAGES.get(document.language, frozenset({LATIN}))
    beads = beads_of_candidate(evidence)
    for sentence, tokens in zip(document.sentences, evidence.candidate.tokens, strict=True):
        if sentence.role == "elision" or sentence.text.isascii():
            continue
        bead = beads.get(sentence.index)
        there = "".join(token.text for token in reference_tokens(evidence, bead))
        # Without a reference a script that the document is used to is at home; with one, the reference says so.
        home = main | (_scripts(there) if there else frozenset(at_home if len(document.text) > 400 else ()))
        for run in _foreign_runs(tokens, home):
            place = document.span(run[0].start, run[-1].end)
            if place.text in there:
                continue
            glossed = _is_gloss(tokens, run)
            if glossed and not there:
                continue
            yield Finding(
                kind="untranslated",
                severity="minor" if glossed else "major",
                confidence=0.6 if glossed else 0.95 if there else 0.8,
                message=f"“{place.text}” is left in another script",
                reference=facing(evidence, bead, place.start, place.end),
                candidate=place,
                bead=bead,
                details={"scripts": sorted(_scripts(place.text))},
            )


def _foreign_runs(tokens: Sequence[Token], home: frozenset[str]) -> Iterator[list[Token]]:
    """Runs of words that hold letters of a script that is not at home."""
    run: list[Token] = []
    for token in tokens:
        scripts = _scripts(token.text)
        if len(token.text) == 1 and scripts == {"GREEK"}:
            scripts = frozenset()  # α and β are signs
        if scripts and not scripts <= home:
            run.append(token)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _is_gloss(tokens: Sequence[Token], run: Sequence[Token]) -> bool:
    """Whether a run stands in brackets or quotation marks, as the original of a name does."""
    at = tokens.index(run[0])
    after = tokens.index(run[-1]) + 1
    opens = at > 0 and tokens[at - 1].text in {"(", "（", "[", "“", '"', "«", "「", "《", "‘", "'"}
    closes = after < len(tokens) and tokens[after].text in {
        ")",
        "）",
        "]",
        "”",
        '"',
        "»",
        "」",
        "》",
        "’",
        "'",
    }
    return opens and closes
