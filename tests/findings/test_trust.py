"""Confidences are lowered in versions of their own, by kind, and left alone in copies."""

from __future__ import annotations

import pytest

from compare.findings.clues.wording import Wording
from compare.findings.trust import sort_of, trusted
from compare.model import Finding, Span
from compare.settings import DEFAULTS

PLACE = Span(start=0, end=6, text="really")
WHOLE_CLAUSE = Span(start=0, end=29, text="when the keeper saw the lamps")


def told(kind: str, place: Span = PLACE, why: str = "") -> Finding:
    details = {"why": why} if why else {}
    return Finding(
        kind=kind,
        severity="minor",
        confidence=0.9,
        message="",
        candidate=place,
        reference=place,
        details=details,
    )


def manner(whole: float | None) -> Wording:
    return Wording(whole=whole, kept_words=0, beads={}, edits={}, settings=DEFAULTS.findings)


@pytest.mark.parametrize("whole", [None, 1.0, DEFAULTS.findings.literal_share])
def test_in_a_copy_nothing_changes(whole: float | None) -> None:
    finding = told("meaning", why="look-alike")
    assert trusted([finding], manner(whole)) == [finding]


def test_in_a_version_of_its_own_a_kind_is_told_as_surely_as_it_is_right() -> None:
    factors = dict(DEFAULTS.findings.trust_in_versions)
    short, clause, loop = trusted(
        [told("added-clause"), told("added-clause", WHOLE_CLAUSE), told("repetition-loop")], manner(0.4)
    )
    assert short.confidence == pytest.approx(0.9 * factors["added-clause/short"], abs=0.01)
    assert clause.confidence == pytest.approx(0.9 * factors["added-clause"], abs=0.01)
    assert short.confidence < clause.confidence < loop.confidence == 0.9


def test_half_way_half_is_lost() -> None:
    settings = DEFAULTS.findings
    (finding,) = trusted([told("polarity")], manner((settings.literal_share + settings.free_share) / 2))
    factor = dict(settings.trust_in_versions)["polarity"]
    assert finding.confidence == pytest.approx(0.9 * (1 + factor) / 2, abs=0.01)


def test_every_factor_is_of_a_sort_that_exists() -> None:
    from compare.findings import KINDS

    for sort, factor in DEFAULTS.findings.trust_in_versions:
        assert sort.split("/")[0] in KINDS
        assert 0 < factor < 1
    assert sort_of(told("meaning", why="time")) == "meaning/time"
