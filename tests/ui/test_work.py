"""Long work in a process of its own gives the same report, tells its failure, and can be stopped."""

from __future__ import annotations

import time

import pytest

import compare
from compare.text.documents import document
from tests.ui.conftest import COPY, TRUE
from ui.work import LONG_CHARACTERS, Work, is_long


def finished(work: Work) -> Work:
    until = time.monotonic() + 60
    while not work.is_done():
        assert time.monotonic() < until
        time.sleep(0.02)
    return work


def test_the_report_is_the_same() -> None:
    reference, candidate = document(TRUE, name="true"), document(COPY, name="copy")
    assert not is_long(reference, candidate)
    assert finished(Work(reference, candidate)).report() == compare.compare_documents(reference, candidate)


def test_a_failure_is_told() -> None:
    work = finished(Work(document(TRUE), None))  # type: ignore[arg-type]
    with pytest.raises(RuntimeError, match="AttributeError"):
        work.report()


def test_it_can_be_stopped() -> None:
    long = document("The harbour burned in the night. " * (LONG_CHARACTERS // 33 + 1))
    assert is_long(long, document(COPY))
    work = Work(long, document(COPY))
    assert not work.is_done()
    work.stop()
    assert work.is_done()
