"""Which name of one side stands for which of the other: misspelled, spelled in another way, shortened or replaced."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from compare.text.lexicon import known
from compare.text.namesakes import is_misspelling, likeness, skeleton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.findings.clues.name_items import NameItem
    from compare.model import Edit, Token
    from compare.text.namesakes import Vocabulary

PairKind = Literal["corrupted", "variant", "same", "replaced"]

NEVER: Final = 9.0
NEAR: Final = 0.75  # likeness of two spellings of one name; "DeepMind", "DeepMine" have 0.88
NEAR_WITH_INITIAL: Final = 0.6  # the same where the first letter is shared
NEAR_LETTERS: Final = 5
COMPOUND_LETTERS: Final = 4  # "Ammi" of "Benammi", "port" of "seaport"
LONGEST_ABBREVIATION: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class NamePair:
    """Two items that stand for each other, with the points of evidence that they do."""

    kind: PairKind
    lost: int
    gained: int
    evidence: float
    points: float


def name_pairs(
    lost: Sequence[NameItem],
    gained: Sequence[NameItem],
    edits: Sequence[Edit],
    everywhere: Vocabulary,
    *,
    language: str = "en",
) -> list[NamePair]:
    """Pairs of items, the surest first, each item once.

    Args:
        lost: what the reference names and the candidate lacks.
        gained: what the candidate names and the reference lacks.
        edits: the word edits of the bead.
        everywhere: the words of the whole candidate, to know a spelling that it has elsewhere.
        language: ISO 639-1.
    """
    rated = []
    for row, item in enumerate(lost):
        for column, rival in enumerate(gained):
            evidence = 2.0 * is_faced(item, rival, edits) + _context(item, rival)
            kind = relation(item, rival, everywhere, language=language)
            if kind == "replaced":
                if evidence < needed_evidence(item, rival):
                    continue
                points = evidence + item.strength + rival.strength + _likeness(item, rival)[0]
                points -= item.is_opening + rival.is_opening + item.is_surplus + rival.is_surplus
            elif item.is_surplus or rival.is_surplus:
                continue
            else:
                points = 4.0 + evidence
            rated.append(NamePair(kind=kind, lost=row, gained=column, evidence=evidence, points=points))
    pairs: list[NamePair] = []
    rows: set[int] = set()
    columns: set[int] = set()
    for pair in sorted(rated, key=lambda pair: (-pair.points, pair.lost, pair.gained)):
        if pair.lost not in rows and pair.gained not in columns:
            rows.add(pair.lost)
            columns.add(pair.gained)
            pairs.append(pair)
    return pairs


def is_faced(item: NameItem, rival: NameItem, edits: Sequence[Edit]) -> bool:
    """Whether one edit holds words of both."""
    return any(
        edit.kind != "equal"
        and edit.reference_start < item.end
        and item.start < edit.reference_end
        and edit.candidate_start < rival.end
        and rival.start < edit.candidate_end
        for edit in edits
    )


def relation(item: NameItem, rival: NameItem, everywhere: Vocabulary, *, language: str = "en") -> PairKind:
    """What two items are to each other.

    ``same`` is an abbreviation or a compound of the other, ``variant`` another spelling (a romanisation), ``corrupted``
    a spelling that cannot be meant: the candidate itself has the right one elsewhere, only the reference's is a known
    word, or a capital inside marks it as a coinage.
    """
    whole, other = "".join(item.words), "".join(rival.words)
    if (
        have_same_letters(whole, other)
        or _shortens(whole, other, item)
        or _shortens(other, whole, rival)
        or _is_compound(item, rival)
    ):
        return "same"
    near, word, spelling = _likeness(item, rival)
    sounds_alike = bool(word) and skeleton(word) == skeleton(spelling)
    sounds_alike = sounds_alike and (len(skeleton(word)) > 1 or near >= NEAR)
    is_near = near >= NEAR or (
        near >= NEAR_WITH_INITIAL and word[0] == spelling[0] and len(word) >= NEAR_LETTERS
    )
    sounds_alike = sounds_alike and (word[0] == spelling[0] or {word[0], spelling[0]} <= set("aeiouy"))
    # "Ruth" and "Rita" share their consonants and are two people
    sounds_alike = sounds_alike and (len(word) > NEAR_LETTERS or near >= NEAR_WITH_INITIAL)
    if not is_near and not sounds_alike:
        return "replaced"
    if item.is_ordinary and rival.is_ordinary:
        return "same"
    if is_misspelling(spelling, word, language) or everywhere.counts[word] or _is_coined(item):
        return "corrupted"
    return "variant" if sounds_alike or not known(word, language) else "replaced"


def have_same_letters(one: str, other: str) -> bool:
    """Whether two spellings differ in hyphens and apostrophes alone: "Bethlehem", "Beth-lehem".

    >>> have_same_letters("beth-lehem", "bethlehem"), have_same_letters("orrin", "orin")
    (True, False)
    """
    return one != other and "".join(filter(str.isalnum, one)) == "".join(filter(str.isalnum, other))


def needed_evidence(item: NameItem, rival: NameItem) -> float:
    """Points of evidence from which two unlike items are one name replaced by another.

    Two names that nothing but names can be need none: they are what is left over on both sides.
    """
    if item.is_opening or rival.is_opening:
        return _needed_at_the_opening(item, rival)
    if item.is_surplus or rival.is_surplus:
        if item.is_surplus and rival.is_surplus:
            return NEVER
        return 3.0 if rival.is_surplus else 2.0 if rival.is_ordinary else 1.0
    if item.is_ordinary and rival.is_ordinary:
        return 3.5 if item.is_whole and rival.is_whole else NEVER
    if not item.is_whole or not rival.is_whole:
        return _needed_of_a_part(item, rival)
    if item.is_ordinary and len(item.tokens) == 1:
        return 3.0 if "-" in item.words[0] else 2.0
    if rival.is_ordinary and len(rival.tokens) == 1:
        return 2.0
    if item.is_ordinary:
        return 1.0
    return (
        0.0
        if rival.is_sure or rival.is_ordinary or (item.is_sure and rival.is_unheard and len(rival.words) > 1)
        else 2.0
    )


def _needed_at_the_opening(item: NameItem, rival: NameItem) -> float:
    """A word that opens a sentence is seldom a name: "Widespread looting", "Extensive looting"."""
    if item.is_opening and rival.is_opening:
        return NEVER
    if item.is_unheard or rival.is_unheard:
        return 3.0
    opening, name = (item, rival) if item.is_opening else (rival, item)
    if name.is_surplus:
        return 3.0
    if not name.is_sure:
        return NEVER if opening.is_ordinary or name.is_ordinary else 3.0
    return 3.0 if opening is rival and opening.is_ordinary else 2.0


def _needed_of_a_part(item: NameItem, rival: NameItem) -> float:
    if rival.is_whole and rival.is_sure and len(item.tokens) > 1:
        return 2.0
    if item.is_whole and item.is_sure and len(rival.tokens) > 1 and not rival.is_ordinary:
        return 0.0
    return NEVER if item.is_ordinary or rival.is_ordinary else 2.0


def _context(item: NameItem, rival: NameItem) -> float:
    """Points for equal neighbours, 1 for each word."""
    return _agreement(item.before, rival.before) + _agreement(item.after, rival.after)


def _agreement(expected: Token | None, found: Token | None) -> float:
    if expected is None or found is None:
        return 0.5 if expected is found else 0.0
    if expected.stem != found.stem:
        return 0.0
    return 0.5 if expected.kind == "mark" else 1.0


def _likeness(item: NameItem, rival: NameItem) -> tuple[float, str, str]:
    """The likest two words of the items, of three letters or more, and how like they are."""
    return max(
        (
            (likeness(word, other), word, other)
            for word in item.words
            for other in rival.words
            if len(word) > 2 and len(other) > 2
        ),
        default=(0.0, "", ""),
    )


def _is_compound(item: NameItem, rival: NameItem) -> bool:
    return any(
        min(len(word), len(other)) >= COMPOUND_LETTERS
        and max(len(word), len(other)) <= 2 * min(len(word), len(other))
        and (word in other or other in word)
        for word in item.words
        for other in rival.words
        if word != other
    )


def _is_coined(item: NameItem) -> bool:
    """Whether a capital stands inside a word that is no abbreviation: "DeepMind"."""
    parts = [part for token in item.tokens for part in token.text.split("-")]
    return any(not part.isupper() and any(letter.isupper() for letter in part[1:]) for part in parts)


def _shortens(short: str, long: str, item: NameItem) -> bool:
    """Whether letters in capitals stand for a longer name: "Rz" and "Rzeszow", "MSK" and "Moscow"."""
    if not 2 <= len(short) < len(long) or short[0] != long[0]:
        return False
    if long.startswith(short):
        return True
    if not item.tokens[0].text.isupper() or len(short) > LONGEST_ABBREVIATION:
        return False
    sounds = skeleton(short)
    if len(short) < LONGEST_ABBREVIATION and len(sounds) > 1 and skeleton(long).startswith(sounds):
        return True
    letters = iter(long)
    return len(long) >= 2 * len(short) and all(letter in letters for letter in short)
