"""The types that walk through the house: each stage takes some and gives the next.

    bytes → Document → sentences → Alignment → findings → scores → Report

All are frozen values. Dictionaries exist only at the border (``to_dict`` and ``from_dict``), in the form that
``report.schema.json`` describes. Offsets are half-open and count code points of one document's ``text``.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Any, Final, Literal

Role = Literal["title", "body", "boilerplate", "elision"]
BeadKind = Literal["equal", "changed", "dropped", "added", "outside"]
Severity = Literal["critical", "major", "minor", "neutral"]
EditKind = Literal["equal", "stem", "near", "replace", "delete", "insert"]
RelationKind = Literal["identical", "edited", "machine-made", "ocr", "excerpt", "retold", "different"]

SEVERITIES: Final[tuple[Severity, ...]] = ("critical", "major", "minor", "neutral")
ALIGNED_ROLES: Final[frozenset[Role]] = frozenset({"title", "body"})
"""Sentences of these roles stand in exactly one bead; those of the other roles in none."""

SCHEMA: Final = "truecopy.report/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of one document: ``document.text[start:end] == text``; ``start == end`` is a place between words."""

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if self.start < 0 or self.end - self.start != len(self.text):
            raise ValueError(f"span {self.start}:{self.end} cannot hold {len(self.text)} code points")

    def to_dict(self) -> dict[str, Any]:
        """Give the span as JSON has it."""
        return {"start": self.start, "end": self.end, "text": self.text}

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Span:
        """Read a span from JSON."""
        return cls(start=data["start"], end=data["end"], text=data["text"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of a document, with the block (paragraph, heading, list item) that it stands in."""

    index: int
    start: int
    end: int
    text: str
    role: Role = "body"
    block: int = 0

    def to_dict(self) -> dict[str, Any]:
        """Give the sentence as JSON has it."""
        return {
            "index": self.index,
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "role": self.role,
            "block": self.block,
        }

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Sentence:
        """Read a sentence from JSON; a missing block is 0."""
        return cls(
            index=data["index"],
            start=data["start"],
            end=data["end"],
            text=data["text"],
            role=data["role"],
            block=data.get("block", 0),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One version of a piece: its text exactly as decoded, and its sentences in order.

    ``encoding`` is the codec that the bytes were read with (``None`` for text that never was bytes) and
    ``language`` an ISO 639-1 code, ``"und"`` where it cannot be told. ``sha256`` is of ``text`` as UTF-8.
    """

    name: str
    text: str
    sentences: tuple[Sentence, ...]
    language: str = "und"
    encoding: str | None = None

    @property
    def sha256(self) -> str:
        """The SHA-256 of the text as UTF-8, in hexadecimal; a lone surrogate counts as its own code point."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def span(self, start: int, end: int) -> Span:
        """Cut ``text[start:end]`` as a Span."""
        return Span(start=start, end=end, text=self.text[start:end])

    def to_dict(self) -> dict[str, Any]:
        """Give the document as JSON has it."""
        return {
            "name": self.name,
            "sha256": self.sha256,
            "language": self.language,
            "encoding": self.encoding,
            "text": self.text,
            "sentences": [sentence.to_dict() for sentence in self.sentences],
        }

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Document:
        """Read a document from JSON."""
        return cls(
            name=data["name"],
            text=data["text"],
            sentences=tuple(Sentence.from_dict(item) for item in data["sentences"]),
            language=data["language"],
            encoding=data.get("encoding"),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Bead:
    """One unit of an alignment: reference sentences set against candidate sentences (Gale & Church 1993)."""

    index: int
    reference: tuple[int, ...]
    candidate: tuple[int, ...]
    kind: BeadKind
    moved: bool = False
    similarity: float | None = None

    def to_dict(self) -> dict[str, Any]:
        """Give the bead as JSON has it."""
        return {
            "index": self.index,
            "reference": list(self.reference),
            "candidate": list(self.candidate),
            "kind": self.kind,
            "moved": self.moved,
            "similarity": self.similarity,
        }

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Bead:
        """Read a bead from JSON."""
        return cls(
            index=data["index"],
            reference=tuple(data["reference"]),
            candidate=tuple(data["candidate"]),
            kind=data["kind"],
            moved=data["moved"],
            similarity=data["similarity"],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """All beads of two versions, in reading order: every sentence that has a partner to find is in exactly one."""

    beads: tuple[Bead, ...]

    def to_dict(self) -> dict[str, Any]:
        """Give the alignment as JSON has it."""
        return {"alignment": [bead.to_dict() for bead in self.beads]}

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Alignment:
        """Read an alignment from JSON."""
        return cls(beads=tuple(Bead.from_dict(item) for item in data["alignment"]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A word, number or mark of a text, in its written form and in the form that is compared.

    ``form`` is the written form with case, quotation marks, dashes and spelling variety taken away; ``stem`` is the
    form without its ending. Two tokens of equal ``form`` differ in style at the most.
    """

    start: int
    end: int
    text: str
    form: str
    stem: str
    kind: Literal["word", "number", "mark"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A run of reference tokens against a run of candidate tokens inside one bead, like a difflib opcode.

    ``equal``, ``stem`` and ``near`` hold one token of each side, or a run of equal ones; ``replace`` faces two runs,
    ``delete`` has no candidate tokens and ``insert`` no reference tokens. ``moved`` says of a deleted or inserted run
    that the same words stand elsewhere on the other side of the bead. ``reference_start`` to ``reference_end`` is the
    place in the reference's text also where the run is empty, and likewise for the candidate.
    """

    kind: EditKind
    reference: tuple[Token, ...]
    candidate: tuple[Token, ...]
    reference_start: int
    reference_end: int
    candidate_start: int
    candidate_end: int
    moved: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing wrong or noteworthy: its kind, its place on one side or both, how grave, how sure, and in words.

    ``confidence`` is the share of such findings that are right, 0 to 1. ``id`` is empty until the pipeline names it.
    """

    kind: str
    severity: Severity
    confidence: float
    message: str
    reference: Span | None = None
    candidate: Span | None = None
    bead: int | None = None
    id: str = ""
    mqm: str = ""
    details: dict[str, Any] = field(default_factory=dict, hash=False)
    """What a program may want beside the message: ``unit`` and ``count`` of a loop, ``expected``, ``factor``."""
    dismissed: str | None = None
    """The reason for which a person dismissed it; a dismissed finding is kept in JSON, counted, and fails no gate."""

    def __post_init__(self) -> None:
        if self.reference is None and self.candidate is None:
            raise ValueError(f"a finding of kind {self.kind} has no place on either side")

    def to_dict(self) -> dict[str, Any]:
        """Give the finding as JSON has it."""
        return {
            "id": self.id,
            "kind": self.kind,
            "mqm": self.mqm,
            "severity": self.severity,
            "confidence": self.confidence,
            "reference": self.reference.to_dict() if self.reference else None,
            "candidate": self.candidate.to_dict() if self.candidate else None,
            "bead": self.bead,
            "message": self.message,
            "details": dict(self.details),
            **({} if self.dismissed is None else {"dismissed": self.dismissed}),
        }

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Finding:
        """Read a finding from JSON."""
        return cls(
            id=data["id"],
            kind=data["kind"],
            mqm=data["mqm"],
            severity=data["severity"],
            confidence=data["confidence"],
            reference=Span.from_dict(data["reference"]) if data["reference"] else None,
            candidate=Span.from_dict(data["candidate"]) if data["candidate"] else None,
            bead=data["bead"],
            message=data["message"],
            details=dict(data.get("details", {})),
            dismissed=data.get("dismissed"),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """What two documents are to each other, said before anything else is.

    Coverage is the share of one side's body words whose sentence has a partner on the other side, 0 to 1. ``reason``
    says in plain words what the kind was told by.
    """

    kind: RelationKind
    same_piece: bool
    confidence: float
    reference_coverage: float
    candidate_coverage: float
    reason: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Give the relation as JSON has it."""
        return {
            "kind": self.kind,
            "same_piece": self.same_piece,
            "confidence": self.confidence,
            "reference_coverage": self.reference_coverage,
            "candidate_coverage": self.candidate_coverage,
            "reason": self.reason,
        }

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Relation:
        """Read a relation from JSON."""
        return cls(
            kind=data["kind"],
            same_piece=data["same_piece"],
            confidence=data["confidence"],
            reference_coverage=data["reference_coverage"],
            candidate_coverage=data["candidate_coverage"],
            reason=data.get("reason", ""),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Deduction:
    """One step of the sum from 100 down to the fidelity: how many points, for what, in which bead or finding."""

    points: float
    reason: str
    finding: str | None = None
    bead: int | None = None

    def to_dict(self) -> dict[str, Any]:
        """Give the deduction as JSON has it."""
        return {"points": self.points, "reason": self.reason, "finding": self.finding, "bead": self.bead}

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Deduction:
        """Read a deduction from JSON."""
        return cls(points=data["points"], reason=data["reason"], finding=data["finding"], bead=data["bead"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """How faithful the candidate is, in numbers; ``None`` stands for a metric that was not asked for.

    ``fidelity`` is 0 to 100 and equals 100 less the points of ``deductions``. ``penalty`` is the MQM penalty that a
    professional rater would be expected to give the whole text, at least 0. ``metrics`` holds chrF, BLEU and TER by
    name, ``metric_signatures`` how each was computed. ``intervals`` are 95 % bootstrap intervals by score name.
    ``remarks`` say in words what to bear in mind, such as that the text is too short for its interval to mean much.
    """

    fidelity: float
    penalty: float
    mqm_per_1000_words: float
    counts: dict[str, int]
    deductions: tuple[Deduction, ...] = ()
    metrics: dict[str, float] = field(default_factory=dict)
    metric_signatures: dict[str, str] = field(default_factory=dict)
    intervals: dict[str, tuple[float, float]] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Give the scores as JSON has them: metrics stand beside the fidelity under their own names."""
        return {
            "fidelity": self.fidelity,
            **{name: self.metrics.get(name) for name in ("chrf", "bleu", "ter")},
            "penalty": self.penalty,
            "mqm_per_1000_words": self.mqm_per_1000_words,
            "counts": dict(self.counts),
            "interval": {name: list(bounds) for name, bounds in self.intervals.items()},
            "sum": [deduction.to_dict() for deduction in self.deductions],
            "metric_signatures": dict(self.metric_signatures),
            "remarks": list(self.remarks),
        }

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Scores:
        """Read scores from JSON."""
        names = ("chrf", "bleu", "ter")
        return cls(
            fidelity=data["fidelity"],
            penalty=data["penalty"],
            mqm_per_1000_words=data["mqm_per_1000_words"],
            counts=dict(data["counts"]),
            deductions=tuple(Deduction.from_dict(item) for item in data["sum"]),
            metrics={name: data[name] for name in names if data.get(name) is not None},
            metric_signatures=dict(data["metric_signatures"]),
            intervals={name: (low, high) for name, (low, high) in data["interval"].items()},
            remarks=tuple(data.get("remarks", ())),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All that is known of one candidate against one reference; every output form reads only this."""

    reference: Document
    candidate: Document
    relation: Relation
    alignment: Alignment
    findings: tuple[Finding, ...]
    scores: Scores
    signature: str
    version: str

    def to_dict(self) -> dict[str, Any]:
        """Give the report as JSON has it (``truecopy.report/1``)."""
        return {
            "schema": SCHEMA,
            "version": self.version,
            "signature": self.signature,
            "reference": self.reference.to_dict(),
            "candidate": self.candidate.to_dict(),
            "relation": self.relation.to_dict(),
            **self.alignment.to_dict(),
            "findings": [finding.to_dict() for finding in self.findings],
            "scores": self.scores.to_dict(),
        }

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Report:
        """Read a report from JSON; ``Report.from_dict(report.to_dict()) == report``."""
        return cls(
            reference=Document.from_dict(data["reference"]),
            candidate=Document.from_dict(data["candidate"]),
            relation=Relation.from_dict(data["relation"]),
            alignment=Alignment.from_dict(data),
            findings=tuple(Finding.from_dict(item) for item in data["findings"]),
            scores=Scores.from_dict(data["scores"]),
            signature=data["signature"],
            version=data["version"],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentResult:
    """What ``score --aligned`` says of one line: its scores and its findings, with offsets in that line."""

    segment: int
    fidelity: float
    penalty: float
    chrf: float
    findings: tuple[Finding, ...]

    def to_dict(self) -> dict[str, Any]:
        """Give the result as JSON Lines has it."""
        return {
            "segment": self.segment,
            "fidelity": self.fidelity,
            "penalty": self.penalty,
            "chrf": self.chrf,
            "findings": [finding.to_dict() for finding in self.findings],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """What was found in one document alone, without a reference."""

    document: Document
    findings: tuple[Finding, ...]

    def to_dict(self) -> dict[str, Any]:
        """Give the report as JSON has it (``truecopy.check/1``)."""
        return {
            "schema": "truecopy.check/1",
            "document": self.document.to_dict(),
            "findings": [finding.to_dict() for finding in self.findings],
        }
