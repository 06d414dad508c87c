"""How well fidelity and penalty agree with people, beside metrics without a model.

- demetr (Karpinska et al. 2022): how often the translation scores above its copy with one planted error; a tie is a
  miss; the mean of 34 sorts of error;
- ted_mqm, news_mqm (Freitag et al. 2021): Kendall's tau-b with the raters' penalty, within each item (the mean over
  items) and over all items at once; how many pairs of systems stand in the raters' order;
- the laws of a fidelity: identical, another text, empty, style, and what must always lower it;
- planted hallucinations (planted.py): how often one is told from a translation (area under the curve), and how often a
  translation gets a better score by it;
- a simulation with known truth: how often the 95 % interval covers it.

Every figure has its own 95 % interval in brackets, from drawing items (or talks' items) again.

    python benchmarks/quality/scores.py --data FOLDER [--half 0|1] [--only demetr|mqm|laws|planted|coverage]
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import zlib
from collections import defaultdict
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks" / "quality")]

from hallucinations import hallucinations  # noqa: E402
from peers import PEERS, WEIGHTED, peer, weighted  # noqa: E402
from rank_correlation import kendall  # noqa: E402
from rated import BLOCK_SEGMENTS, REFERENCES, Item, items  # noqa: E402

from compare.pipeline import compare_texts, score_segments  # noqa: E402
from compare.scores.interval import ratio_interval  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SAMPLES = 500
SEED = 12345
LEFT_OUT = "base_id35_reference"
"""The reference itself as the perturbed text: no error, so no part of the mean."""


def half_of(name: str) -> int:
    return zlib.crc32(name.encode()) % 2


def demetr(data: Path, half: int | None) -> None:
    with gzip.open(data / "demetr.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if row["perturbation"] != LEFT_OUT]
    if half is not None:
        rows = [row for row in rows if half_of(row["reference"]) == half]
    pairs = sorted({(row["reference"], row[side]) for row in rows for side in ("translation", "perturbed")})
    results = score_segments([one for one, _ in pairs], [two for _, two in pairs])
    tables = {"fidelity": {pair: result.fidelity for pair, result in zip(pairs, results, strict=True)}}
    tables["penalty"] = {pair: -result.penalty for pair, result in zip(pairs, results, strict=True)}
    for name in PEERS:
        score = peer(name)
        tables[name] = {pair: score(*pair) for pair in pairs}
    hits: dict[str, dict[str, list[bool]]] = {name: defaultdict(list) for name in tables}
    for row in rows:
        before, after = (row["reference"], row["translation"]), (row["reference"], row["perturbed"])
        for name, table in tables.items():
            hits[name][row["perturbation"]].append(table[after] < table[before])
    sorts = sorted(hits["fidelity"], key=lambda sort: (float(np.mean(hits["fidelity"][sort])), sort))
    print(f"demetr: accuracy in %, {len(rows)} pairs, {len(sorts)} sorts, weakest first")
    print(f"{'':34}" + "".join(f"{name:>14}" for name in tables))
    for sort in sorts:
        line = "".join(f"{100 * np.mean(hits[name][sort]):14.1f}" for name in tables)
        low, high = _share_interval(hits["fidelity"][sort])
        print(f"{sort:34}{line}   fidelity [{low:.1f}, {high:.1f}]")
    print(f"{'macro mean':34}" + "".join(f"{_macro(hits[name]):14.2f}" for name in tables))
    bounds = (_macro_interval(hits[name]) for name in tables)
    print(
        f"{'95 % interval':34}" + "".join(f"{f'[{low:.1f}, {high:.1f}]':>14}" for low, high in bounds) + "\n"
    )


def _share_interval(found: Sequence[bool]) -> tuple[float, float]:
    """Give the 95 % interval of a share, in %, after Wilson (1927)."""
    count, share, normal = len(found), float(np.mean(found)), 1.96
    centre = (share + normal**2 / (2 * count)) / (1 + normal**2 / count)
    spread = (
        normal * (share * (1 - share) / count + normal**2 / (4 * count**2)) ** 0.5 / (1 + normal**2 / count)
    )
    return 100 * (centre - spread), 100 * (centre + spread)


def _macro(hits: dict[str, list[bool]]) -> float:
    return float(100 * np.mean([np.mean(found) for found in hits.values()]))


def _macro_interval(hits: dict[str, list[bool]]) -> tuple[float, float]:
    generator = np.random.default_rng(SEED)
    means = []
    for _ in range(SAMPLES):
        drawn = [np.mean(generator.choice(found, len(found))) for found in hits.values()]
        means.append(100 * np.mean(drawn))
    low, high = np.quantile(means, [0.025, 0.975])
    return float(low), float(high)


def mqm(data: Path, work: str, half: int | None) -> None:
    rated = _items(data, work, half)
    results = score_segments([item.reference for item in rated], [item.candidate for item in rated])
    costs = {
        "fidelity": [100 - result.fidelity for result in results],
        "penalty": [result.penalty for result in results],
    }
    for name in PEERS:
        score = peer(name)
        costs[name] = [100 - score(item.reference, item.candidate) for item in rated]
    costs[WEIGHTED] = weighted([100 - cost for cost in costs["chrF2++"]], [item.candidate for item in rated])
    ratings = np.array([item.penalty for item in rated])
    groups: dict[tuple[str, int], list[int]] = defaultdict(list)
    for place, item in enumerate(rated):
        groups[item.document, item.segment].append(place)
    print(f"{work}, {REFERENCES[work]} as reference: {len(rated)} translations of {len(groups)} items")
    print(f"{'':26}{'item by item':>26}{'pooled':>26}{'pairs of systems':>22}")
    for name, cost in costs.items():
        values = np.array(cost)
        within = {key: kendall(values[places], ratings[places]) for key, places in groups.items()}
        within = {key: tau for key, tau in within.items() if not np.isnan(tau)}
        item_low, item_high = _mean_interval(list(within.values()))
        pool_low, pool_high = _pooled_interval(values, ratings, list(groups.values()))
        right, all_pairs = _system_pairs(rated, values, ratings)
        few, many = _pairs_interval(rated, values, ratings, list(groups.values()))
        print(
            f"{name:26}"
            f"{f'{np.mean(list(within.values())):.3f} [{item_low:.3f}, {item_high:.3f}]':>26}"
            f"{f'{kendall(values, ratings):.3f} [{pool_low:.3f}, {pool_high:.3f}]':>26}"
            f"{f'{right} [{few}, {many}] of {all_pairs}':>22}"
        )
    print()


def _items(data: Path, work: str, half: int | None) -> list[Item]:
    return [item for item in items(data, work) if half is None or _half(item) == half]


def _half(item: Item) -> int:
    return half_of(item.document if item.work == "news_mqm" else f"{item.segment // BLOCK_SEGMENTS}")


def _mean_interval(values: Sequence[float]) -> tuple[float, float]:
    generator = np.random.default_rng(SEED)
    means = [float(np.mean(generator.choice(values, len(values)))) for _ in range(SAMPLES)]
    low, high = np.quantile(means, [0.025, 0.975])
    return float(low), float(high)


def _pooled_interval(
    values: np.ndarray, ratings: np.ndarray, groups: Sequence[Sequence[int]]
) -> tuple[float, float]:
    generator = np.random.default_rng(SEED)
    found = []
    for _ in range(SAMPLES // 10):
        drawn = generator.integers(0, len(groups), len(groups))
        places = np.concatenate([groups[group] for group in drawn])
        found.append(kendall(values[places], ratings[places]))
    low, high = np.quantile(found, [0.025, 0.975])
    return float(low), float(high)


def _system_pairs(rated: Sequence[Item], values: np.ndarray, ratings: np.ndarray) -> tuple[int, int]:
    systems = np.array([item.system for item in rated])
    return _right_pairs(systems, values, ratings), len(list(combinations(sorted(set(systems)), 2)))


def _right_pairs(systems: np.ndarray, values: np.ndarray, ratings: np.ndarray) -> int:
    names = sorted(set(systems))
    means = [(values[systems == name].mean(), ratings[systems == name].mean()) for name in names]
    return sum((one[0] - two[0]) * (one[1] - two[1]) > 0 for one, two in combinations(means, 2))


def _pairs_interval(
    rated: Sequence[Item], values: np.ndarray, ratings: np.ndarray, groups: Sequence[Sequence[int]]
) -> tuple[int, int]:
    """Draw items again, for values and ratings alike; few systems make for wide bounds."""
    systems = np.array([item.system for item in rated])
    generator = np.random.default_rng(SEED)
    found = []
    for _ in range(SAMPLES // 5):
        drawn = generator.integers(0, len(groups), len(groups))
        places = np.concatenate([groups[group] for group in drawn])
        found.append(_right_pairs(systems[places], values[places], ratings[places]))
    low, high = np.quantile(found, [0.025, 0.975])
    return round(float(low)), round(float(high))


TEXT = (
    "The ferry to the northern islands will stop for six weeks in March. The company says that both engines must be "
    "replaced, which costs $4.2m. “We could have waited until autumn,” said Marta Quill, who runs the harbour, “but "
    "nobody wants to drift in a storm.” About 1,300 people live on the islands. Most of them depend on the ferry for "
    "food, post and medicine. A smaller boat will sail twice a day – weather permitting. The colour of its hull has "
    "already caused laughter. Farmers have asked the ministry for help; it has not answered yet."
)
OTHER = (
    "Bees see further into the violet than we do. A meadow that seems plain white to a walker is full of signposts to "
    "them. Botanists photographed 240 flowers through quartz lenses last year and found lines on nearly half. Some "
    "run straight to the nectar. Others ring it like a target. Why a few species have none is still a riddle."
)


def laws() -> None:
    sentences = TEXT.split(". ")
    words = TEXT.split()
    generator = np.random.default_rng(SEED)
    shuffled = " ".join(generator.permutation(words))
    style = TEXT.replace("“", '"').replace("”", '"').replace(" – ", " — ").replace("colour", "color")
    style = style.replace("harbour", "harbor").replace("$4.2m", "$4.2M")
    loop = (
        TEXT
        + " It has not answered yet, it has not answered yet, it has not answered yet, it has not answered yet."
    )
    doubled = ". ".join([*sentences[:2], *sentences[1:]])
    source = (
        TEXT[:300] + " Die Fähre zu den nördlichen Inseln fällt im März sechs Wochen lang aus." + TEXT[300:]
    )

    def fidelity(candidate: str) -> float:
        return compare_texts(TEXT, candidate, metrics=()).scores.fidelity

    print("laws of the fidelity, on a text of 90 words")
    rows: list[tuple[str, float, Callable[[float], bool], str]] = [
        ("identical", fidelity(TEXT), lambda points: points == 100, "= 100"),
        ("another article", fidelity(OTHER), lambda points: points <= 10, "<= 10"),
        ("empty", fidelity(""), lambda points: points == 0, "= 0"),
        ("style changed only", fidelity(style), lambda points: points >= 99.5, ">= 99.5"),
        ("a loop appended", fidelity(loop), lambda points: points < 100, "< 100"),
        ("a sentence doubled", fidelity(doubled), lambda points: points < 100, "< 100"),
        ("words shuffled", fidelity(shuffled), lambda points: points < 100, "< 100"),
        ("source copied in", fidelity(source), lambda points: points < 100, "< 100"),
    ]
    for name, points, is_met, law in rows:
        print(f"{name:26}{points:12.4f}   {law:8} {'met' if is_met(points) else 'BROKEN'}")
    print()


def coverage(rounds: int = 400) -> None:
    """Draw documents from a world whose fidelity is known, and count how often the interval covers it."""
    generator = np.random.default_rng(SEED)
    print(f"coverage of the 95 % interval in %, {rounds} documents each")
    print(f"{'units of a document':36}" + "".join(f"{units:>20}" for units in (10, 20, 40, 100)))
    for name in ("small faults in every sentence", "great faults in every sentence", "six of ten faultless"):
        kept = generator.gamma(4, 4, 200_000)
        cost = kept * _loss(name, generator, len(kept))
        truth = cost.sum() / kept.sum()
        line = f"{name:36}"
        for units in (10, 20, 40, 100):
            covered = []
            for _ in range(rounds):
                drawn = generator.integers(0, len(kept), units)
                low, high = ratio_interval(cost[drawn].tolist(), kept[drawn].tolist())
                covered.append(low <= truth <= high)
            low, high = _share_interval(covered)
            line += f"{f'{100 * np.mean(covered):.1f} [{low:.1f}, {high:.1f}]':>20}"
        print(line)
    print()


def _loss(name: str, generator: np.random.Generator, units: int) -> Any:
    if name.startswith("small"):
        return generator.gamma(1, 0.09, units)
    if name.startswith("great"):
        return generator.gamma(2, 0.15, units)
    return np.where(generator.random(units) < 0.6, 0.0, generator.gamma(1, 0.3, units))


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="folder with demetr, ted_mqm and news_mqm")
    parser.add_argument("--half", type=int, choices=(0, 1), help="one half of each set alone")
    parser.add_argument("--only", choices=("demetr", "mqm", "laws", "planted", "coverage"))
    arguments = parser.parse_args()
    if arguments.only in (None, "demetr"):
        demetr(arguments.data, arguments.half)
    if arguments.only in (None, "mqm"):
        for work in REFERENCES:
            mqm(arguments.data, work, arguments.half)
    if arguments.only in (None, "laws"):
        laws()
    if arguments.only in (None, "planted"):
        hallucinations([item for work in REFERENCES for item in _items(arguments.data, work, arguments.half)])
    if arguments.only in (None, "coverage"):
        coverage()
    return 0


if __name__ == "__main__":
    sys.exit(main())
