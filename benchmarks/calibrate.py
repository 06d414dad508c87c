"""Fit the prices of the penalty's features on rated translations, and write compare/scores/data/penalty.json.

    python benchmarks/calibrate.py --data FOLDER [--check]

Least squares with prices of at least 0 and a ridge, on the square roots of the ratings: what counts is the order of
translations, and one rater's 25 should not outweigh a hundred others. Both sets have equal say; in the end one factor
raises all prices until the mean is the raters'. Cross-validated three ways: what is printed was predicted by prices
that never saw the document, or the system, or the whole other set. Features and ridge were chosen by the last of these,
for a price that holds only where it was fitted is no price. The same data and program give the same file; ``--check``
says whether the file in the repository is it. It takes about half a minute.

The rated sets hold hardly any text that nobody asked for, so some is planted (benchmarks/quality/planted.py) and rated
by MQM's own definitions, with a small say.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from dataclasses import astuple, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks" / "quality")]

from planted import POINTS, planted  # noqa: E402
from rank_correlation import kendall  # noqa: E402
from rated import REFERENCES, Item, items  # noqa: E402

from compare.pipeline import judged_line  # noqa: E402
from compare.scores.counts import bead_counts  # noqa: E402
from compare.scores.penalty import FEATURE_NAMES, WEIGHTS_FILE, features  # noqa: E402

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

RIDGE = 0.6  # of the mean square of each feature; less fits each set better, and the other one worse
CAP = 25.0  # MQM points: the weight of a critical error
ROUNDS = 300
DIGITS = 4
GRADES = np.eye(len(FEATURE_NAMES))
for mild, grave in (
    ("minor_findings", "major_findings"),
    ("minor_findings", "critical_findings"),
    ("major_findings", "critical_findings"),
):
    GRADES[FEATURE_NAMES.index(grave), FEATURE_NAMES.index(mild)] = 1.0
PLANTED = 400  # hallucinations of each sort that are planted into the sets
PLANTED_SAY = 0.2  # of what one set has to say, for all of them
LEFT_OUT_TOGETHER = ("document", "system", "work")  # what prices are fitted without, to be tried on it
TARGET = ROOT / "compare" / "scores" / "data" / WEIGHTS_FILE


def design(rated: list[Item]) -> Array:
    """Give the features of every item, a row each."""
    rows = []
    for item in rated:
        line = judged_line(item.reference, item.candidate)
        counts = bead_counts(
            line.reference_tokens,
            line.candidate_tokens,
            reference_text=line.reference,
            candidate_text=line.candidate,
        )
        rows.append(astuple(features(counts, line.findings if counts.is_changed else ())))
    return np.array(rows, dtype=float)


def prices(rows: Array, target: Array, say: Array) -> Array:
    """Fit prices of at least 0 by coordinate descent on the ridge's normal equations.

    A graver finding never costs less than a milder one: what is fitted is the price of a minor one, what a major one
    costs more, and what a critical one costs more than that.
    """
    rows = rows @ GRADES
    scale = np.sqrt((rows**2 * say[:, None]).sum(0) / say.sum())
    scale[scale == 0.0] = 1.0
    scaled = rows / scale
    gram = (scaled * say[:, None]).T @ scaled / say.sum() + RIDGE * np.eye(rows.shape[1])
    pull = (scaled * say[:, None]).T @ target / say.sum()
    found = np.zeros(rows.shape[1])
    for _ in range(ROUNDS):
        for place in range(len(found)):
            step = (pull[place] - gram[place] @ found) / gram[place, place]
            found[place] = max(0.0, found[place] + step)
    return np.asarray(GRADES @ (found / scale))


def equal_say(works: NDArray[Any]) -> Array:
    """Give every set the same sum of weights, and what is planted a small one."""
    say = np.zeros(len(works))
    for work in np.unique(works):
        say[works == work] = (PLANTED_SAY if work == "planted" else 1.0) / (works == work).sum()
    return say


def predictions(rows: Array, target: Array, works: NDArray[Any], folds: NDArray[Any]) -> Array:
    """Predict the items of each fold by prices that were fitted without it; what is planted is never predicted."""
    found = np.zeros(len(rows))
    for fold in sorted(set(folds[works != "planted"])):
        rest = (folds != fold) | (works == "planted")
        found[~rest] = rows[~rest] @ prices(rows[rest], target[rest], equal_say(works[rest]))
    return found


def calibration(data: Path) -> dict[str, Any]:
    """Fit, cross-validate, and give what the file shall hold."""
    rated = [item for work in REFERENCES for item in items(data, work)]
    drawn, hallucinated = planted(rated, PLANTED)
    rated += [
        replace(item, work="planted", candidate=candidate, penalty=item.penalty + POINTS[sort])
        for sort, candidates in hallucinated.items()
        for item, candidate in zip(drawn, candidates, strict=True)
    ]
    rows = design(rated)
    ratings = np.array([item.penalty for item in rated])
    target = np.sqrt(ratings)
    works = np.array([item.work for item in rated])
    predicted = {
        name: predictions(rows, target, works, np.array([getattr(item, name) for item in rated]))
        for name in LEFT_OUT_TOGETHER
    }
    fitted = prices(rows, target, equal_say(works))
    # Roots and ridge draw all prices down; one factor brings the mean back to that of the ratings, capped.
    say = np.where(works == "planted", 0.0, equal_say(works))
    mean = (say * np.minimum(ratings, CAP)).sum()
    factor = float(mean / (say * (rows @ fitted)).sum())
    fitted *= factor
    return {
        "about": "Prices of the penalty's features in MQM points; written by benchmarks/calibrate.py",
        "coefficients": {
            name: round(float(price), DIGITS) for name, price in zip(FEATURE_NAMES, fitted, strict=True)
        },
        "provenance": {
            "model": f"non-negative ridge on roots of ratings, ridge {RIDGE}; mean of ratings capped at {CAP:g}",
            "sets": {
                work: {
                    "reference": REFERENCES[work],
                    "items": int((works == work).sum()),
                    "sha256": hashlib.sha256((data / f"{work}.jsonl.gz").read_bytes()).hexdigest(),
                    "kendall_pooled_without_its": {
                        name: round(kendall(found[works == work], ratings[works == work]), 4)
                        for name, found in predicted.items()
                    },
                    "mean_rating": round(float(ratings[works == work].mean()), 4),
                    "mean_predicted": round(factor * float(predicted["document"][works == work].mean()), 4),
                }
                for work in REFERENCES
            },
            "planted": {"items": len(drawn), "points": POINTS, "say": PLANTED_SAY},
            "source": "google/wmt-mqm-human-evaluation (Freitag et al. 2021), Apache-2.0",
        },
    }


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="folder with ted_mqm and news_mqm")
    parser.add_argument("--check", action="store_true", help="compare with the file instead of writing it")
    arguments = parser.parse_args()
    text = json.dumps(calibration(arguments.data), indent=2, ensure_ascii=False) + "\n"
    print(text, end="")
    if arguments.check:
        return 0 if TARGET.read_text(encoding="utf-8") == text else 1
    TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
