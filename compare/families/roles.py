"""What each member of a family is: which is the fullest, and how much of it the others cover."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from compare.families.members import Family, Member, MemberRole
from compare.scores.kinship import partners, shingles
from compare.settings import DEFAULTS, FamilySettings

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from compare.scores.vocabulary import Profile, Vocabulary

_AS_FULL: Final = 0.7
"""Share of the runs of words of the fullest version from which on a version is about as full."""
_WHOLE: Final = 0.9
"""Coverage from which on nothing is missing, whatever marks of elision the text has."""


def family(
    versions: Sequence[Sequence[Profile]],
    vocabulary: Vocabulary,
    *,
    settings: FamilySettings = DEFAULTS.families,
) -> Family:
    """Give one family with its roles.

    The fullest version is the one with most different runs of words: a loop that says one thing twelve
    times does not make a text fuller. Of those that are about as full it is the one whose runs the others have most: a
    tale told anew is often longer than the text that it and all copies are of.

    Args:
        versions: of each version the texts that have its very words, the first by name first.
        vocabulary: the vocabulary of all.
        settings: thresholds.
    """
    own = [shingles(texts[0], vocabulary, settings.shingle_words) for texts in versions]
    order = sorted(range(len(versions)), key=lambda place: (-len(own[place]), versions[place][0].name))
    head_place = _head(own, order)
    order.sort(key=lambda place: place != head_place)
    fullest = versions[order[0]][0]
    members = []
    for place in order:
        first, *copies = versions[place]
        coverage, gap = (1.0, 0.0) if first is fullest else covered(fullest, first, vocabulary, settings)
        union = len(own[order[0]] | own[place])
        resemblance = len(own[order[0]] & own[place]) / union if union else 1.0
        role = _role(first, first is fullest, coverage, gap, resemblance, settings)
        members.append(Member(path=first.name, role=role, coverage=coverage))
        members.extend(Member(path=copy.name, role="copy", coverage=coverage) for copy in copies)
    head, *rest = members
    # the fullest, its copies, then what covers most of it
    rest.sort(key=lambda member: -member.coverage)
    return Family(members=(head, *rest))


def _head(own: Sequence[Collection[tuple[int, ...]]], order: Sequence[int]) -> int:
    """The place of the version that the others are measured by, of those that are about as full as the fullest."""
    versions_with = Counter(run for runs in own for run in runs)
    least = _AS_FULL * len(own[order[0]])
    return max(
        (place for place in order if len(own[place]) >= least),
        key=lambda place: sum(versions_with[run] - 1 for run in own[place]),
    )


def _role(
    member: Profile,
    is_fullest: bool,
    coverage: float,
    gap: float,
    resemblance: float,
    settings: FamilySettings,
) -> MemberRole:
    """Tell the role of one member.

    What a simplified or abridged version leaves out is scattered; an excerpt lacks a stretch, or says by a
    mark that it leaves something out.
    """
    if is_fullest:
        return "full"
    if gap >= settings.excerpt_gap or (member.has_elision and coverage < _WHOLE):
        return "excerpt"
    return "near-copy" if resemblance >= settings.near_copy_resemblance else "full"


def covered(
    fullest: Profile, member: Profile, vocabulary: Vocabulary, settings: FamilySettings = DEFAULTS.families
) -> tuple[float, float]:
    """Give the share of the fullest version's words that a member covers, and the longest gap.

    Sentences too slight to be found again count neither way; where all are, shared runs of words decide.

    Args:
        fullest: the fullest version.
        member: another.
        vocabulary: the vocabulary of both.
        settings: thresholds.

    Returns:
        Coverage and stretch, both 0 to 1 of the fullest version's words.
    """
    total = found = missing = longest = 0
    for length, partner in partners(fullest, member, vocabulary, settings=settings):
        total += length
        if partner is None:
            missing += length
            longest = max(longest, missing)
        else:
            found += length
            missing = 0
    if total:
        return round(found / total, 4), longest / total
    whole = shingles(fullest, vocabulary, settings.shingle_words)
    if not whole:
        return 1.0, 0.0
    share = len(whole & shingles(member, vocabulary, settings.shingle_words)) / len(whole)
    return round(share, 4), 1 - share
