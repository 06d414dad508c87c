"""Every threshold of the program, a class a room, each value with its unit and its source.

A value is here, and not beside its use, so that one object says what a score was computed with: the signature of a
report is made from it. The defaults were chosen on the development halves of the labelled sets that ``truecopy bench
quality`` reads; where the literature gives a value, it is named.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much is read, and how long that may take; 0 stands for no limit.

    For whoever reads what strangers send (compare/text/reading.py, compare/time_limits.py). No limit changes a result:
    a text is read whole or refused.
    """

    most_bytes: int = 20_000_000
    """Bytes of a file: three million words of English, four Bibles. A score of two such texts takes some minutes."""
    most_sentences: int = 250_000
    """Sentences of a text, or lines where a line counts as one; twenty million bytes of prose have fewer."""
    most_unpacked_bytes: int = 200_000_000
    """Bytes that a packed file (DOCX, PDF) may unpack to: prose packs to a third, a trap to a thousandth."""
    most_parts: int = 5_000
    """Files inside a DOCX, pages of a PDF."""
    most_depth: int = 200
    """Elements inside each other in the XML of a DOCX; tables in tables reach 50."""
    reading_seconds: float = 60.0
    """Seconds for one file that is unpacked (DOCX, PDF, HTML); a book of 1,000 pages takes 20."""
    seconds: float = 600.0
    """Seconds for the whole of a command, or of one row of a batch, or one comparison in the viewer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutSettings:
    """Blocks, roles, and lines broken in mid-sentence (compare/text/layout.py)."""

    longest_title_words: int = 22
    """Words; a longer line without a full stop is a paragraph that lost its end."""
    longest_furniture_words: int = 60
    """Words; longer blocks are judged as prose whatever words they hold."""
    longest_furniture_chars: int = 600
    """Code points; the same limit for scripts without spaces, and a bound on the cost of judging."""
    longest_label_words: int = 14
    """Words of a line such as "Photo: …" or "Tags: …"; a longer one is a sentence that begins with such a word."""
    comments_share: float = 0.5
    """Words after a line that announces comments, against those before it, up to which they are comments."""
    furniture_share: float = 0.3
    """Share of a block's words that must be phrases of web pages; on prose about such pages it stays under 0.25."""
    shortest_prose_words: int = 20
    """Words; the first and the last block of this length bound the text, what is outside is head and foot."""
    shortest_broken_chars: int = 40
    """Code points of a line that may go on after a blank line; a shorter one is a heading or a list item."""
    longest_wrapped_chars: int = 120
    """Code points; lines of hand-wrapped text are shorter, paragraphs written on one line longer."""
    wrapped_share: float = 0.7
    """Share of the lines that have a next line which must be nearly full for a text to count as wrapped."""
    running_head_count: int = 3
    """How often a short line must return, but for its digits, to be the running head of a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignSettings:
    """Similarity of sentences, beads, moves (compare/align/)."""

    most_rarity: float = 14.0
    """Nats beyond which a word is no rarer for the likeness of sentences: a misspelling tells no more than a name."""
    number_rarity: float = 9.0
    """Nats that a number weighs with, whatever its digits: as much as a word one in 8,000."""
    plain_rarity: float = 18.0
    """Nats of two words together up to which they are plain enough to be read into an unknown one without a space."""
    common_rarity: float = 3.5
    """Nats that count as nothing: what is as frequent as "the" and "and" tells no two sentences apart."""
    least_weight: float = 0.1
    """Nats that every word weighs at least with, so that "It was so." has words at all."""
    kin_strength: float = 0.6
    """Part of its weight with which a word counts where the other sentence has a kindred one."""
    name_rarity: float = 10.5
    """Nats from which on a word can be a name that the other side spells otherwise."""
    name_similarity: float = 0.675
    """1 - edit distance / letters, of the names and of their consonants on average, from which on they may be one."""
    name_pairs: int = 1_000_000
    """Pairs of such words up to which they are compared (0.3 s)."""
    run_in_words: int = 4
    """Words that a sentence left alone must have to be sought in the partner of its neighbour."""
    run_in_content: int = 2
    """Words of content among them that must stand there."""
    run_in_share: float = 0.6
    """Share of words in common, in order, that each half of the partner must have with its own sentence."""
    fact_similarity: float = 0.6
    """Indel similarity of letters and digits from which on two names, or a value and misread words, are one fact."""
    path_trust: float = 0.7
    """What a nat of log-odds of the first look counts in the sum over all ways; below 1, since clues overlap."""
    path_skip: float = 0.1
    """Nats that it costs a way to leave a sentence alone (0.1 to 0.5 measured alike)."""
    path_extend: float = 1.0
    """Nats that it costs a way to give a sentence one more partner."""
    safe_chance: float = 0.6
    """Probability from which on a one-to-one link of the first look is built upon (0.5 and 0.75 measured alike)."""
    least_chance: float = 0.3
    """Probability below which no link is told, however free the retelling: half of an F1 of 0.6."""
    least_hope: float = 0.45
    """F1 that can be hoped for, below which two texts are rather strangers (true pairs of fables hope for 0.5 on)."""
    stranger_chance: float = 0.5
    """Probability that a link must have between such texts."""
    stray_similarity: float = 0.3
    """Share of their weight that two sentences of different windows must share to count as moved."""
    fragment_words: int = 3
    """Words up to which a sentence without a word of content is a fragment of the sentence before it."""
    refrain_times: float = 2.0
    """Times that each different line stands on a side, on average, from which on a text counts as refrains."""
    copy_links: int = 5
    """Links from which on a pair of texts can be told to be a near copy."""
    doubtful_share: float = 0.2
    """Share of the links that may be doubtful in a near copy (0.1 and 0.2 measured alike on mutated chapters)."""
    certain_chance: float = 0.99
    """Probability from which on a link counts as next to certain; at 1 the pair is a near copy in full."""
    copy_chance: float = 0.85
    """Probability that a link must have in a near copy."""
    moved_chance: float = 0.6
    """Probability that a link must have to count as a move; below it no true move of the news was lost."""
    window_sentences: int = 250
    """Sentences a side of the windows that a long text is cut into; cost a sentence grows with it (8 ms at 1,000)."""
    excerpt_sentences: int = 3
    """Sentences without a partner, before the first or after the last one, from which on a side can be an excerpt."""
    excerpt_share: float = 0.25
    """Their words, as a share of the words between the first and the last partner; less counts as a loss."""
    gap_sentences: int = 4
    """Sentences in a row that whole paragraphs of an excerpt leave out without a mark; fewer count as a loss."""
    gap_copied: float = 0.6
    """Share of the reference's words from which on a candidate is a copy with losses rather than an excerpt."""
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

    omission_confidence: float = 0.55
    """Confidence from which an unmatched phrase of the reference is told as dropped; about 5 % false alarm."""
    addition_confidence: float = 0.66
    """Confidence from which an unmatched phrase of the candidate is told as added; about 5 % false alarm."""
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

    This price and the sixteen that follow: chosen on the development halves of demetr, ted_mqm and news_mqm. Halving or
    doubling one changes the agreement by less than half a point, except for these three, which hold each other in
    balance: `replace_cost`, `delete_cost`, `letters_added_cost`.
    """
    delete_cost: float = 1.1
    """Price of weight that is missing with nothing in its place."""
    insert_cost: float = 0.35
    """Price of weight that only the candidate has, with nothing missing for it."""
    surplus_share: float = 0.2
    """Share of the reference's weight that a wordy but sound translation adds; what goes beyond is surplus."""
    surplus_cost: float = 1.0
    """Price of surplus weight, beside `insert_cost`: invented text. Chosen on planted additions as well."""
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
    bootstrap_samples: int = 1000
    """Samples of an interval; Koehn (2004) has 1000."""
    bootstrap_seed: int = 12345
    """Seed of every random choice, as in sacrebleu."""
    fewest_units: int = 10
    """Paragraphs, or where there are fewer beads, below which an interval is only a hint and the report says so."""
    paragraph_units: int = 15
    """Paragraphs from which on the bootstrap draws paragraphs, not beads: neighbours share their faults."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilySettings:
    """When two texts are versions of one piece (compare/scores/kinship.py, compare/families/).

    Chosen on the development halves of onestop (whole and as excerpts), news_mqm, ted_mqm, ablit and bible, pooled.
    """

    shingle_words: int = 3
    """Words of a shingle; Broder (1997) took 10 for near copies, simplified texts keep no run so long."""
    candidate_containment: float = 0.02
    """Share of the shorter text's shingles from which on two texts are looked at closely."""
    candidate_shingles: int = 3
    """Shared shingles from which on two texts are looked at closely."""
    shingle_documents: int = 32
    """Documents that may hold a shingle; what more of them hold is idiom or furniture and only links neighbours."""
    common_rarity: float = 4.0
    """Rarity in nats below which a word says nothing of kinship ("the", "of", "was")."""
    rarity_ceiling: float = 8.0
    """Nats above `common_rarity` from which a word is not felt to be rarer still."""
    sentence_weight: float = 8.0
    """Nats that a sentence must hold to be asked for a partner: two words of middling rarity."""
    partner_weight: float = 0.3
    """Share of a sentence's weight that its partner must hold."""
    partner_words: int = 2
    """Words of weight that two partners must share."""
    fewest_partners: int = 2
    """Partners without which nothing is evidence but copied words."""
    same_piece_evidence: float = 0.33
    """Shares of words with a partner in order and of shingles, added, from which on two texts are one piece."""
    sure_evidence: float = 0.9
    """The same, from which on one pair of texts is enough to join two groups of any size."""
    doubted_pairs: int = 9
    """Pairs of members of two groups from which on one pair below `sure_evidence` may be chance."""
    overlap_partners: int = 3
    """Sentences that the end of one excerpt shares with the beginning of another of the same piece."""
    overlap_edge: int = 1
    """Sentences that may stand before the first of them, or after the last."""
    overlap_pair_containment: float = 0.06
    """Share of the shorter text's shingles from which on two shared sentences are enough, at the very edges."""
    overlap_density: float = 0.7
    """Share of the sentences of the overlap that have partners, and have them in order."""
    copied_containment: float = 0.5
    """Share of the shorter text's shingles that settles it where a text is too short for two partners."""
    furniture_documents: int = 3
    """Other texts that hold a sentence word for word from which on it may be furniture of the collection."""
    furniture_rest: float = 0.2
    """Share of a text beside such sentences which, if it has no partners either, shows them to be furniture."""
    excerpt_gap: float = 0.2
    """Share of the fullest version, in one stretch, whose lack makes a member an excerpt."""
    near_copy_resemblance: float = 0.7
    """Jaccard resemblance of shingles from which on a member is a near copy of the fullest (Broder 1997)."""
    retold_coverage: float = 0.6
    """Share of both sides' words with a partner in the alignment from which on two texts are one piece (`score`)."""
    doubtful_coverage: float = 0.3
    """The same where kinship is doubtful, not nought: so 69 % of fables told twice are seen, and 0.5 % of strangers."""
    doubtful_evidence: float = 0.1
    """Kinship that is doubtful but not nought."""
    ocr_findings: int = 3
    """Scanning errors from which on a version may have been scanned."""
    ocr_rate: float = 4.0
    """The same, for 1,000 words."""
    machine_findings: int = 4
    """Grave faults of sense from which on a version may be machine-made; one loop is enough."""
    machine_rate: float = 8.0
    """The same, for 1,000 words."""
    retold_kept: float = 0.6
    """Share of words that corresponding sentences have in common, below which a version is retold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All settings of one run."""

    limits: Limits = field(default_factory=Limits)
    layout: LayoutSettings = field(default_factory=LayoutSettings)
    align: AlignSettings = field(default_factory=AlignSettings)
    findings: FindingSettings = field(default_factory=FindingSettings)
    scores: ScoreSettings = field(default_factory=ScoreSettings)
    families: FamilySettings = field(default_factory=FamilySettings)


DEFAULTS: Final = Settings()
