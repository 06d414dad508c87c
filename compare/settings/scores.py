"""Weights of the scores."""

from __future__ import annotations

from dataclasses import dataclass


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
    mark_weight: float = 0.15
    """Weight of a punctuation mark; a content word weighs 0.5 to 2 (compare/scores/weights.py). By reason."""
    number_weight: float = 1.5
    """Weight of a number, as of a rather rare word. By reason."""
    replace_cost: float = 0.8
    """Price of weight with other words in its place; below `delete_cost`: a reader learns that something stood here.

    This price and the seventeen that follow: chosen on the development halves of demetr, ted_mqm and news_mqm.
    Halving or doubling one changes the agreement by less than half a point, except for these three, which hold each
    other in balance: `replace_cost`, `delete_cost`, `letters_added_cost`.
    """
    kindred_share: float = 0.75
    """Share of a word's weight that does not count as replaced where a kindred word has its place."""
    delete_cost: float = 1.1
    """Price of weight that is missing with nothing in its place."""
    insert_cost: float = 0.35
    """Price of weight that only the candidate has, with nothing missing for it."""
    surplus_share: float = 0.2
    """Share of the reference's weight that a wordy but sound translation adds; what goes beyond is surplus."""
    surplus_cost: float = 0.6
    """Price of surplus weight, beside `insert_cost`: invented text. Chosen on planted additions as well.

    With 1.0, taking a true word out of a sentence that also has an invented phrase raised its fidelity now and then:
    the phrase then stood for something. The two prices together may hardly exceed `replace_cost`.
    """
    order_cost: float = 0.2
    """Price of weight in another place of its bead."""
    letters_missing_cost: float = 0.08
    """Price of a character 4-gram that the candidate lacks, in words."""
    letters_added_cost: float = 0.035
    """Price of a character 4-gram that only the candidate has, in words."""
    unknown_word_cost: float = 0.5
    """Price of a word that neither the reference nor the language has, in words."""
    doubled_word_cost: float = 0.6
    """Price of a word said twice in a row, in words."""
    said_again_cost: float = 0.3
    """Price of three words in a row that were said before, in words."""
    marks_cost: float = 0.1
    """Price of a mark that only one side has, in words."""
    negation_cost: float = 0.5
    """Price of a "not" that only one side has, in words, beside what the word itself weighs."""
    seam_cost: float = 0.15
    """Price of a place where neighbours were parted, in words."""
    hole_cost: float = 0.5
    """Price of neighbours that no sound sentence has, in words: what was cut out between them is not known."""
    manner_cost: float = 1.0
    """Price of the setting of a sentence, which compare/scores/manner.py counts in words."""
    style_cost: float = 0.004
    """Price of weight that differs in style alone: a text all in another style keeps 99.6."""
    moved_bead_cost: float = 0.02
    """Price of the weight of a bead that stands elsewhere in the text. By reason."""
    finding_cost: float = 0.2
    """Price of a finding beside what its words cost, in words for each MQM point and unit of confidence."""
    loop_cost: float = 0.8
    """The same for a loop. With 0.2, six of a hundred looping translations scored above another; with 0.8, four.

    Chosen on planted loops; agreement with raters is the same from 0.2 to 3.2.
    """
    bootstrap_samples: int = 1000
    """Samples of an interval; Koehn (2004) has 1000."""
    bootstrap_seed: int = 12345
    """Seed of every random choice, as in sacrebleu."""
    fewest_units: int = 10
    """Paragraphs, or where there are fewer beads, below which an interval is only a hint and the report says so."""
    paragraph_units: int = 15
    """Paragraphs from which on the bootstrap draws paragraphs, not beads: neighbours share their faults."""
