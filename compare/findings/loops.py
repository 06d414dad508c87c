"""Repetition loops: words that a writer or a machine could not get away from, each loop one finding.

Found by clues/loop_search.py and judged by clues/loop_judgement.py; what the reference, or the text in the source
language, repeats too is excused (clues/repeats_there.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from compare.findings.clues.loop_search import Loop, loops
from compare.findings.clues.repeats_there import is_repeated_there
from compare.findings.clues.stream import Words, beads_of_candidate, facing, running_words
from compare.model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compare.findings.evidence import Evidence

LONGEST_QUOTE: Final = 60  # code points of the unit that a message quotes


def find(evidence: Evidence) -> Iterator[Finding]:
    """Find the loops of the candidate, one finding each."""
    stream = running_words(evidence)
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
        in_a_row = _is_in_a_row(stream, loop)
        is_near = not in_a_row and _is_near(stream, loop, evidence.settings.repeats.echo_gap)
        if is_repeated_there(
            evidence,
            facing_beads,
            unit,
            loop.count,
            in_a_row=in_a_row,
            is_near=is_near,
            drifts=loop.drifts,
        ):
            continue
        if evidence.reference is not None and not facing_beads and loop.count == 2:
            continue
        yield _finding(evidence, stream, loop, facing_beads[0] if facing_beads else None)


def _is_in_a_row(stream: Words, loop: Loop) -> bool:
    """Whether nothing stands between the rounds: a mark may part a phrase from what explains it, and call from call."""
    marks = stream.marks[loop.start + 1 : loop.end]
    is_call = loop.unit_end - loop.unit_start == 1 and all(marks)
    is_parted = (loop.count == 2 and any(marks)) or is_call
    return not loop.gap and not is_parted


def _is_near(stream: Words, loop: Loop, widest_gap: int) -> bool:
    """Whether the second time follows the first in the same clause: commas may part them, and a word or two."""
    if loop.count > 2 or loop.drifts or loop.gap > widest_gap:
        return False
    return all(not marks.strip(",") for marks in stream.marks[loop.start + 1 : loop.end])


def _changes(stream: Words, loop: Loop) -> bool:
    """Whether the rounds are not all alike; a loop that was found with room for changes need not have any."""
    forms = [token.form for token in stream.tokens[loop.start : loop.end] if token]
    length = len(forms) // loop.count
    return loop.drifts and forms != forms[:length] * loop.count


def _finding(evidence: Evidence, stream: Words, loop: Loop, bead: int | None) -> Finding:
    place = stream.span(loop.start, loop.end)
    said = stream.text(loop.unit_start, loop.unit_end)
    quoted = said if len(said) <= LONGEST_QUOTE else said[: LONGEST_QUOTE - 1] + "…"
    return Finding(
        kind="repetition-loop",
        severity="critical" if loop.end - loop.start >= 12 else "major",
        confidence=loop.confidence,
        message=f"“{quoted}” is said {loop.count} times"
        + (", with changes" if _changes(stream, loop) else ""),
        reference=facing(evidence, bead, place.start, place.end),
        candidate=place,
        bead=bead,
        details={"unit": said, "count": loop.count},
    )
