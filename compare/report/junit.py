"""JUnit XML: a test a pair, failed where a gate failed, in error where it could not be judged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from compare.report.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One pair as a test: ``failures`` are the gates that it failed, ``error`` why it could not be judged."""

    name: str
    group: str
    failures: tuple[str, ...] = ()
    error: str | None = None


def render(cases: Iterable[Case], *, tests: int, failures: int, errors: int) -> Iterator[str]:
    """Give the file in pieces, so that a million tests need no memory.

    Args:
        cases: the tests.
        tests: how many there are.
        failures: how many of them fail.
        errors: how many of them could not be judged.

    >>> case = Case(name="a.txt", group="true.txt", failures=("fidelity 80 is under 90",))
    >>> print("".join(render([case], tests=1, failures=1, errors=0)), end="")
    <?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="truecopy" tests="1" failures="1" errors="0">
    <testsuite name="truecopy" tests="1" failures="1" errors="0">
    <testcase name="a.txt" classname="true.txt">
    <failure type="gate" message="fidelity 80 is under 90"/>
    </testcase>
    </testsuite>
    </testsuites>
    """
    counts = f'name="truecopy" tests="{tests}" failures="{failures}" errors="{errors}"'
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites {counts}>\n<testsuite {counts}>\n'
    for case in cases:
        yield "".join(f"{line}\n" for line in _lines(case))
    yield "</testsuite>\n</testsuites>\n"


def counted_cases(cases: Iterable[Case]) -> str:
    """Give the file of some cases that are all in memory."""
    every = list(cases)
    failures = sum(bool(case.failures) and case.error is None for case in every)
    errors = sum(case.error is not None for case in every)
    return "".join(render(every, tests=len(every), failures=failures, errors=errors))


def _lines(case: Case) -> Iterator[str]:
    opening = f"<testcase name={_attribute(case.name)} classname={_attribute(case.group)}"
    if not case.failures and case.error is None:
        yield f"{opening}/>"
        return
    yield f"{opening}>"
    if case.error is not None:
        yield f'<error type="unreadable" message={_attribute(case.error)}/>'
    elif case.failures:
        # The schema has one failure a test.
        told = _attribute("; ".join(case.failures))
        yield f'<failure type="gate" message={told}/>'
    yield "</testcase>"


def _attribute(text: str) -> str:
    # What steers a terminal is written out by one_line, and with it what XML cannot hold; the two code points that
    # are no characters go as well.
    return quoteattr(one_line(text).replace("\ufffe", "?").replace("\uffff", "?"))
