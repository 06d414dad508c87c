"""Alignment against labelled links, peers beside: one function a measure, each giving rows.

The links of two alignments are compared pair by pair of sentences (F1). Peers: an idf-weighted cosine where each
reference sentence takes its best candidate above a threshold, Gale & Church's length programme as nltk has it, and
difflib over whole sentences. Rows that are left out by --half were not seen when a threshold was chosen on the others.

    python benchmarks/quality/alignment.py --data FOLDER [--only TEXT] [--every N]
"""

from __future__ import annotations

import argparse
import sys
import time
from dataclasses import dataclass
from difflib import SequenceMatcher
from math import log
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(ROOT / "benchmarks" / "quality"))

import alignment_cases as cases  # noqa: E402

from compare.align import align, align_sentences  # noqa: E402
from compare.text.documents import document  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from compare.model import Bead

Links = set[tuple[int, int]]
IDF_THRESHOLD = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table: a tool's value for a measure of a work."""

    work: str
    measure: str
    tool: str
    value: float
    floor: float | None = None
    seconds: float = 0.0


def truecopy_links(case: cases.Case) -> Links:
    return links_of(align_sentences(case.reference, case.candidate).beads)


def links_of(beads: Iterable[Bead]) -> Links:
    return {(row, column) for bead in beads for row in bead.reference for column in bead.candidate}


def idf_links(case: cases.Case) -> Links:
    """Each reference sentence takes its best candidate, where their cosine over idf-weighted words is high enough."""
    sides = [[set(line.lower().split()) for line in side] for side in (case.reference, case.candidate)]
    counts: dict[str, int] = {}
    for bag in sides[0] + sides[1]:
        for word in bag:
            counts[word] = counts.get(word, 0) + 1
    squares = {word: log((len(sides[0]) + len(sides[1]) + 1) / count) ** 2 for word, count in counts.items()}
    lengths = [[sum(squares[word] for word in sorted(bag)) ** 0.5 for bag in side] for side in sides]
    links: Links = set()
    for row, bag in enumerate(sides[0]):
        best, most = -1, IDF_THRESHOLD
        for column, other in enumerate(sides[1]):
            below = lengths[0][row] * lengths[1][column]
            cosine = sum(squares[word] for word in sorted(bag & other)) / below if below else 0.0
            if cosine > most:
                best, most = column, cosine
        if best >= 0:
            links.add((row, best))
    return links


def gale_church_links(case: cases.Case) -> Links:
    from nltk.translate.gale_church import align_blocks

    try:
        return set(
            align_blocks([len(line) for line in case.reference], [len(line) for line in case.candidate])
        )
    except (IndexError, ValueError, KeyError):
        return set()


def difflib_links(case: cases.Case) -> Links:
    matcher = SequenceMatcher(None, case.reference, case.candidate, autojunk=False)
    return {
        (block.a + step, block.b + step)
        for block in matcher.get_matching_blocks()
        for step in range(block.size)
    }


TOOLS: dict[str, Callable[[cases.Case], Links]] = {
    "truecopy": truecopy_links,
    "idf argmax": idf_links,
    "Gale-Church (nltk)": gale_church_links,
    "difflib": difflib_links,
}


def link_rows(found: list[cases.Case], work: str, floor: float | None) -> Iterator[Row]:
    """F1 of the links over all pieces of a work, for each tool."""
    true = sum(len(case.links) for case in found)
    for tool, links in TOOLS.items():
        start = time.perf_counter()
        told = [links(case) for case in found]
        seconds = time.perf_counter() - start
        right = sum(len(one & case.links) for one, case in zip(told, found, strict=True))
        value = 2 * right / max(1, true + sum(map(len, told)))
        yield Row(work=work, measure="link F1", tool=tool, value=value, floor=floor, seconds=seconds)


def aesop(data: Path, every: int) -> Iterator[Row]:
    yield from link_rows(list(cases.aesop(data))[::every], "aesop", 0.66)
    right = ours = theirs = 0
    for row in cases.rows_of(data, "aesop"):
        if row["second_annotator"]:
            first, second = ({(one, two) for one, two in row[key]} for key in ("links", "second_annotator"))
            right, ours, theirs = right + len(first & second), ours + len(first), theirs + len(second)
    yield Row(work="aesop", measure="link F1", tool="second human", value=2 * right / max(1, ours + theirs))


def bible(data: Path, every: int) -> Iterator[Row]:
    for pair, floor in zip(cases.BIBLE_PAIRS, (0.998, 0.97, 0.985, 0.98), strict=True):
        yield from link_rows(list(cases.bible(data, pair))[::every], pair, floor)


