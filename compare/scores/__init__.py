"""Scores: counts a bead, fidelity with its sum, penalty, metrics, intervals, signature.

counts → fidelity      100 less what was lost, written out
counts → penalty       what a professional rater would be expected to mark
text   → metrics       chrF, BLEU, TER by sacrebleu
beads  → interval      how sure all of that is
"""

from __future__ import annotations

from compare.scores.document import score
from compare.scores.segment import Line, segment_results
from compare.scores.signature import difference, signature

__all__ = ["Line", "difference", "score", "segment_results", "signature"]
