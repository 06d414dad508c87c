"""How the families of a large collection are found: right ones, time, memory, disk, as the collection grows.

    python benchmarks/collection.py [--documents N ...] [--data FOLDER] [--in-memory] [--sample N]

The collection is made by a seed. A piece is a draw of sentences from seeds/ (or from the labelled sets in FOLDER) in
which every word but the commonest gives way to another, drawn by its frequency in the language: so pieces share idiom
and subjects as articles do, and nothing else. Two pieces in five have versions: copies, near copies, excerpts of a
fifth to three fifths, and edited ones that lack a sentence in ten and have other words at every tenth place.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SEED = 11
COMMON = 300
"""Words that stay: they make up half of a text."""
WORDS = re.compile(r"[^\W\d_]+")


def stock(data: Path | None) -> list[str]:
    """Give sentences to draw from."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    for name in ("onestop", "ablit") if data else ():
        with gzip.open(data / f"{name}.jsonl.gz", "rt", encoding="utf-8") as file:  # type: ignore[operator]
            for row in map(json.loads, file):
                texts += list(row["versions"].values()) if name == "onestop" else [row["reference"]]
    sentences = {one.strip() for text in texts for one in re.split(r"(?<=[.!?])\s+", text)}
    return sorted(one for one in sentences if 6 <= len(one.split()) <= 40)


def collection(count: int, data: Path | None) -> Iterator[tuple[str, str]]:
    """Give documents: a name that begins with its piece, and a text."""
    import wordfreq

    frequencies = wordfreq.get_frequency_dict("en", "best")
    ordered = sorted(frequencies, key=lambda word: (-frequencies[word], word))
    common, others = frozenset(ordered[:COMMON]), [word for word in ordered[COMMON:30_000] if word.isalpha()]
    shares = list(accumulate(frequencies[word] for word in others))
    sentences = stock(data)
    draw = random.Random(SEED)
    made = piece = 0
    while made < count:
        own = draw.sample(sentences, draw.randint(10, 30))
        words = [word for one in own for word in WORDS.findall(one) if word.casefold() not in common]
        swapped = dict(zip(words, draw.choices(others, cum_weights=shares, k=len(words)), strict=True))
        # Words of the same sentence in another piece are others: a piece has its own dictionary.
        own = [swap(one, swapped) for one in own]
        own = [one[:1].upper() + one[1:] for one in own]
        versions = [("whole", own)]
        if draw.random() < 0.4:
            versions += [version(own, draw, others) for _ in range(draw.randint(1, 3))]
        for number, (sort, text) in enumerate(versions):
            if made < count:
                yield f"{piece:07d}-{number}-{sort}", " ".join(text)
                made += 1
        piece += 1


def swap(sentence: str, swapped: dict[str, str]) -> str:
    return WORDS.sub(lambda match: swapped.get(match[0], match[0]), sentence)


def version(own: Sequence[str], draw: random.Random, others: Sequence[str]) -> tuple[str, list[str]]:
    sort = draw.choice(("copy", "near", "excerpt", "excerpt", "edited"))
    if sort == "copy":
        return sort, list(own)
    if sort == "near":
        return sort, [one.replace(" the ", " that ", 1) if draw.random() < 0.1 else one for one in own]
    if sort == "excerpt":
        length = max(3, round(len(own) * draw.uniform(0.2, 0.6)))
        start = draw.randrange(len(own) - length + 1)
        return sort, list(own[start : start + length])
    kept = [one for one in own if draw.random() > 0.1]
    return sort, [
        " ".join(draw.choice(others) if draw.random() < 0.1 else word for word in one.split()) for one in kept
    ]


def pairs_of(groups: Sequence[Sequence[str]]) -> set[tuple[str, str]]:
    return {(one, other) for group in groups for one in group for other in group if one < other}


class Watch(threading.Thread):
    """Looks at the files between the passes, and at the memory of the processes."""

    def __init__(self, folder: Path, process: int) -> None:
        super().__init__(daemon=True)
        self.folder, self.process = folder, process
        self.disk = 0
        self.parent = self.worker = 0
        self.over = threading.Event()

    def run(self) -> None:
        while not self.over.wait(0.5):
            self.disk = max(
                self.disk, sum(_size(path) for path in self.folder.glob(".truecopy-families-*/**/*"))
            )
            self.parent = max(self.parent, _memory(self.process))
            for path in Path(f"/proc/{self.process}/task").glob("*/children"):
                try:
                    children = path.read_text().split()
                except OSError:
                    continue
                self.worker = max([self.worker, *(_memory(int(child)) for child in children)])


def _size(path: Path) -> int:
    try:
        return path.stat().st_size if path.is_file() else 0
    except OSError:
        return 0


def _memory(process: int) -> int:
    try:
        told = dict(line.split(":", 1) for line in Path(f"/proc/{process}/status").read_text().splitlines())
        return int(told["VmHWM"].split()[0]) // 1024
    except (OSError, KeyError):
        return 0


