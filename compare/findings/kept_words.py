"""Names and terms that must be kept as written: those of the user's own list (``[names]``, ``[terms]``).

A list says what no rule can: that "Tarn" is never "Tarne", and that a tide mill is not a water mill. Names are held to
their letters and capitals; a term may be written with another capital and in the plural. Without a reference a name
is only looked for in near forms.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.model import Finding
from compare.text.lexicon import known
from compare.text.namesakes import likeness, plain
from compare.text.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.findings.evidence import Evidence
    from compare.model import Bead, Edit, Token


def find(evidence: Evidence) -> Iterator[Finding]:
    """Find names and terms of the list that the candidate does not keep.

    Args:
        evidence: its settings hold the list; without one there is nothing to find.

    Yields:
        Findings of kind ``name``, or ``dropped-name`` where nothing stands in its place.
    """
    settings = evidence.settings
    entries = [
        (tuple(tokenize(entry, language=evidence.candidate.document.language)), is_term)
        for is_term, listed in enumerate((settings.kept_names, settings.kept_terms))
        for entry in dict.fromkeys(listed)
    ]
    if not entries:
        return
    if evidence.reference is None:
        yield from _near_forms(evidence)
        return
    for bead in evidence.alignment.beads:
        if bead.reference and bead.candidate and bead.kind != "equal":
            for entry, is_term in entries:
                yield from _lost(evidence, bead, entry, is_term=bool(is_term))


def _lost(evidence: Evidence, bead: Bead, entry: Sequence[Token], *, is_term: bool) -> Iterator[Finding]:
    """The mentions of one entry that the reference has in a bead and the candidate has not."""
    assert evidence.reference is not None
    there = evidence.reference.tokens_of(bead.reference)
    mentions = _mentions(there, entry, is_term=is_term)
    if not mentions:
        return
    kept = len(_mentions(evidence.candidate.tokens_of(bead.candidate), entry, is_term=is_term))
    reference, candidate = evidence.reference.document, evidence.candidate.document
    for first in mentions if not kept else mentions[kept:]:
        start, end = there[first].start, there[first + len(entry) - 1].end
        low, high, words = _facing(evidence.edits[bead.index], start, end)
        if words > len(entry) + 2:
            high = low  # a sentence told otherwise: nothing there stands for these words alone
        expected, found = reference.span(start, end), candidate.span(low, high)
        sort = "term" if is_term else "name"
        yield Finding(
            kind="name" if found.text else "dropped-name",
            severity="major",
            confidence=evidence.settings.kept_confidence,
            message=f"the {sort} “{expected.text}” is to be kept as written, but "
            + (f"“{found.text}” stands there" if found.text else "is missing"),
            reference=expected,
            candidate=found,
            bead=bead.index,
            details={"expected": expected.text, "found": found.text, "list": f"{sort}s"},
        )


def _mentions(tokens: Sequence[Token], entry: Sequence[Token], *, is_term: bool) -> list[int]:
    """Where the words of an entry stand in a row."""
    last = len(entry) - 1
    return [
        first
        for first in range(len(tokens) - last)
        if all(
            tokens[first + place].text == word.text
            or (is_term and tokens[first + place].form == word.form)
            or (is_term and place == last and tokens[first + place].stem == word.stem)
            for place, word in enumerate(entry)
        )
    ]


def _facing(edits: Sequence[Edit], start: int, end: int) -> tuple[int, int, int]:
    """The stretch of the candidate that faces ``start:end`` of the reference, and how many words changed there."""
    touched = [edit for edit in edits if edit.reference_start < end and start < edit.reference_end]
    changed = [edit for edit in touched if edit.kind != "equal" and edit.candidate]
    if not changed:
        place = touched[0].candidate_start if touched else edits[0].candidate_start
        for edit in touched:
            if edit.kind != "equal":
                place = edit.candidate_start
        return place, place, 0
    words = sum(token.kind != "mark" for edit in changed for token in edit.candidate)
    return changed[0].candidate_start, changed[-1].candidate_end, words


def _near_forms(evidence: Evidence) -> Iterator[Finding]:
    """Words with a capital that are nearly a name of the list, and no words of the language."""
    settings, document = evidence.settings, evidence.candidate.document
    names = {word.text for entry in settings.kept_names for word in tokenize(entry) if word.kind == "word"}
    long_names = sorted(name for name in names if len(name) >= settings.kept_letters)
    for tokens in evidence.candidate.tokens:
        for token in tokens:
            if token.kind != "word" or not token.text[:1].isupper() or token.text in names:
                continue
            if len(token.text) < settings.kept_letters or known(token.form, document.language):
                continue
            near = max(
                long_names, key=lambda name: (likeness(plain(token.form), plain(name)), name), default=""
            )
            if near and likeness(plain(token.form), plain(near)) >= settings.kept_likeness:
                yield Finding(
                    kind="name",
                    severity="minor",
                    confidence=0.8,
                    message=f"“{token.text}” is nearly the name “{near}”, which is to be kept as written",
                    candidate=document.span(token.start, token.end),
                    details={"expected": near, "found": token.text, "list": "names"},
                )
