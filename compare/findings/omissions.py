"""Dropped text: sentences without any counterpart, and phrases inside a sentence that the candidate leaves out.

A finding stands on both sides: the missing words in the reference, and the empty place in the candidate where they
belong. Text that stands outside of an excerpt, or in the place of an elision, is no omission; the alignment says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.findings.clues.amounts import is_amount
from compare.findings.clues.partners import content_weight, is_content, partners
from compare.findings.clues.phrases import gravity, phrases
from compare.findings.clues.vacant_places import vacant_places
from compare.model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compare.findings.evidence import Evidence
    from compare.model import Bead, Severity


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
    for pairs in partners(evidence):
        for phrase in phrases(pairs, "reference", least=evidence.settings.omission_confidence):
            if is_amount(phrase.tokens, phrase.low, phrase.high, reference.language):
                continue
            missing = reference.span(phrase.start, phrase.end)
            yield Finding(
                kind="dropped-clause",
                severity=gravity(phrase),
                confidence=phrase.confidence,
                message=f"“{_short(missing.text)}” is missing",
                reference=missing,
                candidate=candidate.span(phrase.place, phrase.place),
                bead=pairs.bead,
                details={"expected": missing.text},
            )


def _sentences(evidence: Evidence, bead: Bead, place: int) -> Iterator[Finding]:
    """One finding for each dropped sentence that says anything."""
    assert evidence.reference is not None
    language = evidence.reference.document.language
    for index in bead.reference:
        sentence = evidence.reference.document.sentences[index]
        weight = sum(
            content_weight(token.form)
            for token in evidence.reference.tokens[index]
            if is_content(token, language)
        )
        if not weight:
            continue
        severity: Severity = "minor" if sentence.role == "title" else "critical" if weight >= 3.0 else "major"
        yield Finding(
            kind="dropped-sentence",
            severity=severity,
            confidence=0.9 if weight >= 3.0 else 0.75,
            message=f"the sentence “{_short(sentence.text)}” is missing",
            reference=evidence.reference.document.span(sentence.start, sentence.end),
            candidate=evidence.candidate.document.span(place, place),
            bead=bead.index,
            details={"expected": sentence.text},
        )


def _short(text: str, most: int = 80) -> str:
    """A text in one line, cut at a word, for a message."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0] + " …"
