"""Rows: one pair of versions, or one document alone, as a manifest names it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of work: where its two texts are, or the texts themselves.

    ``number`` counts from 1 in the order of the manifest. A text that is given goes before a path. ``error`` is set
    where the row itself is at fault; it is then a result with that error, and nothing is read.
    """

    number: int
    id: str
    reference: str | None = None
    candidate: str | None = None
    reference_text: str | None = None
    candidate_text: str | None = None
    source: str | None = None
    system: str | None = None
    error: str | None = None

    def values(self) -> tuple[str | None, ...]:
        """Give all that makes a row what it is, but for its number."""
        return (
            self.id,
            self.reference,
            self.candidate,
            self.reference_text,
            self.candidate_text,
            self.source,
            self.system,
            self.error,
        )
