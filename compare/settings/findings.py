"""Thresholds of the detectors that set a candidate against its reference, and of what is settled between them."""

from __future__ import annotations

from dataclasses import dataclass, field

from compare.settings.damage import DamageSettings
from compare.settings.repeats import RepeatSettings
from compare.settings.spelling import SpellingSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingSettings:
    """When a detector speaks, and how sure it is (compare/findings/)."""

    repeats: RepeatSettings = field(default_factory=RepeatSettings)
    """Of what is said again, beside the loops below."""
    damage: DamageSettings = field(default_factory=DamageSettings)
    """Of damage."""
    spelling: SpellingSettings = field(default_factory=SpellingSettings)
    """Of misspellings."""
    omission_confidence: float = 0.52
    """Confidence from which an unmatched phrase of the reference is told as dropped; about 5 % false alarm."""
    addition_confidence: float = 0.64
    """Confidence from which an unmatched phrase of the candidate is told as added; about 5 % false alarm."""
    told_in_versions: float = 0.35
    """Confidence below which a change of meaning is a hint in a version of its own: there two of three are none."""
    trust_in_versions: tuple[tuple[str, float], ...] = (
        ("added-clause", 0.6),
        ("added-clause/short", 0.25),
        ("dropped-clause/short", 0.55),
        ("dropped-name", 0.8),
        ("name", 0.9),
        ("meaning/bound", 0.6),
        ("meaning/look-alike", 0.4),
        ("meaning/opposite", 0.5),
        ("meaning/relation", 0.6),
        ("meaning/replaced", 0.7),
        ("meaning/time", 0.6),
        ("polarity", 0.6),
        ("spelling", 0.65),
    )
    """Factors of confidence in a version of its own, by kind and sort (findings/trust.py tells what they rest on)."""
    synonyms: str = ""
    """Where synonyms are looked up beside our own lists: ``"wordnet"``, or nowhere else (text/wordnet.py)."""
    kept_names: tuple[str, ...] = ()
    """Names that must be kept as written: the user's list, empty by itself (findings/kept_words.py)."""
    kept_terms: tuple[str, ...] = ()
    """Terms that must be kept; another capital and the plural are theirs too."""
    kept_confidence: float = 0.97
    """Confidence of a name or term of the list that is not kept: the user has said so."""
    kept_letters: int = 4
    """Letters of a name of the list from which on near forms are looked for without a reference."""
    kept_likeness: float = 0.75
    """Likeness of such a near form; 1 - edits / letters."""
    ocr_faced: float = 0.97
    """Confidence of a scanning error that faces the right word; as sure as of a number, so that it is told instead."""
    most_pairs: int = 40_000
    """Values or names of a bead, on one side times on the other, from which on nothing is said of them (0.1 s)."""
    name_corrupted: float = 0.9
    """Confidence of a name in a near form that cannot be meant (findings/names.py; all from DEMETR's dev half)."""
    name_variant: float = 0.5
    """Confidence of a name in another spelling."""
    name_miscopied: float = 0.85
    """The same in a text that is written after the reference word for word."""
    name_miscopied_here: float = 0.7
    """The same in a sentence that is written after the reference, in a text that is not, or is one sentence long."""
    copy_share: float = 0.85
    """Share of the words of both sides, unchanged and in order, from which on the candidate is a copy."""
    copy_words: int = 40
    """Unchanged words that a copied text has at least."""
    copy_bead_share: float = 0.88
    """The share for one sentence; independent translations of news keep 0.5 on average."""
    copy_bead_words: int = 7
    """Unchanged words that a copied sentence has at least."""
    free_bead_share: float = 0.45
    """Share of words kept in order below which a sentence is worded freely; translations of news keep 0.5 to 0.7."""
    wording_words: int = 6
    """Words of a reference sentence from which on it tells how freely the candidate is worded."""
    wording_beads: int = 3
    """Such sentences without which nothing is said of the candidate's manner."""
    literal_share: float = 0.8
    """Share of kept words from which on a text or a sentence is a copy; light editing keeps 0.87 (median of beads)."""
    free_share: float = 0.65
    """The same at which it is a version of its own: the best that two translations by people keep."""
    wording_reach: int = 5
    """Words on either side of a departure that say whether it is the only one there."""
    literal_around: float = 0.85
    """Share of them that are the same, from which on a departure tells as much as in a copy."""
    free_around: float = 0.65
    """The same at which it tells as little as free wording does."""
    reworded_length: float = 0.4
    """Words of the shorter of two stretches that face each other in a gap, as a share of the longer's."""
    reworded_akin: float = 0.3
    """Weight of their content that must be akin for one to be the other in other words in a copy; free versions: 0."""
    elsewhere_share: float = 0.65
    """Weight of what is missing that must stand in a neighbouring sentence to have moved there, in a copy."""
    elsewhere_share_free: float = 0.4
    """The same in a free version."""
    room_gain: float = 0.1
    """Nats by which the lengths of a neighbour's sides agree better with a lone sentence, for it to be said there."""
    room_share: float = 0.8
    """Weight of what is left over there, in that of the lone sentence."""
    said_content: float = 1.2
    """Weight of content, about one a rare word, below which a lone sentence of a free version says next to nothing."""
    name_replaced: float = 0.95
    """Confidence of one sure name in the place of another."""
    name_replaced_doubtful: float = 0.9
    """The same where one of them is also a word of the language, or a part of a name."""
    name_lost: float = 0.9
    """Confidence of a lost name."""
    name_lost_scarred: float = 0.95
    """The same where the sentence has a scar."""
    name_lost_doubtful: float = 0.75
    """The same where the words need not be a name."""
    name_free: float = 0.5
    """How freely a sentence must be worded, 0 to 1, for a name in it to be taken up by other means."""
    name_taken_up: int = 4
    """Sentences back that a free version may have named what it takes up without its name: about a paragraph."""
    name_gained: float = 0.7
    """Confidence of a name of several words that the reference has nowhere."""
    name_scar: float = 2.0
    """Points of a scar (findings/clues/vacancies.py) from which a word of the language is missed as a name."""
    name_deep_scar: float = 3.4
    """Points of a scar that no sound sentence has."""
    name_place: float = 3.05
    """Points of a place with the same neighbours as in the reference; both of them content words give 3."""
    name_doubtful_place: float = 1.4
    """Points of a place from which a lost word with a capital that may be no name is told."""
    name_rarity: float = 12.0
    """Nats from which an opening word is missed as a name."""
    name_near: float = 0.75
    """Likeness of a near form; 1 - edits / letters."""
    number_affinity: float = 2.0
    """Points from which two unequal values stand for each other (findings/numbers.py)."""
    number_exchanged: float = 0.8
    """Confidence of two values of one sentence that changed places (findings/exchanged.py)."""
    name_exchanged: float = 0.8
    """The same of two names (findings/exchanged_names.py)."""
    number_sure_affinity: float = 4.0
    """Points from which such a pair is nearly sure."""
    loop_longest_period: int = 64
    """Words of a loop's unit, at most (findings/loops.py); longer units are whole sentences."""
    loop_reach: int = 48
    """Words back that a phrase may have been said to count as said again."""
    loop_sure_period: int = 6
    """Words of a unit that people hardly say twice in a row on purpose; from published text, see the bench."""
    loop_many_rounds: int = 5
    """Rounds from which on also a word with a conjunction is a loop: "and come, and come" is a way of speaking."""
    loop_echo_content: int = 6
    """Words of content of a phrase that no translator says again where the reference does not."""
    loop_fewest_rounds: int = 3
    """Times that a loop without one exact round says its commonest word of content."""
    loop_new_share: float = 0.4
    """Different words of content in such a loop for each word of content in it, at most; rhetoric has more."""
    loop_filling_share: float = 0.4
    """Share of a sentence's words that a phrase said twice, with others between, must fill."""
    loop_excused_share: float = 0.5
    """Share of the extra times that the reference must say it too, on average over the stems."""
