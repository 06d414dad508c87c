"""Long texts: cut into windows without a change of the result, with moves from window to window."""

from __future__ import annotations

import random
import time
from itertools import pairwise

from compare.align import align_sentences
from compare.align.windows import windows
from compare.settings import DEFAULTS
from compare.text.tokens import tokenize

SYLLABLES = [one + two for one in "bdfgklmnprstvz" for two in ("a", "e", "i", "o", "u", "an", "el", "or")]


def invented(count: int, seed: int = 1) -> list[str]:
    """Sentences of invented words, each with some that are its own."""
    dice = random.Random(seed)
    words = ["".join(dice.choices(SYLLABLES, k=dice.randint(2, 4))) for _ in range(4000)]
    return [" ".join(dice.choices(words, k=dice.randint(6, 14))).capitalize() + "." for _ in range(count)]


def test_windows_follow_each_other_and_cover_both_sides() -> None:
    lines = [tokenize(line) for line in invented(1300)]
    cut = windows(lines, lines[:400] + lines[500:], settings=DEFAULTS.align)
    assert len(cut) > 1
    assert (cut[0][0], cut[0][2]) == (0, 0)
    assert (cut[-1][1], cut[-1][3]) == (1300, 1200)
    for before, after in pairwise(cut):
        assert (before[1], before[3]) == (after[0], after[2])


def test_a_long_text_loses_nothing_at_the_cuts() -> None:
    reference = invented(1300)
    candidate = [line for place, line in enumerate(reference) if place % 11]
    beads = align_sentences(reference, candidate).beads
    dropped = [bead.reference[0] for bead in beads if bead.kind == "dropped"]
    assert dropped == [place for place in range(1300) if place % 11 == 0]
    assert {bead.kind for bead in beads} == {"dropped", "equal"}


def test_a_passage_that_moved_across_windows_is_found() -> None:
    reference = invented(1300)
    passage = [line.replace(" ", " indeed ", 1) for line in reference[100:103]]
    candidate = reference[:100] + reference[103:1200] + passage + reference[1200:]
    moved = [bead for bead in align_sentences(reference, candidate).beads if bead.moved]
    assert [(bead.reference, bead.candidate) for bead in moved] == [
        ((place,), (1097 + place,)) for place in (100, 101, 102)
    ]


def test_thousands_of_equal_lines_stay_cheap() -> None:
    start = time.perf_counter()
    beads = align_sentences(["No."] * 20_000, ["No."] * 19_500).beads
    assert time.perf_counter() - start < 20.0
    assert sum(bool(bead.reference and bead.candidate) for bead in beads) > 19_000
