"""The types that walk through the house: each stage takes some and gives the next.

    bytes → Document → sentences → Alignment → findings → scores → Report

All are frozen values. Dictionaries exist only at the border (``to_dict`` and ``from_dict``), in the form that
``report.schema.json`` describes. Offsets are half-open and count code points of one document's ``text``.
"""

from __future__ import annotations

from compare.model.alignment import Alignment, Bead, BeadKind, Edit, EditKind
from compare.model.document import ALIGNED_ROLES, Document, Role, Sentence, Span, Token
from compare.model.finding import SEVERITIES, Finding, Severity
from compare.model.report import (
    SCHEMA,
    CheckReport,
    Deduction,
    Relation,
    RelationKind,
    Report,
    Scores,
    SegmentResult,
)

__all__ = [
    "ALIGNED_ROLES",
    "SCHEMA",
    "SEVERITIES",
    "Alignment",
    "Bead",
    "BeadKind",
    "CheckReport",
    "Deduction",
    "Document",
    "Edit",
    "EditKind",
    "Finding",
    "Relation",
    "RelationKind",
    "Report",
    "Role",
    "Scores",
    "SegmentResult",
    "Sentence",
    "Severity",
    "Span",
    "Token",
]
