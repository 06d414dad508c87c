"""Grouping: pairs that are versions of one piece are joined, and each group is read as a family."""

from __future__ import annotations

import hashlib
from array import array
from typing import TYPE_CHECKING

from compare.families.candidates import candidate_pairs
from compare.families.members import Families
from compare.families.roles import family
from compare.families.verdicts import Verdicts, repeated_sentences
from compare.scores.vocabulary import Profile, Vocabulary
from compare.settings import DEFAULTS, FamilySettings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from compare.model import Document


def families(documents: Iterable[Document], *, settings: FamilySettings = DEFAULTS.families) -> Families:
    """Say which documents are versions of one piece, and what each of them is.

    Args:
        documents: any number of documents, in any order; each is read once and then let go, so that a
            generator over files keeps memory small (about 50 bytes a word in all: 0.8 GB for 20,000 articles).
        settings: thresholds.

    Returns:
        Families, those with most members first, then by name; every document stands in exactly one.

    >>> from compare.text.documents import document
    >>> full = "The harbour office burned down on Tuesday night. Forty boats lay at anchor. Nobody was hurt. "
    >>> more = "The mayor blamed a faulty stove in the customs kitchen. Rebuilding will take two summers."
    >>> found = families([
    ...     document(full + more, name="whole"),
    ...     document("Wheat prices rose again after the dry spring in Hungary.", name="other"),
    ...     document(full, name="part"),
    ... ])
    >>> [[(member.path, member.role) for member in family.members] for family in found.families]
    [[('whole', 'full'), ('part', 'excerpt')], [('other', 'full')]]
    """
    vocabulary = Vocabulary(settings)
    profiles = [vocabulary.profile(document) for document in documents]
    copies = _copies(profiles, vocabulary)
    firsts = [profiles[places[0]] for places in copies]
    groups = joined(
        firsts,
        candidate_pairs(firsts, vocabulary, settings=settings),
        Verdicts(firsts, vocabulary, repeated=repeated_sentences(firsts, settings), settings=settings),
        settings,
    )
    found = [
        family(
            [[profiles[place] for place in copies[number]] for number in group],
            vocabulary,
            settings=settings,
        )
        for group in groups
    ]
    found.sort(key=lambda one: (-len(one.members), [member.path for member in one.members]))
    return Families(families=tuple(found))


def _copies(profiles: Sequence[Profile], vocabulary: Vocabulary) -> list[list[int]]:
    """Give the places of the texts that have the same words; a text without words stays alone."""
    same: dict[bytes | int, list[int]] = {}
    for place, profile in enumerate(profiles):
        forms = array("i", (vocabulary.forms[entry] for entry in profile.entries)).tobytes()
        same.setdefault(hashlib.blake2b(forms).digest() if forms else place, []).append(place)
    return [sorted(places, key=lambda place: (profiles[place].name, place)) for places in same.values()]


def joined(
    profiles: Sequence[Profile],
    pairs: list[tuple[float, int, int]],
    verdicts: Verdicts,
    settings: FamilySettings = DEFAULTS.families,
) -> list[list[int]]:
    """Give the groups of texts that are versions of one piece, as places.

    One pair of versions joins two texts, and with them what is joined to either already: two excerpts that
    share nothing are of one piece because both are of the whole. Between two groups of seven there are 49
    pairs, though, one of which may look alike by chance: there a doubtful pair is borne out by the fullest
    of both groups.

    Args:
        profiles: the texts, no two of which have the same words.
        pairs: those of them that are worth a look, with their containment; they are brought into order.
        verdicts: on pairs of these texts.
        settings: thresholds.
    """
    groups = _Groups(len(profiles))
    doubtful = []

    def names(first: int, second: int) -> list[str]:
        return sorted((profiles[first].name, profiles[second].name))

    # by name, lest the order in which the texts were given matter
    pairs.sort(key=lambda pair: (-pair[0], names(*pair[1:]), pair[1:]))
    for _, first, second in pairs:
        if groups.are_joined(first, second):
            continue
        kinship = verdicts.kinship(first, second)
        if kinship is None:
            continue
        if kinship.evidence >= settings.sure_evidence:
            groups.join(first, second)
        else:
            doubtful.append((-round(kinship.evidence, 6), first, second))
    doubtful.sort(key=lambda pair: (pair[0], names(*pair[1:]), pair[1:]))
    for _, first, second in doubtful:
        if groups.are_joined(first, second):
            continue
        ours, theirs = groups.members(first), groups.members(second)
        if len(ours) * len(theirs) >= settings.doubted_pairs:
            fullest = [
                max(group, key=lambda place: (len(profiles[place].entries), profiles[place].name))
                for group in (ours, theirs)
            ]
            if verdicts.kinship(*fullest) is None:
                continue
        groups.join(first, second)
    return groups.all()


class _Groups:
    """Disjoint sets that know their members; the smaller is always poured into the larger."""

    def __init__(self, count: int) -> None:
        self._group = list(range(count))
        self._members = [[place] for place in range(count)]

    def members(self, place: int) -> list[int]:
        return self._members[self._group[place]]

    def are_joined(self, first: int, second: int) -> bool:
        return self._group[first] == self._group[second]

    def join(self, first: int, second: int) -> None:
        larger, smaller = self._group[first], self._group[second]
        if len(self._members[larger]) < len(self._members[smaller]):
            larger, smaller = smaller, larger
        for place in self._members[smaller]:
            self._group[place] = larger
        self._members[larger] += self._members[smaller]
        self._members[smaller] = []

    def all(self) -> list[list[int]]:
        return [sorted(members) for members in self._members if members]
