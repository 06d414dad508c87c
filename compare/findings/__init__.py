"""Findings: what went wrong, each with its place, kind, severity, confidence and reason.

``find`` runs every detector over the evidence. The detectors stand in a tuple, in the order in which they are
described in docs/findings.md; none imports another. What two of them say of the same words is settled here.
"""

from __future__ import annotations

from typing import Final

from compare.findings.evidence import Detector, Evidence, Side
from compare.model import Finding

DETECTORS: Final[tuple[Detector, ...]] = ()


def find(evidence: Evidence) -> tuple[Finding, ...]:
    """Run every detector and give their findings in the order of the candidate's text."""
    found = [finding for detector in DETECTORS for finding in detector(evidence)]
    return tuple(found)


__all__ = ["DETECTORS", "Detector", "Evidence", "Finding", "Side", "find"]
