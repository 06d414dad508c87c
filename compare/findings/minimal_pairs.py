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
BESIDE_CONFIDENCE: Final = 0.85
"""Confidence of an opposite that stands right beside a word that both sides have."""
CHANGED_WORDS: Final = 4  # words of a stretch that changed, up to which two at its edge face each other


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
        if negators and share >= LEAST_SHARE:
            yield from _negation(evidence, bead, edits, share, negators)
        # "did not leave before noon" is "left only after noon"
        if has_opposites(language) and len({*_negation_counts(edits, negators, language)}) == 1:
            yield from _opposites(evidence, bead, edits, share)


def _negation(
    evidence: Evidence, bead: Bead, edits: Sequence[Edit], share: float, negators: frozenset[str]
) -> Iterator[Finding]:
    """The one negation that a sentence has more than the other, where an edit holds nothing but it."""
    assert evidence.reference is not None
    language = evidence.reference.document.language
    counts = _negation_counts(edits, negators, language)
    if abs(counts[0] - counts[1]) != 1 or _keeps_particle(edits, language):
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
    """Words that changed to their opposite, alone of their surroundings or right beside a word that stayed."""
    assert evidence.reference is not None
    language = evidence.reference.document.language
    for place, edit in enumerate(edits):
        if edit.kind == "equal":
            continue
        here, there = (
            [token for token in side if token.kind != "mark"] for side in (edit.reference, edit.candidate)
        )
        if not here or not there:
            continue
        is_alone = len(here) == len(there) == 1
        if is_alone and share >= LEAST_SHARE:
            faced = (here[0], there[0])
        elif max(len(here), len(there)) > CHANGED_WORDS:
            continue
        elif _is_word(edits, place + 1, 0):
            faced = (here[-1], there[-1])
        elif _is_word(edits, place - 1, -1):
            faced = (here[0], there[0])
        else:
            continue
        one, two = faced
        if not are_opposites(one.stem, two.stem, language):
            continue
        if _stands(two, edits, "reference") and _stands(one, edits, "candidate"):
            continue  # two things changed places: "the old boat above, the new one below"
        if not is_alone and _is_denied((*here, *there), language):
            continue
        yield Finding(
            kind="meaning",
            severity="critical" if share >= SURE_SHARE else "major",
            confidence=0.9 if share >= SURE_SHARE else BESIDE_CONFIDENCE,
            message=f"“{one.text}” became “{two.text}”, which says the opposite",
            reference=evidence.reference.document.span(one.start, one.end),
            candidate=evidence.candidate.document.span(two.start, two.end),
            bead=bead.index,
            details={"why": "opposite", "expected": one.text, "anchored": True},
        )


def _is_word(edits: Sequence[Edit], place: int, end: int) -> bool:
    """Whether the next edit begins, or the one before ends, with a word that both sides have."""
    if not 0 <= place < len(edits) or edits[place].kind != "equal":
        return False
    return edits[place].reference[end].kind == "word"


def _negation_counts(edits: Sequence[Edit], negators: frozenset[str], language: str) -> list[int]:
    """How many negations the reference and the candidate have."""
    return [
        len(_negations([token for edit in edits for token in getattr(edit, side)], negators, language))
        for side in ("reference", "candidate")
    ]


def _keeps_particle(edits: Sequence[Edit], language: str) -> bool:
    """Whether both sides hold the same of the word that goes with every negation: "n'a pas pu" and "n'a pu"."""
    particles = closed_class("negating-particles", language)
    counts = [
        sum(token.form in particles for edit in edits for token in getattr(edit, side))
        for side in ("reference", "candidate")
    ]
    return counts[0] == counts[1] > 0


def _stands(token: Token, edits: Sequence[Edit], side: str) -> bool:
    """Whether a form of a word stands on a side of the bead."""
    return any(other.stem == token.stem for edit in edits for other in getattr(edit, side))


def _is_denied(tokens: Sequence[Token], language: str) -> bool:
    """Whether a negator stands among words that changed: "not long" may be "short"."""
    negators = closed_class("negators", language)
    return any(token.form in negators for token in tokens)


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
