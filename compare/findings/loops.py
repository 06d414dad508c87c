"""Repetition loops: words that a writer or a machine could not get away from, each loop one finding.

Candidates come from two views of the stream of words: runs that repeat with one period
(repeats.tandem_runs), and phrases that were said a moment before (repeats.echoes). A run of three rounds or
more is followed over both ends as long as its pairs of words keep coming back, which holds loops that drift
from round to round. Then each candidate is judged: what people say twice on purpose is excused (idiom,
exclamation, a sentence that takes up the last word of the one before), and so is what the reference repeats
too (repeats_there).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from compare.findings.clues.closed_classes import closed_class
from compare.findings.clues.drift import WIDEST_GAP, drifted, drifting_stretches
from compare.findings.clues.repeats import Echo, Run, echoes, numbered, pair_distances, tandem_runs
from compare.findings.clues.repeats_there import is_repeated_there
from compare.findings.clues.stream import SENTENCE_END_MARKS, Words, beads_of_candidate, facing, words
from compare.model import Finding
from compare.settings import DEFAULTS, FindingSettings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from compare.findings.evidence import Evidence

LONGEST_QUOTE: Final = 60  # code points of the unit that a message quotes


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


def find(evidence: Evidence) -> Iterator[Finding]:
    """Find the loops of the candidate, one finding each."""
    stream = words(evidence.candidate)
    beads = beads_of_candidate(evidence)
    for loop in loops(stream, against_reference=evidence.reference is not None, settings=evidence.settings):
        facing_beads = sorted(
            {
                beads[sentence]
                for sentence in range(stream.sentences[loop.start], stream.sentences[loop.end - 1] + 1)
                if sentence in beads
            }
        )
        unit = [token for token in stream.tokens[loop.unit_start : loop.unit_end] if token]
        if is_repeated_there(evidence, facing_beads, unit, loop.count, in_a_row=not loop.gap):
            continue
        if evidence.reference is not None and not facing_beads and loop.count == 2:
            continue
        yield _finding(evidence, stream, loop, facing_beads[0] if facing_beads else None)


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
    numbers = numbered(stream.forms)
    back, ahead = pair_distances(numbers, settings.loop_reach)
    found: list[Loop] = []
    reached = 0
    for run in tandem_runs(numbers, settings.loop_longest_period):
        confidence = _run_confidence(stream, run, settings)
        if not confidence:
            continue
        start, end = run.start, run.end
        if end > reached and (run.times > 2 or run.period >= settings.loop_sure_period):
            start, end = drifted(numbers, back, ahead, start, end, lowest=reached)
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
    found += [
        _drifting_loop(stream, numbers, start, end)
        for start, end in _drifting(stream, numbers, back, settings)
    ]
    for echo in echoes(back):
        confidence = _echo_confidence(stream, echo, settings, against_reference=against_reference)
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
    return _merged(stream, found)


def _unit_start(stream: Words, run: Run) -> int:
    """Where to cut the unit out of a run: behind a mark where there is one, for that is how the unit is read."""
    latest = min(run.start + run.period, run.end - run.period)
    return next((at for at in range(run.start, latest + 1) if stream.marks[at]), run.start)


def _drifting(
    stream: Words, numbers: NDArray[np.int64], back: NDArray[np.int64], settings: FindingSettings
) -> Iterator[tuple[int, int]]:
    """Stretches of one sentence that hardly say anything new, though no two rounds need be equal.

    Rhetoric brings a new word each round: "with all your heart, and with all your soul, with all your strength".
    """
    for start, end in drifting_stretches(stream.sentences, back):
        content = [int(numbers[index]) for index in range(start, end) if stream.is_content(index)]
        if content and None not in stream.forms[start:end]:
            said = Counter(content)
            if (
                len(said) <= settings.loop_new_share * len(content)
                and max(said.values()) >= settings.loop_fewest_rounds
            ):
                yield start, end


def _drifting_loop(stream: Words, numbers: NDArray[np.int64], start: int, end: int) -> Loop:
    """The loop of such a stretch; its unit goes from one of its commonest words of content to the next."""
    content = [index for index in range(start, end) if stream.is_content(index)]
    said = Counter(int(numbers[index]) for index in content)
    anchor = min(content, key=lambda index: (-said[int(numbers[index])], index))
    places = [index for index in content if numbers[index] == numbers[anchor]]
    return Loop(
        start=start,
        end=end,
        unit_start=places[0],
        unit_end=places[1],
        count=len(places),
        confidence=0.8,
        drifts=True,
    )


def _merged(stream: Words, found: Sequence[Loop]) -> list[Loop]:
    """One loop of those that overlap or take up each other's words after a short gap.

    It keeps the unit that is said most often; how often is counted anew over the whole.
    """
    merged: list[Loop] = []
    for loop in sorted(found, key=lambda loop: (loop.start, -loop.end, loop.unit_start)):
        before = merged[-1] if merged else None
        if before is None or not _belong_together(stream, before, loop):
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
    return [replace(loop, count=_times(stream, loop)) if loop.drifts else loop for loop in merged]


def _belong_together(stream: Words, before: Loop, loop: Loop) -> bool:
    """Whether a loop goes on with one that began earlier."""
    if loop.start < before.end:
        return True
    if loop.start - before.end > 2 * WIDEST_GAP or None in stream.forms[before.end : loop.start]:
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


def _content(stream: Words, start: int, end: int) -> int:
    return sum(stream.is_content(index) for index in range(start, end))


def _run_confidence(stream: Words, run: Run, settings: FindingSettings) -> float:
    """How sure it is that a run is no way of speaking that people use on purpose; 0 where it may well be."""
    content = _content(stream, run.start, run.start + run.period)
    seams = [stream.marks[run.start + times * run.period] for times in range(1, run.times)]
    if run.period == 1:
        return 0.95 if run.times >= 4 or (run.times == 3 and not any(seams)) else 0.0
    if not content:
        return 0.0
    if run.times == 2:
        if any(seams):
            return 0.8 if run.period >= settings.loop_sure_period and content >= 2 else 0.0
        joined = closed_class("conjunctions", stream.side.document.language)
        if run.period == 2 and joined.intersection(filter(None, stream.forms[run.start : run.start + 2])):
            return 0.0
        naming = closed_class("naming-verbs", stream.side.document.language)
        if not naming.isdisjoint(filter(None, stream.forms[max(0, run.start - 2) : run.start])):
            return 0.0  # to call a spade a spade
        return 0.9
    return 0.95


def _echo_confidence(
    stream: Words, echo: Echo, settings: FindingSettings, *, against_reference: bool
) -> float:
    """How sure it is that a phrase said again was not meant to be; 0 where it may well be.

    "The beach and the beach" says nothing new after its conjunction. "The United Kingdom and the United
    States" does: the phrase that comes again must be whole, so its last word carries content and a function
    word or a mark follows. A long phrase again in a short sentence leaves little else that the sentence
    could say.
    """
    first = echo.start - echo.distance
    end = echo.start + echo.length
    between = stream.forms[first + echo.length : echo.start]
    if echo.gap < 1 or None in between or stream.sentences[first] != stream.sentences[end - 1]:
        return 0.0
    content = _content(stream, echo.start, end)
    conjunctions = closed_class("conjunctions", stream.side.document.language)
    seam = stream.marks[first + 1 : echo.start + 1]
    only_joined = (
        echo.gap <= 3
        and not conjunctions.isdisjoint(filter(None, between))
        and not _content(stream, first + echo.length, echo.start)
        and not any(SENTENCE_END_MARKS.intersection(marks) for marks in seam)
    )
    if content and only_joined and stream.is_content(end - 1) and not _goes_on(stream, end):
        if against_reference:
            return 0.75
        return 0.0 if any(seam) else 0.6
    if not against_reference or content < 3:
        return 0.0
    # Looked at no further than decides: a line of a million words must not be walked again for every echo.
    words_filled = 2 * echo.length
    furthest = int(words_filled / settings.loop_filling_share) + 1
    sentence = stream.sentences[first]
    low, high = first, end
    while low > 0 and high - low <= furthest and stream.sentences[low - 1] == sentence:
        low -= 1
    while high < len(stream.forms) and high - low <= furthest and stream.sentences[high] == sentence:
        high += 1
    return 0.45 if words_filled >= settings.loop_filling_share * (high - low) else 0.0


def _goes_on(stream: Words, end: int) -> bool:
    """Whether the phrase that ends before word ``end`` may be the beginning of a longer one."""
    if end >= len(stream.tokens) or stream.tokens[end] is None or stream.marks[end]:
        return False
    return stream.is_content(end) or stream.forms[end] in closed_class(
        "clause-goes-on", stream.side.document.language
    )


def _finding(evidence: Evidence, stream: Words, loop: Loop, bead: int | None) -> Finding:
    place = stream.span(loop.start, loop.end)
    said = stream.text(loop.unit_start, loop.unit_end)
    quoted = said if len(said) <= LONGEST_QUOTE else said[: LONGEST_QUOTE - 1] + "…"
    return Finding(
        kind="repetition-loop",
        severity="critical" if loop.end - loop.start >= 12 else "major",
        confidence=loop.confidence,
        message=f"“{quoted}” is said {loop.count} times" + (", with changes" if loop.drifts else ""),
        reference=facing(evidence, bead, place.start, place.end),
        candidate=place,
        bead=bead,
        details={"unit": said, "count": loop.count},
    )
