"""Licences of all dependencies, held against the list in ``licences.toml``: what nobody has looked at fails.

A package says its licence in one of three ways, of which the first that is there counts: as an SPDX expression (PEP
639), in a free field, in classifiers. The file translates the words of the latter two and names the packages whose
licence a person has read.
"""

from __future__ import annotations

import sys
import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from tools.dependencies import carried, pins

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LISTED: Final = Path(__file__).with_name("licences.toml")
LONGEST_NAME: Final = 60
"""In characters: a longer free field is the text of the licence, not its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """What ``licences.toml`` says."""

    allowed: frozenset[str]
    words: Mapping[str, str] = field(default_factory=dict)
    read: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    taken: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @classmethod
    def from_file(cls, path: Path = LISTED) -> Allowance:
        """Read the file."""
        data: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
        return cls(
            allowed=frozenset(data["allowed"]),
            words=data["words"],
            read=data["read"],
            taken=data["taken"],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What is to be said of one dependency; ``complaint`` is empty where all is well."""

    name: str
    version: str
    licence: str
    remark: str = ""
    complaint: str = ""


def named(name: str) -> str:
    """Give the licence as the installed package itself names it, empty where it does not.

    >>> named("numpy").split(" AND ")[0]
    'BSD-3-Clause'
    """
    said = metadata.metadata(name)
    if "License-Expression" in said:
        return said["License-Expression"]
    free = said["License"].strip() if "License" in said else ""
    if free and free != "UNKNOWN" and len(free) <= LONGEST_NAME and "\n" not in free:
        return free
    classifiers = said.get_all("Classifier") or []
    return " AND ".join(
        sorted(
            line.rpartition(" :: ")[2]
            for line in classifiers
            if line.startswith("License :: OSI Approved :: ")
        )
    )


def verdict(name: str, version: str, said: str, allowance: Allowance) -> Verdict:
    """Hold one dependency against the list.

    >>> small = Allowance(allowed=frozenset({"MIT", "ISC"}), words={"The MIT": "MIT"})
    >>> verdict("one", "1", "The MIT", small).complaint
    ''
    >>> verdict("two", "1", "GPL-3.0-only", small).complaint
    'GPL-3.0-only is not on the list'
    >>> verdict("three", "1", "", small).complaint
    'names no licence'
    """
    if name in allowance.taken:
        entry = allowance.taken[name]
        return Verdict(name=name, version=version, licence=entry["licence"], remark=entry["why"])
    if name in allowance.read:
        entry = allowance.read[name]
        said = entry["licence"]
    said = allowance.words.get(said, said)
    complaint = ""
    if not said:
        complaint = "names no licence"
    elif not is_allowed(said, allowance.allowed):
        complaint = f"{said} is not on the list"
    return Verdict(name=name, version=version, licence=said, complaint=complaint)


def is_allowed(expression: str, allowed: Iterable[str]) -> bool:
    """Ask whether an SPDX expression asks for nothing but allowed licences; of alternatives one is enough.

    >>> is_allowed("MIT AND (GPL-3.0-only OR ISC)", {"MIT", "ISC"})
    True
    >>> is_allowed("MIT AND GPL-3.0-only", {"MIT", "ISC"})
    False
    >>> is_allowed("Beerware", {"MIT"})
    False
    """
    from license_expression import ExpressionError

    try:
        tree = _spdx().parse(expression, validate=True)
    except ExpressionError:
        return False
    return tree is not None and _holds(tree, set(allowed))


@cache
def _spdx() -> Any:
    from license_expression import get_spdx_licensing

    return get_spdx_licensing()


def _holds(tree: Any, allowed: set[str]) -> bool:
    operator = getattr(tree, "operator", "").strip()
    if operator == "AND":
        return all(_holds(part, allowed) for part in tree.args)
    if operator == "OR":
        return any(_holds(part, allowed) for part in tree.args)
    return str(tree) in allowed


def verdicts(allowance: Allowance) -> list[Verdict]:
    """Judge every pin of the lock file; one that is not for this machine is read on the machine that installs it."""
    judged = []
    for pin in pins():
        try:
            said = named(pin.name)
        except metadata.PackageNotFoundError:
            complaint = "is not installed; run make test first" if pin.is_for_here else ""
            remark = f"only where {pin.marker}"
            judged.append(
                Verdict(name=pin.name, version=pin.version, licence="", remark=remark, complaint=complaint)
            )
        else:
            judged.append(verdict(pin.name, pin.version, said, allowance))
    return judged


def idle(allowance: Allowance) -> list[str]:
    """Name the entries of the file that no dependency needs any more."""
    there = {pin.name for pin in pins()}
    return sorted({*allowance.read, *allowance.taken} - there)


def main() -> int:
    """Print the list, what the product brings first, and give 1 where something is not allowed."""
    allowance = Allowance.from_file()
    judged = verdicts(allowance)
    brought = carried()
    for title, chosen in (
        ("With the product, all extras counted in", [one for one in judged if one.name in brought]),
        ("Only for development", [one for one in judged if one.name not in brought]),
    ):
        print(f"{title}: {len(chosen)}\n")
        for one in chosen:
            print(f"  {one.name + ' ' + one.version:<38}{one.licence:<32}{one.remark}".rstrip())
        print()
    complaints = [f"{one.name} {one.version}: {one.complaint}" for one in judged if one.complaint]
    complaints += [
        f"{name}: stands in {LISTED.name}, but nothing depends on it any more" for name in idle(allowance)
    ]
    for complaint in complaints:
        print(complaint, file=sys.stderr)
    if not complaints:
        print(f"{len(judged)} dependencies, every licence on the list or taken for a reason")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
