"""Grammar that a few closed classes can judge: articles, doubled comparison, verb forms, agreement (English).

Only rules that hardly ever speak of good text are here; a parser would find more, and more that is right. What the
reference's sentence has as well is excused.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from compare.findings.clues.closed_classes import closed_class
from compare.findings.clues.stream import beads_of_candidate, facing, own_sentences, reference_tokens
from compare.model import Finding
from compare.text.lexicon import known

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.findings.evidence import Evidence
    from compare.model import Token

    Fault = tuple[Token, Token, str, float]
    """First and last word, what is wrong, how sure without a reference."""
    Pair = tuple[Token | None, Token, Token]
    """Two words, and the token before them."""

LANGUAGE: Final = "en"
DEGREES: Final = {"more": "er", "most": "st"}
VOWEL: Final = re.compile(
    r"(?!eu|ewe|one\b|once|ones|oui|us[ae]|usi|usu|uni(?!m|n)|ut[ei]|ubi|ura|uro)[aeiou]"
)
# No h: "an hotel", "an hundred" and "an historian" are old, not wrong.
CONSONANT: Final = re.compile(r"(?!x)[bcdfgjklmnpqrstvwxyz]")


def find(evidence: Evidence) -> Iterator[Finding]:
    """Find faults of grammar."""
    document = evidence.candidate.document
    if document.language != LANGUAGE:
        return
    beads = beads_of_candidate(evidence)
    for sentence, tokens in own_sentences(evidence):
        if sentence.role != "body" or len(tokens) < evidence.settings.damage.grammar_words:
            continue
        pairs = _pairs(tokens)
        if not pairs:
            continue
        bead = beads.get(sentence.index)
        there = " ".join(token.form for token in reference_tokens(evidence, bead))
        for first, last, message, confidence in (*_articles(pairs), *_verbs(pairs), *_comparison(pairs)):
            place = document.span(first.start, last.end)
            if there and f"{first.form} {last.form}" in there:
                continue
            yield Finding(
                kind="grammar",
                severity="minor",
                confidence=confidence,
                message=f"“{place.text}”: {message}",
                reference=facing(evidence, bead, place.start, place.end),
                candidate=place,
                bead=bead,
            )


@cache
def _first_words() -> frozenset[str]:
    """The words that a rule begins with: of most pairs no rule has anything to say."""
    disagreeing = (pair.partition("_")[0] for pair in closed_class("disagreeing", LANGUAGE))
    classes = (closed_class(name, LANGUAGE) for name in ("articles", "modals", "modals-before-have"))
    return frozenset(DEGREES).union(disagreeing, *classes)


def _pairs(tokens: Sequence[Token]) -> list[Pair]:
    """Words with white space alone between them, of which some rule speaks, each pair with the token before it."""
    begins = _first_words()
    return [
        (tokens[place - 1] if place else None, first, tokens[place + 1])
        for place, first in enumerate(tokens[:-1])
        if first.form in begins and first.kind == "word" and tokens[place + 1].kind == "word"
    ]


def _articles(pairs: Sequence[Pair]) -> Iterator[Fault]:
    """``a`` before a vowel, ``an`` before a consonant, two articles in a row."""
    articles = closed_class("articles", LANGUAGE)
    possessives = closed_class("possessives", LANGUAGE)
    for _, first, last in pairs:
        if first.form not in articles or not last.text.islower() or first.text == "A":
            continue
        if last.form in articles or last.form in possessives:
            yield first, last, "two determiners in a row", 0.85
        elif len(last.form) < 3 or not last.form.isalpha() or not known(last.form, LANGUAGE):
            continue
        elif first.form == "a" and VOWEL.match(last.form):
            yield first, last, f"“an {last.text}”", 0.85
        elif first.form == "an" and CONSONANT.match(last.form):
            yield first, last, f"“a {last.text}”", 0.85


def _verbs(pairs: Sequence[Pair]) -> Iterator[Fault]:
    """A finite verb behind a modal verb; a pronoun with the verb of another person."""
    modals = closed_class("modals", LANGUAGE)
    finite = closed_class("finite", LANGUAGE)
    subjects = closed_class("subjects", LANGUAGE)
    before_have = closed_class("modals-before-have", LANGUAGE)
    clause_starts = closed_class("clause-starts", LANGUAGE)
    disagreeing = closed_class("disagreeing", LANGUAGE)
    for before, first, last in pairs:
        if first.form in modals and last.form in finite and before is not None and before.form in subjects:
            yield first, last, "a verb form that cannot follow", 0.85
        elif (
            first.form in before_have and last.form == "of" and before is not None and before.form in subjects
        ):
            yield first, last, f"“{first.text} have”", 0.8
        elif f"{first.form}_{last.form}" in disagreeing and last.text.islower():
            starts = before is None or before.form in clause_starts
            if starts:
                yield first, last, "subject and verb do not agree", 0.8


def _comparison(pairs: Sequence[Pair]) -> Iterator[Fault]:
    """Comparison done twice: "more better", "most biggest"."""
    compared = closed_class("compared", LANGUAGE)
    for _, first, last in pairs:
        degree = DEGREES.get(first.form)
        if degree is None or last.form not in compared or not last.text.islower():
            continue
        if last.form.endswith(degree) or (degree == "er" and last.form == "worse"):
            yield first, last, "compared twice", 0.85
