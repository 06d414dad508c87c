"""truecopy: compares versions of the same text, scores how faithful each copy is, and finds what went wrong.

The stages, in the order in which a text walks through them; imports run only downwards in the reverse list.

    bytes      → Document     compare.text.reading, layout, sentences, tokens
    Documents  → Alignment    compare.align: beads of sentences, then word edits inside each bead
    Alignment  → findings     compare.findings: a detector a file
    findings   → Scores       compare.scores: fidelity, penalty, chrF, intervals, signature
    all of it  → Report       compare.pipeline: the stages, a line each
    Report     → a screen     compare.report: an output form a file

The names below are the public ones. They load when first used, so that ``import compare`` costs nothing:

>>> import compare
>>> report = compare.compare_texts("The bridge opened in 1907.", "The bridge opened in 1907.")
>>> report.scores.fidelity
100.0
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from compare.align import align_sentences
    from compare.errors import (
        BadInput,
        BadReport,
        MissingExtra,
        TookTooLong,
        TruecopyError,
        UnreadableText,
    )
    from compare.model import (
        Alignment,
        Bead,
        CheckReport,
        Deduction,
        Document,
        Finding,
        Relation,
        Report,
        Scores,
        SegmentResult,
        Sentence,
        Span,
    )
    from compare.pipeline import (
        check_document,
        compare_documents,
        compare_texts,
        compare_with_references,
        score_segments,
    )
    from compare.scores.ranking import Ranking
    from compare.settings import DEFAULTS, Limits, Settings
    from compare.systems import rank_collections, rank_documents, rank_segments
    from compare.text.reading import read
    from compare.time_limits import TimeLimit

__version__: Final = "0.1.0"

_HOMES: Final = {
    "read": "compare.text.reading",
    "align_sentences": "compare.align",
    "compare_documents": "compare.pipeline",
    "compare_texts": "compare.pipeline",
    "compare_with_references": "compare.pipeline",
    "check_document": "compare.pipeline",
    "score_segments": "compare.pipeline",
    "rank_collections": "compare.systems",
    "rank_documents": "compare.systems",
    "rank_segments": "compare.systems",
    "Ranking": "compare.scores.ranking",
    "Report": "compare.model",
    "CheckReport": "compare.model",
    "SegmentResult": "compare.model",
    "Document": "compare.model",
    "Sentence": "compare.model",
    "Span": "compare.model",
    "Alignment": "compare.model",
    "Bead": "compare.model",
    "Finding": "compare.model",
    "Relation": "compare.model",
    "Scores": "compare.model",
    "Deduction": "compare.model",
    "Settings": "compare.settings",
    "Limits": "compare.settings",
    "TimeLimit": "compare.time_limits",
    "DEFAULTS": "compare.settings",
    "TruecopyError": "compare.errors",
    "UnreadableText": "compare.errors",
    "BadInput": "compare.errors",
    "BadReport": "compare.errors",
    "MissingExtra": "compare.errors",
    "TookTooLong": "compare.errors",
}

__all__ = [
    "DEFAULTS",
    "Alignment",
    "BadInput",
    "BadReport",
    "Bead",
    "CheckReport",
    "Deduction",
    "Document",
    "Finding",
    "Limits",
    "MissingExtra",
    "Ranking",
    "Relation",
    "Report",
    "Scores",
    "SegmentResult",
    "Sentence",
    "Settings",
    "Span",
    "TimeLimit",
    "TookTooLong",
    "TruecopyError",
    "UnreadableText",
    "__version__",
    "align_sentences",
    "check_document",
    "compare_documents",
    "compare_texts",
    "compare_with_references",
    "rank_collections",
    "rank_documents",
    "rank_segments",
    "read",
    "score_segments",
]


def __getattr__(name: str) -> Any:
    """Load a public name from its home when it is first asked for (PEP 562)."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'compare' has no attribute {name!r}")
    value = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names also before they are loaded."""
    return sorted({*globals(), *__all__})
