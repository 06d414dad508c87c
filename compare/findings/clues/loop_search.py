"""Loops in a stream of words: what goes round, from where to where, and how often.

Candidates come from two views of the stream: runs that repeat with one period (repeats.tandem_runs), and phrases that
were said a moment before (repeats.echoes). A run is followed over both ends as long as its pairs of words keep coming
back, which holds loops that drift from round to round; loops that overlap are one.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from compare.findings.clues.closed_classes import closed_class
from compare.findings.clues.drift import drifted, drifting_stretches
from compare.findings.clues.loop_judgement import APOSTROPHES, echo_confidence, run_confidence
from compare.findings.clues.repeats import echoes, numbered, pair_distances, tandem_runs
from compare.settings import DEFAULTS, FindingSettings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from compare.findings.clues.repeats import Run
    from compare.findings.clues.stream import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Loop:
    """Words ``start`` to ``end``, in which those from ``unit_start`` to ``unit_end`` come ``count`` times."""

    start: int
    end: int
    unit_start: int
    unit_end: int
    count: int
    confidence: float
    drifts: bool = False
    gap: int = 0


def loops(
    stream: Words, *, against_reference: bool = False, settings: FindingSettings = DEFAULTS.findings
) -> list[Loop]:
    """Loops of a stream of words.

    Args:
        stream: words of one side.
        against_reference: whether a reference will excuse what is repeated on purpose; then phrases count that were
            said only twice, with other words between.
        settings: periods, reaches and shares.

    Returns:
        Loops in the order of the text, no two of which overlap.
    """
    forms = _owners_apart(stream)
    if not _says_again(forms):
        return []
    numbers = numbered(forms)
    back, ahead = pair_distances(numbers, settings.loop_reach)
    found: list[Loop] = []
    reached = 0
    for run in tandem_runs(numbers, settings.loop_longest_period):
        confidence = run_confidence(stream, run, settings, against_reference=against_reference)
        if not confidence:
            continue
        start, end = run.start, run.end
        if end > reached and (run.times > 2 or run.period >= settings.repeats.drift_period):
            start, end = drifted(numbers, back, ahead, start, end, lowest=reached, settings=settings.repeats)
        reached = max(reached, end)
        first = _unit_start(stream, run)
        found.append(
            Loop(
                start=start,
                end=end,
                unit_start=first,
                unit_end=first + run.period,
                count=run.times,
                confidence=confidence,
                drifts=(start, end) != (run.start, run.end),
            )
        )
    has_echoes = bool(back.any())  # else no pair of words comes twice
    found += [
        _drifting_loop(stream, numbers, start, end)
        for start, end in (_drifting(stream, numbers, back, settings) if has_echoes else ())
    ]
    for echo in echoes(back) if has_echoes else ():
        confidence = echo_confidence(stream, echo, settings, against_reference=against_reference)
        if confidence:
            found.append(
                Loop(
                    start=echo.start - echo.distance,
                    end=echo.start + echo.length,
                    unit_start=echo.start,
                    unit_end=echo.start + echo.length,
                    count=2,
                    confidence=confidence,
                    gap=echo.gap,
                )
            )
    return _merged(stream, found, widest_gap=2 * settings.repeats.drift_gap)


def _says_again(forms: Sequence[str | None]) -> bool:
    """Whether some pair of neighbours comes twice, or a word twice in a row: without that nothing goes round."""
    pairs = set(pairwise(forms))
    return len(pairs) < len(forms) - 1 or any(before == after for before, after in pairs)


def _owners_apart(stream: Words) -> list[str | None]:
    """The forms, in which "sons" and "sons'" are two words: "thy sons and thy sons' sons" says something new."""
    forms = list(stream.forms)
    if APOSTROPHES.isdisjoint(stream.marks):
        return forms
    for index, marks in enumerate(stream.marks):
        if marks in APOSTROPHES and index:
            owner = stream.forms[index - 1]
            if owner is not None and owner.endswith("s"):
                forms[index - 1] = owner + "'"
    return forms


def _unit_start(stream: Words, run: Run) -> int:
    """Where to cut the unit out of a run, as it is read: behind a mark, else before a conjunction, else at a phrase.

    "The cost of the pier and" is cut as "and the cost of the pier": function words lead to words of content.
    """
    conjunctions = closed_class("conjunctions", stream.side.document.language)
    places = range(run.start, min(run.start + run.period, run.end - run.period) + 1)
    whole = range(run.start, run.end - run.times * run.period + 1)  # where no round is lost

    def leads(at: int) -> bool:
        return stream.is_content(at + run.period - 1) and not stream.is_content(at)

    cuts = (
        *(at for at in places if stream.marks[at]),
        *(at for at in places if stream.forms[at] in conjunctions),
        *(at for at in whole if leads(at)),
    )
    return cuts[0] if cuts else run.start


def _drifting(
    stream: Words, numbers: NDArray[np.int64], back: NDArray[np.int64], settings: FindingSettings
) -> Iterator[tuple[int, int]]:
    """Stretches of one sentence that hardly say anything new, though no two rounds need be equal.

    Rhetoric brings a new word each round: "with every oar, and with every sail, with every hand".
    """
    for start, end in drifting_stretches(stream.sentences, back, settings.repeats):
        content = [int(numbers[index]) for index in range(start, end) if stream.is_content(index)]
        if content and None not in stream.forms[start:end]:
            said = Counter(content)
            rounds = max(said.values())
            if (
                len(said) <= settings.loop_new_share * len(content)
                and rounds >= settings.loop_fewest_rounds
                and _facts(stream, start, end) < rounds
            ):
                yield start, end


def _facts(stream: Words, start: int, end: int) -> int:
    """How many names and numbers a stretch holds: a formula says something new each round, "X lived N years"."""
    return len(
        {
            token.form
            for token in stream.tokens[start + 1 : end]
            if token is not None
            and (token.kind == "number" or (token.text[:1].isupper() and token.text[1:].islower()))
        }
    )


def _drifting_loop(stream: Words, numbers: NDArray[np.int64], start: int, end: int) -> Loop:
    """The loop of such a stretch; its unit goes from one of its commonest words of content to the next.

    What stands before that word each time is part of the unit: "the lamp was lit", not "lamp was lit, the".
    """
    content = [index for index in range(start, end) if stream.is_content(index)]
    said = Counter(int(numbers[index]) for index in content)
    anchor = min(content, key=lambda index: (-said[int(numbers[index])], index))
    places = [index for index in content if numbers[index] == numbers[anchor]]
    first, second = places[0], places[1]
    while first > start and not stream.marks[second] and numbers[first - 1] == numbers[second - 1]:
        first, second = first - 1, second - 1
    return Loop(
        start=start,
        end=end,
        unit_start=first,
        unit_end=second,
        count=len(places),
        confidence=0.8,
        drifts=True,
    )


def _merged(stream: Words, found: Sequence[Loop], *, widest_gap: int) -> list[Loop]:
    """One loop of those that overlap or take up each other's words after a short gap.

    It keeps the unit that is said most often; how often is counted anew over the whole.
    """
    merged: list[Loop] = []
    for loop in sorted(found, key=lambda loop: (loop.start, -loop.end, loop.unit_start)):
        before = merged[-1] if merged else None
        if before is None or not _belong_together(stream, before, loop, widest_gap):
            merged.append(loop)
            continue
        main = max(before, loop, key=lambda one: (one.confidence, one.count, one.unit_end - one.unit_start))
        merged[-1] = replace(
            main,
            start=before.start,
            end=max(before.end, loop.end),
            confidence=max(before.confidence, loop.confidence),
            drifts=True,
        )
    beats = [_one_beat(stream, loop) if loop.drifts else loop for loop in merged]
    return [replace(loop, count=_times(stream, loop)) if loop.drifts else loop for loop in beats]


def _one_beat(stream: Words, loop: Loop) -> Loop:
    """Cut a unit that says one thing twice, with changes: "a crew can swap, and the crew can swap" is two rounds."""
    content = [index for index in range(loop.unit_start, loop.unit_end) if stream.is_content(index)]
    again = next((index for index in content[1:] if stream.forms[index] == stream.forms[content[0]]), None)
    if again is None:
        return loop
    said = {stream.forms[index] for index in content if index < again}
    if not said.issuperset(stream.forms[index] for index in content):
        return loop
    end = again
    while not stream.is_content(end - 1):
        end -= 1
    return replace(loop, unit_end=end)


def _belong_together(stream: Words, before: Loop, loop: Loop, widest_gap: int) -> bool:
    """Whether a loop goes on with one that began earlier."""
    if loop.start < before.end:
        return True
    if loop.start - before.end > widest_gap or None in stream.forms[before.end : loop.start]:
        return False
    units = [
        {stream.forms[index] for index in range(one.unit_start, one.unit_end) if stream.is_content(index)}
        for one in (before, loop)
    ]
    return not units[0].isdisjoint(units[1])


def _times(stream: Words, loop: Loop) -> int:
    """How often the word of the unit that drifts least is said in a loop."""
    said = Counter(stream.forms[loop.start : loop.end])
    unit = [
        stream.forms[index] for index in range(loop.unit_start, loop.unit_end) if stream.is_content(index)
    ]
    return max([loop.count, *(said[form] for form in unit)])
