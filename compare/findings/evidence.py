"""What a detector may look at: the two sides, their tokens, the beads and the word edits inside them.

A detector is a function from Evidence to findings. It never reads raw text again where a token or an edit says it
already, and never imports another detector.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from compare.model import Alignment, Document, Edit, Finding, Token
from compare.settings import DEFAULTS, FindingSettings

if TYPE_CHECKING:
    from collections.abc import Sequence

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One document with its tokens: ``tokens[i]`` are those of ``document.sentences[i]``."""

    document: Document
    tokens: tuple[tuple[Token, ...], ...]

    def tokens_of(self, sentences: Sequence[int]) -> tuple[Token, ...]:
        """Give the tokens of some sentences, in the order of the indices."""
        if len(sentences) == 1:
            return self.tokens[sentences[0]]
        return tuple(token for index in sentences for token in self.tokens[index])


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """All that is known when findings are looked for.

    Without a reference (``truecopy check``) ``reference`` is ``None`` and there are no beads and no edits.
    ``edits[i]`` are the word edits of ``alignment.beads[i]``, empty where a side of the bead is empty.
    ``source`` is the text in the source language, line by line, where the user gave one (``--source``).
    """

    candidate: Side
    reference: Side | None = None
    alignment: Alignment = field(default_factory=lambda: Alignment(beads=()))
    edits: tuple[tuple[Edit, ...], ...] = ()
    source: str | None = None
    settings: FindingSettings = DEFAULTS.findings
    _asked: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def once(self, question: str, answer: Callable[[Evidence], Answer]) -> Answer:
        """Give what a function says of this evidence; it is called when the question is asked for the first time."""
        if question not in self._asked:
            self._asked[question] = answer(self)
        said: Answer = self._asked[question]
        return said


Detector = Callable[[Evidence], Iterator[Finding]]
