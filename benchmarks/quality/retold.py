"""How many errors are found that were planted into a free version, and how often its sound sentences are blamed.

Errors planted into a copy say little of how a detector fares where every word was chosen anew. Here the candidate is a
version of its own: one of two translations by people of the same talk (``ted_mqm``, refB and ref), or a machine's
translation against a person's (``demetr``, one whole text of several items). One error is planted into it by
``tests/faults.py``. It counts as found where a finding of a fitting kind, of any severity but neutral, touches the
changed words; as hinted at where only a neutral one does. Alarms are the findings of the same kinds in the version as
it was, for 100 of its sentences: versions by people err seldom.

    python benchmarks/quality/retold.py --data FOLDER [--draws N] [--show SORT]
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import compare  # noqa: E402
from compare.text.documents import document  # noqa: E402
from tests.faults import SORTS, Fault, plant  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compare.model import Finding

SEGMENTS_A_TEXT = 12
"""Items of a set that are set together as one text of as many paragraphs."""
Pair = tuple[str, str]


def talks(folder: Path) -> Iterator[Pair]:
    """Two human translations of one talk, a stretch at a time."""
    with gzip.open(folder / "ted_mqm.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            texts = {
                system: {
                    part["segment"]: part["text"] for part in row["segments"] if part["system"] == system
                }
                for system in ("refB", "ref")
            }
            shared = sorted(texts["refB"].keys() & texts["ref"].keys())
            yield from _texts([(texts["refB"][key], texts["ref"][key]) for key in shared])


def translations(folder: Path) -> Iterator[Pair]:
    """A human translation of single items, and a machine's."""
    with gzip.open(folder / "demetr.jsonl.gz", "rt", encoding="utf-8") as lines:
        pairs = dict.fromkeys((row["reference"], row["translation"]) for row in map(json.loads, lines))
    yield from _texts(list(pairs))


def _texts(pairs: list[Pair]) -> Iterator[Pair]:
    for start in range(0, len(pairs), SEGMENTS_A_TEXT):
        part = pairs[start : start + SEGMENTS_A_TEXT]
        yield "\n\n".join(pair[0] for pair in part), "\n\n".join(pair[1] for pair in part)


def told(reference: str, candidate: str) -> tuple[Finding, ...]:
    """What is found in one version against the other."""
    return compare.compare_texts(reference, candidate, metrics=()).findings


def touches(finding: Finding, fault: Fault) -> bool:
    """Whether a finding meets the changed words, or no word lies between it and the place they were taken from."""
    place = finding.candidate
    if place is None:
        return False
    start, end = fault.candidate
    if min(place.end, end) > max(place.start, start):
        return True
    between = fault.text[min(place.end, end) : max(place.start, start)]
    return (start == end or place.start == place.end) and not any(map(str.isalnum, between))


def measured(name: str, pairs: list[Pair], draws: int, show: str) -> None:
    """Print a row for each sort of error planted into the candidates of one set."""
    before = {pair: told(*pair) for pair in pairs}
    sentences = sum(len(document(candidate).sentences) for _, candidate in pairs)
    for sort in SORTS:
        count: Counter[str] = Counter()
        kinds: frozenset[str] = frozenset()
        for number, (reference, candidate) in enumerate(pairs):
            planted = {}
            for draw in range(draws):
                fault = plant(sort, candidate, seed=number * draws + draw)
                if fault is not None:
                    planted[fault.text] = fault
            for fault in planted.values():
                kinds = fault.kinds
                hits = [
                    item
                    for item in told(reference, fault.text)
                    if item.kind in fault.kinds and touches(item, fault)
                ]
                count["planted"] += 1
                count["found"] += any(item.severity != "neutral" for item in hits)
                count["hinted"] += bool(hits) and all(item.severity == "neutral" for item in hits)
                if show == sort and not hits:
                    low, high = max(0, fault.candidate[0] - 90), fault.candidate[1] + 90
                    print("MISS", " ".join(fault.text[low:high].split()))
        if not count["planted"]:
            continue
        blamed = sum(
            item.kind in kinds and item.severity != "neutral"
            for findings in before.values()
            for item in findings
        )
        share = {key: count[key] / count["planted"] for key in ("found", "hinted")}
        print(
            f"{name:12} {sort:18} {count['planted']:5} {share['found']:7.1%} {share['hinted']:7.1%} "
            f"{100 * blamed / sentences:8.2f}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with the labelled sets")
    parser.add_argument(
        "--draws", type=int, default=2, help="errors of one sort that are drawn for each text"
    )
    parser.add_argument("--every", type=int, default=1, help="take one text of so many")
    parser.add_argument("--show", default="", help="print what was missed of this sort")
    arguments = parser.parse_args()
    print(f"{'set':12} {'planted':18} {'n':>5} {'found':>7} {'hinted':>7} {'alarms / 100 sentences':>22}")
    for name, pairs in (("talks", talks), ("translations", translations)):
        texts = list(pairs(arguments.data))[:: arguments.every]
        measured(name, texts, arguments.draws, arguments.show)


if __name__ == "__main__":
    main()
