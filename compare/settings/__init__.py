"""Every threshold of the program, a class a room, each value with its unit and its source.

A value is here, and not beside its use, so that one object says what a score was computed with: the signature of a
report is made from it. The defaults were chosen on the development halves of the labelled sets that ``truecopy bench
quality`` reads; where the literature gives a value, it is named.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from compare.settings.align import AlignSettings
from compare.settings.damage import DamageSettings
from compare.settings.families import FamilySettings
from compare.settings.findings import FindingSettings
from compare.settings.layout import LayoutSettings
from compare.settings.limits import Limits
from compare.settings.repeats import RepeatSettings
from compare.settings.scores import ScoreSettings
from compare.settings.spelling import SpellingSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All settings of one run."""

    limits: Limits = field(default_factory=Limits)
    layout: LayoutSettings = field(default_factory=LayoutSettings)
    align: AlignSettings = field(default_factory=AlignSettings)
    findings: FindingSettings = field(default_factory=FindingSettings)
    scores: ScoreSettings = field(default_factory=ScoreSettings)
    families: FamilySettings = field(default_factory=FamilySettings)


DEFAULTS: Final = Settings()

__all__ = [
    "DEFAULTS",
    "AlignSettings",
    "DamageSettings",
    "FamilySettings",
    "FindingSettings",
    "LayoutSettings",
    "Limits",
    "RepeatSettings",
    "ScoreSettings",
    "Settings",
    "SpellingSettings",
]
