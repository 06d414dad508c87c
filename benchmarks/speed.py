"""How fast truecopy is, beside sacrebleu and difflib on the same lines, in processor seconds of one core.

    python benchmarks/speed.py [--segments N]

The lines are made up from a seed: sentences of 10 to 40 words, a tenth of the words changed. Absolute figures differ
from machine to machine; the last column, relative to sacrebleu's sentence chrF, does not much.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import time
from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from compare.pipeline import compare_texts, score_segments  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

SEED = 7
HELP = "import sys; sys.argv = ['truecopy', '--help']; from compare.cli import main; sys.exit(main())"
TEXT = """
the a of to in and on for with from by at harbour ferry island winter engine repair captain crew storm company
minister report week month price cost boat medicine food letter school doctor quiet narrow early late heavy old
says sails waits stops carries brings leaves returns pays asks answers 12 40 1907 2,300 Quill Marta Norway
"""
WORDS = TEXT.split()


def lines(count: int) -> tuple[list[str], list[str]]:
    draw = random.Random(SEED)
    references, candidates = [], []
    for _ in range(count):
        words = draw.choices(WORDS, k=draw.randint(10, 40))
        changed = [draw.choice(WORDS) if draw.random() < 0.1 else word for word in words]
        references.append(" ".join(words).capitalize() + ".")
        candidates.append(" ".join(changed).capitalize() + ".")
    return references, candidates


def seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--segments", type=int, default=2000)
    arguments = parser.parse_args()
    references, candidates = lines(arguments.segments)
    from sacrebleu.metrics import CHRF

    chrf = CHRF()
    pairs = list(zip(references, candidates, strict=True))
    score_segments(references[:20], candidates[:20])  # the word lists are read once
    works: dict[str, Callable[[], object]] = {
        "sacrebleu sentence chrF": lambda: [chrf.sentence_score(two, [one]) for one, two in pairs],
        "difflib opcodes of words": lambda: [
            SequenceMatcher(None, one.split(), two.split(), autojunk=False).get_opcodes()
            for one, two in pairs
        ],
        "lines, without findings": lambda: score_segments(references, candidates, findings=False),
        "lines, with findings": lambda: score_segments(references, candidates),
    }
    taken = {name: seconds(work) for name, work in works.items()}
    print(f"{'':28}{'lines a second':>16}{'of chrF':>10}")
    for name, spent in taken.items():
        print(f"{name:28}{arguments.segments / spent:16.0f}{taken['sacrebleu sentence chrF'] / spent:10.2f}")
    text, copy = "\n\n".join(references[:100]), "\n\n".join(candidates[:100])
    print(f"\n{'two texts of 100 sentences':28}{seconds(lambda: compare_texts(text, copy)):16.2f} s")
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", HELP], check=True, capture_output=True)
    print(f"{'truecopy --help':28}{time.perf_counter() - started:16.2f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
