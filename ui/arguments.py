"""What the page was started with: files, results of a batch, and where reviews are kept."""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

RESULT_ENDINGS: Final = frozenset({".json", ".jsonl", ".csv", ".parquet", ".duckdb"})
PACKED_ENDINGS: Final = frozenset({".docx", ".pdf"})
TEXT_ENDINGS: Final = frozenset({".txt", ".md", ".markdown", ".html", ".htm", ".xhtml"}) | PACKED_ENDINGS


@dataclass(frozen=True, slots=True, kw_only=True)
class Arguments:
    """The files named at the start, apart by what they are.

    ``texts`` are versions of a piece; ``results`` are files and folders with reports; ``reviews`` is the SQLAlchemy
    URL of the reviews (``None``: kept while the page is open); ``folders`` are those named, and those of the files
    named: what a table of results names elsewhere is not opened.
    """

    texts: tuple[Path, ...]
    results: tuple[Path, ...]
    reviews: str | None
    folders: tuple[Path, ...] = ()


@cache
def arguments() -> Arguments:
    """Read what stands behind ``--`` on Streamlit's command line, which ``truecopy view`` writes."""
    return parsed(sys.argv[1:])


def parsed(words: list[str]) -> Arguments:
    """Read arguments: a folder stands for the reports in it, or else for its texts."""
    parser = argparse.ArgumentParser(prog="truecopy view")
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--reviews")
    given = parser.parse_args(words)
    texts: list[Path] = []
    results: list[Path] = []
    for path in given.files:
        if path.is_dir():
            inside = sorted(each for each in path.iterdir() if each.is_file() and is_inside(each, [path]))
            if any(each.suffix.lower() in RESULT_ENDINGS for each in inside):
                results.append(path)
            else:
                texts += [each for each in inside if each.suffix.lower() in TEXT_ENDINGS]
        elif path.suffix.lower() in RESULT_ENDINGS:
            results.append(path)
        else:
            texts.append(path)
    reviews = given.reviews
    if reviews is None and given.files:
        first = given.files[0].resolve()
        folder = first if first.is_dir() else first.parent
        reviews = f"sqlite:///{(folder / 'truecopy-reviews.db').as_posix()}"
    folders = dict.fromkeys(path if path.is_dir() else path.parent for path in given.files)
    return Arguments(texts=tuple(texts), results=tuple(results), reviews=reviews, folders=tuple(folders))


def is_inside(path: Path, folders: Iterable[Path]) -> bool:
    """Whether a path lies in one of some folders, where it leads to and not by its name alone."""
    try:
        place = path.resolve()
        return any(place.is_relative_to(folder.resolve()) for folder in folders)
    except (OSError, RuntimeError, ValueError):  # a link that leads to itself, a name with a NUL
        return False
