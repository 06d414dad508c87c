"""Names that one document spells in several ways: each set of spellings is told once, with all its places.

Many names of one text are alike and are not one name (Austria and Australia, Hanan and Hanani). Two spellings are taken
for one name where the rarer is a word that nobody knows beside one that is known, where a capital inside marks both
as one coinage, or where the same other name stands beside both.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Final

from compare.findings.clues.names_of_sides import names_of_sides
from compare.model import Finding
from compare.text.namesakes import is_kin, is_misspelling, likeness, plain
from compare.text.ordinary import is_ordinary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compare.findings.evidence import Evidence
    from compare.model import Token

LIKENESS: Final = 0.75  # 1 - edits / letters
LONG_LETTERS: Final = 8  # of a name in which one wrong letter is a slip
COINED_LIKENESS: Final = 0.7  # the same for coinages, which have fewer near neighbours


@dataclass(slots=True)
class _Spelling:
    """One written form of a word of names: where it stands and which words stand beside it."""

    tokens: list[Token] = field(default_factory=list)
    companions: set[str] = field(default_factory=set)
    sentences: set[int] = field(default_factory=set)

    @property
    def count(self) -> int:
        """How often it stands there."""
        return len(self.tokens)

    @property
    def is_coined(self) -> bool:
        """Whether a capital stands inside the word, as in "DeepMind"; "McCoy" and "O'Hara" are coined likewise."""
        text = self.tokens[0].text
        return not text.isupper() and "-" not in text and any(letter.isupper() for letter in text[1:])


def find(evidence: Evidence) -> Iterator[Finding]:
    """Give one ``name-inconsistent`` finding for each name of the candidate that has several spellings.

    Spellings that the reference has as well are its own matter and nothing is said of them.
    """
    if not _have_alike(evidence):
        return
    spellings = _spellings(evidence)
    theirs: set[str] = set()
    if evidence.reference is not None:
        theirs = {plain(token.form) for sentence in evidence.reference.tokens for token in sentence}
    buckets: dict[str, list[str]] = defaultdict(list)
    for word in sorted(spellings):
        buckets[word[:2]].append(word)
    taken: set[str] = set()
    # the spelling of the reference comes first, else the most frequent one
    for word in sorted(spellings, key=lambda word: (word not in theirs, -spellings[word].count, word)):
        others = [
            other
            for other in buckets[word[:2]]
            if other not in theirs and other not in taken and _is_one_name(word, other, spellings, evidence)
        ]
        if others and word not in taken:
            taken.update([word, *others])
            yield _finding(evidence, [word, *others], spellings)


def _have_alike(evidence: Evidence) -> bool:
    """Whether two words with a capital begin alike: to look for names costs more than all else that is done here."""
    language = evidence.candidate.document.language
    seen: dict[str, str] = {}
    for tokens in evidence.candidate.tokens:
        for token in tokens:
            if token.kind != "word" or token.text.islower():
                continue
            word = plain(token.form)
            if len(word) >= 5 and seen.setdefault(word[:2], word) != word and not is_ordinary(word, language):
                return True
    return False


def _spellings(evidence: Evidence) -> dict[str, _Spelling]:
    """The words of the candidate's names that are no ordinary words, by their plain form."""
    candidate = evidence.candidate
    language = candidate.document.language
    found: dict[str, _Spelling] = defaultdict(_Spelling)
    for name in names_of_sides(evidence)[1]:
        tokens = [
            token
            for token in candidate.tokens[name.sentence][name.first : name.last]
            if plain(token.form) in name.words
        ]
        words = [plain(token.form) for token in tokens]
        for token, word in zip(tokens, words, strict=True):
            if len(word) < 5 or not word.isalpha() or token.text.isupper() or is_ordinary(word, language):
                continue
            found[word].tokens.append(token)
            found[word].companions.update(other for other in words if other != word)
            found[word].sentences.add(name.sentence)
    return dict(found)


def _is_one_name(word: str, other: str, spellings: dict[str, _Spelling], evidence: Evidence) -> bool:
    if word == other or abs(len(word) - len(other)) > 2 or is_kin(word, other):
        return False
    if word.rstrip("s") == other.rstrip("s") or likeness(word, other) < COINED_LIKENESS:
        return False
    one, rival = spellings[word], spellings[other]
    if one.is_coined and rival.is_coined:
        return True
    if one.sentences & rival.sentences:
        return False  # "Massa, Masma and Hadar" are three people
    if likeness(word, other) < LIKENESS:
        return False
    if is_misspelling(other, word, evidence.candidate.document.language) and _is_slip(word, other):
        return True
    return bool(one.companions & rival.companions)


def _is_slip(word: str, other: str) -> bool:
    """Whether one spelling is a slip of the pen for the other: letters exchanged or doubled, or one in a long name.

    With one letter in the place of another most short names are other names: "Enoch" and "Enosh".
    """
    if min(len(word), len(other)) >= LONG_LETTERS or sorted(word) == sorted(other):
        return True
    return "".join(letter for letter, _ in groupby(word)) == "".join(letter for letter, _ in groupby(other))


def _finding(evidence: Evidence, words: list[str], spellings: dict[str, _Spelling]) -> Finding:
    document = evidence.candidate.document
    rivals = words[1:]
    tokens = sorted(
        (token for word in rivals for token in spellings[word].tokens), key=lambda token: token.start
    )
    everywhere = sorted(
        (token for word in words for token in spellings[word].tokens), key=lambda token: token.start
    )
    shown = [spellings[word].tokens[0].text for word in words]
    counts = [spellings[word].count for word in words]
    others = " and ".join(
        f"“{text}” ({'once' if count == 1 else f'{count} times'})"
        for text, count in zip(shown[1:], counts[1:], strict=True)
    )
    return Finding(
        kind="name-inconsistent",
        severity="minor",
        confidence=0.6,
        message=f"“{shown[0]}” is also written {others}",
        candidate=document.span(tokens[0].start, tokens[0].end),
        details={
            "spellings": dict(zip(shown, counts, strict=True)),
            "places": [document.span(token.start, token.end).to_dict() for token in everywhere],
        },
    )
