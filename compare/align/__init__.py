"""Which sentences of two versions belong together, and which words inside them.

tokens → similarity of sentences → beads (dynamic programme) → moves → kinds; word edits inside a bead
"""

from compare.align.alignment import align, align_sentences
from compare.align.edits import word_edits

__all__ = ["align", "align_sentences", "word_edits"]
