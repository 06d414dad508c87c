"""Stem the lists of kindred words, so that the program need not.

python benchmarks/kin_stems.py           # writes compare/text/data/kin_stems.txt anew
python benchmarks/kin_stems.py --check   # says whether it is the same
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from compare.text.kin import LISTS, STEMS, stemmed_lines  # noqa: E402
from compare.text.wordlists import checksum, entries  # noqa: E402

HEAD = "# The lines of kin.txt and synonyms.txt, stemmed by benchmarks/kin_stems.py; do not edit."


def written() -> str:
    languages = sorted({language for name in LISTS for language in entries(name)})
    parts = [HEAD, "[made-from]", checksum(*LISTS)]
    for language in languages:
        parts += [f"[{language}]", *map(" ".join, stemmed_lines(language))]
    return "\n".join([*parts, ""])


def main() -> int:
    path = ROOT / "compare" / "text" / "data" / f"{STEMS}.txt"
    if sys.argv[1:] == ["--check"]:
        is_same = path.is_file() and path.read_text("utf-8") == written()
        print("the same" if is_same else "the lists have changed; run benchmarks/kin_stems.py")
        return 0 if is_same else 1
    path.write_text(written(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
