"""Every threshold of the program, a class a room, each value with its unit and its source.

A value is here, and not beside its use, so that one object says what a score was computed with: the signature of a
report is made from it. The defaults were chosen on the development halves of the labelled sets that ``truecopy bench
quality`` reads; where the literature gives a value, it is named.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutSettings:
    """Blocks, roles, and lines broken in mid-sentence (compare/text/layout.py)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignSettings:
    """Similarity of sentences, beads, moves (compare/align/)."""

    difflib_words: int = 400
    """Words of both sides of a bead up to which difflib aligns them; RapidFuzz beyond (measured: 1 ms a bead)."""
    difflib_pairs_per_word: int = 12
    """Equal words on the other side, a word, up to which difflib aligns a bead; loops go to RapidFuzz."""
    gap_cells: int = 10_000
    """Word pairs of one gap up to which stems and near forms are looked for (10 ms)."""
    near_letters: int = 4
    """Letters from which on a word can have a near form; "car" and "cat" are two words."""
    near_similarity: float = 0.7
    """1 - edit distance / letters of the longer word, from which on two words are near forms."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingSettings:
    """When a detector speaks, and how sure it is (compare/findings/)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreSettings:
    """Weights of the fidelity, of MQM severities, and the bootstrap (compare/scores/)."""

    critical_weight: float = 25.0
    """MQM points of a critical error; Freitag et al. (2021), table 4, has 25 for non-translation."""
    major_weight: float = 5.0
    """MQM points of a major error; Freitag et al. (2021), table 4."""
    minor_weight: float = 1.0
    """MQM points of a minor error; Freitag et al. (2021), table 4."""
    minor_punctuation_weight: float = 0.1
    """MQM points of a minor error of punctuation; Freitag et al. (2021), table 4."""
    mark_weight: float = 0.1
    """Weight of a punctuation mark; a content word weighs about 1. By reason."""
    function_word_weight: float = 0.3
    """Weight of a function word."""
    content_word_weight: float = 1.0
    """Weight of a content word of middling rarity; from half to one and a half times this."""
    rarity_ceiling: float = 16.0
    """Rarity in nats from which a word is not felt to be rarer still."""
    number_weight: float = 1.5
    """Weight of a number."""
    delete_cost: float = 1.0
    """Cost of a dropped word, in its weights."""
    replace_cost: float = 0.8
    """Cost of a word set in the place of another; below `delete_cost`, since a reader still learns that something stood here."""
    insert_cost: float = 0.5
    """Cost of an added word, in its weights."""
    stem_cost: float = 0.2
    """Cost of another form of the same stem."""
    near_cost: float = 0.3
    """Cost of a near form: a misspelling, most often."""
    order_cost: float = 0.3
    """Cost of words that moved inside their bead."""
    style_cost: float = 0.003
    """Cost of a difference in style alone; all words so would leave 99.7."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All settings of one run."""

    layout: LayoutSettings = field(default_factory=LayoutSettings)
    align: AlignSettings = field(default_factory=AlignSettings)
    findings: FindingSettings = field(default_factory=FindingSettings)
    scores: ScoreSettings = field(default_factory=ScoreSettings)


DEFAULTS: Final = Settings()
