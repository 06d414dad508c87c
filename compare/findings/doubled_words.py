"""Doubled words: one word twice in a row, with nothing but white space between.

The oldest check of all, and the one whose false alarms are best known: "had had", "that that", "very very",
names ("Duran Duran"), interjections. A word that the reference doubles too is excused.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from compare.findings.clues.closed_classes import closed_class
from compare.findings.clues.stream import (
    beads_of_candidate,
    facing,
    is_content,
    reference_tokens,
    running_words,
)
from compare.findings.clues.wording import wording
from compare.model import Finding
from compare.text.lexicon import rarity
from compare.text.namesakes import is_kin, likeness, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.findings.clues.stream import Words
    from compare.findings.evidence import Evidence
    from compare.model import Token
    from compare.settings import RepeatSettings

APOSTROPHES: Final = "'’"
ENCLOSING: Final = frozenset("\"'“”„‘’«»()[]")


def find(evidence: Evidence) -> Iterator[Finding]:
    """Find words that stand twice in a row and should not."""
    stream = running_words(evidence, furniture=True)
    beads = beads_of_candidate(evidence)
    forms = stream.forms
    doubled: dict[int, Counter[str]] = {}
    glued: dict[int, str] = {}
    language = evidence.candidate.document.language
    excused = closed_class("doubled-on-purpose", language)
    for index in range(1, len(forms)):
        form = forms[index]
        if form is None or form != forms[index - 1]:
            continue
        marks = stream.marks[index]
        if marks and (evidence.reference is None or not ENCLOSING.issuperset(marks)):
            continue  # with a reference, also "(4 million) million)"
        if marks and marks[0] in APOSTROPHES and form.endswith("s"):
            continue  # "his sons' sons"
        if form in forms[max(0, index - 2) : index - 1] or form in forms[index + 1 : index + 2]:
            continue  # three times and more is a loop
        first, second = stream.tokens[index - 1], stream.tokens[index]
        if first is None or second is None:
            continue
        bead = beads.get(stream.sentences[index])
        confidence = _confidence(stream, index, excused, evidence.settings.repeats)
        if evidence.reference is not None and bead is not None:
            if bead not in doubled:
                doubled[bead] = _doubled_there(evidence, bead)
                glued[bead] = " ".join(
                    token.form.replace("-", "")
                    for token in reference_tokens(evidence, bead)
                    if token.kind == "word"
                )
            if doubled[bead][form]:
                doubled[bead][form] -= 1  # it excuses as many as it has
                continue
            if form + form in glued[bead]:
                continue  # written otherwise there: "Yoyo", "ylang-ylang"
            there = reference_tokens(evidence, bead)
            is_doubtful = confidence < 0.5 and not _stands_alone(stream, index)
            if is_doubtful and not _is_single(second, there, evidence):
                continue  # "Duran Duran", for what the reference calls otherwise
            if (
                form in excused
                and not _is_joined(stream, index, there, is_free=wording(evidence).is_free(bead))
                and not _leans_on_nothing(stream, index, language)
            ):
                continue  # "who had had a lamp", for "who owned a lamp"
            confidence = 0.6 if confidence < 0.5 else 0.97
        if confidence < 0.5:
            continue
        place = evidence.candidate.document.span(first.start, second.end)
        yield Finding(
            kind="doubled-word",
            severity="minor",
            confidence=confidence,
            message=f"“{second.text}” stands twice in a row",
            reference=facing(evidence, bead, place.start, place.end),
            candidate=place,
            bead=bead,
            details={"unit": second.text, "count": 2},
        )


def _confidence(stream: Words, index: int, excused: frozenset[str], settings: RepeatSettings) -> float:
    """How sure it is, without a reference, that a doubled word was not meant."""
    language = stream.side.document.language
    first, second = stream.tokens[index - 1], stream.tokens[index]
    if first is None or second is None or second.form in excused:
        return 0.0
    if second.kind == "number" or (
        len(second.form) == 1 and not (second.form.isascii() and second.form.isalpha())
    ):
        return 0.0  # columns of a table; Chinese doubles characters as a way of making words
    names = first.text[:1].isupper() and second.text[:1].isupper() and is_content(second, language)
    starts = index == 1 or stream.sentences[index - 1] != stream.sentences[index - 2]
    if names and (not starts or rarity(second.form, language) > settings.doubled_everyday):
        return 0.3  # "Duran Duran", "Baden Baden"
    if rarity(second.form, language) >= settings.doubled_rarest:
        return 0.3
    if second.text[:1].isupper() and not first.text[:1].isupper():
        return 0.3  # "to to To": the end of one thing and the beginning of the next
    return 0.9


def _is_joined(stream: Words, index: int, there: Sequence[Token], *, is_free: bool) -> bool:
    """Whether the reference has the doubled word once beside a neighbour of it, in free wording between both."""
    form = stream.forms[index]
    pairs = {(before.form, after.form) for before, after in pairwise(there)}
    before = stream.forms[index - 2] if index > 1 else None
    after = stream.forms[index + 1] if index + 1 < len(stream.forms) else None
    has = ((before, form) in pairs, (form, after) in pairs)
    return all(has) if is_free else any(has)


def _leans_on_nothing(stream: Words, index: int, language: str) -> bool:
    """Whether a word that is doubled only before another one ends its sentence: "he came in in."."""
    ends = index + 1 == len(stream.forms) or stream.sentences[index + 1] != stream.sentences[index]
    return ends and stream.forms[index] in closed_class("doubled-before-more", language)


def _stands_alone(stream: Words, index: int) -> bool:
    """Whether a doubled word stands in its sentence undoubled, too: then it is no name that is made so."""
    form, sentence = stream.forms[index], stream.sentences[index]
    low, high = index - 2, index + 1
    while low >= 0 and stream.sentences[low] == sentence:
        if stream.forms[low] == form and form not in (stream.forms[low - 1 : low] or [None]):
            return True
        low -= 1
    while high < len(stream.forms) and stream.sentences[high] == sentence:
        if stream.forms[high] == form and form not in stream.forms[high + 1 : high + 2]:
            return True
        high += 1
    return False


def _is_single(doubled: Token, there: Sequence[Token], evidence: Evidence) -> bool:
    """Whether what was doubled is one thing: an everyday word, or a name that the reference has once in some form."""
    settings = evidence.settings.repeats
    language = evidence.candidate.document.language
    if doubled.kind == "word" and rarity(doubled.form, language) <= settings.doubled_everyday:
        return True
    word = plain(doubled.text)
    return any(
        token.form == doubled.form
        or (doubled.kind == token.kind == "number" and bool(_digits(doubled) & _digits(token)))
        or (
            token.kind == doubled.kind == "word"
            and _is_one_name(word, plain(token.text), settings.doubled_likeness)
        )
        for token in there
    )


def _digits(number: Token) -> frozenset[str]:
    """The figures of a number, a ratio or a date: of "3:2", "3" and "2"; of "6th", "6"."""
    return frozenset(re.findall(r"\d+", number.form))


def _is_one_name(word: str, other: str, least: float) -> bool:
    return is_kin(word, other) or likeness(word, other) >= least


def _doubled_there(evidence: Evidence, bead: int) -> Counter[str]:
    """Forms that stand twice in a row in what faces a bead, and how often they do."""
    if evidence.reference is None:
        return Counter()
    tokens = evidence.reference.tokens_of(evidence.alignment.beads[bead].reference)
    return Counter(later.form for earlier, later in pairwise(tokens) if earlier.form == later.form)
