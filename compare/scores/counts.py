"""Additive counts of one bead: how much was kept, and each thing that costs, with its place.

After sacrebleu: counts of beads add up to those of the document, so that segment, document and bootstrap use
one sum.
A word weighs by how rare it is, since a lost name is graver than a lost "of".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from compare.settings import DEFAULTS, ScoreSettings
from compare.text.lexicon import is_function_word, rarity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from compare.model import Edit, Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """One thing that a bead has to pay for: how much, what for, and where it stands on either side."""

    mass: float
    reason: str
    reference: tuple[int, int]
    candidate: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class BeadCounts:
    """What one bead kept and what it costs, both in units of word weight."""

    kept: float
    costs: tuple[Cost, ...]


def word_weight(token: Token, language: str, settings: ScoreSettings = DEFAULTS.scores) -> float:
    """Weigh a token: marks and function words little, numbers and rare words much.

    >>> from compare.text.tokens import tokenize
    >>> the, whale, number, mark = tokenize("the whale 40.")
    >>> weights = [word_weight(token, "en") for token in (mark, the, whale, number)]
    >>> weights == sorted(weights)
    True
    """
    if token.kind == "mark":
        return settings.mark_weight
    if token.kind == "number":
        return settings.number_weight
    if is_function_word(token.form, language):
        return settings.function_word_weight
    share = min(rarity(token.form, language), settings.rarity_ceiling) / settings.rarity_ceiling
    return settings.content_word_weight * (0.5 + share)


def mass(tokens: Iterable[Token], language: str, settings: ScoreSettings = DEFAULTS.scores) -> float:
    """Sum the weights of some tokens."""
    return sum(word_weight(token, language, settings) for token in tokens)


def bead_counts(
    edits: Sequence[Edit], language: str, settings: ScoreSettings = DEFAULTS.scores
) -> BeadCounts:
    """Count what one bead kept and what it costs.

    Args:
        edits: the word edits of the bead.
        language: ISO 639-1, for the rarity of words.
        settings: the weights.
    """
    kept = 0.0
    costs: list[Cost] = []
    for edit in edits:
        true = mass(edit.reference, language, settings)
        copy = mass(edit.candidate, language, settings)
        places = {
            "reference": (edit.reference_start, edit.reference_end),
            "candidate": (edit.candidate_start, edit.candidate_end),
        }
        match edit.kind:
            case "equal":
                kept += true
                costs.extend(_style_costs(edit, language, settings))
            case "stem":
                kept += true
                costs.append(
                    Cost(mass=settings.stem_cost * true, reason="another form of the word", **places)
                )
            case "near":
                kept += true
                costs.append(Cost(mass=settings.near_cost * true, reason="word spelt otherwise", **places))
            case "replace":
                facing = min(true, copy)
                cost = (
                    settings.replace_cost * facing
                    + settings.delete_cost * (true - facing)
                    + settings.insert_cost * (copy - facing)
                )
                costs.append(Cost(mass=cost, reason="words replaced", **places))
            case "delete":
                if edit.moved:
                    kept += true
                    costs.append(Cost(mass=settings.order_cost * true, reason="words moved", **places))
                else:
                    costs.append(Cost(mass=settings.delete_cost * true, reason="words dropped", **places))
            case "insert":
                if not edit.moved:
                    costs.append(Cost(mass=settings.insert_cost * copy, reason="words added", **places))
    return BeadCounts(kept=kept, costs=tuple(costs))


def _style_costs(edit: Edit, language: str, settings: ScoreSettings) -> Iterator[Cost]:
    for true, copy in zip(edit.reference, edit.candidate, strict=True):
        if true.text != copy.text:
            yield Cost(
                mass=settings.style_cost * word_weight(true, language, settings),
                reason="style",
                reference=(true.start, true.end),
                candidate=(copy.start, copy.end),
            )
