"""One thing wrong or noteworthy, and how grave it can be."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final, Literal

from compare.model.document import Span

Severity = Literal["critical", "major", "minor", "neutral"]

SEVERITIES: Final[tuple[Severity, ...]] = ("critical", "major", "minor", "neutral")


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
