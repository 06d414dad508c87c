"""Fit the weights of compare/findings/clues/unmatched.py on labelled sentence pairs and print them.

A row of the set has a reference, a translation, and the same translation with one error planted. A word is an example
of a true omission or addition where it is unmatched in the perturbed translation through that error alone; every
unmatched word of the translation itself is an example to the contrary. So is, with less weight, every unmatched word of
the rated translations in which raters found nothing wrong: they word more freely, and leave out and add as they please.

usage: python -m benchmarks.quality.fit_unmatched --data FOLDER
"""

from __future__ import annotations

import argparse
import gzip
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from compare.align import word_edits
from compare.findings.clues.halves import Which, half
from compare.findings.clues.partners import Partners, partners
from compare.findings.clues.unmatched import features
from compare.findings.evidence import Evidence, Side
from compare.model import Alignment, Bead
from compare.text.documents import line_document
from compare.text.tokens import sentence_tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

SETS: dict[Which, str] = {"reference": "major_id5_pp_removed", "candidate": "critical_id6_addition"}
RIDGE = 20.0
"""Of the weights of standardised features: the sets are small, and some features nearly say the same."""

FAULTLESS_WEIGHT = 0.3
"""Of a word in a rated translation without an error, against one of the set; 0.1, 0.3 and 1 were tried, on thirds."""
FAULTLESS_SEGMENTS = 1600
"""Of each rated set, evenly drawn: the talks have many more than the news."""
RATED = {"ted_mqm": "refB", "news_mqm": "GPT4-5shot"}
"""The rated sets and the version of each that serves as reference."""

Example = tuple[dict[str, float], bool, float]
"""The features of a word, whether it is dropped or added, and the weight of the example."""


def evidence(reference: str, candidate: str) -> Evidence:
    documents = [line_document([text]) for text in (reference, candidate)]
    sides = [Side(document=document, tokens=sentence_tokens(document)) for document in documents]
    bead = Bead(index=0, reference=(0,), candidate=(0,), kind="changed")
    edits = word_edits(sides[0].tokens[0], sides[1].tokens[0])
    return Evidence(
        reference=sides[0], candidate=sides[1], alignment=Alignment(beads=(bead,)), edits=(edits,)
    )


def changed_span(translation: str, perturbed: str) -> tuple[int, int]:
    """The stretch of the perturbed translation that is not in the translation."""
    low = 0
    while low < min(len(translation), len(perturbed)) and translation[low] == perturbed[low]:
        low += 1
    high = 0
    while (
        high < min(len(translation), len(perturbed)) - low and translation[-1 - high] == perturbed[-1 - high]
    ):
        high += 1
    return low, len(perturbed) - high


def examples(row: dict[str, Any], which: Which) -> tuple[list[Example], list[Example]]:
    """The words of the translation, all to the contrary, and those of the perturbed one with their labels."""
    faultless = partners(evidence(row["reference"], row["translation"]))[0]
    faulty = partners(evidence(row["reference"], row["perturbed"]))[0]
    low, high = changed_span(row["translation"], row["perturbed"])
    plain: list[Example] = [(values, False, 1.0) for _, values in features(half(faultless, which))]
    planted: list[Example] = []
    for place, values in features(half(faulty, which)):
        planted.append((values, _is_planted(faultless, faulty, which, place, low, high), 1.0))
    return plain, planted


def _is_planted(faultless: Partners, faulty: Partners, which: Which, place: int, low: int, high: int) -> bool:
    if which == "candidate":
        return faulty.candidate[place].start < high and faulty.candidate[place].end > low
    return faultless.of_reference[place] >= 0 and faultless.how.get(place) != "facing"


def faultless_pairs(folder: Path) -> Iterator[tuple[str, str]]:
    """References and rated translations in which nothing was found wrong."""
    for name, best in RATED.items():
        found = []
        with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                true = {part["segment"]: part["text"] for part in row["segments"] if part["system"] == best}
                found += [
                    (true[part["segment"]], part["text"])
                    for part in row["segments"]
                    if part["system"] not in (best, "ref") and part["mqm"] == 0
                ]
        step = max(1.0, len(found) / FAULTLESS_SEGMENTS)
        yield from (found[int(number * step)] for number in range(int(len(found) / step)))


