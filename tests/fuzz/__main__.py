"""Run one target under atheris for a while: ``python -m tests.fuzz layout --seconds 300``.

Atheris (``pip install atheris``, Python 3.11) sees which branches an input reaches and keeps those that reach new ones.
What it finds is written to ``crash-…`` in the folder where it runs; a crash that was mended becomes a test in
tests/hostile/.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path


def main() -> None:
    """Run the target that is named until the time is over or something breaks."""
    import atheris  # type: ignore[import-not-found,import-untyped,unused-ignore]

    with atheris.instrument_imports(include=["compare", "ui.results"]):
        from tests.fuzz.targets import TARGETS
    reader = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    reader.add_argument("target", choices=sorted(TARGETS))
    reader.add_argument("--seconds", type=int, default=300)
    reader.add_argument(
        "--corpus", help="folder of inputs to begin with, which grows (default: a temporary one)"
    )
    given = reader.parse_args()
    target, seeds = TARGETS[given.target]
    with tempfile.TemporaryDirectory() as temporary:
        corpus = Path(given.corpus or temporary)
        for number, seed in enumerate(seeds()):
            (corpus / f"seed-{number}").write_bytes(seed)
        os.environ.setdefault("PYTHONHASHSEED", "0")
        options = [
            f"-max_total_time={given.seconds}",
            "-timeout=30",
            "-max_len=4000",
            "-rss_limit_mb=4000",
            "-print_final_stats=1",
        ]
        atheris.Setup([sys.argv[0], *options, str(corpus)], target)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
