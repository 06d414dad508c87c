"""Documents: a text with its sentences, laid out as an article or taken line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.model import Document, Role, Sentence
from compare.settings import DEFAULTS, LayoutSettings
from compare.text.elisions import is_elision
from compare.text.languages import language_of
from compare.text.layout import blocks
from compare.text.sentences import sentence_spans

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence


def document(
    text: str,
    *,
    name: str = "text",
    language: str | None = None,
    encoding: str | None = None,
    markdown: bool = False,
    furniture: Collection[int] = (),
    settings: LayoutSettings = DEFAULTS.layout,
) -> Document:
    r"""Lay a text out in blocks and split these into sentences.

    Titles, furniture and marks of text left out are a sentence a block, or a line of it.

    Args:
        text: any text, kept as it is.
        name: what reports call it.
        language: ISO 639-1; told from the text where it is left out.
        encoding: codec that the text was decoded with, for the record.
        markdown: whether the text is Markdown.
        furniture: offsets at which lines begin that are known to be furniture.
        settings: limits of the layout.

    >>> page = document("The Ice Returns\n\nIt was cold. (…) Nobody came.\n\n© 1999 The Example")
    >>> [(sentence.role, sentence.text) for sentence in page.sentences][1:3]
    [('body', 'It was cold.'), ('elision', '(…)')]
    """
    language = language or language_of(text)
    sentences: list[Sentence] = []
    laid_out = blocks(text, language=language, markdown=markdown, furniture=furniture, settings=settings)
    for number, block in enumerate(laid_out):
        spans = [(block.start, block.end)]
        if block.role == "body":
            spans = sentence_spans(text, block.start, block.end, language=language)
        for start, end in spans:
            piece = text[start:end]
            role: Role = "elision" if block.role == "body" and is_elision(piece) else block.role
            sentences.append(
                Sentence(index=len(sentences), start=start, end=end, text=piece, role=role, block=number)
            )
    return Document(name=name, text=text, sentences=tuple(sentences), language=language, encoding=encoding)


def line_document(lines: Sequence[str], *, name: str = "lines", language: str | None = None) -> Document:
    r"""Take each line as one body sentence, the empty ones too; the text is the lines joined by ``\n``.

    >>> [sentence.text for sentence in line_document(["One.", "", "Two."]).sentences]
    ['One.', '', 'Two.']
    """
    text = "\n".join(lines)
    sentences: list[Sentence] = []
    position = 0
    for index, line in enumerate(lines):
        end = position + len(line)
        sentences.append(Sentence(index=index, start=position, end=end, text=line, block=index))
        position = end + 1
    return Document(name=name, text=text, sentences=tuple(sentences), language=language or language_of(text))
