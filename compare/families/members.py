"""What is said of a collection: its families, and of each member its role and what it covers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, Literal

MemberRole = Literal["full", "excerpt", "near-copy", "copy"]

SCHEMA: Final = "truecopy.families/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One document of a family.

    ``role`` is ``full`` for the fullest version, and for every other that tells the whole piece, be it in
    other words; ``excerpt`` where a stretch is missing; ``near-copy`` where nearly all words are those of
    the fullest; ``copy`` where all words are those of a member listed before. ``coverage`` is the share of
    the fullest version's words, 0 to 1, whose sentence has a partner here.
    """

    path: str
    role: MemberRole
    coverage: float

    def to_dict(self) -> dict[str, Any]:
        """Give the member as JSON has it."""
        return {"path": self.path, "role": self.role, "coverage": self.coverage}

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Member:
        """Read a member from JSON."""
        return cls(path=data["path"], role=data["role"], coverage=data["coverage"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """The versions of one piece, the fullest first; most documents of a collection are a family alone."""

    members: tuple[Member, ...]

    def to_dict(self) -> dict[str, Any]:
        """Give the family as JSON has it."""
        return {"members": [member.to_dict() for member in self.members]}

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Family:
        """Read a family from JSON."""
        return cls(members=tuple(Member.from_dict(item) for item in data["members"]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Families:
    """All families of a collection, the largest first; every document stands in exactly one."""

    families: tuple[Family, ...]

    def to_dict(self) -> dict[str, Any]:
        """Give the families as JSON has them (``truecopy.families/1``)."""
        return {"schema": SCHEMA, "families": [family.to_dict() for family in self.families]}

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Families:
        """Read families from JSON."""
        return cls(families=tuple(Family.from_dict(item) for item in data["families"]))
