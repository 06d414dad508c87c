"""Capitals lost: a sentence that begins with a small letter, or is written in small letters throughout.

Only a reference makes it an error; a heading, or a single word with or without its capital, is a matter of style.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from compare.findings.clues.stream import reference_tokens
from compare.model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.findings.evidence import Evidence
    from compare.model import Token


def find(evidence: Evidence) -> Iterator[Finding]:
    """Find sentences that lost their capitals."""
    if evidence.reference is None:
        return
    small = []
    for position, bead in enumerate(evidence.alignment.beads):
        if not bead.candidate or not bead.reference:
            continue
        there = reference_tokens(evidence, position)
        sentence = evidence.candidate.document.sentences[bead.candidate[0]]
        tokens = evidence.candidate.tokens[bead.candidate[0]]
        first, first_there = _first_word(tokens), _first_word(there)
        if sentence.role != "body" or first is None or first_there is None:
            continue
        if not first.text[:1].islower() or not first_there.text[:1].isupper():
            continue
        if any(map(str.isupper, first.text)):
            continue  # iPhone, eBay
        if tokens[0].text in "([" or (tokens[0] is not first and tokens[0].end < first.start):
            continue  # "(laughter)"; what follows a quotation that ends in the sentence before
        capitals = {token.form for token in there if token.kind == "word" and token.text[:1].isupper()}
        lost = [token for token in tokens if token.form in capitals and token.text.islower()]
        everywhere = len(lost) >= evidence.settings.damage.lost_capitals and not any(
            map(str.isupper, sentence.text)
        )
        last = lost[-1] if everywhere else first
        finding = Finding(
            kind="spelling",
            severity="minor",
            confidence=0.9,
            message="the sentence is written without capitals"
            if everywhere
            else f"the sentence begins with a small letter: “{first.text}”",
            reference=evidence.reference.document.span(first_there.start, first_there.end),
            candidate=evidence.candidate.document.span(first.start, last.end),
            bead=position,
        )
        if everywhere:
            yield finding
        else:
            small.append(finding)
    if len(small) <= evidence.settings.damage.told_singly:
        yield from small
        return
    # lines of a text cut into verses or subtitles begin as they come
    places = [[one.candidate.start, one.candidate.end] for one in small if one.candidate]
    message = f"{len(small)} sentences begin with a small letter; this is the first"
    yield replace(small[0], message=message, confidence=0.5, details={"places": places})


def _first_word(tokens: Sequence[Token]) -> Token | None:
    """The first token, if it is a word; behind an opening mark the second."""
    for token in tokens[:2]:
        if token.kind == "word":
            return token
        if token.kind == "number" or token.text in {"…", "-", "–", "—"}:
            return None
    return None
