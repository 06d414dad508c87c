"""One word that turns an otherwise equal sentence round, in languages for which we keep no lists of sense.

Where all words but one stand on both sides in their order, a negator that only one side has turns the statement round,
whatever the language: "Das hat gereicht", "Das hat nicht gereicht". So does an opposite in the place of a word: "mehr
als vierzig", "weniger als vierzig". A reworded sentence may say either by other means, and of that nothing is told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from compare.findings.clues.closed_classes import closed_class
from compare.findings.clues.opposites import are_opposites, has_opposites
from compare.findings.clues.wording import kept_share
from compare.model import Finding
from compare.text.lexicon import is_function_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.findings.evidence import Evidence
    from compare.model import Bead, Edit, Token

LEAST_SHARE: Final = 0.75  # of words kept in their order beside the one that changed
SURE_SHARE: Final = 0.9


def find(evidence: Evidence) -> Iterator[Finding]:
    """Find negations that only one side has and opposites, in sentences that are otherwise the same.

    Args:
        evidence: a candidate against its reference; without a reference there is nothing to find.

    Yields:
        Findings of the kinds ``polarity`` and ``meaning``.
    """
    if evidence.reference is None:
        return
    language = evidence.reference.document.language
    negators = closed_class("negators", language)
    for bead, edits in zip(evidence.alignment.beads, evidence.edits, strict=True):
        if not (bead.reference and bead.candidate) or bead.kind == "equal":
            continue
        share, _ = kept_share([edits], besides_words=2)
        if share < LEAST_SHARE:
            continue
        if negators:
            yield from _negation(evidence, bead, edits, share, negators)
        if has_opposites(language):
            yield from _opposites(evidence, bead, edits, share)


def _negation(
    evidence: Evidence, bead: Bead, edits: Sequence[Edit], share: float, negators: frozenset[str]
) -> Iterator[Finding]:
    """The one negation that a sentence has more than the other, where an edit holds nothing but it."""
    assert evidence.reference is not None
    language = evidence.reference.document.language
    counts = [
        len(_negations([token for edit in edits for token in getattr(edit, side)], negators, language))
        for side in ("reference", "candidate")
    ]
    if abs(counts[0] - counts[1]) != 1:
        return
    for edit in edits:
        here, there = (
            (edit.reference, edit.candidate) if counts[0] > counts[1] else (edit.candidate, edit.reference)
        )
        if edit.kind == "equal" or not any(token.form in negators for token in here):
            continue
        others = [token for token in (*here, *there) if token.form not in negators]
        if any(token.form in negators for token in there) or not all(
            token.kind == "mark" or is_function_word(token.form, language) for token in others
        ):
            continue
        word = next(token.text for token in here if token.form in negators)
        change = "lost" if counts[0] > counts[1] else "new"
        yield Finding(
            kind="polarity",
            severity="critical" if share >= SURE_SHARE else "major",
            confidence=0.9 if share >= SURE_SHARE else 0.75,
            message=f"“{word}” is {change}",
            reference=evidence.reference.document.span(edit.reference_start, edit.reference_end),
            candidate=evidence.candidate.document.span(edit.candidate_start, edit.candidate_end),
            bead=bead.index,
            details={"cue": word, "change": "lost" if change == "lost" else "gained"},
        )
        return


def _opposites(evidence: Evidence, bead: Bead, edits: Sequence[Edit], share: float) -> Iterator[Finding]:
    """Words that alone of their surroundings changed, to their opposite."""
    assert evidence.reference is not None
    language = evidence.reference.document.language
    for edit in edits:
        if edit.kind == "equal":
            continue
        here, there = (
            [token for token in side if token.kind != "mark"] for side in (edit.reference, edit.candidate)
        )
        if len(here) != 1 or len(there) != 1 or not are_opposites(here[0].stem, there[0].stem, language):
            continue
        one, two = here[0], there[0]
        yield Finding(
            kind="meaning",
            severity="critical" if share >= SURE_SHARE else "major",
            confidence=0.9 if share >= SURE_SHARE else 0.75,
            message=f"“{one.text}” became “{two.text}”, which says the opposite",
            reference=evidence.reference.document.span(one.start, one.end),
            candidate=evidence.candidate.document.span(two.start, two.end),
            bead=bead.index,
            details={"why": "opposite", "expected": one.text, "anchored": True},
        )


def _negations(tokens: Sequence[Token], negators: frozenset[str], language: str) -> list[int]:
    """The places of negators, without "nicht nur" and a "no" that is an answer or a tag."""
    not_only = closed_class("not-only", language)
    found = []
    for place, token in enumerate(tokens):
        behind = tokens[place + 1] if place + 1 < len(tokens) else None
        before = tokens[place - 1] if place else None
        is_only = behind is not None and behind.form in not_only
        is_apart = behind is not None and behind.kind == "mark" and (before is None or before.kind == "mark")
        if token.form in negators and not is_only and not is_apart:
            found.append(place)
    return found
