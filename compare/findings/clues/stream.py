"""The words of one side as one stream, in reading order: what repeats may run over the end of a sentence.

A stream is cut where a new block (paragraph, heading, list item) begins: what two headings or two items
have in common is how lists are made.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from compare.text.lexicon import is_function_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from compare.findings.evidence import Evidence, Side
    from compare.model import Role, Sentence, Span, Token

SENTENCE_END_MARKS: Final = frozenset(".!?…。！？؟।")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words of one side. ``forms[i]`` and ``tokens[i]`` are ``None`` for a break between blocks.

    ``marks[i]`` are the marks that stand between word i and the word before it, without white space.
    """

    side: Side
    tokens: list[Token | None]
    forms: list[str | None]
    sentences: list[int]
    marks: list[str]

    def span(self, start: int, end: int) -> Span:
        """The stretch of text from word ``start`` to the word before ``end``."""
        first, last = self.tokens[start], self.tokens[end - 1]
        if first is None or last is None:
            raise ValueError(f"words {start}:{end} begin or end at a break")
        return self.side.document.span(first.start, last.end)

    def text(self, start: int, end: int) -> str:
        """The same stretch as one line of text."""
        return " ".join(self.span(start, end).text.split())

    def is_content(self, index: int) -> bool:
        """Whether a word carries content: neither a break nor one of the most frequent words."""
        token = self.tokens[index]
        return token is not None and is_content(token, self.side.document.language)


def is_content(token: Token, language: str) -> bool:
    """Whether a token carries content: a number, or a word that is not among the most frequent ones.

    >>> from compare.text.tokens import tokenize
    >>> [token.text for token in tokenize("The whale of 1851.") if is_content(token, "en")]
    ['whale', '1851']
    """
    return token.kind == "number" or (token.kind == "word" and _is_content_word(token.form, language))


@lru_cache(maxsize=1 << 16)
def _is_content_word(form: str, language: str) -> bool:
    return len(form) > 1 and not form.startswith("'") and not is_function_word(form, language)


def words(side: Side, roles: Iterable[Role] = ("title", "body")) -> Words:
    """The words of a side, sentence after sentence, of the given roles; other sentences count as breaks."""
    wanted = frozenset(roles)
    tokens: list[Token | None] = []
    forms: list[str | None] = []
    sentences: list[int] = []
    marks: list[str] = []
    block = -1
    pending = ""
    for sentence, sentence_tokens in zip(side.document.sentences, side.tokens, strict=True):
        if sentence.block != block or sentence.role not in wanted:
            block = sentence.block
            if tokens and tokens[-1] is not None:
                tokens.append(None)
                forms.append(None)
                sentences.append(sentence.index)
                marks.append("")
            pending = ""
        if sentence.role not in wanted:
            continue
        for token in sentence_tokens:
            if token.kind == "mark":
                pending += token.text
                continue
            tokens.append(token)
            forms.append(token.form)
            sentences.append(sentence.index)
            marks.append(pending)
            pending = ""
    return Words(side=side, tokens=tokens, forms=forms, sentences=sentences, marks=marks)


def running_words(evidence: Evidence, *, furniture: bool = False) -> Words:
    """The words of the candidate, once for all who ask; with ``furniture`` those of boilerplate, too."""
    has_furniture = furniture and any(
        sentence.role == "boilerplate" for sentence in evidence.candidate.document.sentences
    )
    if has_furniture:
        return words(evidence.candidate, ("title", "body", "boilerplate"))
    return evidence.once("running words", lambda asked: words(asked.candidate))


def beads_of_candidate(evidence: Evidence) -> dict[int, int]:
    """For each candidate sentence that stands in a bead, the index of that bead."""
    return evidence.once("beads of candidate", _beads_of_candidate)


def _beads_of_candidate(evidence: Evidence) -> dict[int, int]:
    return {
        sentence: position
        for position, bead in enumerate(evidence.alignment.beads)
        for sentence in bead.candidate
    }


def own_sentences(evidence: Evidence) -> Sequence[tuple[Sentence, tuple[Token, ...]]]:
    """The candidate's sentences with their tokens, but for those that the reference has letter for letter.

    Whatever a detector found in such a sentence alone would be excused (`compare.findings.same_there`).
    """
    return evidence.once("own sentences", _own_sentences)


def _own_sentences(evidence: Evidence) -> Sequence[tuple[Sentence, tuple[Token, ...]]]:
    copied: set[int] = set()
    sentences = evidence.candidate.document.sentences
    if evidence.reference is not None:
        there = evidence.reference.document.sentences
        for bead in evidence.alignment.beads:
            if len(bead.reference) == len(bead.candidate) == 1:
                index = bead.candidate[0]
                if sentences[index].text == there[bead.reference[0]].text:
                    copied.add(index)
    pairs = zip(sentences, evidence.candidate.tokens, strict=True)
    return [(sentence, tokens) for sentence, tokens in pairs if sentence.index not in copied]


def facing(evidence: Evidence, bead: int | None, start: int, end: int) -> Span | None:
    """What the reference says where the candidate says ``text[start:end]``, judged by the word edits.

    Args:
        evidence: with a reference, else there is nothing to give.
        bead: position of the bead in the alignment.
        start: first code point in the candidate.
        end: the code point after the last one.

    Returns:
        The stretch of the reference between the first and the last word that face the candidate's stretch; an
        empty place where only inserted words stand there; ``None`` without reference, bead or edits.
    """
    if evidence.reference is None or bead is None or bead >= len(evidence.edits):
        return None
    touched = [
        edit
        for edit in evidence.edits[bead]
        if (edit.candidate_start < end and edit.candidate_end > start)
        or (edit.candidate_start == edit.candidate_end and start < edit.candidate_start < end)
    ]
    if not touched:
        return None
    first, last = touched[0], touched[-1]
    low, high = first.reference_start, last.reference_end
    if first.kind == "equal" and len(first.reference) == len(first.candidate):
        low = next(
            (r.start for r, c in zip(first.reference, first.candidate, strict=True) if c.end > start), low
        )
    if last.kind == "equal" and len(last.reference) == len(last.candidate):
        high = next(
            (
                r.end
                for r, c in zip(reversed(last.reference), reversed(last.candidate), strict=True)
                if c.start < end
            ),
            high,
        )
    return evidence.reference.document.span(low, max(low, high))


def reference_tokens(evidence: Evidence, bead: int | None) -> Sequence[Token]:
    """The reference's tokens in a bead, none without a reference."""
    if evidence.reference is None or bead is None:
        return ()
    return evidence.reference.tokens_of(evidence.alignment.beads[bead].reference)
