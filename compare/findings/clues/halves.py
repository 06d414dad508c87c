"""A bead as seen from one of its sides: what is asked of lost words is asked of gained ones as well."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.findings.clues.partners import Partners
    from compare.model import Edit, Token

Which = Literal["reference", "candidate"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Half:
    """One side of a bead as seen from it: its words, and where each has its partner on the other side."""

    tokens: tuple[Token, ...]
    others: tuple[Token, ...]
    partner_of: tuple[int, ...]
    content: tuple[int, ...]
    """Places of content words, rising."""
    other_content: tuple[int, ...]
    is_strong: tuple[bool, ...]
    """Whether a word has a partner for a better reason than standing in its place."""
    other_is_strong: tuple[bool, ...]
    other_open: frozenset[int]
    """Places of content words of the other side that have no strong partner."""
    excess: tuple[int, ...]
    """For each place, how many more words its word edit has on this side than on the other."""


def half(bead: Partners, which: Which) -> Half:
    """See a bead from one of its sides."""
    reference_facing = [place for place, how in bead.how.items() if how == "facing"]
    candidate_facing: list[int] = []
    if reference_facing:
        candidate_how = {bead.of_reference[place]: how for place, how in bead.how.items()}
        candidate_facing = [place for place, how in candidate_how.items() if how == "facing"]
    strong_reference = _strong(bead.of_reference, reference_facing)
    strong_candidate = _strong(bead.of_candidate, candidate_facing)
    reference_content = tuple([place for place, is_word in enumerate(bead.reference_content) if is_word])
    candidate_content = tuple([place for place, is_word in enumerate(bead.candidate_content) if is_word])
    excess = _excess(bead.edits, which)
    if which == "reference":
        return Half(
            tokens=bead.reference,
            others=bead.candidate,
            partner_of=bead.of_reference,
            content=reference_content,
            other_content=candidate_content,
            is_strong=strong_reference,
            other_is_strong=strong_candidate,
            other_open=frozenset(place for place in candidate_content if not strong_candidate[place]),
            excess=excess,
        )
    return Half(
        tokens=bead.candidate,
        others=bead.reference,
        partner_of=bead.of_candidate,
        content=candidate_content,
        other_content=reference_content,
        is_strong=strong_candidate,
        other_is_strong=strong_reference,
        other_open=frozenset(place for place in reference_content if not strong_reference[place]),
        excess=excess,
    )


def _excess(edits: Sequence[Edit], which: Which) -> tuple[int, ...]:
    found: list[int] = []
    for edit in edits:
        if edit.kind == "equal":
            found.extend([0] * len(edit.reference))
            continue
        own, other = edit.reference, edit.candidate
        if which == "candidate":
            own, other = other, own
        more = sum(token.kind != "mark" for token in own) - sum(token.kind != "mark" for token in other)
        found.extend([more] * len(own))
    return tuple(found)


def _strong(partner_of: Sequence[int], facing: Sequence[int]) -> tuple[bool, ...]:
    strong = [other >= 0 for other in partner_of]
    for place in facing:
        strong[place] = False
    return tuple(strong)
