"""Fit the weights of compare/align/weights.py anew, and print that module.

A logistic regression (Newton's method, a ridge of 1) for each look and case, on all works with equal say but aesop,
the only retelling, and KJV-ASV, the only near copy, which have three times as much. With --cross the weights of one
half of the pieces are measured on the other half.

    python benchmarks/quality/alignment_fit.py --data FOLDER [--cross] > compare/align/weights.py
"""

from __future__ import annotations

import argparse
import sys
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(ROOT / "benchmarks" / "quality"))

import alignment_cases as cases  # noqa: E402

from compare.align import clues, likelihood, measures  # noqa: E402
from compare.align.beads import best_beads  # noqa: E402
from compare.align.context import context  # noqa: E402
from compare.align.weights import WEIGHTS  # noqa: E402
from compare.settings import DEFAULTS  # noqa: E402
from compare.text.documents import line_document  # noqa: E402
from compare.text.tokens import sentence_tokens  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

CLUES = {
    "first": (
        "one,words,grams,distance,neighbours,least lead,greatest lead,shared,content,both ask,"
        "one asks,both quote,one quotes,kin,kin shared,least kin lead,greatest kin lead"
    ),
    "linked": (
        "one,short of match,chance,as a match,cover as a match,shared,content,"
        "cover most,least linked share,greatest linked share,length,both ask,one asks,linked neighbours,path,"
        "evidence"
    ),
    "gap": (
        "one,short of match,likeness,as a match,as a stranger,off path,"
        "smaller gap,larger gap,least lead,greatest lead,least free lead,greatest free lead,shared,"
        "content,length,both ask,one asks,both quote,one quotes,both last,fewer free,more free,"
        "path,evidence"
    ),
    "moved": (
        "one,short of match,likeness,as a match,as a stranger,smaller gap,"
        "larger gap,least lead,greatest lead,least free lead,greatest free lead,free neighbours,shared,"
        "content,length,both ask,one asks,least linked share,greatest linked share,fewer free,"
        "more free,path,evidence"
    ),
    "merge": (
        "one,short of match,likeness,as a match,as a stranger,off path,beside,"
        "rest covered,rest shared,rest,least lead,greatest lead,shared,content,cover most,"
        "cover least,least linked share,greatest linked share,typical match,chance,path,evidence"
    ),
}
SAY = {"aesop": 3.0, "news": 0.5, "KJV-ASV": 3.0}
STRANGE = ("aesop", "KJV-BBE", "news", "ablit")
"""Works whose pieces are also set against pieces that they are no versions of."""
MOST_CELLS = 4000
"""Pairs of one case that are learnt from; of the unlinked ones a sample stands for the others."""

Sample = tuple["NDArray[numpy.float64]", "NDArray[numpy.float64]", "NDArray[numpy.float64]"]


def all_cases(data: Path) -> list[cases.Case]:
    found = [*cases.aesop(data), *cases.news(data), *cases.news(data, move=True), *cases.ablit(data)]
    for pair in cases.BIBLE_PAIRS:
        found += cases.bible(data, pair)
    found += [*cases.bible(data, "KJV-BBE", both_merge=True), *cases.bible(data, "WEB-YLT", run=3)]
    found += [
        cases.excerpt(case, share=0.5)
        for case in found
        if case.work in ("news", "ablit", "KJV-BBE") and len(case.reference) > 5
    ]
    found += cases.strangers([case for case in found if case.work in STRANGE])
    found += [
        cases.appended(one, two)
        for one, two in pairwise([case for case in found if case.work in STRANGE][::10])
        if one.name != two.name
    ]
    return [case for case in found if case.reference and case.candidate]


def measured(case: cases.Case) -> measures.Measures:
    return measures.measures(
        sentence_tokens(line_document(case.reference)),
        sentence_tokens(line_document(case.candidate)),
        language="en",
        settings=DEFAULTS.align,
    )


def truth(case: cases.Case) -> NDArray[numpy.float64]:
    links = numpy.zeros((len(case.reference), len(case.candidate)))
    for link in case.links:
        links[link] = 1.0
    return links


def regression(samples: Sequence[Sample], ridge: float) -> list[float]:
    clue = numpy.concatenate([sample[0] for sample in samples])
    link = numpy.concatenate([sample[1] for sample in samples])
    say = numpy.concatenate([sample[2] for sample in samples])
    weights = numpy.zeros(clue.shape[1])
    for _ in range(30):
        chance = 1.0 / (1.0 + numpy.exp(-numpy.clip(clue @ weights, -30, 30)))
        slope = clue.T @ (say * (chance - link)) + ridge * weights
        bend = (clue * (say * chance * (1 - chance))[:, None]).T @ clue + ridge * numpy.eye(len(weights))
        step = numpy.linalg.solve(bend, slope)
        weights -= step
        if abs(step).max() < 1e-6:
            break
    return [round(float(weight), 3) for weight in weights]


