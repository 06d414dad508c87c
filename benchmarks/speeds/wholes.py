"""Figures of the whole program: a process from its start to its end, lines a second, and texts of extreme length."""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import time
from difflib import SequenceMatcher
from statistics import median
from typing import TYPE_CHECKING, Final

from benchmarks.speeds.measuring import measured
from benchmarks.speeds.programs import PROGRAMS
from benchmarks.speeds.tables import duration, ratio
from benchmarks.speeds.texts import ROOT, identical

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

SEED: Final = 7
RUNS: Final = 5
START: Final = (
    "import sys; from compare.cli import main\n"
    "try: code = main(sys.argv[1:])\n"
    "except SystemExit as end: code = end.code\n"
    "for line in open('/proc/self/status'):\n"
    "    if line.startswith('VmHWM'): print(line.split()[1], file=sys.stderr)\n"
    "sys.exit(code)"
)
"""Runs the program and tells its greatest memory; what the operating system says of a child holds the parent's, too."""
SEED_PAIR: Final = ("seeds/reference.txt", "seeds/roundtrip.txt")
TEXT: Final = """
the a of to in and on for with from by at harbour ferry island winter engine repair captain crew storm company
minister report week month price cost boat medicine food letter school doctor quiet narrow early late heavy old
says sails waits stops carries brings leaves returns pays asks answers 12 40 1907 2,300 Quill Marta Norway
"""


def _whole(arguments: Sequence[str]) -> tuple[float, float]:
    """Processor seconds of a process, start to end, and its peak memory in MB."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-c", START, *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return spent, int(done.stderr.split()[-1]) / 1024


def whole_process_lines(limit_seconds: float) -> Iterator[str]:
    """The program from start to end, and the versions in seeds/ beside CollateX."""
    for name, arguments in (("--help", ["--help"]), ("score", ["score", *SEED_PAIR])):
        runs = [_whole(arguments) for _ in range(RUNS + 1)][1:]
        seconds, peak = median(run[0] for run in runs), max(run[1] for run in runs)
        shown = " ".join(["truecopy", name, *arguments[1:]])
        yield f"- `{shown}`, the whole process: {seconds:.2f} s, {peak:.0f} MB at most"
    shape = ":".join(str(ROOT / name) for name in SEED_PAIR)
    ours, collatex = (
        measured(program, shape, 0, limit_seconds=3 * limit_seconds)
        for job, name in (("collation", "truecopy"), ("collation", "CollateX"))
        for program in PROGRAMS
        if (program.job, program.name) == (job, name)
    )
    if ours.seconds:
        beside = collatex.reason or (
            f"{duration(collatex.seconds or 0)} ({ratio((collatex.seconds or 0) / ours.seconds)})"
        )
        yield f"- these two texts collated, sentences and words: {duration(ours.seconds)}; by CollateX: {beside}"


def lines(count: int) -> tuple[list[str], list[str]]:
    """Lines of 10 to 40 words, and the same with a tenth of the words changed."""
    draw = random.Random(SEED)
    words = TEXT.split()
    references, candidates = [], []
    for _ in range(count):
        line = draw.choices(words, k=draw.randint(10, 40))
        changed = [draw.choice(words) if draw.random() < 0.1 else word for word in line]
        references.append(" ".join(line).capitalize() + ".")
        candidates.append(" ".join(changed).capitalize() + ".")
    return references, candidates


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def line_speeds(count: int) -> str:
    """Lines a second, beside sacrebleu's sentence chrF and difflib."""
    from sacrebleu.metrics import CHRF

    from compare.pipeline import score_segments

    references, candidates = lines(count)
    chrf = CHRF()
    pairs = list(zip(references, candidates, strict=True))
    score_segments(references[:20], candidates[:20])  # the word lists are read once
    works: dict[str, Callable[[], object]] = {
        "sacrebleu sentence chrF": lambda: [chrf.sentence_score(two, [one]) for one, two in pairs],
        "difflib opcodes of words": lambda: [
            SequenceMatcher(None, one.split(), two.split(), autojunk=False).get_opcodes()
            for one, two in pairs
        ],
        "truecopy lines, without findings": lambda: score_segments(references, candidates, findings=False),
        "truecopy lines, with findings": lambda: score_segments(references, candidates),
    }
    rates = {name: count / _seconds(work) for name, work in works.items()}
    return "\n".join(f"- {name}: {rate:,.0f} lines a second" for name, rate in rates.items())


def large_lines() -> Iterator[str]:
    """Loops in 1,000,000 words, and 10 MB against itself."""
    from compare import compare_texts
    from compare.findings.clues.loop_search import loops
    from compare.findings.clues.stream import words
    from compare.findings.evidence import Side
    from compare.text.documents import document
    from compare.text.tokens import sentence_tokens

    draw = random.Random(SEED)
    vocabulary = [f"word{number}" for number in range(20_000)]
    text = "\n\n".join(" ".join(draw.choices(vocabulary, k=20)) + "." for _ in range(50_000))
    laid_out = document(text, language="en")
    stream = words(Side(document=laid_out, tokens=sentence_tokens(laid_out)))
    taken = _seconds(lambda: loops(stream))
    yield f"- loops in 1,000,000 words: {taken:.1f} s"
    del laid_out
    one, other = identical(10_000).texts()
    yield f"- 10 MB against itself, all of the work: {_seconds(lambda: compare_texts(one, other)):.0f} s"
