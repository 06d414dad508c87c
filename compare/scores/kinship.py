"""Kinship: whether two texts are versions of one piece, told without aligning them.

Two measures, whose sum decides:

- containment of word shingles (Broder 1997): the share of the shorter text's runs of words that stand in
  the longer. Not resemblance (Jaccard): an excerpt of a fifth would be a stranger to its own article;
- the share of the shorter text's words whose sentence finds a partner, and finds it in order. Two articles
  on one subject share its words, even its figures, but scattered; two versions of one piece have them
  sentence by sentence in a row.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from compare.settings import DEFAULTS, FamilySettings

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from compare.scores.vocabulary import Profile, Vocabulary

_FEWEST_SENTENCES: Final = 30
"""Below this many, the share of sentences that hold a word says little of how common it is."""
_LONGER_PARTNER: Final = 0.3
"""How much of a partner's weight counts against it: of two that hold the same words the shorter is
likelier."""
_COMMON_SHARE: Final = 0.05
"""Share of the sentences of both texts from which on a word is their subject and finds no partners."""
_FEW_PARTNERS: Final = 0.5
"""Partners by which the share is diminished: one counts two thirds, two count four fifths."""
_STEEPNESS: Final = 10.0
"""Of the logistic curve that turns the distance from the threshold into a confidence; by eye."""
_SUREST: Final = 0.99


@dataclass(frozen=True, slots=True, kw_only=True)
class Kinship:
    """What speaks for two texts being versions of one piece.

    ``containment`` is the share of the shorter text's shingles that the longer has, ``share`` the share of
    its words whose sentence has a partner, ``order`` the share of partners that stand in order (all 0 to
    1), ``partners`` their count. ``overlaps`` says that the end of one text is the beginning of the other:
    two excerpts of one piece that share little.
    """

    containment: float
    share: float
    order: float
    partners: int
    overlaps: bool

    @property
    def evidence(self) -> float:
        """The two measures in one, 0 to 2: versions of one piece have about 1, strangers less than 0.2.

        Partners out of order count little, and so do few of them: two partners may be two quotations.
        """
        certainty = self.partners / (self.partners + _FEW_PARTNERS)
        return self.share * self.order**2 * certainty + self.containment

    def is_same_piece(self, settings: FamilySettings = DEFAULTS.families) -> bool:
        """Say whether the two are versions of one piece."""
        if self.partners >= settings.fewest_partners and self.evidence >= settings.same_piece_evidence:
            return True
        return self.overlaps or self.containment >= settings.copied_containment

    def confidence(self, settings: FamilySettings = DEFAULTS.families) -> float:
        """Give how sure the answer is, 0.5 to 1."""
        distance = abs(self.evidence - settings.same_piece_evidence)
        if self.is_same_piece(settings) and self.evidence < settings.same_piece_evidence:
            distance = 0.1  # told by an overlap of two excerpts alone
        return round(min(_SUREST, 1 / (1 + math.exp(-_STEEPNESS * distance))), 2)


def shingles(profile: Profile, vocabulary: Vocabulary, count_words: int = 3) -> frozenset[tuple[int, ...]]:
    """Give every run of words of a text, as forms; a text shorter than a run is one run."""
    return _runs([vocabulary.forms[entry] for entry in profile.entries], count_words)


def _runs(forms: Sequence[int], count_words: int) -> frozenset[tuple[int, ...]]:
    if len(forms) < count_words:
        return frozenset([tuple(forms)] if forms else [])
    return frozenset(zip(*(forms[offset:] for offset in range(count_words)), strict=False))


def kinship(
    first: Profile,
    second: Profile,
    vocabulary: Vocabulary,
    *,
    without: Collection[int] = (),
    settings: FamilySettings = DEFAULTS.families,
) -> Kinship:
    """Measure the kinship of two texts; the order of the two does not matter.

    Args:
        first: one text.
        second: the other.
        vocabulary: the vocabulary of both.
        without: sentences of the shorter text, by place in its profile, that shall not count.
        settings: thresholds.
    """
    shorter, longer = ordered(first, second)
    left_out = frozenset(without)
    kept = [
        vocabulary.forms[entry]
        for place, sentence in enumerate(shorter.sentences())
        if place not in left_out
        for entry in sentence
    ]
    ours = _runs(kept, settings.shingle_words)
    theirs = shingles(longer, vocabulary, settings.shingle_words)
    smaller = min(len(ours), len(theirs))
    found = partners(shorter, longer, vocabulary, settings=settings)
    asked = matched = 0
    places = []
    for place, (length, partner) in enumerate(found):
        if length and place not in left_out:
            asked += length
            if partner is not None:
                matched += length
                places.append(partner)
    containment = len(ours & theirs) / smaller if smaller else 0.0
    return Kinship(
        containment=containment,
        share=matched / asked if asked else 0.0,
        order=rising_length(places) / len(places) if places else 0.0,
        partners=len(places),
        overlaps=_is_overlap([partner for _, partner in found], len(longer.ends), containment, settings),
    )


def _is_overlap(
    found: Sequence[int | None], columns: int, containment: float, settings: FamilySettings
) -> bool:
    """Say whether the beginning of one text is the end of the other, or the end its beginning.

    A quotation that two articles share stands inside both, or at an edge of one at the most.

    Args:
        found: the partner of each sentence of one text, as a place in the other.
        columns: sentences of the other text.
        containment: share of the shorter text's shingles that both have.
        settings: how close to the edges, how dense, how many.
    """
    rows = len(found)
    mirrored = [(row, None if column is None else columns - 1 - column) for row, column in enumerate(found)]
    ways = (list(enumerate(found)), [(rows - 1 - row, column) for row, column in reversed(mirrored)])
    for way in ways:
        pairs = [(row, column) for row, column in way if column is not None]
        for count in range(len(pairs), 1, -1):
            is_pair = count < settings.overlap_partners
            edge, density = (0, 1.0) if is_pair else (settings.overlap_edge, settings.overlap_density)
            inside = [column for _, column in pairs[:count]]
            row_span, column_span = pairs[count - 1][0] + 1, columns - min(inside)
            if (
                pairs[0][0] <= edge
                and max(inside) >= columns - 1 - edge
                and count >= density * row_span
                and count >= density**2 * column_span
                and rising_length(inside) >= density * count
                and (not is_pair or containment >= settings.overlap_pair_containment)
            ):
                return True
    return False


def ordered(first: Profile, second: Profile) -> tuple[Profile, Profile]:
    """Give the shorter text and the longer, the same two whichever came first."""
    key_first, key_second = (
        (len(profile.entries), len(profile.ends), profile.name) for profile in (first, second)
    )
    return (first, second) if key_first <= key_second else (second, first)


def partners(
    shorter: Profile, longer: Profile, vocabulary: Vocabulary, *, settings: FamilySettings = DEFAULTS.families
) -> list[tuple[int, int | None]]:
    """Give the length in words of each sentence of one text, and the place of its partner in the other.

    A sentence that says too little to be found again ("He did not.") has 0 words here: it counts neither
    way. Words weigh by their rarity in the language and in these two texts.
    """
    rows, columns = _weighted(shorter, vocabulary), _weighted(longer, vocabulary)
    counts = Counter(stem for sentence in (*rows, *columns) for stem in sentence)
    total = len(rows) + len(columns)
    scale = math.log(max(total, _FEWEST_SENTENCES) + 1)
    local = {stem: max(0.0, 1 - math.log(count) / scale) for stem, count in counts.items()}
    common = max(_FEWEST_SENTENCES // 3, int(_COMMON_SHARE * total))
    postings: dict[int, list[int]] = {}
    masses = []
    for column, sentence in enumerate(columns):
        masses.append(sum(weight * local[stem] for stem, weight in sentence.items()))
        for stem, weight in sentence.items():
            if weight > 0 and counts[stem] <= common:
                postings.setdefault(stem, []).append(column)
    found: list[tuple[int, int | None]] = []
    lengths = _lengths(shorter)
    for length, sentence in zip(lengths, rows, strict=True):
        mass = sum(weight * local[stem] for stem, weight in sentence.items())
        if mass < settings.sentence_weight:
            found.append((0, None))
            continue
        shared: dict[int, float] = {}
        shared_words: dict[int, int] = {}
        for stem, weight in sentence.items():
            for column in postings.get(stem, ()):
                shared[column] = shared.get(column, 0.0) + weight * local[stem]
                shared_words[column] = shared_words.get(column, 0) + 1
        best = min(
            shared,
            key=lambda column: (-shared[column] / (mass + _LONGER_PARTNER * masses[column]), column),
            default=None,
        )
        is_partner = (
            best is not None
            and shared[best] >= settings.partner_weight * mass
            and shared_words[best] >= settings.partner_words
        )
        found.append((length, best if is_partner else None))
    return found


def rising_length(places: Sequence[int]) -> int:
    """Give the length of the longest part of a sequence that never falls (Schensted 1961).

    >>> rising_length([3, 4, 4, 1, 5])
    4
    """
    ends: list[int] = []
    for place in places:
        position = bisect_right(ends, place)  # equal places may follow each other
        ends[position : position + 1] = [place]
    return len(ends)


def _weighted(profile: Profile, vocabulary: Vocabulary) -> list[dict[int, float]]:
    """Give the stems of each sentence with their weights."""
    stems, weights = vocabulary.stems, vocabulary.weights
    return [{stems[entry]: weights[entry] for entry in sentence} for sentence in profile.sentences()]


def _lengths(profile: Profile) -> list[int]:
    start, lengths = 0, []
    for end in profile.ends:
        lengths.append(end - start)
        start = end
    return lengths
