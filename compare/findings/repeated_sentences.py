"""Sentences and paragraphs said again: the loops whose unit is too long for the loops of words.

Each sentence is one number (its words, without marks and case), and the document a sequence of them, in
which runs are found as among words. A short line may come twice in a row (a shout, a refrain), so what is
repeated must be long, or come many times. What the reference repeats as well is excused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from compare.findings.clues.repeats import Run, numbered, tandem_runs
from compare.findings.clues.repeats_there import is_repeated_there
from compare.findings.clues.stream import beads_of_candidate, is_content
from compare.model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compare.findings.evidence import Evidence
    from compare.settings import RepeatSettings

LONGEST_QUOTE: Final = 60  # code points of the unit that a message quotes


def find(evidence: Evidence) -> Iterator[Finding]:
    """Find runs of equal sentences, or of equal sequences of sentences."""
    side = evidence.candidate
    document = side.document
    indices = [
        sentence.index
        for sentence in document.sentences
        if sentence.role in ("title", "body")
        and any(token.kind != "mark" for token in side.tokens[sentence.index])
    ]
    if len(indices) < 2:
        return
    keys: list[str | None] = [
        " ".join(token.form for token in side.tokens[index] if token.kind != "mark") for index in indices
    ]
    if len(set(keys)) == len(keys):
        return
    beads = beads_of_candidate(evidence)
    covered = 0
    for run in tandem_runs(numbered(keys), evidence.settings.repeats.sentences_period):
        if run.start < covered or not _is_loop(keys, run, evidence.settings.repeats):
            continue
        unit = indices[run.start : run.start + run.period]
        tokens = [token for token in side.tokens_of(unit) if token.kind != "mark"]
        if not any(is_content(token, document.language) for token in tokens):
            continue
        facing_beads = sorted({beads[index] for index in indices[run.start : run.end] if index in beads})
        if is_repeated_there(evidence, facing_beads, tokens, run.times, in_a_row=True):
            continue
        covered = run.end
        first, last = document.sentences[unit[0]], document.sentences[indices[run.end - 1]]
        said = " ".join(document.text[first.start : document.sentences[unit[-1]].end].split())
        quoted = said if len(said) <= LONGEST_QUOTE else said[: LONGEST_QUOTE - 1] + "…"
        yield Finding(
            kind="repetition-loop",
            severity="critical" if run.times > 2 else "major",
            confidence=0.95 if run.times > 2 else 0.85,
            message=f"“{quoted}” is said {run.times} times in a row",
            candidate=document.span(first.start, last.end),
            bead=facing_beads[0] if facing_beads else None,
            details={"unit": said, "count": run.times},
        )


def _is_loop(keys: list[str | None], run: Run, settings: RepeatSettings) -> bool:
    words = sum((keys[index] or "").count(" ") + 1 for index in range(run.start, run.start + run.period))
    if words >= settings.sentences_words:
        return True
    return run.times >= settings.sentences_rounds and words >= settings.sentences_fewest_words