def measure(count: int, data: Path | None, *, workers: int, sample: int | None, in_memory: bool) -> None:
    import pyarrow
    import pyarrow.parquet

    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        manifest = folder / "documents.parquet"
        schema = pyarrow.schema([("id", pyarrow.string()), ("candidate_text", pyarrow.string())])
        names: list[str] = []
        words = 0
        with pyarrow.parquet.ParquetWriter(manifest, schema) as writer:
            gathered: list[tuple[str, str]] = []
            for name, text in collection(count, data):
                names.append(name)
                words += len(text.split())
                gathered.append((name, text))
                if len(gathered) == 1000 or len(names) == count:
                    columns = [list(column) for column in zip(*gathered, strict=True)]
                    writer.write_table(pyarrow.table(columns, schema=schema))
                    gathered = []
        sorts = [("passes", False), ("in memory", True)] if in_memory else [("passes", False)]
        tables = [
            once(sort, folder, names, words, workers=workers, sample=sample, in_memory=is_memory)
            for sort, is_memory in sorts
        ]
        if len(tables) == 2:
            print(f"  {'the same' if tables[0].equals(tables[1]) else 'DIFFERENT'} families", flush=True)


def once(
    sort: str,
    folder: Path,
    names: Sequence[str],
    words: int,
    *,
    workers: int,
    sample: int | None,
    in_memory: bool,
) -> Any:
    """Find the families of a manifest in a process of its own, tell what it took, and give the table."""
    import pyarrow.parquet

    count = len(names)
    manifest = folder / "documents.parquet"
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    options = [] if sample is None else ["--sample", str(sample)]
    options += ["--in-memory"] if in_memory else []
    running = subprocess.Popen(
        [
            sys.executable,
            str(Path(__file__)),
            "--run",
            str(manifest),
            "--workers",
            str(workers),
            *options,
        ],
        cwd=ROOT,
    )
    watch = Watch(folder, running.pid)
    watch.start()
    if running.wait():
        raise SystemExit("the run failed")
    watch.over.set()
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    table = pyarrow.parquet.read_table(folder / "families.parquet")
    found: dict[int, list[str]] = {}
    for family, name in zip(table["family"].to_pylist(), table["document"].to_pylist(), strict=True):
        found.setdefault(family, []).append(name)
    pieces: dict[str, list[str]] = {}
    for name in names:
        pieces.setdefault(name[:7], []).append(name)
    wanted, got = pairs_of(list(pieces.values())), pairs_of(list(found.values()))
    assert sum(map(len, found.values())) == count
    missed = Counter(name.rsplit("-", 1)[1] for pair in wanted - got for name in pair)
    print(
        f"{count:,} documents of {words / count:.0f} words, {sort}: "
        f"precision {len(got & wanted) / max(1, len(got)):.4f}, "
        f"recall {len(got & wanted) / max(1, len(wanted)):.4f} of {len(wanted):,} pairs; {cpu:.0f} s of CPU, "
        f"{wall:.0f} s; parent {watch.parent} MB, worker {watch.worker} MB, disk {watch.disk / 1e6:.0f} MB; "
        f"missed {dict(sorted(missed.items()))}; load {os.getloadavg()[0]:.1f}",
        flush=True,
    )
    return table


def run_in_memory(manifest: Path) -> None:
    """Find the families of a manifest by the command's way with a folder."""
    from compare.batch.documents import row_document
    from compare.batch.families.table import Rows, write_table
    from compare.batch.manifest import FileManifest
    from compare.families import families

    rows = FileManifest(path=manifest, check=True).rows()
    gathered = Rows()
    for family in families(row_document(row, manifest.parent) for row in rows).families:
        gathered.add([(member.path, member.role, member.coverage) for member in family.members])
    write_table(manifest.with_name("families.parquet"), gathered.table())


def run(manifest: Path, *, workers: int, sample: int | None) -> None:
    """Find the families of a manifest, as the command does, with the sample that is asked for."""
    from compare.batch.families.run import Collection, grouped
    from compare.batch.families.table import write_table
    from compare.batch.manifest import FileManifest
    from compare.batch.memory import keep_little

    class Silent:
        def begin(self, rows: int, done: int) -> None: ...
        def add(self, rows: int) -> None: ...
        def add_errors(self, errors: int) -> None: ...
        def say(self, message: str) -> None:
            print(f"  {time.process_time():.1f} s of the parent: {message}", flush=True)

    keep_little()
    rows, _ = grouped(
        Collection(
            manifest=FileManifest(path=manifest, check=True),
            root=str(manifest.parent),
            scratch=manifest.parent,
            workers=workers,
            sample=sample,
        ),
        Silent(),
    )
    write_table(manifest.with_name("families.parquet"), rows.table())


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, nargs="+", default=[2_000, 20_000])
    parser.add_argument("--data", type=Path, help="folder with the labelled sets, for more sentences")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--sample", type=int, help="shingles of a text that are compared; 0 for all")
    parser.add_argument(
        "--in-memory", action="store_true", help="also the way of the command with a folder, and compare"
    )
    parser.add_argument("--run", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args(argv)
    if arguments.run and arguments.in_memory:
        run_in_memory(arguments.run)
        return 0
    if arguments.run:
        run(arguments.run, workers=arguments.workers, sample=arguments.sample)
        return 0
    for count in arguments.documents:
        measure(
            count,
            arguments.data,
            workers=arguments.workers,
            sample=arguments.sample,
            in_memory=arguments.in_memory,
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
