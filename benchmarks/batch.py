"""How fast many pairs go: pairs a second and core, workers side by side, memory of the parent, cost of the engines.

    python benchmarks/batch.py [--pairs N] [--documents N] [--engines] [--simulate]

The articles are made from the texts of seeds/ by a seed: paragraphs drawn until there are 600 to 1,000 words, and in
the copy four planted faults. CPU seconds are given where other work on the machine must not count; wall seconds where
only they tell, with the load beside them. The simulation takes the row times that were just measured.
"""

from __future__ import annotations

import argparse
import heapq
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import pyarrow  # noqa: E402
import pyarrow.parquet  # noqa: E402

from tests.faults import SORTS, plant  # noqa: E402

SEED = 7
# Runs the program and tells the greatest memory of this process alone, which that of its workers is no part of.
RUN_MEASURED = (
    "import sys, time; from compare.cli import main; code = main(); "
    "told = dict(line.split(':', 1) for line in open('/proc/self/status')); "
    "print(time.process_time(), told['VmHWM'].split()[0], file=sys.stderr); sys.exit(code)"
)


def paragraphs() -> list[str]:
    found = []
    # The other texts there are versions of the first: an article made of them all would say everything twice.
    for name in ("reference.txt", "related.txt"):
        text = (ROOT / "seeds" / name).read_text(encoding="utf-8")
        found += [part.strip() for part in text.split("\n\n")]
    return sorted({part for part in found if 15 <= len(part.split()) <= 200})


def pairs(count: int, different: int = 200) -> pyarrow.Table:
    draw = random.Random(SEED)
    stock = paragraphs()
    made = []
    for _ in range(min(count, different)):
        wanted, parts = draw.randint(600, 1000), []
        while sum(len(part.split()) for part in parts) < wanted:
            left = [part for part in stock if part not in parts]
            if not left:
                break
            parts.append(draw.choice(left))
        true = "\n\n".join(parts)
        copy = true
        for sort in draw.sample(sorted(SORTS), 4):
            fault = plant(sort, copy, seed=draw.randrange(1000))
            copy = fault.text if fault else copy
        made.append((true, copy))
    every = [made[number % len(made)] for number in range(count)]
    return pyarrow.table(
        {
            "reference_text": [true for true, _ in every],
            "candidate_text": [f"{copy}\n" for _, copy in every],
        }
    )


def documents(count: int) -> pyarrow.Table:
    draw = random.Random(SEED)
    sentences = [
        part.strip() + "." for text in paragraphs() for part in text.split(".") if 5 < len(part) < 150
    ]
    return pyarrow.table({"candidate_text": [" ".join(draw.choices(sentences, k=3)) for _ in range(count)]})


def bare(table: pyarrow.Table, *, check: bool = False) -> tuple[float, list[float]]:
    """CPU seconds of the pure function, and the CPU seconds of each of the first rows."""
    from compare.batch import score_table

    score_table(table.slice(0, 3), check=check)
    rows = []
    for place in range(min(200, table.num_rows)):
        start = time.process_time()
        score_table(table.slice(place, 1), check=check)
        rows.append(time.process_time() - start)
    cpu = time.process_time()
    score_table(table, check=check)
    return time.process_time() - cpu, rows


def batch(folder: Path, table: pyarrow.Table, *options: str) -> tuple[float, float, float]:
    """CPU seconds of the parent, wall seconds, and the parent's greatest memory in MB."""
    manifest, result = folder / "manifest.parquet", folder / "result.parquet"
    pyarrow.parquet.write_table(table, manifest, row_group_size=1000)
    start = time.perf_counter()
    command = [sys.executable, "-c", RUN_MEASURED, "batch", str(manifest), "-o", str(result)]
    done = subprocess.run(
        [*command, "--overwrite", "--quiet", *options], check=True, capture_output=True, text=True, cwd=ROOT
    )
    wall = time.perf_counter() - start
    assert pyarrow.parquet.read_metadata(result).num_rows == table.num_rows
    cpu, memory = done.stderr.split()[-2:]
    return float(cpu), wall, int(memory) / 1024


