"""Which files are versions of one piece: precision and recall of pairs in one family.

Four collections, each drawn with a fixed seed from the same data:

- onestop: every piece at three reading levels (Vajjala & Lučić 2018);
- with excerpts: half of the files give way to an excerpt of 20 to 60 % of their sentences, in one stretch or in two;
  half of the excerpts say by marks of elision that they are such;
- with noise: the same, and every file in web furniture of its site, every third with letters confused as scanners do;
- all excerpts: every file is an excerpt, so that two versions of a piece may have no sentence in common.

Beside them all labelled sets in one collection. Peers: containment and Jaccard resemblance of 3-word shingles above
the threshold that is best on this very collection, the most favourable case for them.

    python benchmarks/quality/families.py --data FOLDER [--seed N] [--show]
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import sys
import time
from collections import defaultdict
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from compare.families import families  # noqa: E402
from compare.text.documents import document  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# In the data three files stand under another piece than their own: the e-cigarette article at two levels under
# "Use of e-cig" and "The millenials", and an obituary under "Use of e-cig". Whoever reads them sees it at once.
MISFILED = {
    ("WNL Use of e-cig", "adv"): "obituary",
    ("WNL Use of e-cig", "ele"): "obituary",
    ("WNL The millenials", "ele"): "WNL Use of e-cig",
}
FURNITURE = (
    "Home | News | Opinion | Sport | Subscribe",
    "Skip to main content",
    "Share this article on Facebook, X or WhatsApp",
    "Sign up to our morning newsletter and never miss a story again.",
    "Please leave a comment below. Your e-mail address will not be published.",
    "© 2024 {site} Media Ltd. All rights reserved.",
)
SITES = ("Northern Herald", "Quay Gazette", "Valley Observer")
CONFUSED = (("rn", "m"), ("l", "1"), ("O", "0"), ("e", "c"), ("h", "b"), ("I", "l"))

Text = tuple[str, str, str]
"""The piece, the name of the version, and the text."""


def rows(data: Path, name: str) -> list[dict[str, Any]]:
    with gzip.open(data / f"{name}.jsonl.gz", "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def onestop(data: Path) -> list[Text]:
    return [
        (MISFILED.get((row["piece"], level), row["piece"]), f"{row['piece']}/{level}", text)
        for row in rows(data, "onestop")
        for level, text in sorted(row["versions"].items())
    ]


def excerpt(text: str, draw: random.Random) -> str:
    sentences = re.split(r"(?<=[.!?])\s+", text)
    count = max(1, round(len(sentences) * draw.uniform(0.2, 0.6)))
    start = draw.randrange(len(sentences) - count + 1)
    chosen = sentences[start : start + count]
    marked = draw.random() < 0.5
    if count >= 6 and draw.random() < 0.5:
        # two stretches with a gap between them
        cut = draw.randrange(2, count - 2)
        skip = min(draw.randrange(1, 6), len(sentences) - start - count)
        mark = ["(...)"] if marked else []
        chosen = [*chosen[:cut], *mark, *sentences[start + cut + skip : start + count + skip]]
    if marked:
        chosen = ["(...)", *chosen, "(...)"]
    return " ".join(chosen)


def with_noise(text: str, draw: random.Random) -> str:
    site = draw.choice(SITES)
    if draw.random() < 1 / 3:
        words = text.split(" ")
        for place, word in enumerate(words):
            for found, read in CONFUSED:
                if found in word and draw.random() < 0.06:
                    words[place] = word.replace(found, read, 1)
        text = " ".join(words)
    lines = [line.format(site=site) for line in FURNITURE]
    return "\n\n".join([*lines[:3], text, *lines[3:]])


def all_sets(data: Path) -> list[Text]:
    texts = onestop(data)
    for row in rows(data, "ablit"):
        texts += [(row["id"], f"{row['id']}/{side}", row[side]) for side in ("reference", "candidate")]
    verses: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in rows(data, "bible"):
        for version in ("KJV", "ASV", "WEB", "YLT", "BBE", "DARBY", "DRA"):
            verses[f"{row['book']} {row['chapter']}", version].append(row[version])
    texts += [
        (chapter, f"{chapter}/{version}", " ".join(all_)) for (chapter, version), all_ in verses.items()
    ]
    for name in ("ted_mqm", "news_mqm"):
        for row in rows(data, name):
            systems: dict[str, list[str]] = defaultdict(list)
            for segment in row["segments"]:
                systems[segment["system"]].append(segment["text"])
            texts += [
                (row["document"], f"{row['document']}/{system}", " ".join(all_))
                for system, all_ in systems.items()
            ]
    return texts


def found_pairs(texts: Sequence[Text]) -> set[tuple[str, str]]:
    grouped = families(document(text, name=name, language="en") for _, name, text in texts)
    return {
        pair
        for family in grouped.families
        for pair in combinations(sorted(member.path for member in family.members), 2)
    }


def figures(found: set[tuple[str, str]], true: set[tuple[str, str]]) -> tuple[float, float]:
    hits = len(found & true)
    return hits / max(1, len(found)), hits / max(1, len(true))


def true_pairs(texts: Sequence[Text]) -> set[tuple[str, str]]:
    pieces: dict[str, list[str]] = defaultdict(list)
    for piece, name, _ in texts:
        pieces[piece].append(name)
    return {pair for names in pieces.values() for pair in combinations(sorted(names), 2)}


def peer(texts: Sequence[Text], score: Callable[[int, int, int], float]) -> tuple[float, float, float]:
    """Give threshold, precision and recall at the threshold of the best F1."""
    runs = {}
    for _, name, text in texts:
        words = re.findall(r"\w+", text.casefold())
        runs[name] = frozenset(zip(words, words[1:], words[2:], strict=False))
    true = true_pairs(texts)
    scored = sorted(
        (
            (
                score(len(runs[first] & runs[second]), len(runs[first]), len(runs[second])),
                (first, second) in true,
            )
            for first, second in combinations(sorted(runs), 2)
        ),
        reverse=True,
    )
    best, hits = (0.0, 0.0, 0.0, 0.0), 0
    for count, (value, is_true) in enumerate(scored, 1):
        hits += is_true
        precision, recall = hits / count, hits / max(1, len(true))
        if hits:
            best = max(best, (2 * precision * recall / (precision + recall), value, precision, recall))
    return best[1:]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--show", action="store_true", help="name the pairs that were missed or wrong")
    arguments = options.parse_args()
    draw = random.Random(arguments.seed)
    full = onestop(arguments.data)
    half = [(piece, name, excerpt(text, draw) if draw.random() < 0.5 else text) for piece, name, text in full]
    collections = {
        "onestop": full,
        "with excerpts": half,
        "with noise": [(piece, name, with_noise(text, draw)) for piece, name, text in half],
        "all excerpts": [(piece, name, excerpt(text, draw)) for piece, name, text in full],
        "all sets": all_sets(arguments.data),
    }
    print(f"{'collection':15} {'files':>6} {'pairs':>6} {'precision':>9} {'recall':>7} {'seconds':>8}")
    for name, texts in collections.items():
        start = time.perf_counter()
        found, true = found_pairs(texts), true_pairs(texts)
        seconds = time.perf_counter() - start
        precision, recall = figures(found, true)
        print(f"{name:15} {len(texts):6} {len(true):6} {precision:9.4f} {recall:7.4f} {seconds:8.1f}")
        if arguments.show:
            for label, pairs in (("wrong", found - true), ("missed", true - found)):
                for pair in sorted(pairs)[:40]:
                    print(f"    {label}: {' = '.join(pair)}")
        if name in ("onestop", "with excerpts", "with noise"):
            for label, score in (
                ("containment", lambda both, one, two: both / max(1, min(one, two))),
                ("resemblance", lambda both, one, two: both / max(1, one + two - both)),
            ):
                threshold, precision, recall = peer(texts, score)
                print(f"  {label:13} best at {threshold:.3f} {precision:10.4f} {recall:7.4f}")


if __name__ == "__main__":
    main()
