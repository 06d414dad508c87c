"""Neutral findings in two groups: what is too unsure to count and worth a look, and what is no error at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.model import Finding

UNSURE: Final = "Too unsure to count, worth a look"
NO_ERRORS: Final = "No errors, but different"
_NO_ERRORS: Final = frozenset({"style", "moved", "doubled-word", "grammar", "punctuation", "spelling"})
"""Kinds that, told as neutral, are habits or another order, and no doubt about what is said."""
_GRAVEST_FIRST: Final = ("polarity", "number", "name", "meaning")


def neutral_groups(findings: Sequence[Finding]) -> list[tuple[str, list[Finding]]]:
    """Give the neutral ones of some findings under their headings, in the order in which they are worth a look.

    A change of sense that stands amid other words may be a way to say the same; a reader must see it, and must not read
    that it is no error.
    """
    neutral = [finding for finding in findings if finding.severity == "neutral"]
    unsure = sorted(
        (finding for finding in neutral if finding.kind not in _NO_ERRORS),
        key=lambda finding: (_place(finding.kind), -finding.confidence),
    )
    others = [finding for finding in neutral if finding.kind in _NO_ERRORS]
    return [(title, group) for title, group in ((UNSURE, unsure), (NO_ERRORS, others)) if group]


def _place(kind: str) -> tuple[int, str]:
    return (_GRAVEST_FIRST.index(kind) if kind in _GRAVEST_FIRST else len(_GRAVEST_FIRST), kind)
