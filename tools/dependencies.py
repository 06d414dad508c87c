"""Which dependencies there are: every pin of the lock file, and whether the product brings it or only its development.

The lock file speaks for all systems, so some pins are not for this one: a marker says for which they are.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Final

from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT: Final = Path(__file__).resolve().parent.parent
LOCK: Final = ROOT / "requirements-dev.lock"
"""The larger of the two lock files: the product with every extra, and what its development needs."""

PIN: Final = re.compile(
    r"^(?P<name>[A-Za-z0-9][\w.-]*)==(?P<version>[^\s;\\]+)(?:\s*;\s*(?P<marker>[^\\\n]+))?", re.M
)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Pin:
    """One line of the lock file: a name in its canonical form, a version, and for which systems."""

    name: str
    version: str
    marker: str = ""

    @property
    def is_for_here(self) -> bool:
        """Whether this machine and this Python install it."""
        return not self.marker or Marker(self.marker).evaluate()


def pins(lock: Path = LOCK) -> list[Pin]:
    """Give every pin of a lock file, sorted by name.

    >>> [pin.name for pin in pins() if pin.name == "nltk"]
    ['nltk']
    """
    found = PIN.finditer(lock.read_text(encoding="utf-8"))
    return sorted(
        Pin(
            name=canonicalize_name(match["name"]),
            version=match["version"],
            marker=(match["marker"] or "").strip(),
        )
        for match in found
    )


def carried() -> frozenset[str]:
    """Give the names of all that an installation brings with every extra, the product itself left out.

    Followed from pyproject.toml, requirement by requirement, through the metadata of what is installed here.

    >>> {"levenshtein", "streamlit"} <= carried(), "pytest" in carried()
    (True, False)
    """
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    waiting = [(Requirement(line), "") for line in project["dependencies"]]
    waiting += [
        (Requirement(line), "") for lines in project["optional-dependencies"].values() for line in lines
    ]
    seen: set[tuple[str, str]] = set()
    while waiting:
        needed, extra = waiting.pop()
        if needed.marker is not None and not needed.marker.evaluate({"extra": extra}):
            continue
        name = canonicalize_name(needed.name)
        for asked in ["", *sorted(needed.extras)]:
            if (name, asked) not in seen and name != project["name"]:
                seen.add((name, asked))
                waiting += [(Requirement(line), asked) for line in _requires(name)]
    return frozenset(name for name, _ in seen)


def _requires(name: str) -> list[str]:
    try:
        return metadata.requires(name) or []
    except metadata.PackageNotFoundError:
        return []
