"""Loops inside a token: "WhiteWhiteWhite", a row of dots that does not end.

A long token is compared with itself shifted by each short period, as a text is in repeats.tandem_runs.
Words that repeat a syllable by nature exist ("couscous") or are sounds ("hahaha"), so the unit must be long
or said many times, and a token that a word list knows is left alone. Rows of marks are a way of drawing (a
rule, a leader to a page number, a blank to fill in), so only those count that run on within a sentence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from compare.findings.clues.repeats import Run, tandem_runs
from compare.findings.clues.strange_words import strange_places
from compare.findings.clues.stream import beads_of_candidate, facing, own_sentences, reference_tokens
from compare.model import Finding
from compare.text.lexicon import known

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compare.findings.evidence import Evidence
    from compare.model import Token
    from compare.settings import RepeatSettings

ROW_MARKS: Final = frozenset(".…,;:!?·•")
MARKS_IN_A_ROW: Final = re.compile(r"[.…,;:!?·•]\s*[.…,;:!?·•]")


def find(evidence: Evidence) -> Iterator[Finding]:
    """Find tokens that repeat themselves, and rows of one mark inside a sentence."""
    document = evidence.candidate.document
    beads = beads_of_candidate(evidence)
    strange = strange_places(evidence)
    for sentence, tokens in own_sentences(evidence):
        if sentence.role == "elision":
            continue
        places = [
            *_inside(tokens, strange[sentence.index], document.language, evidence.settings.repeats),
            *(
                _rows(tokens, evidence.settings.repeats.row_marks)
                if MARKS_IN_A_ROW.search(sentence.text)
                else ()
            ),
        ]
        if not places:
            continue
        bead = beads.get(sentence.index)
        there = {token.form for token in reference_tokens(evidence, bead)}
        for token, run, end in places:
            if token.form in there:
                continue
            unit = token.text[run.start : run.start + run.period]
            place = document.span(token.start, end)
            yield Finding(
                kind="repetition-loop",
                severity="major",
                confidence=0.9,
                message=f"“{unit}” is said {run.times} times without a space",
                reference=facing(evidence, bead, place.start, place.end),
                candidate=place,
                bead=bead,
                details={"unit": unit, "count": run.times},
            )


def _inside(
    tokens: tuple[Token, ...], strange: tuple[int, ...], language: str, settings: RepeatSettings
) -> Iterator[tuple[Token, Run, int]]:
    """Words that hold one unit several times over: the token, the run in its text, where it ends in the document."""
    for place in strange:
        token = tokens[place]
        if (
            token.kind != "word"
            or token.end - token.start < settings.token_letters
            or not token.text.isalpha()
        ):
            continue
        letters = token.text.casefold()
        if len(set(letters)) > len(letters) / 2 or known(token.form, language):
            continue
        import numpy as np

        runs = tandem_runs(np.frombuffer(letters.encode("utf-32-le"), dtype=np.int32), settings.token_period)
        looped = [run for run in runs if _is_loop(letters, run)]
        if looped:
            yield token, max(looped, key=lambda run: (run.end - run.start, -run.start)), token.end


def _is_loop(letters: str, run: Run) -> bool:
    """Whether a run of characters is more than a long sound: "sooooo", "hahaha", "blahblahblah" are none."""
    unit = letters[run.start : run.start + run.period]
    if not unit.isalpha() or 2 * (run.end - run.start) < len(letters):
        return False
    if run.period == 1:
        return run.times >= 12
    if run.period == 2:
        return run.times >= 8
    return run.times >= 4 or (run.times == 3 and run.period >= 4 and known(unit))


def _rows(tokens: tuple[Token, ...], longest: int) -> Iterator[tuple[Token, Run, int]]:
    """Rows of one mark that run on inside a sentence; at the end of a line a page number may follow a leader."""
    at = 0
    while at < len(tokens):
        first = at
        mark = tokens[first].text[:1]
        while at < len(tokens) and tokens[at].kind == "mark" and set(tokens[at].text) == {mark}:
            at += 1
        if at == first:
            at += 1
            continue
        length = sum(len(token.text) for token in tokens[first:at])
        if mark not in ROW_MARKS or length <= longest or first == 0:
            continue
        if len(tokens) - at <= 1 and at < len(tokens) and tokens[at].kind == "number":
            continue  # "Chapter one ........ 12"
        yield tokens[first], Run(0, length, 1), tokens[at - 1].end
