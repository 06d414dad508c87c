"""Which sentences of two versions belong together, and what was done to the words in between."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from compare.model.document import Token

BeadKind = Literal["equal", "changed", "dropped", "added", "outside"]
EditKind = Literal["equal", "stem", "near", "replace", "delete", "insert"]


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
