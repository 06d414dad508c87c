"""Where the candidate has words that a list hardly knows: slips and noise are looked for there, and nowhere else.

Of ten sentences of good text nine have none, or one; each detector that asks first saves itself the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from compare.text.lexicon import rarity

if TYPE_CHECKING:
    from compare.findings.evidence import Evidence

STRANGE_RARITY: Final = 12.8
"""Nats: below it a word is known in every sense of `compare.text.lexicon.known`."""


def strange_places(evidence: Evidence) -> tuple[tuple[int, ...], ...]:
    """Give for each sentence of the candidate the places of its tokens, marks apart, that are rare or unknown."""
    return evidence.once("strange places", _strange_places)


def _strange_places(evidence: Evidence) -> tuple[tuple[int, ...], ...]:
    language = evidence.candidate.document.language
    least = min(STRANGE_RARITY, evidence.settings.spelling.web_rarity)
    return tuple(
        tuple(
            place
            for place, token in enumerate(tokens)
            if token.kind != "mark" and rarity(token.form, language) >= least
        )
        for tokens in evidence.candidate.tokens
    )
