"""Pairs of texts with known links, made from the labelled sets: what alignment is measured and fitted on.

Every mutation is drawn from a seed of its own name, so that a case is the same on every run and machine.
"""

from __future__ import annotations

import gzip
import json
import random
import zlib
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

BIBLE_PAIRS = ("KJV-ASV", "KJV-BBE", "WEB-YLT", "DRA-WEB")
BEST_SYSTEM = "GPT4-5shot"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Two versions, a sentence an item, and the pairs of places that belong together."""

    work: str
    name: str
    reference: list[str]
    candidate: list[str]
    links: frozenset[tuple[int, int]]
    moved: frozenset[tuple[int, int]] = frozenset()
    dropped: frozenset[int] = field(default=frozenset())

    @property
    def half(self) -> int:
        """0 or 1: which half of a cross-check the piece belongs to, whatever was done to it."""
        return zlib.crc32(self.name.encode()) % 2


def rows_of(data: Path, name: str) -> Iterator[dict[str, Any]]:
    with gzip.open(data / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def aesop(data: Path) -> Iterator[Case]:
    for row in rows_of(data, "aesop"):
        links = frozenset((one, two) for one, two in row["links"])
        yield Case(work="aesop", name=row["id"], reference=row["first"], candidate=row["second"], links=links)


def bible(data: Path, pair: str, *, seed: int = 7, both_merge: bool = False, run: int = 1) -> Iterator[Case]:
    """Chapters with 8 % of the verses dropped on each side, 8 % merged with the next, one run moved by more than 3."""
    one, two = pair.split("-")
    chapters: dict[tuple[str, int], list[dict[str, Any]]] = defaultdict(list)
    for row in rows_of(data, "bible"):
        chapters[row["book"], row["chapter"]].append(row)
    for key, verses in chapters.items():
        if len(verses) < 12:
            continue
        dice = random.Random(f"{seed} {key} {pair} {both_merge} {run}")
        reference = _mutated(len(verses), dice, merge=both_merge)
        candidate = _mutated(len(verses), dice, merge=True)
        start = dice.randrange(len(candidate) - run + 1)
        taken, rest = candidate[start : start + run], candidate[:start] + candidate[start + run :]
        far = [place for place in range(len(rest) + 1) if abs(place - start) > 3]
        if not far:
            continue
        place = dice.choice(far)
        candidate = rest[:place] + taken + rest[place:]
        links = frozenset(
            (row, column)
            for row, ours in enumerate(reference)
            for column, theirs in enumerate(candidate)
            if set(ours) & set(theirs)
        )
        yield Case(
            work=pair + (" both merged" if both_merge else "") + (f" run of {run} moved" if run > 1 else ""),
            name=f"{key}",
            reference=[" ".join(verses[verse][one] for verse in group) for group in reference],
            candidate=[" ".join(verses[verse][two] for verse in group) for group in candidate],
            links=links,
            moved=frozenset(link for link in links if place <= link[1] < place + run),
        )


def _mutated(verses: int, dice: random.Random, *, merge: bool) -> list[list[int]]:
    kept = [verse for verse in range(verses) if dice.random() >= 0.08]
    groups: list[list[int]] = []
    while kept:
        size = 2 if merge and len(kept) > 1 and dice.random() < 0.08 else 1
        groups.append(kept[:size])
        kept = kept[size:]
    return groups


def news(data: Path, *, move: bool = False, seed: int = 3) -> Iterator[Case]:
    """Each system against the best one; with ``move`` one segment stands two or more places elsewhere."""
    for row in rows_of(data, "news_mqm"):
        systems: dict[str, dict[int, str]] = defaultdict(dict)
        for segment in row["segments"]:
            systems[segment["system"]][segment["segment"]] = segment["text"]
        best = systems.pop(BEST_SYSTEM)
        for system, segments in systems.items():
            numbers = sorted(set(best) & set(segments))
            order = list(range(len(numbers)))
            moved = frozenset[tuple[int, int]]()
            if move:
                dice = random.Random(f"{seed} {row['document']} {system}")
                start = dice.randrange(len(order))
                place = dice.choice([place for place in order if abs(place - start) > 1])
                order.insert(place, order.pop(start))
                moved = frozenset({(start, place)})
            yield Case(
                work="news, one moved" if move else "news",
                name=f"{row['document']}",
                reference=[best[number] for number in numbers],
                candidate=[segments[numbers[place]] for place in order],
                links=frozenset((ours, place) for place, ours in enumerate(order)),
                moved=moved,
            )


def ablit(data: Path) -> Iterator[Case]:
    for row in rows_of(data, "ablit"):
        ours, theirs = row["reference_sentences"], row["candidate_sentences"]
        links: set[tuple[int, int]] = set()
        kept = [0] * len(ours)
        for one, two in row["rows"]:
            if two[1] <= two[0]:
                continue
            for place, sentence in enumerate(ours):
                common = min(one[1], sentence[1]) - max(one[0], sentence[0])
                if common > 0:
                    kept[place] += common
                    links |= {
                        (place, other)
                        for other, partner in enumerate(theirs)
                        if min(two[1], partner[1]) > max(two[0], partner[0])
                    }
        yield Case(
            work="ablit",
            name=row["id"],
            reference=[row["reference"][start:end] for start, end in ours],
            candidate=[row["candidate"][start:end] for start, end in theirs],
            links=frozenset(links),
            dropped=frozenset(
                place for place, (start, end) in enumerate(ours) if kept[place] < 0.5 * (end - start)
            ),
        )


def excerpt(case: Case, *, share: float, seed: int = 5) -> Case:
    """Cut a contiguous part out of the reference, so that it is an excerpt of what the candidate is a version of."""
    dice = random.Random(f"{seed} {case.work} {case.name} {share}")
    size = max(2, round(share * len(case.reference)))
    start = dice.randrange(max(1, len(case.reference) - size + 1))
    return Case(
        work=f"{case.work}, excerpt",
        name=case.name,
        reference=case.reference[start : start + size],
        candidate=case.candidate,
        links=frozenset((row - start, column) for row, column in case.links if start <= row < start + size),
    )


def strangers(found: Sequence[Case]) -> list[Case]:
    """Set each third piece against the candidate of another piece of its work: nothing belongs together."""
    return [
        Case(
            work="strangers",
            name=one.name,
            reference=one.reference,
            candidate=two.candidate,
            links=frozenset(),
        )
        for one, two in zip(found[::3], [*found[7::3], *found[:7:3]], strict=False)
        if one.name != two.name and one.work == two.work
    ]


def appended(case: Case, other: Case) -> Case:
    """Append another piece to the candidate."""
    return Case(
        work=f"{case.work}, appended",
        name=case.name,
        reference=case.reference,
        candidate=[*case.candidate, *other.candidate],
        links=case.links,
    )
