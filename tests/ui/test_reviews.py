"""Verdicts in the database: nothing is lost or overwritten, whoever writes at the same time."""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from ui.reviews import MEMORY, Reviews, Said, by_reviewer, engine, holding

if TYPE_CHECKING:
    from pathlib import Path

REFERENCE, CANDIDATE = "r" * 64, "c" * 64
DATABASE = os.environ.get("TRUECOPY_TEST_DATABASE")


def said(finding: str, verdict: str = "accepted", reviewer: str = "Ada", reason: str = "") -> Said:
    assert verdict in ("accepted", "dismissed", "open")
    return Said(
        finding=finding,
        verdict=verdict,  # type: ignore[arg-type]
        severity="minor",
        reason=reason,
        reviewer=reviewer,
    )


def opened(url: str, candidate: str = CANDIDATE) -> Reviews:
    return Reviews(engine(url), reference=REFERENCE, candidate=candidate)


def test_what_was_said_last_holds_and_the_rest_stays_on_record() -> None:
    reviews = opened(MEMORY)
    reviews.say(said("1f"), said("2f"))
    reviews.say(said("1f", "dismissed", "Ben", "a name"))
    reviews.say(said("2f", "open"))
    assert {name: each.verdict for name, each in reviews.current().items()} == {"1f": "dismissed"}
    assert len(reviews.history()) == 4
    everyone = by_reviewer(reviews.history())
    assert {name: each.verdict for name, each in everyone["1f"].items()} == {
        "Ada": "accepted",
        "Ben": "dismissed",
    }
    assert holding(reviews.history()) == reviews.current()


def test_looking_makes_no_file_and_a_verdict_does(tmp_path: Path) -> None:
    path = tmp_path / "reviews.db"
    reviews = opened(f"sqlite:///{path}")
    assert reviews.history() == ()
    assert not path.exists()
    reviews.say(said("1f"))
    assert path.exists()
    assert set(opened(f"sqlite:///{path}").current()) == {"1f"}
    assert opened(f"sqlite:///{path}", candidate="d" * 64).current() == {}


def test_a_database_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    reviews = opened(f"sqlite:///{tmp_path / 'no such folder' / 'reviews.db'}")
    with pytest.raises(SQLAlchemyError):
        reviews.say(said("1f"))


def test_two_reviewers_at_once_lose_nothing(tmp_path: Path) -> None:
    at_once(f"sqlite:///{tmp_path / 'reviews.db'}")


@pytest.mark.skipif(DATABASE is None, reason="TRUECOPY_TEST_DATABASE names no database of a server")
def test_two_reviewers_at_once_on_a_server() -> None:
    assert DATABASE is not None
    database = engine(DATABASE)
    with database.begin() as connection:
        connection.execute(text("DROP TABLE IF EXISTS truecopy_verdicts"))
    database.dispose()
    at_once(DATABASE)


def at_once(url: str) -> None:
    faults: list[BaseException] = []
    start = threading.Barrier(2)

    def reviewer(name: str) -> None:
        database = engine(url)
        try:
            reviews = Reviews(database, reference=REFERENCE, candidate=CANDIDATE)
            start.wait()
            for number in range(25):
                reviews.say(said(f"{number:x}", reviewer=name))
        except BaseException as fault:  # a fault in a thread would else pass unseen
            faults.append(fault)
        finally:
            database.dispose()

    threads = [threading.Thread(target=reviewer, args=(name,)) for name in ("Ada", "Ben")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    database = engine(url)
    everyone = by_reviewer(Reviews(database, reference=REFERENCE, candidate=CANDIDATE).history())
    database.dispose()
    assert len(everyone) == 25
    assert all(set(each) == {"Ada", "Ben"} for each in everyone.values())
