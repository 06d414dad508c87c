"""Two names that changed places: "from Turin to Lyon" for "from Lyon to Turin", "Oscar beat Tim" for "Tim beat Oscar".

No name is lost and none is new. What tells is that the words between the two, and right beside them, are the same on
both sides. Where something else was turned round as well ("Oscar was beaten by Tim") the words between differ; where
the names are items of a list, their order says nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.findings.clues.closed_classes import closed_class
from compare.findings.clues.names_of_sides import names_of_sides
from compare.model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from compare.findings.evidence import Evidence
    from compare.model import Token
    from compare.text.names import Name


def find(evidence: Evidence) -> Iterator[Finding]:
    """Give pairs of names of one sentence that stand at each other's place (``name``)."""
    reference, candidate = evidence.reference, evidence.candidate
    if reference is None:
        return
    expected, found = (_by_sentence(names) for names in names_of_sides(evidence))
    language = candidate.document.language
    for bead in evidence.alignment.beads:
        if bead.kind != "changed" or len(bead.reference) != 1 or len(bead.candidate) != 1:
            continue
        ours, theirs = expected.get(bead.reference[0], ()), found.get(bead.candidate[0], ())
        place = _exchanged(ours, theirs)
        if place is None:
            continue
        there, here = reference.tokens[bead.reference[0]], candidate.tokens[bead.candidate[0]]
        pairs = (ours[place], ours[place + 1]), (theirs[place], theirs[place + 1])
        if _between(there, *pairs[0]) != _between(here, *pairs[1]) or _is_list(there, *pairs[0], language):
            continue
        if _beside(there, *pairs[0]) != _beside(here, *pairs[1]):
            continue
        first, second = pairs[0]
        span = reference.document.span(first.start, second.end)
        one, other = (
            " ".join(reference.document.text[name.start : name.end].split()) for name in (first, second)
        )
        yield Finding(
            kind="name",
            severity="major",
            confidence=evidence.settings.name_exchanged,
            message=f"“{one}” and “{other}” have changed places",
            reference=span,
            candidate=candidate.document.span(pairs[1][0].start, pairs[1][1].end),
            bead=bead.index,
            details={"expected": [one, other], "why": "exchanged"},
        )


def _by_sentence(names: Sequence[Name]) -> Mapping[int, list[Name]]:
    found: dict[int, list[Name]] = {}
    for name in names:
        found.setdefault(name.sentence, []).append(name)
    return found


def _exchanged(expected: Sequence[Name], found: Sequence[Name]) -> int | None:
    """Where two names that follow one another stand the other way round, all others being the same."""
    if len(expected) != len(found):
        return None
    differ = [
        place
        for place, (one, other) in enumerate(zip(expected, found, strict=True))
        if one.words != other.words
    ]
    if len(differ) != 2 or differ[1] != differ[0] + 1:
        return None
    first, second = differ
    is_crossed = expected[first].words == found[second].words and expected[second].words == found[first].words
    return first if is_crossed else None


def _between(tokens: Sequence[Token], first: Name, second: Name) -> list[str]:
    return [token.stem for token in tokens[first.last : second.first]]


def _is_list(tokens: Sequence[Token], first: Name, second: Name, language: str) -> bool:
    """Whether nothing stands between two names but what joins the items of a list."""
    joins = closed_class("conjunctions", language)
    between = tokens[first.last : second.first]
    return all(token.kind == "mark" or token.form in joins for token in between)


def _beside(tokens: Sequence[Token], first: Name, second: Name) -> tuple[str, str]:
    """The word before the first name and the one behind the second."""
    before = tokens[first.first - 1].stem if first.first else ""
    behind = tokens[second.last].stem if second.last < len(tokens) else ""
    return before, behind
