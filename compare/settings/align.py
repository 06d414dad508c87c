"""Thresholds of the alignment of sentences and words."""

from __future__ import annotations

from dataclasses import dataclass


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
    lone_words: int = 6
    """Words up to which two sentences alone at one place, between two links, are partners whatever they say."""
    lone_free_words: int = 10
    """The same in a free version (without this limit the links of four Bibles lose up to 0.002 of their F1)."""
    lone_length: float = 0.5
    """Words of the shorter of these, in those of the longer."""
    lone_neighbour: float = 0.2
    """Share of their weight that the sides of the links before and behind must share."""
    lone_links: float = 0.6
    """Links, in sentences of the side that has fewer, below which a place is no evidence."""
    lone_fewest_links: int = 3
    """Links without which nothing is known of the manner of a text."""
    free_likeness: float = 0.6
    """Likeness of the median link below which a version is worded freely."""
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
    quoted_sentences: int = 3
    """Sentences with a partner from which on a side can be told to quote the other one."""
    quoted_share: float = 0.5
    """Words of such a side that must be quoted ones: of a text that is half its own, what it adds are additions."""
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
