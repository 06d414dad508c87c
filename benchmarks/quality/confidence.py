"""What confidences are worth on real translations: of findings told at 0.8, what share did raters mark?

    python benchmarks/quality/confidence.py --data FOLDER [--synonyms wordnet]

The table of the planted errors (detectors.py) flatters: nearly all that is found there was planted. Here each system's
version of each document of ted_mqm and news_mqm (Freitag et al. 2021) stands against the best rated version, line by
line. A finding is right if its words touch words that raters marked, or, where nothing stands, if they marked an
omission in the segment. That is a harsh and a noisy judge: raters worked from the source, marked a handful of errors a
segment, and marks are long in bad segments. ``chance`` is the share of the segment's text that is marked: what a blind
detector would get. The factors of compare/findings/trust.py rest on this table and on 165 of its findings that were
judged one by one.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks" / "quality")]

from detectors import rows  # noqa: E402
from rated import LEFT_OUT, REFERENCES  # noqa: E402

from compare.align import word_edits  # noqa: E402
from compare.findings import Evidence, Finding, Side, find  # noqa: E402
from compare.findings.trust import sort_of  # noqa: E402
from compare.model import Alignment, Bead  # noqa: E402
from compare.settings import DEFAULTS  # noqa: E402
from compare.text.documents import line_document  # noqa: E402
from compare.text.tokens import sentence_tokens  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MARGIN = 3  # code points beside an empty place in which a mark counts as touching it


@dataclass(slots=True)
class Tally:
    """Findings of one sort: how many, the confidence they told, how many were marked, how many by chance."""

    count: int = 0
    told: float = 0.0
    marked: int = 0
    chance: float = 0.0

    def add(self, confidence: float, *, is_marked: bool, chance: float) -> None:
        self.count += 1
        self.told += confidence
        self.marked += is_marked
        self.chance += chance

    def __str__(self) -> str:
        shares = (self.told, self.marked, self.chance)
        return f"{self.count:6}" + "".join(f"{share / max(1, self.count):8.2f}" for share in shares)


def side(lines: Sequence[str]) -> Side:
    document = line_document([line or "." for line in lines], language="en")
    return Side(document=document, tokens=sentence_tokens(document))


def evidence(reference: Sequence[str], candidate: Sequence[str], synonyms: str = "") -> Evidence:
    """Line i of one side is a version of line i of the other."""
    true, judged = side(reference), side(candidate)
    beads = tuple(
        Bead(index=i, reference=(i,), candidate=(i,), kind="equal" if one == two else "changed")
        for i, (one, two) in enumerate(zip(reference, candidate, strict=True))
    )
    edits = tuple(word_edits(true.tokens[bead.index], judged.tokens[bead.index]) for bead in beads)
    return Evidence(
        candidate=judged,
        reference=true,
        alignment=Alignment(beads=beads),
        edits=edits,
        settings=replace(DEFAULTS.findings, synonyms=synonyms),
    )


def is_marked(finding: Finding, start: int, errors: Sequence[dict[str, Any]]) -> bool:
    """Whether raters marked what a finding points at; ``start`` is where its segment begins."""
    spans = [error["span"] for error in errors if error["span"]]
    is_missing = finding.kind.startswith("dropped") or finding.candidate is None
    if is_missing and any("Omission" in error["category"] for error in errors):
        return True
    if finding.candidate is None:
        return False
    low, high = finding.candidate.start - start, finding.candidate.end - start
    if low == high:
        return any(first - MARGIN <= low <= last + MARGIN for first, last in spans)
    return any(min(last, high) > max(first, low) for first, last in spans)


def judged(data: Path, synonyms: str = "") -> Iterator[tuple[Finding, bool, float]]:
    """Give each finding that counts, whether it was marked, and the share of its segment that is marked."""
    for work, best in REFERENCES.items():
        for row in rows(data / f"{work}.jsonl.gz"):
            by_system: dict[str, dict[int, dict[str, Any]]] = defaultdict(dict)
            for segment in row["segments"]:
                by_system[segment["system"]][segment["segment"]] = segment
            for system, segments in sorted(by_system.items()):
                if system == best or (work, system) in LEFT_OUT:
                    continue
                chosen = [number for number in segments if number in by_system[best]]
                true, copy = [
                    [one[number]["text"].replace("\n", " ") for number in chosen]
                    for one in (by_system[best], segments)
                ]
                pair = evidence(true, copy, synonyms)
                for finding in find(pair):
                    if finding.severity == "neutral" or finding.bead is None:
                        continue
                    segment = segments[chosen[finding.bead]]
                    errors = [error for error in segment["errors"] if error["severity"].lower() != "neutral"]
                    start = pair.candidate.document.sentences[finding.bead].start
                    covered = {at for error in errors if error["span"] for at in range(*error["span"])}
                    chance = min(1.0, len(covered) / max(1, len(segment["text"])))
                    yield finding, is_marked(finding, start, errors), chance


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with the labelled sets")
    parser.add_argument("--synonyms", default="", help="look synonyms up in this lexicon, too (wordnet)")
    arguments = parser.parse_args()
    by_kind: dict[str, Tally] = defaultdict(Tally)
    by_tenth: dict[str, Tally] = defaultdict(Tally)
    for finding, right, chance in judged(arguments.data, arguments.synonyms):
        for tally in (by_kind[sort_of(finding)], by_tenth[f"told at {finding.confidence:.1f}"]):
            tally.add(finding.confidence, is_marked=right, chance=chance)
    print("system output against the best rated version; marked: by raters, who had the source")
    print(f"{'findings':24} {'count':>6}{'told':>8}{'marked':>8}{'chance':>8}")
    for tallies in (by_kind, by_tenth):
        for name, tally in sorted(tallies.items()):
            print(f"{name:24} {tally}")
        print()


if __name__ == "__main__":
    main()
