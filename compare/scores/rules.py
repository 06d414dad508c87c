"""What the rules rest on beside the settings, in one short digest: constants next to their rule, and word lists.

A threshold that belongs to one rule alone stands beside it, where a reader needs it, and a list of words is data. Both
change what is found, so a signature must see them as well as the settings. Constants are read from the modules
themselves; how a rule is written is not looked at, that is what the version says.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from importlib.resources import files
from pkgutil import walk_packages
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

ROOMS: Final = ("compare.align", "compare.findings")
"""Packages whose constants count."""
APART: Final = ("compare.align.collat", "compare.align.facts", "compare.align.mentions")
"""Modules of theirs that set many versions side by side, which no finding and no score rests on."""
LISTS: Final = ("compare.text", "compare.align", "compare.findings")
"""Packages whose lists count."""
_CONSTANT: Final = re.compile(r"_?[A-Z][A-Z0-9_]*")
_PLAIN: Final = (bool, int, float, str, bytes, type(None))


@cache
def rules_digest() -> str:
    """A digest of every constant and every list that findings rest on, in 8 hexadecimal digits.

    >>> len(rules_digest())
    8
    """
    digest = hashlib.sha256()
    for name, value in constants():
        digest.update(f"{name}={value}\n".encode())
    for package in LISTS:
        for name, content in _lists(files(package), package):
            digest.update(f"{name}\n".encode() + content)
    return digest.hexdigest()[:8]


def constants() -> list[tuple[str, str]]:
    """The constants of the rooms, sorted: a name with its module, and the value written out."""
    found: dict[str, str] = {}
    for room in ROOMS:
        package = import_module(room)
        modules = [package]
        entries = walk_packages(package.__path__, prefix=f"{room}.")
        modules += [import_module(entry.name) for entry in entries if not entry.name.startswith(APART)]
        for module in modules:
            for name, value in vars(module).items():
                if _CONSTANT.fullmatch(name) and name != "TYPE_CHECKING":
                    written = _written(value)
                    if written is not None:
                        found[f"{module.__name__}.{name}"] = written
    return sorted(found.items())


def _written(value: object) -> str | None:
    """A value in a form that is the same on every run, ``None`` for what is no plain data."""
    if isinstance(value, _PLAIN):
        return repr(value)
    if isinstance(value, re.Pattern):
        return repr(value.pattern)
    if isinstance(value, Mapping):
        pairs = [(_written(key), _written(item)) for key, item in value.items()]
        return None if any(None in pair for pair in pairs) else repr(sorted(map(str, pairs)))
    if isinstance(value, (frozenset, set, tuple, list)):
        items = [_written(item) for item in value]
        if None in items:
            return None
        return repr(sorted(map(str, items)) if isinstance(value, (frozenset, set)) else items)
    return None


def _lists(folder: Traversable, path: str) -> list[tuple[str, bytes]]:
    """The lists below a folder, by their path."""
    found = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir() and entry.name != "__pycache__":
            found += _lists(entry, f"{path}/{entry.name}")
        elif entry.name.endswith((".txt", ".json")):
            found.append((f"{path}/{entry.name}", entry.read_bytes()))
    return found
