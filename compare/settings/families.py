"""Thresholds of kinship: when two texts are versions of one piece."""

from __future__ import annotations

from dataclasses import dataclass


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
