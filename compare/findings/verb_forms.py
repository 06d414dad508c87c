"""A verb in a form that cannot stand where it stands, where the reference has the right one (English).

"The dogs was barking", "has never saw the sea", "asked us to gets off": the words before the verb are the same on both
sides, so that they ask of both for the same form. Without a reference, only the pairs of words in grammar.py tell.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from compare.findings.clues.closed_classes import closed_class
from compare.findings.clues.content import is_english
from compare.findings.clues.wordlists import base, irregular_time, lemmas
from compare.model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.findings.evidence import Evidence
    from compare.model import Token

_PLURAL_TO_SINGULAR: Final = {
    "were": "was",
    "are": "is",
    "have": "has",
    "do": "does",
    "weren't": "wasn't",
    "aren't": "isn't",
    "haven't": "hasn't",
    "don't": "doesn't",
}
_PLURAL_PRONOUNS: Final = frozenset({"we", "they", "you", "these", "those", "both", "many"})
_HAVE: Final = frozenset({"have", "has", "had", "having", "haven't", "hasn't", "hadn't"})
_BEFORE_A_BASE: Final = frozenset(
    {"to", "do", "does", "did", "don't", "doesn't", "didn't", "won't", "can't", "cannot"}
)
_BETWEEN: Final = frozenset(
    {"not", "never", "already", "just", "also", "ever", "always", "only", "still", "yet"}
)
_PARTITIVES: Final = frozenset({"of", "one", "each", "number", "none", "neither", "either"})
"""Before a plural they may ask for the singular: "one of the dogs was"."""
_REACH: Final = 4


def find(evidence: Evidence) -> Iterator[Finding]:
    """Find verb forms that the words before them do not allow and that the reference does not have."""
    if evidence.reference is None or not is_english(evidence.candidate.document.language):
        return
    reference, candidate = evidence.reference.document, evidence.candidate.document
    for bead, edits in zip(evidence.alignment.beads, evidence.edits, strict=True):
        for before, edit in pairwise(edits):
            if before.kind != "equal" or len(edit.reference) != 1 or len(edit.candidate) != 1:
                continue
            expected, found = edit.reference[0], edit.candidate[0]
            if expected.form == found.form or found.kind != "word" or not found.text.islower():
                continue
            told = _fault(before.candidate, expected.form, found.form)
            if told is None:
                continue
            yield Finding(
                kind="grammar",
                severity="minor",
                confidence=0.85,
                message=f"“{before.candidate[-1].text} {found.text}”: {told}",
                reference=reference.span(expected.start, expected.end),
                candidate=candidate.span(found.start, found.end),
                bead=bead.index,
                details={"expected": expected.text},
            )


def _fault(before: Sequence[Token], expected: str, found: str) -> str | None:
    """What is wrong with a form behind words that both sides have, where the reference has another form there."""
    last = before[-1]
    if last.kind == "mark":
        return None
    if _PLURAL_TO_SINGULAR.get(expected) == found:
        return "subject and verb do not agree" if _is_plural(before) else None
    if base(expected) != base(found):
        return None
    governing = last.form
    if governing in _BETWEEN and len(before) > 1:
        governing = before[-2].form
    if governing in _HAVE and irregular_time(found) == "past" and irregular_time(expected) != "past":
        return "not the participle"
    if governing in _BEFORE_A_BASE or governing in closed_class("modals", "en"):
        return "a verb form that cannot follow" if _is_finite_of(found, expected) else None
    return None


def _is_plural(before: Sequence[Token]) -> bool:
    """Whether the subject right before a verb is a plural, and nothing before it makes it a singular."""
    word = before[-1].form
    if word in _PLURAL_PRONOUNS:
        return True
    # "news" and "the United States" are one
    is_plural = word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(lemmas(word)) > 1
    is_plural = is_plural and before[-1].text.islower()
    near = [token.form for token in before[-_REACH:-1]]
    # "asking questions was", "to keep hens was": of a noun alone nobody can say whether it is the subject
    is_object = not near or any(form in _PARTITIVES or form == "to" or form.endswith("ing") for form in near)
    return is_plural and not is_object


def _is_finite_of(found: str, plain: str) -> bool:
    """Whether a form is that of the third person or the past of a verb whose plain form is given."""
    if irregular_time(found) == "past" and irregular_time(plain) != "past":
        return True
    return found in {
        f"{plain}s",
        f"{plain}es",
        f"{plain}ed",
        f"{plain}d",
        f"{plain[:-1]}ies",
        f"{plain[:-1]}ied",
    }
