"""What reviewers said of findings, kept in a database.

Every verdict is a row that is only ever added: two reviewers at once lose nothing, and what someone changed their mind
about stays on record. What holds of a finding is the last row of each reviewer, and the last of all of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from sqlalchemy import Column, Integer, MetaData, String, Table, create_engine, insert, inspect, select
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import StaticPool

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.engine import Engine

Verdict = Literal["accepted", "dismissed", "open"]

MEMORY: Final = "sqlite://"
"""The address of a database that lives as long as the process."""

_METADATA: Final = MetaData()
_VERDICTS: Final = Table(
    "truecopy_verdicts",
    _METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("reference", String(64), nullable=False, index=True),
    Column("candidate", String(64), nullable=False, index=True),
    Column("finding", String(64), nullable=False),
    Column("verdict", String(16), nullable=False),
    Column("severity", String(16), nullable=False),
    Column("reason", String(2000), nullable=False),
    Column("reviewer", String(200), nullable=False),
    Column("said_at", String(32), nullable=False),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One verdict of one reviewer on one finding.

    ``verdict`` is ``accepted``, ``dismissed``, or ``open`` where an earlier one was taken back; ``severity`` is what
    the reviewer holds right, which may differ from what the program said; ``said_at`` is UTC in ISO 8601.
    """

    finding: str
    verdict: Verdict
    severity: str
    reason: str
    reviewer: str
    said_at: str = ""


class Reviews:
    """The verdicts on one pair of texts, known by the SHA-256 of each.

    >>> reviews = Reviews(engine(), reference="r" * 64, candidate="c" * 64)
    >>> reviews.say(Said(finding="1f", verdict="dismissed", severity="minor", reason="a name", reviewer="Ada"))
    >>> reviews.current()["1f"].reason
    'a name'
    """

    def __init__(self, engine: Engine, *, reference: str, candidate: str) -> None:
        """Open the reviews of a pair."""
        self._pair = {"reference": reference, "candidate": candidate}
        self._engine = engine

    def say(self, *verdicts: Said) -> None:
        """Keep verdicts, all of them or none."""
        rows = [
            {
                **self._pair,
                "finding": said.finding,
                "verdict": said.verdict,
                "severity": said.severity,
                "reason": said.reason[:2000],
                "reviewer": said.reviewer[:200],
                "said_at": said.said_at or datetime.now(UTC).isoformat(timespec="seconds"),
            }
            for said in verdicts
        ]
        if not rows:
            return
        _make_table(self._engine)
        with self._engine.begin() as connection:
            connection.execute(insert(_VERDICTS), rows)

    def history(self) -> tuple[Said, ...]:
        """Give every verdict on the pair, the oldest first."""
        wanted = select(_VERDICTS).order_by(_VERDICTS.c.id)
        wanted = wanted.where(_VERDICTS.c.reference == self._pair["reference"])
        wanted = wanted.where(_VERDICTS.c.candidate == self._pair["candidate"])
        if _is_missing(self._engine) or not inspect(self._engine).has_table(_VERDICTS.name):
            return ()
        with self._engine.connect() as connection:
            return tuple(
                Said(
                    finding=row.finding,
                    verdict=row.verdict,
                    severity=row.severity,
                    reason=row.reason,
                    reviewer=row.reviewer,
                    said_at=row.said_at,
                )
                for row in connection.execute(wanted)
            )

    def current(self) -> dict[str, Said]:
        """Give by finding what was said last, whoever said it; what was taken back is left out."""
        return holding(self.history())


def holding(history: Iterable[Said]) -> dict[str, Said]:
    """Give by finding what was said last, whoever said it; what was taken back is left out."""
    latest = {said.finding: said for said in history}
    return {finding: said for finding, said in latest.items() if said.verdict != "open"}


def by_reviewer(history: Iterable[Said]) -> dict[str, dict[str, Said]]:
    """Give by finding and reviewer what each said last."""
    result: dict[str, dict[str, Said]] = {}
    for said in history:
        result.setdefault(said.finding, {})[said.reviewer] = said
    return result


def _make_table(engine: Engine) -> None:
    """Make the table where it is missing; two who do so at the same moment do not hinder each other."""
    try:
        _METADATA.create_all(engine)
    except DatabaseError:
        if not inspect(engine).has_table(_VERDICTS.name):
            raise


def engine(url: str = MEMORY) -> Engine:
    """Give an engine for a SQLAlchemy URL; nothing is written before the first verdict.

    A database in memory has one connection: each would otherwise see a database of its own.
    """
    if url == MEMORY:
        return create_engine(url, connect_args={"check_same_thread": False}, poolclass=StaticPool)
    opened = create_engine(url, pool_pre_ping=True)
    if not _is_missing(opened):
        with opened.connect():
            pass
    return opened


def _is_missing(opened: Engine) -> bool:
    """Whether an engine is of an SQLite file that is not there: to look into it would make it."""
    url = opened.url
    return (
        url.get_backend_name() == "sqlite"
        and url.database not in (None, "", ":memory:")
        and not Path(str(url.database)).exists()
    )