def load() -> str:
    return f"load {os.getloadavg()[0]:.1f} on {len(os.sched_getaffinity(0))} cores"


def simulate(rows: list[float], workers: int = 1000, count: int = 1_000_000) -> None:
    print(
        f"\n{count:,} pairs on {workers:,} simulated workers, row times drawn from the {len(rows)} measured"
    )
    print(f"{'rows a part':>12}{'hours':>10}{'over ideal':>12}{'first idle':>12}")
    draw = random.Random(SEED)
    # One row in 2,000 is a book, at a hundred times the work: it is the tail that decides.
    times = [draw.choice(rows) * (100 if draw.random() < 0.0005 else 1) for _ in range(count)]
    ideal = sum(times) / workers
    for size in (1, 10, 100, 500, 1000, 5000):
        ends = [0.0] * workers
        for begin in range(0, count, size):
            heapq.heapreplace(ends, ends[0] + sum(times[begin : begin + size]))
        print(f"{size:12,}{max(ends) / 3600:10.3f}{max(ends) / ideal:12.2f}{min(ends) / max(ends):12.0%}")


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pairs", type=int, default=500)
    parser.add_argument("--documents", type=int, default=5000)
    parser.add_argument(
        "--engines", action="store_true", help="also one and two workers, and a local cluster"
    )
    parser.add_argument(
        "--memory", action="store_true", help="also the parent's memory for 2,000 and 20,000 rows"
    )
    parser.add_argument("--simulate", action="store_true", help="also a thousand workers on paper")
    arguments = parser.parse_args()
    table = pairs(arguments.pairs)
    cpu, rows = bare(table)
    words = sum(len(text.split()) for text in table["reference_text"].to_pylist()) / table.num_rows
    print(
        f"{table.num_rows:,} pairs of {words:.0f} words, bare: {table.num_rows / cpu:.1f} a CPU second; {load()}"
    )
    short = documents(arguments.documents)
    check_cpu, _ = bare(short, check=True)
    print(f"{short.num_rows:,} short documents, bare check: {short.num_rows / check_cpu:.0f} a CPU second")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        if arguments.engines:
            # What a run of one row costs is start-up: word lists, imports. It is taken off what a whole run costs.
            engines = {
                "one worker": ("--workers", "1"),
                "two workers": ("--workers", "2"),
                "cluster, one worker": ("--cluster", "local", "--workers", "1"),
                "cluster, two workers": ("--cluster", "local", "--workers", "2"),
            }
            for name, options in engines.items():
                empty_cpu, empty_wall, _ = batch(folder, table.slice(0, 1), *options)
                full_cpu, full_wall, memory = batch(folder, table, *options, "--part-rows", "50")
                rate = table.num_rows / (full_wall - empty_wall)
                print(
                    f"{name:22}{rate:8.1f} a second; the parent uses {(full_cpu - empty_cpu) / cpu:.1%} of what the "
                    f"pairs cost, and {memory:.0f} MB; start {empty_wall:.1f} s; {load()}",
                    flush=True,
                )
        if arguments.memory:
            for count in (2_000, 20_000):
                _, spent, memory = batch(folder, documents(count), "--check", "--workers", "2")
                print(
                    f"{count:,} short documents: parent {memory:.1f} MB, {count / spent:.0f} a second; {load()}"
                )
            for count in (2_000, 20_000):
                # Long texts that cost nothing to judge, for they lack the other one: what is held is the manifest.
                long = table["reference_text"].to_pylist()
                texts = [long[number % len(long)] for number in range(count)]
                none = pyarrow.nulls(count, pyarrow.string())
                _, _, memory = batch(
                    folder, pyarrow.table({"reference_text": texts, "candidate_text": none}), "--workers", "2"
                )
                print(f"{count:,} long texts, none judged: parent {memory:.1f} MB")
    if arguments.simulate:
        simulate(rows)
    return 0


if __name__ == "__main__":
    sys.exit(main())
