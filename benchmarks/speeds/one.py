"""One measurement in a process of its own: the median time of a program on a text, and the greatest memory.

    python benchmarks/speeds/one.py JOB PROGRAM SHAPE KILOBYTES [PROCESSOR_SECONDS]

A pair of files may be given in place of a shape, as ``reference.txt:candidate.txt``. The answer is a line of JSON.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from benchmarks.speeds.programs import PROGRAMS  # noqa: E402
from benchmarks.speeds.texts import SHAPES, Pair, edited  # noqa: E402

RUNS = 5
BUDGET_SECONDS = 2.0  # after which no further run is begun
MOST_BYTES = 4 << 30


def pair_of(shape: str, kilobytes: int) -> Pair:
    if ":" not in shape:
        return SHAPES[shape](kilobytes)
    one, other = (Path(name).read_text("utf-8").split("\n\n") for name in shape.split(":"))
    return Pair(reference=one, candidate=other, break_with="\n\n")


def peak_mb() -> float:
    """The greatest memory of this process; ru_maxrss would hold that of the parent it was forked from as well."""
    status = Path("/proc/self/status")
    if not status.is_file():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    told = dict(line.split(":", 1) for line in status.read_text("utf-8").splitlines() if ":" in line)
    return int(told["VmHWM"].split()[0]) / 1024


def main() -> int:
    job, name, shape, kilobytes, *limit = sys.argv[1:]
    if limit:
        resource.setrlimit(resource.RLIMIT_CPU, (int(limit[0]), int(limit[0]) + 1))
    resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))
    (program,) = (one for one in PROGRAMS if (one.job, one.name) == (job, name))
    try:
        program.prepare(edited(1))()  # what is loaded once is loaded here
    except ImportError as error:
        print(json.dumps({"absent": str(error.name)}))
        return 0
    try:
        work = program.prepare(pair_of(shape, int(kilobytes)))
        seconds: list[float] = []
        while len(seconds) < RUNS and sum(seconds) < BUDGET_SECONDS:
            # under a limit of processor time the clock of the whole process goes in ticks of milliseconds
            start = time.thread_time()
            work()
            seconds.append(time.thread_time() - start)
    except MemoryError:
        print(json.dumps({"memory": MOST_BYTES >> 30}))
        return 0
    except RecursionError:
        print(json.dumps({"failed": "recursion"}))
        return 0
    print(json.dumps({"seconds": median(seconds), "runs": len(seconds), "peak_mb": peak_mb()}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
