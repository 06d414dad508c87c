"""One version of a piece: its text exactly as decoded, its sentences, and the words of a sentence."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any, Final, Literal

Role = Literal["title", "body", "boilerplate", "elision"]

ALIGNED_ROLES: Final[frozenset[Role]] = frozenset({"title", "body"})
"""Sentences of these roles stand in exactly one bead; those of the other roles in none."""


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
