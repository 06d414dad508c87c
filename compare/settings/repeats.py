"""Thresholds of what is said again: doubled words, loops of words, of sentences and inside a word."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class RepeatSettings:
    """When a repetition is told (compare/findings/: doubled_words, loops, repeated_sentences, token_loops)."""

    doubled_everyday: float = 10.0
    """Nats of a doubled word up to which it is no name: "City City" is none, "Bari Bari" may be one."""
    doubled_rarest: float = 16.0
    """Nats of a doubled word from which on it is a name made so: "ylang ylang", "mahi mahi"."""
    doubled_likeness: float = 0.6
    """Likeness of a doubled name and one of the reference from which on they are one: "Erdugan" for "Erdoğan"."""
    sentences_period: int = 24
    """Sentences of a passage that is said again, at most: a paragraph or two."""
    sentences_words: int = 8
    """Words of a passage that hardly anybody says twice in a row on purpose."""
    sentences_fewest_words: int = 3
    """Words of a shorter one that is told where it comes often."""
    sentences_rounds: int = 4
    """How often that is."""
    token_letters: int = 8
    """Code points of a word that may hold a loop inside."""
    token_period: int = 40
    """Code points of the unit of such a loop, at most."""
    row_marks: int = 7
    """Dots in a row that a writer may set for a silence."""
    drift_gap: int = 3
    """New words in a row that a drifting loop may hold."""
    drift_detour: int = 8
    """Words in a row, all of them said in the loop before, but in no pair that was."""
    drift_words: int = 8
    """Words of a stretch in which pairs come back without one exact round."""
    drift_share: float = 0.6
    """Share of those words that end a pair said before; genealogies ("the son of X") have 0.5."""
    drift_period: int = 4
    """Words of a unit said twice from which on the loop is followed over its ends."""
    clause_words: int = 3
    """Words of a clause said twice, with a mark between, that is told where the reference says it once."""
    item_words: int = 3
    """Words of a round that may be parts of three items of a list, at most."""
    echo_gap: int = 3
    """Words between two times of a phrase in the reference, up to which they excuse one that is said twice in a row."""
    source_characters: int = 4_000
    """Code points of a source text up to which it is asked; a longer one is a document, where something repeats."""
    again_content: float = 4.0
    """Words of content, in their order, that a clause said again says more often than the reference; less for gaps."""
    again_gap: int = 2
    """Words of content between two shared ones, at most."""
    again_cost: float = 0.4
    """Points that each of them costs."""
    again_pairs: int = 3_000
    """Pairs of equal words of content up to which a passage is aligned with itself; a long sentence has 300."""
    again_fragment: int = 5
    """Words of a piece left over that stands alone at the end of a passage."""
    again_rhetoric: float = 0.25
    """Share of the reference's pairs of words that were said before in the passage, from which on it is rhetoric."""
