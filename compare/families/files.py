"""Files: what a list of files and folders holds, each file once, however it was reached."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from compare.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Iterable


DATA_ENDINGS: Final = frozenset(
    {
        ".cfg",
        ".css",
        ".csv",
        ".ini",
        ".ipynb",
        ".js",
        ".json",
        ".jsonl",
        ".lock",
        ".py",
        ".sh",
        ".sql",
        ".toml",
        ".ts",
        ".tsv",
        ".xml",
        ".yaml",
        ".yml",
    }
)
"""Endings of files that hold text but no article: a label file would else join the family of what it quotes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A path that was left out, and why."""

    path: str
    reason: str


def files(paths: Iterable[str | Path]) -> tuple[tuple[str, ...], tuple[Skipped, ...]]:
    """Give the files that stand under some paths, and what is left out.

    Folders are searched to the bottom, through links too, but not through those that lead out of the folder that was
    named; a link that leads back up is not followed twice, and a file that is reached in two ways is listed once, under
    the first. Hidden files and folders (those
    that begin with a full stop) inside a folder are not looked at, as with ``ls``; data and program files
    are taken only where they are named themselves.

    Args:
        paths: files and folders; ``-`` (standard input) stands for itself.

    Returns:
        The files in the order in which they were named, those of a folder sorted; and what was skipped.

    Raises:
        BadInput: a path does not exist, or there is no file at all.
    """
    found: list[str] = []
    skipped: list[Skipped] = []
    seen: dict[tuple[int, int] | str, str] = {}
    folders: set[tuple[int, int]] = set()
    for path in paths:
        if str(path) == "-":
            if "-" not in seen:
                seen["-"] = "-"
                found.append("-")
            continue
        if not os.path.lexists(path):
            raise BadInput(f"{path} does not exist; check the path")
        _walk(Path(path), found, skipped, seen, folders)
    return tuple(found), tuple(skipped)


def _walk(
    path: Path,
    found: list[str],
    skipped: list[Skipped],
    seen: dict[tuple[int, int] | str, str],
    folders: set[tuple[int, int]],
) -> None:
    """Add what stands at a path; by a stack, since folders may be nested a thousand deep."""
    stack = [path]
    root = path.resolve()
    while stack:
        place = stack.pop()
        try:
            status = place.stat()
            key = (status.st_dev, status.st_ino)
            if place != path and place.is_symlink() and not place.resolve().is_relative_to(root):
                reason = "a link that leads out of the folder; name what it leads to"
                skipped.append(Skipped(path=str(place), reason=reason))
            elif place.is_dir():
                if key in folders:
                    continue
                folders.add(key)
                inside = sorted(place.iterdir(), key=lambda child: child.name)
                stack.extend(child for child in reversed(inside) if not child.name.startswith("."))
            elif not place.is_file():
                skipped.append(Skipped(path=str(place), reason="no ordinary file"))
            elif place != path and place.suffix.lower() in DATA_ENDINGS:
                reason = "no article by its ending; name the file itself to take it"
                skipped.append(Skipped(path=str(place), reason=reason))
            elif key in seen:
                skipped.append(Skipped(path=str(place), reason=f"the same file as {seen[key]}"))
            else:
                seen[key] = str(place)
                found.append(str(place))
        except FileNotFoundError:
            skipped.append(Skipped(path=str(place), reason="a link that leads nowhere"))
        except OSError as error:
            # a link that points at itself comes here too (ELOOP)
            skipped.append(Skipped(path=str(place), reason=(error.strerror or str(error)).lower()))