def news(data: Path, every: int) -> Iterator[Row]:
    found = list(cases.news(data))[::every]
    yield from link_rows(found, "news, a segment a sentence", 0.99)
    right = told = true = 0
    for case in found:
        links = paragraph_links(case)
        right, told, true = right + len(links & case.links), told + len(links), true + len(case.links)
    yield Row(
        work="news, a segment a paragraph",
        measure="link F1",
        tool="truecopy",
        value=2 * right / (told + true),
        floor=0.99,
    )


def paragraph_links(case: cases.Case) -> Links:
    """Join the segments as paragraphs, align the sentences, and give the segments whose sentences are linked."""
    sides = []
    for lines in (case.reference, case.candidate):
        text = document("\n\n".join(line.strip() or "-" for line in lines))
        starts = []
        place = 0
        for line in lines:
            starts.append(place)
            place += len(line.strip() or "-") + 2
        sides.append(
            (text, [sum(start <= sentence.start for start in starts) - 1 for sentence in text.sentences])
        )
    (reference, rows), (candidate, columns) = sides
    return {(rows[row], columns[column]) for row, column in links_of(align(reference, candidate).beads)}


def moves(data: Path, every: int) -> Iterator[Row]:
    """Moves told of documents where one segment moved, and of those where none did."""
    found = list(cases.news(data, move=True))[::every]
    right = sum(case.moved == moved_links(case) for case in found)
    yield Row(
        work="news, one segment moved",
        measure="told, and no other",
        tool="truecopy",
        value=right / len(found),
        floor=0.95,
    )
    still = list(cases.news(data))[::every]
    told = sum(bool(moved_links(case)) for case in still)
    yield Row(
        work="news, none moved", measure="documents with a move", tool="truecopy", value=told / len(still)
    )


def moved_links(case: cases.Case) -> Links:
    beads = align_sentences(case.reference, case.candidate).beads
    return links_of(bead for bead in beads if bead.moved)


def dropped(data: Path, every: int) -> Iterator[Row]:
    """Sentences of a novel that its abridgement dropped."""
    found = list(cases.ablit(data))[::every]
    true = sum(len(case.dropped) for case in found)
    kinds = {
        "truecopy": lambda case: {
            row
            for bead in align_sentences(case.reference, case.candidate).beads
            if bead.kind == "dropped"
            for row in bead.reference
        },
        "idf argmax": lambda case: set(range(len(case.reference))) - {row for row, _ in idf_links(case)},
    }
    for tool, rows in kinds.items():
        told = [rows(case) for case in found]
        right = sum(len(one & case.dropped) for one, case in zip(told, found, strict=True))
        value = 2 * right / max(1, true + sum(map(len, told)))
        yield Row(
            work="ablit",
            measure="dropped sentences F1",
            tool=tool,
            value=value,
            floor=0.82 if tool == "truecopy" else None,
        )
    yield from link_rows(found, "ablit", None)


def strangers(data: Path, every: int) -> Iterator[Row]:
    """Sentences linked, of a hundred, between pieces that are no versions of each other."""
    for work, found in (("aesop", list(cases.aesop(data))), ("ablit", list(cases.ablit(data)))):
        pairs = cases.strangers(found)[::every]
        told = sum(len({row for row, _ in truecopy_links(case)}) for case in pairs)
        total = sum(min(len(case.reference), len(case.candidate)) for case in pairs)
        yield Row(
            work=f"{work}, strangers", measure="share linked", tool="truecopy", value=told / max(1, total)
        )


MEASURES: dict[str, Callable[[Path, int], Iterator[Row]]] = {
    "aesop": aesop,
    "bible": bible,
    "news": news,
    "moves": moves,
    "ablit": dropped,
    "strangers": strangers,
}


def rows(data: Path, *, only: str = "", every: int = 1) -> Iterator[Row]:
    """Give the rows of all measures whose name holds ``only``, on each ``every``-th piece."""
    for name, measure in MEASURES.items():
        if only in name:
            yield from measure(data, every)


def main() -> None:
    parser = argparse.ArgumentParser(description="Alignment against labelled links, with peers.")
    parser.add_argument("--data", type=Path, required=True, help="folder of the labelled sets")
    parser.add_argument("--only", default="", help="measures whose name holds this")
    parser.add_argument("--every", type=int, default=1, help="take each N-th piece")
    arguments = parser.parse_args()
    for row in rows(arguments.data, only=arguments.only, every=arguments.every):
        floor = "" if row.floor is None else f"  floor {row.floor:.3f}"
        print(
            f"{row.work:28} {row.measure:24} {row.tool:20} {row.value:.4f}{floor}  {row.seconds:6.1f} s",
            flush=True,
        )


if __name__ == "__main__":
    main()
