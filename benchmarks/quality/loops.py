"""How many loops of real translations are found, and how many findings of loops are none.

Every system's version of every segment of news_mqm and ted_mqm stands against the best rated version. What a loop is,
one of two judges says:

The raters, by what they marked (no file needed). Nobody asked them for loops: a mark counts as one where its words say
a word of content twice that the reference says less often ("timber and timber"), or where it is called an addition
and all its words of content stand elsewhere in the segment. That judge is noisy both ways. Raters leave loops unmarked
(of eleven systems that write one clause twice, one was marked), mark one copy as a mistranslation, and mark long
stretches in which a word comes twice for a reason; so the table tells how two ways of finding loops compare, not how
good one is.

A reader, by a file of marks (``--marks``): JSON lines with ``work, document, segment, system, start, end`` (code points
of the whole loop) and ``sure``; segments without a line have none. Loops that are not sure count neither way.

Beside the findings stand four plain rules, each excused where the reference does the same: a phrase twice in a row, a
phrase joined to itself by a conjunction, a loop inside a word, three words of content said again.

    python benchmarks/quality/loops.py --data FOLDER [--marks FILE]
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks" / "quality")]

from detectors import REPEATED, pair, rows, side  # noqa: E402
from rated import REFERENCES  # noqa: E402

from compare.findings import Evidence, find  # noqa: E402
from compare.findings.clues.closed_classes import closed_class  # noqa: E402
from compare.findings.clues.stream import is_content  # noqa: E402
from compare.text.tokens import tokenize  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from compare.model import Token

Key = tuple[str, str, int, str]
Spans = list[tuple[int, int]]
LONGEST_MARK = 12  # words of a mark that is said to be about a word said twice in it
LONGEST_UNIT = 30  # words of a phrase said twice in a row


def segments(data: Path) -> Iterator[tuple[Key, str, dict[str, Any]]]:
    """Give each rated segment with its key and the reference's text."""
    for work, best in REFERENCES.items():
        for row in rows(data / f"{work}.jsonl.gz"):
            by_segment: dict[int, dict[str, dict[str, Any]]] = defaultdict(dict)
            for segment in row["segments"]:
                by_segment[segment["segment"]][segment["system"]] = segment
            for number, versions in sorted(by_segment.items()):
                if best not in versions:
                    continue
                for system, segment in sorted(versions.items()):
                    if system != best:
                        yield (work, row["document"], number, system), versions[best]["text"], segment


def words(text: str) -> list[Token]:
    return [token for token in tokenize(text) if token.kind != "mark"]


def content(text: str) -> list[Token]:
    return [token for token in words(text) if is_content(token, "en")]


def marked(reference: str, segment: dict[str, Any]) -> Spans:
    """What raters marked that looks like a loop."""
    text, there = segment["text"], Counter(token.stem for token in words(reference))
    found: Spans = []
    for error in segment["errors"]:
        if not error["span"] or error["severity"].lower() == "neutral":
            continue
        start, end = error["span"]
        inside = Counter(token.stem for token in content(text[start:end]))
        is_doubled = any(count > 1 and count > there[stem] for stem, count in inside.items())
        outside = {token.stem for token in content(f"{text[:start]} {text[end:]}")}
        is_copy = error["category"] == "Accuracy/Addition" and inside.keys() <= outside and bool(inside)
        if is_copy or (is_doubled and len(words(text[start:end])) <= LONGEST_MARK):
            found.append((start, end))
    return found


def in_a_row(text: str) -> list[tuple[tuple[str, ...], int, int]]:
    tokens = words(text)
    forms = [token.form for token in tokens]
    return [
        (tuple(forms[at : at + size]), tokens[at].start, tokens[at + 2 * size - 1].end)
        for size in range(1, LONGEST_UNIT + 1)
        for at in range(len(forms) - 2 * size + 1)
        if forms[at : at + size] == forms[at + size : at + 2 * size]
    ]


def joined(text: str) -> list[tuple[tuple[str, ...], int, int]]:
    tokens = words(text)
    forms = [token.form for token in tokens]
    return [
        (tuple(forms[at : at + size]), tokens[at].start, tokens[at + 2 * size].end)
        for size in range(1, 7)
        for at in range(len(forms) - 2 * size)
        if forms[at + size] in closed_class("conjunctions", "en")
        and forms[at : at + size] == forms[at + size + 1 : at + 2 * size + 1]
        and any(is_content(token, "en") for token in tokens[at : at + size])
    ]


