"""What stops a change and what is only told, and that an audit which did not happen is never called a good one."""

from __future__ import annotations

import json
from datetime import date

import pytest

from tools import audit
from tools.audit import Answer, Weakness, answer, fails

TODAY = date(2031, 5, 1)
HOLE = Weakness(package="one", version="1.0", id="X-1", mended_in=("1.1",))


def test_an_answer_tells_the_known_from_the_unknown() -> None:
    printed = {
        "dependencies": [
            {
                "name": "one",
                "version": "1.0",
                "vulns": [{"id": "X-1", "fix_versions": ["1.1"], "aliases": []}],
            },
            {"name": "two", "version": "2.0", "vulns": []},
            {"name": "three", "skip_reason": "not found"},
        ],
        "fixes": [],
    }
    assert answer(json.dumps(printed)) == Answer(known=2, unknown=1, weaknesses=(HOLE,))


@pytest.mark.parametrize(
    ("weakness", "brought", "accepted", "stops"),
    [
        (HOLE, {"one"}, {}, True),
        (HOLE, {"two"}, {}, False),  # a tool of development
        (Weakness(package="one", version="1.0", id="X-1"), {"one"}, {}, False),  # nothing can be done yet
        (HOLE, {"one"}, {"X-1": {"package": "one", "until": date(2031, 6, 1)}}, False),
        (HOLE, {"one"}, {"X-1": {"package": "one", "until": TODAY}}, True),  # the reason has run out
        (HOLE, {"one"}, {"X-1": {"package": "two", "until": date(2031, 6, 1)}}, True),
    ],
)
def test_what_stops_a_change(
    weakness: Weakness, brought: set[str], accepted: dict[str, object], stops: bool
) -> None:
    assert fails(weakness, brought=frozenset(brought), accepted=accepted, today=TODAY) is stops


@pytest.mark.parametrize("told", ["no route to host", Answer(known=0, unknown=160)])
def test_no_database_is_a_skip_with_its_reason(
    told: Answer | str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(audit, "asked", lambda _: told)
    assert audit.main() == 0
    out = capsys.readouterr().out
    assert "skipped, nothing was audited" in out
    assert ("no route to host" in out) is isinstance(told, str)


def test_the_second_database_is_asked_where_the_first_knows_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    hole = Weakness(package="numpy", version="1.0", id="X-2", mended_in=("9",))
    told = {"pypi": Answer(known=0, unknown=9), "osv": Answer(known=9, unknown=0, weaknesses=(hole,))}
    monkeypatch.setattr(audit, "asked", told.__getitem__)
    assert audit.main() == 1
    assert "to mend: numpy 1.0: X-2, mended in 9" in capsys.readouterr().out
