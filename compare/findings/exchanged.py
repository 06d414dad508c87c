"""Two numbers that changed places: "two dogs and three cats" for "three dogs and two cats".

As a multiset the values are the same, so that nothing is lost and nothing new. What tells is that the words beside each
place are the same on both sides, and the two values are not. Where the words went with their number nothing changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from compare.findings.clues.content import is_content
from compare.model import Finding
from compare.text.values import is_same_value, values

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.findings.evidence import Evidence
    from compare.model import Token
    from compare.text.quantities import Value

_TWO: Final = 2


def find(evidence: Evidence) -> Iterator[Finding]:
    """Give pairs of values of one sentence that stand at each other's place (``number``)."""
    reference = evidence.reference
    if reference is None:
        return
    candidate, language = evidence.candidate, evidence.candidate.document.language
    for bead in evidence.alignment.beads:
        if bead.kind != "changed" or len(bead.reference) != 1 or len(bead.candidate) != 1:
            continue
        ours, theirs = reference.tokens_of(bead.reference), candidate.tokens_of(bead.candidate)
        spoken = reference.document.language
        expected, found = (
            [value for value in values(tokens, own) if not value.is_soft]
            for tokens, own in ((ours, spoken), (theirs, language))
        )
        pair = _exchanged(expected, found)
        if pair is None:
            continue
        first, second = pair
        keys = [
            [_beside(tokens, own[place], language) for place in pair]
            for tokens, own in ((ours, expected), (theirs, found))
        ]
        if keys[0] != keys[1] or not all(keys[0]) or keys[0][0] == keys[0][1]:
            continue
        one, other = expected[first].text, expected[second].text
        yield Finding(
            kind="number",
            severity="major",
            confidence=evidence.settings.number_exchanged,
            message=f"“{one}” and “{other}” have changed places",
            reference=reference.document.span(expected[first].start, expected[second].end),
            candidate=candidate.document.span(found[first].start, found[second].end),
            bead=bead.index,
            details={"expected": [one, other], "why": "exchanged"},
        )


def _exchanged(expected: Sequence[Value], found: Sequence[Value]) -> tuple[int, int] | None:
    """The two places at which alone the values differ, each having that of the other."""
    if len(expected) != len(found) or len(expected) < _TWO:
        return None
    places = [
        place
        for place, (one, other) in enumerate(zip(expected, found, strict=True))
        if not is_same_value(one, other)
    ]
    if len(places) != _TWO:
        return None
    first, second = places
    is_crossed = is_same_value(expected[first], found[second]) and is_same_value(
        expected[second], found[first]
    )
    is_alike = expected[first].kind == expected[second].kind
    return (first, second) if is_crossed and is_alike else None


def _beside(tokens: Sequence[Token], value: Value, language: str) -> str:
    """The stem of the word that a value goes with: what it counts, else the nearest word of content before it."""
    if value.last < len(tokens) and is_content(tokens[value.last], language):
        return tokens[value.last].stem
    before = range(value.first - 1, -1, -1)
    return next((tokens[place].stem for place in before if is_content(tokens[place], language)), "")
