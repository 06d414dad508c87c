"""The rows of a collation: the base's sentences in order, and between them what the other versions add.

Sentences of the base that one version runs together stand in one row for all, so that every cell faces the
same matter. What versions add is merged by setting the additions of one after the other against those that
stand already, in the order of the texts' hashes: whoever names the files in another order gets the same
rows.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from compare.align.alignment import align, align_sentences
from compare.align.collated import Cell, Row
from compare.align.collation_variants import odd_versions, variants
from compare.model import ALIGNED_ROLES, Token
from compare.settings import DEFAULTS, AlignSettings
from compare.text.line_breaks import tokens_of_versions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.model import Alignment, Document

SentenceTokens = tuple[tuple[Token, ...], ...]


@dataclass(slots=True, kw_only=True)
class _Line:
    """A row in the making: the sentences of each version, and which of them moved or said nothing of it."""

    sentences: dict[int, list[int]] = field(default_factory=dict)
    moved: set[int] = field(default_factory=set)
    outside: set[int] = field(default_factory=set)
    lead: int = 0


def rows(
    documents: Sequence[Document], *, settings: AlignSettings = DEFAULTS.align
) -> tuple[tuple[Row, ...], tuple[float, ...]]:
    """Give the rows of some versions, and the share of each one's words that has a partner in the base.

    Args:
        documents: two or more versions in one language; the first is the base.
        settings: thresholds of the alignment.
    """
    order = _canonical(documents)
    alignments = {version: align(documents[0], documents[version], settings=settings) for version in order}
    lines = _base_lines(documents[0], alignments)
    gaps: list[list[_Line]] = [[] for _ in range(len(lines) + 1)]
    for version in order:
        _add(version, documents, alignments[version], lines, gaps, settings)
    merged = list(gaps[0])
    for line, gap in zip(lines, gaps[1:], strict=True):
        merged += [line, *gap]
    _spread_outside(merged, len(documents))
    tokens = tokens_of_versions(documents)
    return (
        tuple(_row(index, line, documents, tokens, order) for index, line in enumerate(merged)),
        tuple(
            _coverage(documents[version], alignments[version]) if version else 1.0
            for version in range(len(documents))
        ),
    )


def _canonical(documents: Sequence[Document]) -> list[int]:
    """Give the versions after the base in an order that depends on their texts alone."""
    return sorted(range(1, len(documents)), key=lambda version: (documents[version].sha256, version))


def _base_lines(base: Document, alignments: dict[int, Alignment]) -> list[_Line]:
    """Give a line for each sentence of the base; sentences that one version sets in one bead share a line."""
    indices = [sentence.index for sentence in base.sentences if sentence.role in ALIGNED_ROLES]
    place_of = {index: place for place, index in enumerate(indices)}
    # what stands between the first and the last sentence of a bead goes with them: rows keep the order of
    # the base
    reaches = list(range(len(indices)))
    for alignment in alignments.values():
        for bead in alignment.beads:
            if len(bead.reference) > 1 and bead.candidate:
                places = [place_of[index] for index in bead.reference]
                reaches[min(places)] = max(reaches[min(places)], max(places))
    lines: list[_Line] = []
    line_of: dict[int, int] = {}
    reach = -1
    for place, index in enumerate(indices):
        if place > reach:
            lines.append(_Line(sentences={0: []}))
        reach = max(reach, reaches[place])
        lines[-1].sentences[0].append(index)
        line_of[index] = len(lines) - 1
    for version, alignment in alignments.items():
        for bead in alignment.beads:
            for line in sorted({line_of[index] for index in bead.reference}):
                if bead.candidate:
                    lines[line].sentences.setdefault(version, []).extend(bead.candidate)
                    if bead.moved:
                        lines[line].moved.add(version)
                elif bead.kind == "outside":
                    lines[line].outside.add(version)
    return lines


def _add(
    version: int,
    documents: Sequence[Document],
    alignment: Alignment,
    lines: list[_Line],
    gaps: list[list[_Line]],
    settings: AlignSettings,
) -> None:
    """Put what one version adds to the base into the gaps, beside what others have added there already."""
    places = _gaps_of_additions(version, documents[version], alignment, lines)
    if not places:
        return
    standing = [(gap, line) for gap, inside in enumerate(gaps) for line in inside]
    texts = [documents[version].sentences[index].text for index, _, _ in places]
    partners = _partners(
        [_text(documents[line.lead], line.sentences[line.lead]) for _, line in standing], texts, settings
    )
    last: dict[int, _Line] = {}
    for number, (index, gap, is_outside) in enumerate(places):
        if number in partners:
            partner_gap, line = standing[partners[number]]
            line.sentences.setdefault(version, []).append(index)
            if partner_gap != gap:
                line.moved.add(version)
        else:
            line = _Line(sentences={version: [index]}, lead=version)
            inside = gaps[gap]
            inside.insert(_position(inside, last.get(gap), places, number, partners, standing), line)
            partner_gap = gap
        if is_outside:
            line.outside.add(0)
        last[partner_gap] = line


def _position(
    inside: list[_Line],
    before: _Line | None,
    places: list[tuple[int, int, bool]],
    number: int,
    partners: dict[int, int],
    standing: list[tuple[int, _Line]],
) -> int:
    """Give where in a gap a new line goes: after what its version has before it, or before what follows."""
    if before is not None:
        return next(place for place, line in enumerate(inside) if line is before) + 1
    for later in range(number + 1, len(places)):
        if later in partners:
            partner = standing[partners[later]][1]
            found = [place for place, line in enumerate(inside) if line is partner]
            if found:
                return found[0]
    return len(inside)


def _gaps_of_additions(
    version: int, document: Document, alignment: Alignment, lines: list[_Line]
) -> list[tuple[int, int, bool]]:
    """Give what a version adds, in its own order: sentence, gap of the base, whether the base leaves it out openly.

    Gap i is before line i. An addition goes after what stands before it in its version; what a version has
    before all that it shares goes before that.
    """
    line_of = {
        index: (number, version in line.moved)
        for number, line in enumerate(lines)
        for index in line.sentences.get(version, ())
    }
    of_the_page = _round_the_text(document, alignment)
    additions = {
        index: bead.kind == "outside" and index not in of_the_page
        for bead in alignment.beads
        if not bead.reference
        for index in bead.candidate
    }
    found: list[tuple[int, int, bool]] = []
    gap: int | None = None
    waiting: list[int] = []
    for index in sorted({*line_of, *additions}):
        if index in additions:
            if gap is None:
                waiting.append(len(found))
            found.append((index, gap or 0, additions[index]))
        elif not line_of[index][1]:
            gap = line_of[index][0] + 1
            for number in waiting:
                found[number] = (found[number][0], gap - 1, found[number][2])
            waiting = []
    return found


def _round_the_text(document: Document, alignment: Alignment) -> frozenset[int]:
    """Give the sentences that a page says round a whole text: they are its own, and no excerpt leaves them out."""
    shared = sorted(
        index for bead in alignment.beads if bead.reference and not bead.moved for index in bead.candidate
    )
    if not shared or _coverage(document, alignment) < 0.5:
        return frozenset()  # the base may be an excerpt of this very page
    furniture = [sentence.index for sentence in document.sentences if sentence.role == "boilerplate"]
    first = shared[0] if any(index < shared[0] for index in furniture) else 0
    last = shared[-1] if any(index > shared[-1] for index in furniture) else len(document.sentences)
    return frozenset([*range(first), *range(last + 1, len(document.sentences))])


def _partners(standing: list[str], texts: list[str], settings: AlignSettings) -> dict[int, int]:
    """Give for each text that has one its partner among the lines that stand already."""
    if not standing:
        return {}
    partners: dict[int, int] = {}
    for bead in align_sentences(standing, texts, settings=settings).beads:
        if bead.reference and bead.candidate and bead.kind != "outside":
            for number in bead.candidate:
                partners[number] = bead.reference[0]
    return partners


def _spread_outside(lines: list[_Line], count: int) -> None:
    """Mark that an excerpt which says nothing of two lines says nothing of what others add between them."""
    for version in range(count):
        quiet = [
            version in line.outside and version not in line.sentences if 0 in line.sentences else None
            for line in lines
        ]
        if True not in quiet:
            continue
        before: list[bool | None] = []
        for said in quiet:
            before.append(said if said is not None else (before[-1] if before else None))
        after: bool | None = None
        for number in range(len(lines) - 1, -1, -1):
            said = quiet[number]
            if said is not None:
                after = said
            elif version not in lines[number].sentences:
                neighbours = [side for side in (before[number], after) if side is not None]
                if neighbours and all(neighbours):
                    lines[number].outside.add(version)


def _row(
    index: int,
    line: _Line,
    documents: Sequence[Document],
    tokens: Sequence[SentenceTokens],
    order: Sequence[int],
) -> Row:
    cells = []
    for version in range(len(documents)):
        if version in line.sentences:
            # a sentence may be named by several beads of one line
            sentences = tuple(sorted(set(line.sentences[version])))
            cells.append(Cell(state="present", sentences=sentences, moved=version in line.moved))
        else:
            cells.append(Cell(state="outside" if version in line.outside else "lacking"))
    has = [version for version, cell in enumerate(cells) if cell.state == "present"]
    lacks = [version for version, cell in enumerate(cells) if cell.state == "lacking"]
    own = {
        version: [token for index in cells[version].sentences for token in tokens[version][index]]
        for version in has
    }
    canonical = [version for version in (0, *order) if version in own]
    return Row(
        index=index,
        cells=tuple(cells),
        lead=canonical[0],
        variants=variants(documents, own, canonical),
        odd=odd_versions([has, lacks]),
    )


def _text(document: Document, sentences: Sequence[int]) -> str:
    return " ".join(document.sentences[index].text for index in sentences)


def _coverage(document: Document, alignment: Alignment) -> float:
    """Give the share of a version's words whose sentence has a partner in the base."""
    shared = {index for bead in alignment.beads if bead.reference for index in bead.candidate}
    lengths = {
        sentence.index: len(sentence.text.split())
        for sentence in document.sentences
        if sentence.role in ALIGNED_ROLES
    }
    total = sum(lengths.values())
    return sum(length for index, length in lengths.items() if index in shared) / total if total else 0.0
