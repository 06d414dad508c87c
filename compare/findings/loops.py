"""Repetition loops: words that a writer or a machine could not get away from, each loop one finding.

First the candidates, by two views of the stream of words: runs that repeat with one period
(repeats.tandem_runs), and stretches in which nearly every pair of neighbouring words was said a moment
before (repeats.pair_distances), which also holds loops that drift from round to round. Then each candidate
is looked at closely: what is repeated, how often, and whether that is how people write: idiom, titles,
rhetoric, or a reference that repeats it too.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from compare.findings.repeats import Run, clusters, numbered, pair_distances, tandem_runs
from compare.findings.stream import (
    Words,
    beads_of_candidate,
    facing,
    reference_tokens,
    words,
)
from compare.model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.findings.evidence import Evidence
    from compare.model import Token

LONGEST_PERIOD = 64  # words; longer units are whole sentences, which repeated_sentences.py finds
REACH = 48  # words back that a pair may have been said for the stretch to count as drifting
WIDEST_GAP = 3  # new words in a row that a drifting loop may hold
LONGEST_QUOTE = 60  # code points of the unit that a message quotes


def find(evidence: Evidence) -> Iterator[Finding]:
    """Find the loops of the candidate, one finding each."""
    stream = words(evidence.candidate)
    beads = beads_of_candidate(evidence)
    for start, end, unit, count in loops(stream):
        bead = beads.get(stream.sentences[start])
        if _is_repeated_there(stream, unit, count, reference_tokens(evidence, bead)):
            continue
        yield _finding(evidence, stream, start, end, unit, count, bead)


def loops(stream: Words) -> list[tuple[int, int, Run, int]]:
    """Loops of a stream of words: start, end, the run that shows the unit best, and how often it is said.

    Args:
        stream: words of one side.

    Returns:
        Half-open stretches of the stream in order, no two of which overlap.
    """
    numbers = numbered(stream.forms)
    runs = [run for run in tandem_runs(numbers, LONGEST_PERIOD) if _is_loop(stream, run)]
    lately = pair_distances(numbers, REACH) > 0
    drifting = clusters(lately, WIDEST_GAP)
    found: list[tuple[int, int, Run, int]] = []
    at = 0
    for run in runs:
        if found and run.start < found[-1][1]:
            continue
        while at < len(drifting) and drifting[at][1] < run.end:
            at += 1
        start, end = run.start, run.end
        if at < len(drifting) and drifting[at][0] - 1 <= run.end and run.times > 2:
            end = max(end, _drift_end(stream, lately.tolist()[end : drifting[at][1]], end))
        found.append((start, end, run, _times(stream, start, end, run)))
    return found


def _drift_end(stream: Words, lately: list[bool], start: int) -> int:
    """Where a loop that went on exactly to ``start`` has drifted to an end, within its block."""
    end = start
    for offset, flag in enumerate(lately):
        if stream.tokens[start + offset] is None:
            break
        if flag:
            end = start + offset + 1
    return end


def _is_loop(stream: Words, run: Run) -> bool:
    """Whether a run is no way of speaking that people use on purpose."""
    content = sum(stream.is_content(index) for index in range(run.start, run.start + run.period))
    if run.period == 1:
        return run.times >= 4 or (run.times == 3 and not any(stream.marks[run.start + 1 : run.end]))
    return bool(content) and run.times >= 2


def _times(stream: Words, start: int, end: int, run: Run) -> int:
    """How often the unit, or what drifted least of it, is said between ``start`` and ``end``."""
    if run.period == 1 or end == run.end:
        return run.times
    pairs = Counter(zip(stream.forms[start : end - 1], stream.forms[start + 1 : end], strict=True))
    unit = stream.forms[run.start : run.start + run.period]
    return max(run.times, max(pairs[pair] for pair in pairwise(unit)))


def _is_repeated_there(stream: Words, unit: Run, count: int, reference: Sequence[Token]) -> bool:
    """Whether the reference says the unit's words as often as the candidate's loop does."""
    if not reference:
        return False
    said = Counter(token.stem for token in reference)
    stems = [token.stem for token in stream.tokens[unit.start : unit.start + unit.period] if token]
    return sum(said[stem] for stem in stems) >= 0.67 * count * len(stems)


def _finding(
    evidence: Evidence, stream: Words, start: int, end: int, unit: Run, count: int, bead: int | None
) -> Finding:
    place = stream.span(start, end)
    said = stream.text(unit.start, unit.start + unit.period)
    quoted = said if len(said) <= LONGEST_QUOTE else said[: LONGEST_QUOTE - 1] + "…"
    drifts = end - start > unit.end - unit.start
    return Finding(
        kind="repetition-loop",
        severity="critical" if end - start >= 12 else "major" if unit.period > 1 else "minor",
        confidence=0.95 if count > 2 else 0.85,
        message=f"“{quoted}” is said {count} times in a row" + (", with changes" if drifts else ""),
        reference=facing(evidence, bead, place.start, place.end),
        candidate=place,
        bead=bead,
        details={"unit": said, "count": count},
    )
