"""A collation in words: letters for the versions, votes as sentences, cells cut where versions differ."""

from __future__ import annotations

from dataclasses import dataclass
from string import ascii_uppercase
from typing import TYPE_CHECKING

from compare.report.phrases import listed
from compare.report.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from compare.align.collated import Collation, Row, Variant


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of a cell; ``variant`` is the number of the place where versions differ, if it is one.

    An empty text is a place where this version lacks words that others have.
    """

    text: str
    variant: int | None = None
    is_odd: bool = False


def siglum(version: int) -> str:
    """Give the letter of a version, as editors name witnesses.

    >>> siglum(0), siglum(25), siglum(26)
    ('A', 'Z', 'AA')
    """
    letters = ""
    version += 1
    while version:
        version, place = divmod(version - 1, len(ascii_uppercase))
        letters = ascii_uppercase[place] + letters
    return letters


def sigla(versions: Sequence[int]) -> str:
    """Give the letters of some versions.

    >>> sigla([0, 2])
    'A and C'
    """
    return listed([siglum(version) for version in versions])


def vote(variant: Variant, *, elsewhere: Collection[int] = ()) -> str:
    """Say which versions have which words at one place.

    Args:
        variant: the place.
        elsewhere: versions that lack the words there and have them at another place of the row.

    >>> from compare.align.collated import Reading, Variant
    >>> with_word, without = Reading(text="infinitesimal", versions=(1, 2, 3)), Reading(text="", versions=(0,))
    >>> print(vote(Variant(spans=(), odd=(0,), readings=(with_word, without))))
    3 of 4 have “infinitesimal” (B, C and D); A lacks it
    """
    total = sum(len(reading.versions) for reading in variant.readings)
    several = max(len(reading.text.split()) for reading in variant.readings) > 1
    parts = []
    # what is there is named before what is not, so that a reader knows what is lacking
    for reading in sorted(variant.readings, key=lambda reading: not reading.text):
        versions = reading.versions
        if not reading.text and (moved := [version for version in versions if version in elsewhere]):
            them = "them" if several else "it"
            parts.append(f"{sigla(moved)} {'has' if len(moved) == 1 else 'have'} {them} elsewhere")
            versions = tuple(version for version in versions if version not in elsewhere)
            if not versions:
                continue
        count = len(versions)
        if reading.text:
            what, verb = f"“{one_line(reading.text)}”", ("has", "have")
        else:
            what, verb = "them" if several else "it", ("lacks", "lack")
        if count == 1:
            parts.append(f"{sigla(versions)} {verb[0]} {what}")
        else:
            parts.append(f"{count} of {total} {verb[1]} {what} ({sigla(versions)})")
    return "; ".join(parts)


def presence(row: Row) -> str:
    """Say which versions lack a row, leave it out, or have it elsewhere; "" where all have it in place.

    >>> from compare.align.collated import Cell, Row
    >>> present, lacking = Cell(state="present"), Cell(state="lacking")
    >>> presence(Row(index=0, cells=(present, present, lacking), lead=0, variants=(), odd=(2,)))
    '2 of 3 have this; C lacks it'
    """
    groups: dict[str, list[int]] = {"present": [], "lacking": [], "outside": []}
    for version, cell in enumerate(row.cells):
        groups[cell.state].append(version)
    voting = len(groups["present"]) + len(groups["lacking"])
    parts = []
    if groups["lacking"]:
        if len(groups["present"]) == 1:
            parts.append(f"only {sigla(groups['present'])} has this")
        else:
            lack = "lacks" if len(groups["lacking"]) == 1 else "lack"
            parts.append(
                f"{len(groups['present'])} of {voting} have this; {sigla(groups['lacking'])} {lack} it"
            )
    if groups["outside"]:
        verb = "leaves" if len(groups["outside"]) == 1 else "leave"
        parts.append(f"{sigla(groups['outside'])} {verb} this part out")
    moved = [version for version, cell in enumerate(row.cells) if cell.moved]
    if moved:
        parts.append(f"it stands elsewhere in {sigla(moved)}")
    return "; ".join(parts)


def odd_line(collation: Collation) -> str:
    """Say which version stands against the others how often, the oddest first."""
    counts = collation.odd_counts()
    order = sorted(
        (version for version, count in enumerate(counts) if count),
        key=lambda version: (-counts[version], version),
    )
    if not order:
        return ""
    return "Against what most have: " + ", ".join(
        f"{siglum(version)} {counts[version]} {'time' if counts[version] == 1 else 'times'}"
        for version in order
    )


def pieces(collation: Collation, row: Row, version: int) -> tuple[Piece, ...]:
    """Cut what a version has in a row at the places where versions differ."""
    return tuple(_pieces(collation, row, version))


def _pieces(collation: Collation, row: Row, version: int) -> Iterator[Piece]:
    document = collation.documents[version]
    places = sorted(
        (span.start, span.end, number, version in variant.odd)
        for number, variant in enumerate(row.variants)
        if (span := variant.spans[version]) is not None
    )
    for count, index in enumerate(row.cells[version].sentences):
        sentence = document.sentences[index]
        if count:
            yield Piece(text=" ")
        at = sentence.start
        for start, end, number, is_odd in places:
            if end < sentence.start or start > sentence.end or end < at:
                continue
            if start == end and not sentence.start < start <= sentence.end and start != sentence.start:
                continue
            low, high = max(start, at), min(end, sentence.end)
            if low > at:
                yield Piece(text=document.text[at:low])
            if low < high or start == end:
                yield Piece(text=document.text[low:high], variant=number, is_odd=is_odd)
            at = max(at, high)
        if at < sentence.end:
            yield Piece(text=document.text[at : sentence.end])


def is_unanimous(row: Row) -> bool:
    """Say whether all versions have the row, in its place, in the same words."""
    return not row.variants and all(cell.state == "present" and not cell.moved for cell in row.cells)