def inside_words(text: str) -> list[tuple[tuple[str, ...], int, int]]:
    loops = re.finditer(r"([^\W\d_]{2,9}?)\1\1+|([^\w\s])\2{3,}", text)
    return [((loop[0],), loop.start(), loop.end()) for loop in loops]


def said_again(text: str) -> list[tuple[tuple[str, ...], int, int]]:
    tokens = content(text)
    before: dict[tuple[str, ...], int] = {}
    found = []
    for at in range(len(tokens) - 2):
        phrase = tuple(token.form for token in tokens[at : at + 3])
        if phrase in before:
            found.append((phrase, before[phrase], tokens[at + 2].end))
        before.setdefault(phrase, tokens[at].start)
    return found


RULES: dict[str, Callable[[str], list[tuple[tuple[str, ...], int, int]]]] = {
    "twice in a row": in_a_row,
    "joined to itself": joined,
    "inside a word": inside_words,
    "three words again": said_again,
}


def found_by_rules(reference: str, candidate: str) -> dict[str, Spans]:
    told: dict[str, Spans] = {}
    for name, rule in RULES.items():
        there = {phrase for phrase, _, _ in rule(reference)}
        told[name] = [(start, end) for phrase, start, end in rule(candidate) if phrase not in there]
    told["four plain rules"] = [span for spans in list(told.values()) for span in spans]
    return told


def found_by_us(reference: str, candidate: str) -> dict[str, Spans]:
    alone = Evidence(candidate=side(candidate))
    return {
        name: [
            (finding.candidate.start, finding.candidate.end)
            for finding in find(evidence)
            if finding.kind in REPEATED and finding.candidate is not None
        ]
        for name, evidence in (("findings", pair(reference, candidate)), ("without reference", alone))
    }


def overlap(one: Spans, other: Spans) -> float:
    """Code points that both hold, as a share of those that either holds."""
    covered = [{at for start, end in spans for at in range(start, end)} for spans in (one, other)]
    return len(covered[0] & covered[1]) / max(1, len(covered[0] | covered[1]))


def table(told: dict[str, dict[Key, Spans]], loops: dict[Key, Spans], doubtful: set[Key]) -> None:
    print(f"{'':20} {'told':>6}{'right':>7}{'precision':>11}{'recall':>8}{'F1':>7}{'overlap':>9}")
    for name, by_key in told.items():
        keys = {key for key, spans in by_key.items() if spans} - doubtful
        overlaps = [overlap(by_key[key], loops[key]) for key in sorted(keys & loops.keys())]
        right = sum(share > 0 for share in overlaps)
        precision, recall = right / max(1, len(keys)), right / max(1, len(loops))
        shares = [share for share in overlaps if share]
        print(
            f"{name:20} {len(keys):6}{right:7}{precision:11.2f}{recall:8.2f}"
            f"{2 * precision * recall / max(1e-9, precision + recall):7.2f}"
            f"{sum(shares) / max(1, len(shares)):9.2f}"
        )


def read_marks(path: Path) -> tuple[dict[Key, Spans], set[Key]]:
    loops: dict[Key, Spans] = defaultdict(list)
    doubtful: set[Key] = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        mark = json.loads(line)
        key = (mark["work"], mark["document"], mark["segment"], mark["system"])
        if mark["sure"]:
            loops[key].append((mark["start"], mark["end"]))
        else:
            doubtful.add(key)
    return dict(loops), doubtful - loops.keys()


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with the labelled sets")
    parser.add_argument("--marks", type=Path, help="loops that a reader marked, one JSON object a line")
    chosen = parser.parse_args(arguments)
    told: dict[str, dict[Key, Spans]] = defaultdict(dict)
    by_raters: dict[Key, Spans] = {}
    count = 0
    for key, reference, segment in segments(chosen.data):
        count += 1
        found = {**found_by_us(reference, segment["text"]), **found_by_rules(reference, segment["text"])}
        for name, spans in found.items():
            told[name][key] = spans
        spans = marked(reference, segment)
        if spans:
            by_raters[key] = spans
    print(f"{count} segments; {len(by_raters)} of them with a mark of raters that looks like a loop (noisy)")
    table(told, by_raters, set())
    if chosen.marks:
        loops, doubtful = read_marks(chosen.marks)
        print(
            f"\nby a reader: {len(loops)} segments with a loop, {len(doubtful)} doubtful, which are left out"
        )
        table(told, loops, doubtful)


if __name__ == "__main__":
    main()