def sample(
    clue: dict[str, NDArray[numpy.float64]],
    where: NDArray[numpy.bool_],
    links: NDArray[numpy.float64],
    look: str,
) -> Sample | None:
    link = links[where]
    if not len(link):
        return None
    table = numpy.stack([clue[name][where] for name in CLUES[look].split(",")], axis=-1)
    keep = (link > 0) | (numpy.random.default_rng(0).random(len(link)) < MOST_CELLS / len(link))
    weight = numpy.where(link > 0, 1.0, max(1.0, len(link) / MOST_CELLS))
    return table[keep], link[keep], weight[keep]


def fitted(chosen: list[cases.Case], known: dict[int, measures.Measures]) -> dict[str, dict[str, float]]:
    works = sorted({case.work for case in chosen})
    samples: list[Sample] = []
    firsts = {id(case): clues.first_clues(known[id(case)]) for case in chosen}
    for work in works:
        group = [
            found
            for case in chosen
            if case.work == work
            for found in [
                sample(firsts[id(case)], numpy.ones_like(truth(case), dtype=bool), truth(case), "first")
            ]
            if found is not None
        ]
        # of strangers no pair is linked: their say is set by how many sentences might have been
        total = sum(float((found[2] * found[1]).sum()) or len(found[1]) ** 0.5 for found in group)
        say = SAY.get(work, 1.0) * 1000.0 / total
        samples += [(table, link, weight * say) for table, link, weight in group]
    weights = {"first": dict(zip(CLUES["first"].split(","), regression(samples, 1e-3), strict=True))}
    seconds: dict[str, list[Sample]] = {look: [] for look in CLUES if look != "first"}
    for case in chosen:
        first = firsts[id(case)]
        chances = likelihood.logistic(first, weights["first"])
        beads = best_beads(chances, threshold=DEFAULTS.align.safe_chance, shapes=((1, 1),))
        core = [(bead.reference[0], bead.candidate[0]) for bead in beads if bead.reference and bead.candidate]
        seen = context(known[id(case)], first, chances, core, settings=DEFAULTS.align)
        for look, where in seen.cases.items():
            found = sample(seen.clues, where, truth(case), look)
            if found is not None:
                seconds[look].append((found[0], found[1], numpy.full(len(found[1]), SAY.get(case.work, 1.0))))
    for look, group in seconds.items():
        weights[look] = dict(zip(CLUES[look].split(","), regression(group, 1.0), strict=True))
    return weights


def module(weights: dict[str, dict[str, float]]) -> str:
    lines = [
        '"""Weights of the clues, fitted by benchmarks/quality/alignment_fit.py on the development sets; do not edit.',
        "",
        "A look or case a table; the weight of a clue is in log-odds a unit of the clue (clues.py, context.py).",
        '"""',
        "",
        "from __future__ import annotations",
        "",
        "from typing import Final",
        "",
        "WEIGHTS: Final[dict[str, dict[str, float]]] = {",
    ]
    for look, table in weights.items():
        lines.append(f'    "{look}": {{')
        lines += [f'        "{name}": {weight},' for name, weight in table.items()]
        lines.append("    },")
    return "\n".join([*lines, "}", ""])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--data", type=Path, required=True, help="folder of the labelled sets")
    parser.add_argument("--cross", action="store_true", help="measure the weights of each half on the other")
    arguments = parser.parse_args()
    found = all_cases(arguments.data)
    known = {id(case): measured(case) for case in found}
    if not arguments.cross:
        sys.stdout.write(module(fitted(found, known)))
        return
    hits: dict[str, list[int]] = {}
    for half in (0, 1):
        WEIGHTS.clear()
        WEIGHTS.update(fitted([case for case in found if case.half != half], known))
        for case in found:
            if case.half == half:
                chances = likelihood.link_chances(known[id(case)], settings=DEFAULTS.align)
                from compare.align.moves import with_leftovers

                threshold = likelihood.fair_threshold(chances, settings=DEFAULTS.align)
                beads = with_leftovers(
                    best_beads(chances, threshold=threshold),
                    chances,
                    threshold=threshold,
                    settings=DEFAULTS.align,
                )
                links = {(one, two) for bead in beads for one in bead.reference for two in bead.candidate}
                counts = hits.setdefault(case.work, [0, 0, 0])
                for place, count in enumerate((len(links & case.links), len(links), len(case.links))):
                    counts[place] += count
    for work, (right, told, true) in sorted(hits.items()):
        score = 2 * right / max(1, told + true)
        print(f"{work:30} F1 {score:.4f}  right {right}  told {told}  true {true}")


if __name__ == "__main__":
    main()
