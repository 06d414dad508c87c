"""The demonstration's labels, and how a report is held against them; shared by the tests that do so."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import compare

if TYPE_CHECKING:
    from collections.abc import Iterable

    from compare.model import CheckReport, Document, Finding, Report

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
LABELS: dict[str, Any] = json.loads((SEEDS / "labels.json").read_text(encoding="utf-8"))
VERSIONS: tuple[str, ...] = tuple(LABELS["versions"])

# The kind matters less to a reader than the place: these count as having said it, too.
ALSO_SAID_AS: dict[str, frozenset[str]] = {
    "doubled-word": frozenset({"repetition-loop"}),
    "number": frozenset({"meaning", "polarity", "dropped-number"}),
    "name": frozenset({"name-inconsistent", "spelling"}),
    "dropped-name": frozenset({"dropped-clause", "name"}),
    "dropped-clause": frozenset({"dropped-name", "meaning"}),
    "dropped-sentence": frozenset({"dropped-clause"}),
    "added-sentence": frozenset({"added-clause"}),
    "fragment": frozenset({"grammar", "punctuation", "added-clause", "added-sentence"}),
    "meaning": frozenset({"polarity", "spelling", "name"}),
    "polarity": frozenset({"meaning", "number"}),
    "ocr": frozenset({"spelling", "number", "name"}),
    "spelling": frozenset({"fragment", "name"}),
    "moved": frozenset(),
    "style": frozenset(),
    "repetition-loop": frozenset(),
}


@cache
def document(version: str) -> Document:
    return compare.read(SEEDS / version)


@cache
def report(version: str) -> Report:
    return compare.compare_documents(document("reference.txt"), document(version))


@cache
def check(version: str) -> CheckReport:
    return compare.check_document(document(version))


def spans(items: Iterable[dict[str, Any]]) -> list[tuple[int, int]]:
    return [(item["start"], item["end"]) for item in items]


def overlap(one: tuple[int, int], other: tuple[int, int]) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def inside(text: Document, places: Iterable[tuple[int, int]]) -> set[int]:
    """Indices of the sentences of which more than half lies in one of the places."""
    listed = list(places)
    return {
        sentence.index
        for sentence in text.sentences
        if any(
            overlap((sentence.start, sentence.end), place) > (sentence.end - sentence.start) / 2
            for place in listed
        )
    }


def links(found: Report) -> set[tuple[int, int]]:
    return {(r, c) for bead in found.alignment.beads for r in bead.reference for c in bead.candidate}


def labelled_links(version: str) -> set[tuple[int, int]]:
    return {
        (r, c)
        for link in LABELS["versions"][version]["alignment"]
        for r in inside(document("reference.txt"), spans(link["reference"]))
        for c in inside(document(version), spans(link["candidate"]))
    }


def touches(finding: Finding, label: dict[str, Any]) -> bool:
    """Whether a finding lies on a label's words on either side, or at the label's place where that is empty."""
    spans = {
        "candidate": [(span.start, span.end) for span in (finding.candidate,) if span],
        "reference": [(span.start, span.end) for span in (finding.reference,) if span],
    }
    if finding.kind == "style":  # one finding tells all places of a convention
        for reference_start, reference_end, candidate_start, candidate_end in finding.details["places"]:
            spans["reference"].append((reference_start, reference_end))
            spans["candidate"].append((candidate_start, candidate_end))
    for side, told in spans.items():
        if not (place := label[side]):
            continue
        start, end = place["start"], place["end"]
        if any(overlap(span, (start, end)) for span in told):
            return True
        if start == end and any(span[0] - 1 <= start <= span[1] + 1 for span in told):
            return True
    return False


def is_said(label: dict[str, Any], found: Iterable[Finding]) -> bool:
    kinds = ALSO_SAID_AS[label["kind"]] | {label["kind"]}
    return any(finding.kind in kinds and touches(finding, label) for finding in found)
