"""What is known of one candidate: what it is to its reference, its numbers, and all of it together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final, Literal

from compare.model.alignment import Alignment
from compare.model.document import Document
from compare.model.finding import Finding

RelationKind = Literal["identical", "edited", "machine-made", "ocr", "excerpt", "retold", "different"]

SCHEMA: Final = "truecopy.report/1"


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
    """What ``score --aligned`` says of one line: its scores and its findings, with offsets in that line.

    ``reference`` is the place of the reference that counts, from 1, where there were several.
    """

    segment: int
    fidelity: float
    penalty: float
    chrf: float
    findings: tuple[Finding, ...]
    reference: int | None = None

    def to_dict(self) -> dict[str, Any]:
        """Give the result as JSON Lines has it."""
        return {
            "segment": self.segment,
            "fidelity": self.fidelity,
            "penalty": self.penalty,
            "chrf": self.chrf,
            "findings": [finding.to_dict() for finding in self.findings],
            **({} if self.reference is None else {"reference": self.reference}),
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
