"""What the page was started with: files, and where reviews are kept."""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Arguments:
    """The files named at the start, and the SQLAlchemy URL of the reviews (``None``: kept while the page is open)."""

    files: tuple[Path, ...]
    reviews: str | None


@cache
def arguments() -> Arguments:
    """Read what stands behind ``--`` on Streamlit's command line, which ``truecopy view`` writes."""
    parser = argparse.ArgumentParser(prog="truecopy view")
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--reviews")
    given = parser.parse_args(sys.argv[1:])
    reviews = given.reviews
    if reviews is None and given.files:
        reviews = f"sqlite:///{(given.files[0].resolve().parent / 'truecopy-reviews.db').as_posix()}"
    return Arguments(files=tuple(given.files), reviews=reviews)
