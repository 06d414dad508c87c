"""Findings: what went wrong, each with its place, kind, severity, confidence and reason.

``find`` runs every detector over the evidence. The detectors stand in a tuple, in the order in which they are
described in docs/findings.md; none imports another. What two of them say of the same words is settled here.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from compare.findings import (
    additions,
    capitals,
    character_references,
    clauses_again,
    doubled_words,
    exchanged,
    exchanged_names,
    fragments,
    grammar,
    joined_again,
    kept_words,
    loops,
    meaning,
    minimal_pairs,
    moves,
    name_consistency,
    names,
    numbers,
    ocr,
    omissions,
    open_quotes,
    polarity,
    punctuation,
    repeated_sentences,
    run_together,
    scorelines,
    spelling,
    style,
    token_loops,
    untranslated,
    verb_forms,
)
from compare.findings.categories import CATEGORIES, category
from compare.findings.clues.wording import wording
from compare.findings.evidence import Detector, Evidence, Side
from compare.findings.freedom import weighed
from compare.findings.identity import with_ids
from compare.findings.rewordings import without_rewordings
from compare.findings.same_there import without_same_there
from compare.findings.settle import settled, sort_key
from compare.findings.trust import trusted
from compare.model import Finding

DETECTORS: Final[tuple[Detector, ...]] = (
    loops.find,
    repeated_sentences.find,
    clauses_again.find,
    joined_again.find,
    token_loops.find,
    doubled_words.find,
    omissions.find,
    additions.find,
    numbers.find,
    exchanged.find,
    scorelines.find,
    names.find,
    exchanged_names.find,
    name_consistency.find,
    kept_words.find,
    polarity.find,
    minimal_pairs.find,
    meaning.find,
    moves.find,
    fragments.find,
    run_together.find,
    grammar.find,
    verb_forms.find,
    spelling.find,
    capitals.find,
    untranslated.find,
    punctuation.find,
    open_quotes.find,
    ocr.find,
    character_references.find,
    style.find,
)
"""Every detector, in the order of the documentation."""

KINDS: Final[tuple[str, ...]] = tuple(CATEGORIES)
"""Every kind of finding, in the order of the documentation."""


def find(evidence: Evidence) -> tuple[Finding, ...]:
    """Run every detector and settle what they say.

    Args:
        evidence: one candidate, alone or against a reference.

    Returns:
        Findings in the order of the candidate's text, each with its MQM category and an ``id`` that is
        unique among them. Where two detectors say the same of the same words, one finding remains.
    """
    told = (finding for detector in DETECTORS for finding in detector(evidence))
    found = list(without_same_there(told, evidence))
    manner = wording(evidence) if evidence.reference is not None else None
    if manner is not None:
        found = weighed(without_rewordings(found, evidence, manner), evidence, manner)
    candidate = evidence.candidate.document
    ends = tuple(sentence.end for sentence in candidate.sentences)
    ordered = settled(found, sort_key(evidence.alignment, ends))
    if manner is not None:
        ordered = trusted(ordered, manner)
    named = with_ids(ordered, candidate, evidence.reference.document if evidence.reference else None)
    return tuple(replace(finding, mqm=category(finding)) for finding in named)


__all__ = ["DETECTORS", "KINDS", "Detector", "Evidence", "Finding", "Side", "category", "find"]
