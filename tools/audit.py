"""Known weaknesses of the pinned dependencies, asked of a public database by pip-audit.

It fails for one thing only: a weakness in what the *product* brings, that is mended in a newer version and that nobody
has accepted in ``audit.toml``. Then users are touched by it, and there is something to do (``make lock``). A weakness
without a mended version, or in a tool of development, is printed and no more.

A release stops there. A change does not (``.ci/run`` prints what is found, and goes on): it is not to blame for what
was published elsewhere overnight, and would be held up whatever it is about.

Where no database can be reached, or the one that answers knows none of the packages (the mirror of a registry often
serves no such data), nothing has been audited: that is said as such, and is no failure.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

from tools.dependencies import LOCK, carried

ACCEPTED: Final = Path(__file__).with_name("audit.toml")
DATABASES: Final = ("pypi", "osv")
"""In the order in which they are asked; the first that knows most of the packages is believed."""
SOCKET_SECONDS: Final = 10
LONGEST_SECONDS: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Weakness:
    """One published weakness of one pinned package."""

    package: str
    version: str
    id: str
    mended_in: tuple[str, ...] = ()

    def __str__(self) -> str:
        mended = f"mended in {', '.join(self.mended_in)}" if self.mended_in else "not mended yet"
        return f"{self.package} {self.version}: {self.id}, {mended}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a database said: how many packages it knew, how many it did not, and the weaknesses."""

    known: int
    unknown: int
    weaknesses: tuple[Weakness, ...] = ()


def answer(printed: str) -> Answer:
    """Read what pip-audit prints as JSON; a package that it could not look up counts as unknown.

    >>> answer('{"dependencies": [{"name": "one", "skip_reason": "not found"}]}')
    Answer(known=0, unknown=1, weaknesses=())
    """
    known = unknown = 0
    weaknesses = []
    for entry in json.loads(printed)["dependencies"]:
        if "skip_reason" in entry:
            unknown += 1
            continue
        known += 1
        weaknesses += [
            Weakness(
                package=entry["name"],
                version=entry["version"],
                id=found["id"],
                mended_in=tuple(found["fix_versions"]),
            )
            for found in entry["vulns"]
        ]
    return Answer(known=known, unknown=unknown, weaknesses=tuple(sorted(weaknesses)))


def fails(weakness: Weakness, *, brought: frozenset[str], accepted: dict[str, Any], today: date) -> bool:
    """Ask whether a weakness must stop a change: users are touched, it is mended, and nobody has accepted it.

    >>> hole = Weakness(package="one", version="1", id="X-1", mended_in=("2",))
    >>> fails(hole, brought=frozenset({"one"}), accepted={}, today=date(2031, 1, 1))
    True
    >>> fails(hole, brought=frozenset(), accepted={}, today=date(2031, 1, 1))
    False
    """
    if weakness.package not in brought or not weakness.mended_in:
        return False
    entry = accepted.get(weakness.id)
    return entry is None or entry["package"] != weakness.package or today >= entry["until"]


def asked(database: str) -> Answer | str:
    """Ask one database about every pin that is for this machine; a string is the reason why there is no answer."""
    command = [
        sys.executable,
        "-m",
        "pip_audit",
        "--requirement",
        str(LOCK),
        "--require-hashes",
        "--disable-pip",
    ]
    command += ["--vulnerability-service", database, "--timeout", str(SOCKET_SECONDS)]
    command += ["--format", "json", "--progress-spinner", "off"]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, encoding="utf-8", timeout=LONGEST_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return f"no answer within {LONGEST_SECONDS} seconds"
    try:
        return answer(done.stdout)
    except (ValueError, KeyError):
        lines = done.stderr.strip().splitlines()
        return lines[-1][:200] if lines else f"pip-audit left with {done.returncode} and said nothing"


def main() -> int:
    """Audit the lock file; 1 where a weakness must be mended, 0 otherwise, also where nothing could be asked."""
    accepted = tomllib.loads(ACCEPTED.read_text(encoding="utf-8"))["accepted"]
    reasons = []
    for database in DATABASES:
        told = asked(database)
        if isinstance(told, str):
            reasons.append(f"{database}: {told}")
        elif told.known <= told.unknown:
            reasons.append(f"{database}: knows {told.known} of {told.known + told.unknown} packages")
        else:
            return _report(told, accepted)
    print("audit: skipped, nothing was audited. " + "; ".join(reasons))
    return 0


def _report(told: Answer, accepted: dict[str, Any]) -> int:
    today = datetime.now(tz=UTC).date()
    brought = carried()
    grave = [one for one in told.weaknesses if fails(one, brought=brought, accepted=accepted, today=today)]
    for one in told.weaknesses:
        print(f"audit: {'to mend' if one in grave else 'for your notice'}: {one}")
    print(
        f"audit: {told.known} packages looked up, {told.unknown} unknown, "
        f"{len(told.weaknesses)} weaknesses, {len(grave)} to mend"
    )
    return 1 if grave else 0


if __name__ == "__main__":
    sys.exit(main())
