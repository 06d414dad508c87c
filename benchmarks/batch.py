"""How fast many pairs go: pairs a second and core, workers side by side, memory of the parent, cost of the engines.

    python benchmarks/batch.py [--pairs N] [--documents N] [--engines] [--memory] [--simulate]

The articles are made from the texts of seeds/ by a seed: paragraphs drawn until there are 600 to 1,000 words, and in
the copy four planted faults. CPU seconds are given where other work on the machine must not count; wall seconds where
only they tell, with the load beside them. The simulation takes the row times that were just measured.
"""

from __future__ import annotations

import argparse
import heapq
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import pyarrow  # noqa: E402
import pyarrow.parquet  # noqa: E402

from tests.faults import SORTS, plant  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Sequence

SEED = 7
# Runs the program and tells the greatest memory of this process alone, which that of its workers is no part of.
RUN_MEASURED = (
    "import sys, time; from compare.cli import main; code = main(); "
    "told = dict(line.split(':', 1) for line in open('/proc/self/status')); "
    "print(time.process_time(), told['VmHWM'].split()[0], file=sys.stderr); sys.exit(code)"
)
# Judges a table when told to, and says when it is ready and when it has done it.
RUN_BARE = (
    "import sys, pyarrow.parquet; from compare.batch import score_table; "
    "table = pyarrow.parquet.read_table(sys.argv[1]); score_table(table.slice(0, 20)); print(flush=True); "
    "sys.stdin.readline(); score_table(table); print(flush=True)"
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


def bare(table: pyarrow.Table, *, check: bool = False) -> tuple[float, float, list[float]]:
    """CPU and wall seconds of the pure function, and the CPU seconds of each of the first rows."""
    from compare.batch import score_table

    score_table(table.slice(0, 20), check=check)
    rows = []
    for place in range(min(200, table.num_rows)):
        start = time.process_time()
        score_table(table.slice(place, 1), check=check)
        rows.append(time.process_time() - start)
    cpu, wall = time.process_time(), time.perf_counter()
    score_table(table, check=check)
    return time.process_time() - cpu, time.perf_counter() - wall, rows


def side_by_side(folder: Path, table: pyarrow.Table, processes: int) -> float:
    """Rows a second of as many processes that know nothing of each other: what no engine on this machine can exceed."""
    path = folder / "bare.parquet"
    pyarrow.parquet.write_table(table, path)
    running = [
        subprocess.Popen(
            [sys.executable, "-c", RUN_BARE, str(path)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(processes)
    ]
    for one in running:
        assert one.stdout
        one.stdout.readline()
    start = time.perf_counter()
    for one in running:
        assert one.stdin
        one.stdin.write("go\n")
        one.stdin.flush()
    for one in running:
        assert one.stdout
        one.stdout.readline()
    wall = time.perf_counter() - start
    for one in running:
        one.communicate()
    return processes * table.num_rows / wall


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """What a run of the command took: CPU seconds of its own process, of all, wall seconds, greatest memory in MB."""

    parent_cpu: float
    cpu: float
    wall: float
    memory: float


def batch(folder: Path, table: pyarrow.Table, *options: str) -> Spent:
    manifest, result = folder / "manifest.parquet", folder / "result.parquet"
    pyarrow.parquet.write_table(table, manifest, row_group_size=1000)
    before, start = children_cpu(), time.perf_counter()
    command = [sys.executable, "-c", RUN_MEASURED, "batch", str(manifest), "-o", str(result)]
    done = subprocess.run(
        [*command, "--overwrite", "--quiet", *options], check=True, capture_output=True, text=True, cwd=ROOT
    )
    wall = time.perf_counter() - start
    assert pyarrow.parquet.read_metadata(result).num_rows == table.num_rows
    cpu, memory = done.stderr.split()[-2:]
    return Spent(parent_cpu=float(cpu), cpu=children_cpu() - before, wall=wall, memory=int(memory) / 1024)


def children_cpu() -> float:
    told = resource.getrusage(resource.RUSAGE_CHILDREN)
    return float(told.ru_utime + told.ru_stime)


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


def engines(folder: Path, table: pyarrow.Table, bare_cpu: float, bare_wall: float) -> None:
    """Tell the rates of the engines, and their overhead over the pure function on parts of 500 rows."""
    ceiling = side_by_side(folder, table, 2) / side_by_side(folder, table, 1)
    print(f"two processes that share nothing: {ceiling:.2f} times one; {load()}", flush=True)
    print(
        f"{'':24}{'a second':>9}{'wall over bare':>16}{'CPU over bare':>15}{'parent':>9}{'memory':>9}{'start':>8}"
    )
    rates = {}
    for name, options in {
        "one worker": ("--workers", "1"),
        "two workers": ("--workers", "2"),
        "cluster, one worker": ("--cluster", "local", "--workers", "1"),
        "cluster, two workers": ("--cluster", "local", "--workers", "2"),
    }.items():
        size = 500 if "one" in name else max(1, min(500, table.num_rows // 10))
        # What a run of one row costs is start-up: word lists, imports. It is taken off what a whole run costs.
        empty = batch(folder, table.slice(0, 1), *options)
        full = batch(folder, table, *options, "--part-rows", str(size))
        wall, cpu = full.wall - empty.wall, full.cpu - empty.cpu
        rates[name] = table.num_rows / wall
        over = f"{wall / bare_wall - 1:+.1%}" if "one" in name else ""
        print(
            f"{name:24}{rates[name]:9.1f}{over:>16}{cpu / bare_cpu - 1:>+15.1%}"
            f"{(full.parent_cpu - empty.parent_cpu) / bare_cpu:>9.1%}{full.memory:>6.0f} MB{empty.wall:>6.1f} s",
            flush=True,
        )
    for prefix in ("", "cluster, "):
        ratio = rates[f"{prefix}two workers"] / rates[f"{prefix}one worker"]
        print(f"{prefix or 'local, '}two workers against one: {ratio:.2f} times; {load()}")


def memory(folder: Path, table: pyarrow.Table) -> None:
    """Tell the parent's greatest memory as manifests get longer."""
    for count in (2_000, 20_000):
        done = batch(folder, documents(count), "--check", "--workers", "2")
        print(
            f"{count:,} short documents: parent {done.memory:.1f} MB, {count / done.wall:.0f} a second; {load()}",
            flush=True,
        )
    for count in (2_000, 20_000):
        # Long texts that cost nothing to judge, for they lack the other one: what is held is the manifest.
        long = table["reference_text"].to_pylist()
        texts = [long[number % len(long)] for number in range(count)]
        none = pyarrow.nulls(count, pyarrow.string())
        rows = pyarrow.table({"reference_text": texts, "candidate_text": none})
        done = batch(folder, rows, "--workers", "2")
        print(f"{count:,} long texts, none judged: parent {done.memory:.1f} MB", flush=True)


def main(argv: Sequence[str] | None = None) -> int:
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
    arguments = parser.parse_args(argv)
    table = pairs(arguments.pairs)
    cpu, wall, rows = bare(table)
    words = sum(len(text.split()) for text in table["reference_text"].to_pylist()) / table.num_rows
    print(
        f"{table.num_rows:,} pairs of {words:.0f} words, bare: {table.num_rows / cpu:.1f} a CPU second; {load()}",
        flush=True,
    )
    short = documents(arguments.documents)
    check_cpu, _, _ = bare(short, check=True)
    print(
        f"{short.num_rows:,} short documents, bare check: {short.num_rows / check_cpu:.0f} a CPU second",
        flush=True,
    )
    with tempfile.TemporaryDirectory() as place:
        if arguments.engines:
            engines(Path(place), table, cpu, wall)
        if arguments.memory:
            memory(Path(place), table)
    if arguments.simulate:
        simulate(rows)
    return 0


if __name__ == "__main__":
    sys.exit(main())
