"""Quotation marks without a partner: speech that opens and never closes, or the other way round.

Speech goes on over sentences, and over paragraphs, each of which opens it again: so a paragraph is judged as a whole,
and with the one behind it. Straight marks tell nothing of their direction: the rest of the punctuation counts them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from compare.findings.clues.stream import beads_of_candidate
from compare.model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.findings.evidence import Evidence
    from compare.model import Sentence

PAIRS: Final[dict[str, tuple[str, str]]] = {"de": ("„«»", "“”«»"), "cs": ("„»", "“«"), "pl": ("„«", "”»")}
"""Opening and closing marks of languages that do not open with “ or «."""
COMMON: Final = ("“«", "”»")
ANY_MARK: Final = '"“”„«»'
DIRECTED: Final = re.compile("[“”„«»]")
WITH_REFERENCE: Final = 0.8
ALONE: Final = 0.6
MOST: Final = 3
"""Paragraphs with such a mark from which on it is a way of writing."""


def find(evidence: Evidence) -> Iterator[Finding]:
    """Find quotation marks whose partner is missing."""
    document = evidence.candidate.document
    blocks = _blocks(document.sentences)
    beads = beads_of_candidate(evidence)
    loose = _not_closed_later(
        document.text,
        [_loose(document.text, block, document.language) for block in blocks],
        document.language,
    )
    found = []
    for place, (block, at) in enumerate(zip(blocks, loose, strict=True)):
        if at is None or block[0].role != "body":
            continue
        mark = document.text[at]
        behind = blocks[place + 1] if place + 1 < len(blocks) else None
        if behind is not None and document.text[behind[0].start] == mark:
            continue  # the speaker goes on in the next paragraph
        sentence = next(sentence for sentence in block if sentence.start <= at < sentence.end)
        is_judged = _is_judged(evidence, block, beads)
        # without a reference a line alone says too little, speech may go on in the next; so does the end of a text,
        # which may have been cut there
        is_clear = len(block) > 1 and behind is not None
        if not is_judged and (evidence.reference is not None or not is_clear):
            continue
        found.append(
            Finding(
                kind="punctuation",
                severity="minor",
                confidence=WITH_REFERENCE if is_judged else ALONE,
                message=f"“{mark}” has no partner" if mark in "«»" else f"{mark} has no partner",
                candidate=document.span(at, at + 1),
                bead=beads.get(sentence.index),
                details={"within": "paragraph"},
            )
        )
    if evidence.reference is not None or len(found) < MOST:
        yield from found


def _blocks(sentences: Sequence[Sentence]) -> list[list[Sentence]]:
    blocks: list[list[Sentence]] = []
    for sentence in sentences:
        if blocks and blocks[-1][0].block == sentence.block:
            blocks[-1].append(sentence)
        else:
            blocks.append([sentence])
    return blocks


def _loose(text: str, block: Sequence[Sentence], language: str) -> int | None:
    """Give the place of the one mark of a paragraph that has no partner; none where the marks are of many minds."""
    start, end = block[0].start, block[-1].end
    opening, closing = PAIRS.get(language, COMMON)
    if text.find('"', start, end) >= 0:
        return None  # judged sentence by sentence, with the rest of the punctuation
    is_open: int | None = None
    loose: list[int] = []
    for match in DIRECTED.finditer(text, start, end):
        at, letter = match.start(), match[0]
        if letter == "”" and text[at - 1 : at].isdecimal() and is_open is None:
            continue  # 40” are inches
        if letter in opening and letter in closing:
            return None
        if letter in opening:
            if is_open is not None:
                loose.append(is_open)
            is_open = at
        elif letter in closing:
            if is_open is None:
                loose.append(at)
            is_open = None
    if is_open is not None:
        loose.append(is_open)
    return loose[0] if len(loose) == 1 else None


def _not_closed_later(text: str, loose: Sequence[int | None], language: str) -> list[int | None]:
    """Take out the marks of a quotation of several paragraphs: opened in one, closed in a later one."""
    closing = PAIRS.get(language, COMMON)[1]
    left = list(loose)
    before: int | None = None
    for place, at in enumerate(loose):
        if at is None:
            continue
        if text[at] not in closing:
            before = place
        elif before is not None:
            left[before] = left[place] = None
            before = None
    return left


def _is_judged(evidence: Evidence, block: Sequence[Sentence], beads: dict[int, int]) -> bool:
    """Whether the reference has whole pairs of marks where the paragraph has a loose one."""
    if evidence.reference is None:
        return False
    rows = sorted(
        {row for sentence in block if sentence.index in beads
         for row in evidence.alignment.beads[beads[sentence.index]].reference}
    )  # fmt: skip
    sentences = [evidence.reference.document.sentences[row] for row in rows]
    marks = sum(sentence.text.count(mark) for sentence in sentences for mark in ANY_MARK)
    here = sum(sentence.text.count(mark) for sentence in block for mark in ANY_MARK)
    return marks % 2 == 0 and abs(marks - here) == 1
