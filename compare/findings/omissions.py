"""Dropped text: sentences without any counterpart, and phrases inside a sentence that the candidate leaves out.

A finding stands on both sides: the missing words in the reference, and the empty place in the candidate where they
belong. Text that stands outside of an excerpt, or in the place of an elision, is no omission; the alignment says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from compare.findings.clues.amounts import is_amount
from compare.findings.clues.content import content_weight, is_content
from compare.findings.clues.named_near import is_named_near
from compare.findings.clues.names_of_sides import names_of_sides
from compare.findings.clues.partners import partners
from compare.findings.clues.phrases import gravity, phrases
from compare.findings.clues.vacant_places import vacant_places
from compare.model import Finding
from compare.text.capital_nouns import has_noun_capitals
from compare.text.names import SURE, TITLES
from compare.text.namesakes import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.findings.clues.phrases import Phrase
    from compare.findings.evidence import Evidence
    from compare.model import Bead, Severity, Token

MUCH: Final = 4.0
"""Weight of a sentence's content, about one a rare word, from which on its loss is critical whatever it says."""
SOME: Final = 1.2
"""Weight from which on its loss is major, and critical where names or numbers went with it."""


def find(evidence: Evidence) -> Iterator[Finding]:
    """Find sentences and phrases of the reference that the candidate lacks.

    Args:
        evidence: a candidate against its reference; without a reference there is nothing to find.

    Yields:
        Findings of the kinds ``dropped-sentence`` and ``dropped-clause``, in the order of the beads, sentences first.
    """
    if evidence.reference is None:
        return
    places = vacant_places(evidence.alignment, evidence.candidate, "candidate")
    for bead in evidence.alignment.beads:
        is_blank = bead.kind == "changed" and not evidence.candidate.tokens_of(bead.candidate)
        if bead.reference and (bead.kind == "dropped" or is_blank):
            yield from _sentences(evidence, bead, places[bead.index])
    reference, candidate = evidence.reference.document, evidence.candidate.document
    named, beads = _named(evidence), evidence.alignment.beads
    for pairs in partners(evidence):
        for phrase in phrases(pairs, "reference", least=evidence.settings.omission_confidence):
            if is_amount(phrase.tokens, phrase.low, phrase.high, reference.language):
                continue
            said = _content(phrase, reference.language)
            if said and all(token.form in TITLES for token in said):
                continue  # "Miss Hale" and "Hale": house style
            is_name = all(token.start in named for token in said)
            if is_name and is_named_near(evidence, beads[pairs.bead], [plain(token.form) for token in said]):
                continue
            # of a name without more the small words round it say nothing
            missing = (
                reference.span(said[0].start, said[-1].end)
                if is_name and said
                else reference.span(phrase.start, phrase.end)
            )
            yield Finding(
                kind="dropped-clause",
                severity=gravity(phrase),
                confidence=phrase.confidence,
                message=f"“{_short(missing.text)}” is missing",
                reference=missing,
                candidate=candidate.span(phrase.place, phrase.place),
                bead=pairs.bead,
                details={"expected": missing.text} | ({"holds": "name"} if is_name else {}),
            )


def _named(evidence: Evidence) -> frozenset[int]:
    """Where the words of the reference's names begin: a phrase that holds nothing else is a name."""
    assert evidence.reference is not None
    return frozenset(
        token.start
        for name in names_of_sides(evidence)[0]
        if name.strength >= SURE
        for token in evidence.reference.tokens[name.sentence][name.first : name.last]
    )


def _content(phrase: Phrase, language: str) -> list[Token]:
    return [token for token in phrase.tokens[phrase.low : phrase.high] if is_content(token, language)]


def _sentences(evidence: Evidence, bead: Bead, place: int) -> Iterator[Finding]:
    """One finding for each dropped sentence that holds words."""
    assert evidence.reference is not None
    language = evidence.reference.document.language
    for index in bead.reference:
        sentence = evidence.reference.document.sentences[index]
        tokens = evidence.reference.tokens[index]
        if not any(token.kind != "mark" for token in tokens):
            continue
        weight = sum(content_weight(token.form) for token in tokens if is_content(token, language))
        yield Finding(
            kind="dropped-sentence",
            severity="minor" if sentence.role == "title" else _gravity(tokens, weight, language),
            confidence=0.9 if weight >= MUCH else 0.75 if weight else 0.6,
            message=f"the sentence “{_short(sentence.text)}” is missing",
            reference=evidence.reference.document.span(sentence.start, sentence.end),
            candidate=evidence.candidate.document.span(place, place),
            bead=bead.index,
            details={"expected": sentence.text},
        )


def _gravity(tokens: Sequence[Token], weight: float, language: str) -> Severity:
    """How grave it is that a sentence is missing, by what a reader cannot know without it.

    Names and numbers stand nowhere else; "I answered her politely." is a loss, "So it goes." hardly one.
    """
    is_open = any(
        token.kind == "number"
        or (place and token.kind == "word" and token.text[:1].isupper() and not has_noun_capitals(language))
        for place, token in enumerate(token for token in tokens if token.kind != "mark")
    )
    if weight >= MUCH or (is_open and weight >= SOME):
        return "critical"
    return "major" if weight >= SOME else "minor"


def _short(text: str, most: int = 80) -> str:
    """A text in one line, cut at a word, for a message."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0] + " …"