def faultless(folder: Path) -> dict[Which, list[Example]]:
    """The unmatched words of rated translations in which nothing was found wrong, all to the contrary."""
    found: dict[Which, list[Example]] = {which: [] for which in SETS}
    for reference, candidate in faultless_pairs(folder):
        for bead in partners(evidence(reference, candidate)):
            for which, examples_there in found.items():
                examples_there.extend(
                    (values, False, FAULTLESS_WEIGHT) for _, values in features(half(bead, which))
                )
    return found


def fitted(found: list[Example]) -> tuple[float, dict[str, float]]:
    """Logistic regression by Newton's method, with a ridge on the standardised weights."""
    names = list(found[0][0])
    table = np.array([[float(values[name]) for name in names] for values, _, _ in found])
    labels = np.array([float(label) for _, label, _ in found])
    counts = np.array([weight for _, _, weight in found])
    mean, deviation = table.mean(0), table.std(0) + 1e-9
    design = np.column_stack([np.ones(len(table)), (table - mean) / deviation])
    ridge = np.eye(design.shape[1]) * RIDGE
    ridge[0, 0] = 0.0
    weights = np.zeros(design.shape[1])
    for _ in range(100):
        share = 1.0 / (1.0 + np.exp(-design @ weights))
        gradient = design.T @ (counts * (labels - share)) - ridge @ weights
        step = np.linalg.solve((design.T * (counts * share * (1.0 - share))) @ design + ridge, gradient)
        weights += step
        if np.abs(step).max() < 1e-9:
            break
    plain = weights[1:] / deviation
    return float(weights[0] - plain @ mean), dict(zip(names, map(float, plain), strict=True))


def settled(own: list[Example], others: list[Example]) -> tuple[float, dict[str, float]]:
    """Weights from all examples, and the intercept from the set alone: how many others there are is our choice."""
    intercept, weights = fitted([*own, *others])
    odds = np.array([sum(weights[name] * value for name, value in values.items()) for values, _, _ in own])
    labels = np.array([float(label) for _, label, _ in own])
    for _ in range(100):
        share = 1.0 / (1.0 + np.exp(-intercept - odds))
        intercept += float((labels - share).sum() / (share * (1.0 - share)).sum())
    return intercept, weights


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with demetr.jsonl.gz")
    folder = parser.parse_args().data
    with gzip.open(folder / "demetr.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    others = faultless(folder)
    for which, name in SETS.items():
        pairs = [examples(row, which) for row in rows if row["perturbation"] == name]
        halves = [[pair for number, pair in enumerate(pairs) if number % 2 == parity] for parity in (0, 1)]
        for train, test in (halves, halves[::-1]):
            own = [item for pair in train for part in pair for item in part]
            report(which, *settled(own, others[which]), test)
        own = [item for pair in pairs for part in pair for item in part]
        intercept, weights = settled(own, others[which])
        report(which, intercept, weights, pairs)
        print(f'    "{which}": {intercept:.2f}')
        print("    {" + ", ".join(f'"{key}": {value:.2f}' for key, value in weights.items()) + "}")


def report(
    which: Which,
    intercept: float,
    weights: dict[str, float],
    pairs: list[tuple[list[Example], list[Example]]],
) -> None:
    def score(values: dict[str, float]) -> float:
        return float(
            1.0 / (1.0 + np.exp(-intercept - sum(weights[key] * value for key, value in values.items())))
        )

    alarms = sorted(max((score(values) for values, _, _ in plain), default=0.0) for plain, _ in pairs)
    hits = [
        max((score(values) for values, label, _ in planted if label), default=0.0) for _, planted in pairs
    ]
    for rate in (0.03, 0.05):
        threshold = alarms[int((1 - rate) * len(alarms))]
        share = sum(hit > threshold for hit in hits) / len(hits)
        print(
            f"{which}: at {rate:.0%} false alarm (confidence {threshold:.2f}) {share:.1%} of {len(hits)} found"
        )


if __name__ == "__main__":
    main()
