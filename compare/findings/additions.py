"""Added text: sentences that nothing in the reference stands behind, and phrases inside a sentence that are new.

A finding stands on both sides: the new words in the candidate, and the empty place in the reference where they were put
in. Repetitions of what is there are loops and told as such; text outside of what the reference covers is no addition.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from compare.findings.clues.amounts import is_amount
from compare.findings.clues.content import content_weight, is_content
from compare.findings.clues.partners import partners
from compare.findings.clues.phrases import Phrase, gravity, phrases
from compare.findings.clues.vacant_places import vacant_places
from compare.model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compare.findings.evidence import Evidence
    from compare.model import Bead, Severity

LABEL_WORDS: Final = 4
"""Words of a title that only says where in a paper or on a site a text stands: "Environment", "World news"."""


SPEAKER_WORDS: Final = 2
SPEAKER_TURNS: Final = 3
"""A sentence of so few words that stands so often says who speaks: "Question.", "Answer."."""


def find(evidence: Evidence) -> Iterator[Finding]:
    """Find sentences and phrases of the candidate that the reference lacks.

    Args:
        evidence: a candidate against its reference; without a reference there is nothing to find.

    Yields:
        Findings of the kinds ``added-sentence`` and ``added-clause``, in the order of the beads, sentences first.
    """
    if evidence.reference is None:
        return
    places = vacant_places(evidence.alignment, evidence.reference, "reference")
    for bead in evidence.alignment.beads:
        is_blank = bead.kind == "changed" and not evidence.reference.tokens_of(bead.reference)
        if bead.candidate and (bead.kind == "added" or is_blank):
            yield from _sentences(evidence, bead, places[bead.index])
    reference, candidate = evidence.reference.document, evidence.candidate.document
    for pairs in partners(evidence):
        for phrase in phrases(pairs, "candidate", least=evidence.settings.addition_confidence):
            if _is_repetition(phrase) or is_amount(
                phrase.tokens, phrase.low, phrase.high, candidate.language
            ):
                continue
            new = candidate.span(phrase.start, phrase.end)
            yield Finding(
                kind="added-clause",
                severity=gravity(phrase),
                confidence=phrase.confidence,
                message=f"“{' '.join(new.text.split())}” is new",
                reference=reference.span(phrase.place, phrase.place),
                candidate=new,
                bead=pairs.bead,
            )


def _is_repetition(phrase: Phrase) -> bool:
    """Whether the words of a phrase stand right beside it once more: a loop or a doubled word, told as such."""
    reach = 2 * (phrase.high - phrase.low) + 2
    around = (
        phrase.tokens[max(0, phrase.low - reach) : phrase.low]
        + phrase.tokens[phrase.high : phrase.high + reach]
    )
    beside = {token.form for token in around if token.kind == "word"}
    return all(
        token.form in beside
        for token in phrase.tokens[phrase.low : phrase.high]
        if token.kind != "mark" and is_content(token, "en")
    )


def _sentences(evidence: Evidence, bead: Bead, place: int) -> Iterator[Finding]:
    """One finding for each added sentence that says anything."""
    assert evidence.reference is not None
    language = evidence.reference.document.language
    for index in bead.candidate:
        sentence = evidence.candidate.document.sentences[index]
        weight = sum(
            content_weight(token.form)
            for token in evidence.candidate.tokens[index]
            if is_content(token, language)
        )
        if not weight:
            continue
        words = sum(token.kind != "mark" for token in evidence.candidate.tokens[index])
        severity: Severity = "major"
        if sentence.role == "title":
            severity = "minor" if words > LABEL_WORDS else "neutral"
        elif words <= SPEAKER_WORDS and evidence.once("labels", _labels)[sentence.text] >= SPEAKER_TURNS:
            severity = "neutral"
        yield Finding(
            kind="added-sentence",
            severity=severity,
            confidence=0.85 if weight >= 3.0 else 0.7,
            message="nothing in the reference stands behind this "
            + ("heading" if sentence.role == "title" else "sentence"),
            reference=evidence.reference.document.span(place, place),
            candidate=evidence.candidate.document.span(sentence.start, sentence.end),
            bead=bead.index,
        )


def _labels(evidence: Evidence) -> Counter[str]:
    """How often each sentence of the candidate stands there."""
    return Counter(sentence.text for sentence in evidence.candidate.document.sentences)
