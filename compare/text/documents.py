"""Documents: a text with its sentences, laid out or line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.model import Document, Role, Sentence
from compare.settings import DEFAULTS, LayoutSettings
from compare.text.layout import blocks
from compare.text.sentences import is_elision, sentence_spans

if TYPE_CHECKING:
    from collections.abc import Sequence


def document(
    text: str,
    *,
    name: str = "text",
    language: str | None = None,
    encoding: str | None = None,
    markdown: bool = False,
    settings: LayoutSettings = DEFAULTS.layout,
) -> Document:
    """Lay a text out and split it into sentences.

    >>> [sentence.text for sentence in document("It rained. Nobody came.").sentences]
    ['It rained.', 'Nobody came.']
    """
    language = language or "en"
    sentences: list[Sentence] = []
    for number, block in enumerate(blocks(text, settings=settings)):
        for start, end in sentence_spans(text, block.start, block.end, language=language):
            piece = text[start:end]
            role: Role = "elision" if is_elision(piece) else block.role
            sentences.append(
                Sentence(index=len(sentences), start=start, end=end, text=piece, role=role, block=number)
            )
    return Document(name=name, text=text, sentences=tuple(sentences), language=language, encoding=encoding)


def line_document(lines: Sequence[str], *, name: str = "lines", language: str | None = None) -> Document:
    r"""Take each line as one body sentence, the empty ones too; the text is the lines joined by ``\n``.

    >>> [sentence.text for sentence in line_document(["One.", "", "Two."]).sentences]
    ['One.', '', 'Two.']
    """
    language = language or "en"
    sentences: list[Sentence] = []
    position = 0
    for index, line in enumerate(lines):
        sentences.append(
            Sentence(index=index, start=position, end=position + len(line), text=line, block=index)
        )
        position += len(line) + 1
    return Document(name=name, text="\n".join(lines), sentences=tuple(sentences), language=language)
