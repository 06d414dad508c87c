"""The places of a row where the words of the versions differ, and the vote at each of them.

Each version's words are set against the lead's; where any of them differs, all are read at that place.
Places of two versions that overlap or touch are one: what a reader sees is the longest stretch that
somebody wrote otherwise.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from compare.align.collated import Reading, Variant
from compare.align.edits import word_edits
from compare.text.quantities import Value, is_same_value
from compare.text.values import values

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from compare.model import Document, Span, Token

# A place is a stretch of the lead in half steps: word k is step 2k + 1, the gap before it step 2k. So a
# word put in between two words has a place that is not empty, and touches the words on both sides.
Place = tuple[int, int]


def variants(
    documents: Sequence[Document], tokens: dict[int, list[Token]], canonical: Sequence[int]
) -> tuple[Variant, ...]:
    """Give the places where the versions of one row differ, in the order of the lead.

    Args:
        documents: all versions.
        tokens: of each version that has the row its words, numbers and marks there; marks are no variants.
        canonical: these versions, the lead first, in an order that depends on their texts alone.
    """
    lead = canonical[0]
    words = {version: [token for token in own if token.kind != "mark"] for version, own in tokens.items()}

    @cache
    def values_of(version: int) -> tuple[Value, ...]:
        return values(tokens[version], documents[version].language)

    steps: dict[int, list[list[Token]]] = {}
    changed: list[Place] = []
    for version in canonical:
        steps[version], places = _set_against(words[lead], words[version], documents[lead].language)
        changed += places
    found = []
    for start, end in _merged(changed):
        runs = {
            version: [token for step in steps[version][start:end] for token in step] for version in canonical
        }
        groups = _groups(runs, canonical, values_of)
        if len(groups) < 2:
            continue
        found.append(
            Variant(
                spans=tuple(
                    _span(document, steps[version], start, runs[version], words[version])
                    if version in words
                    else None
                    for version, document in enumerate(documents)
                ),
                readings=_readings(documents, runs, groups),
                odd=odd_versions(groups),
            )
        )
    return tuple(found)


def _groups(
    runs: dict[int, list[Token]],
    canonical: Sequence[int],
    values_of: Callable[[int], tuple[Value, ...]],
) -> list[list[int]]:
    """Put together the versions that have the same words at one place, or the same value written otherwise."""
    groups: list[list[int]] = []
    for version in canonical:
        for group in groups:
            first = group[0]
            if [token.form for token in runs[first]] == [
                token.form for token in runs[version]
            ] or _is_same_value(
                _only_values(runs[first], values_of(first)), _only_values(runs[version], values_of(version))
            ):
                group.append(version)
                break
        else:
            groups.append([version])
    return groups


def _is_same_value(ours: Sequence[Value], theirs: Sequence[Value]) -> bool:
    return bool(ours) and len(ours) == len(theirs) and all(map(is_same_value, ours, theirs))


def _only_values(run: Sequence[Token], of_row: Sequence[Value]) -> list[Value]:
    """Give the values at a place that holds nothing else, as "1.2 million" does after a dollar sign; else none."""
    if not run:
        return []
    found = [value for value in of_row if value.start < run[-1].end and run[0].start < value.end]
    is_covered = all(
        any(value.start <= token.start and token.end <= value.end for value in found) for token in run
    )
    return found if is_covered else []


def odd_versions(groups: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """Give the versions that stand against what most have: more than have any other wording, and at least two.

    >>> odd_versions([[0], [1, 2, 3]]), odd_versions([[0, 2], [1], [3]])
    ((0,), (1, 3))
    >>> odd_versions([[0, 1], [2, 3], [4]]), odd_versions([[0], [1]])
    ((), ())
    """
    sizes = sorted(map(len, groups), reverse=True)
    if sizes[0] < 2 or sizes[0] in sizes[1:]:
        return ()
    return tuple(sorted(version for group in groups if len(group) < sizes[0] for version in group))


def _set_against(
    lead: Sequence[Token], other: Sequence[Token], language: str
) -> tuple[list[list[Token]], list[Place]]:
    """Give a version's words at each step of the lead, and the places where they differ from the lead's."""
    steps: list[list[Token]] = [[] for _ in range(2 * len(lead) + 1)]
    changed: list[Place] = []
    if lead is other:
        for number, token in enumerate(lead):
            steps[2 * number + 1].append(token)
        return steps, changed
    row = 0
    for edit in word_edits(lead, other, language=language):
        length = len(edit.reference)
        if edit.kind == "equal":
            for offset, token in enumerate(edit.candidate):
                steps[2 * (row + offset) + 1].append(token)
        elif length:
            steps[2 * row + 1].extend(edit.candidate)
            changed.append((2 * row + 1, 2 * (row + length)))
        else:
            steps[2 * row].extend(edit.candidate)
            changed.append((2 * row, 2 * row + 1))
        row += length
    return steps, changed


def _merged(places: Sequence[Place]) -> list[Place]:
    """Join places that overlap or touch.

    >>> _merged([(3, 6), (1, 2), (5, 8), (8, 9)])
    [(1, 2), (3, 9)]
    """
    merged: list[Place] = []
    for start, end in sorted(places):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _readings(
    documents: Sequence[Document], runs: dict[int, list[Token]], groups: Sequence[Sequence[int]]
) -> tuple[Reading, ...]:
    """Give the wordings, that of most versions first; of as many, that of the base, then by their words."""
    readings = [
        Reading(text=_written(documents[group[0]], runs[group[0]]), versions=tuple(sorted(group)))
        for group in groups
    ]
    return tuple(
        sorted(
            readings,
            key=lambda reading: (-len(reading.versions), reading.versions[0] != 0, reading.text),
        )
    )


def _written(document: Document, tokens: Sequence[Token]) -> str:
    """Give words as written; where they come from sentences that stand apart, without what is between."""
    parts: list[str] = []
    for before, token in zip((None, *tokens), tokens, strict=False):
        if before is not None:
            between = document.text[before.end : token.start]
            parts.append(between if 0 <= token.start - before.end <= 3 else " ")
        parts.append(token.text)
    return " ".join("".join(parts).split())


def _span(
    document: Document,
    steps: Sequence[Sequence[Token]],
    start: int,
    run: Sequence[Token],
    words: Sequence[Token],
) -> Span:
    """Give where a reading stands; missing words stand right after the word before them."""
    if run:
        low, high = run[0].start, run[-1].end
        return document.span(low, high) if low <= high else document.span(low, run[0].end)
    earlier = [token for step in steps[:start] for token in step]
    place = earlier[-1].end if earlier else words[0].start if words else 0
    return document.span(place, place)
