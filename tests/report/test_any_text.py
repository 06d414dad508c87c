"""Any two texts at all can be reported in every form, and nothing in them steers a terminal."""

from __future__ import annotations

import json
import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import compare
from compare.model import Report
from tests.report.every_form import FORMS

STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
PROSE = """The boat left at noon on 4 May . , and and keeper Ada Morrow paid $6m 30% ( … ) [...] * * * not never
U.S. e.g. “yes” — ’s Share © 2021 | Der Bäcker öffnet früh Привет мир 你好。世界 が 😀 <script> &amp; _x_ `y` # - 1.
=1+1 @name"""
WORDS = (*PROSE.split(), "\n", "\n\n", "\r\n", "\t", "\x1b[2J", "\u202e", "\u2066", "\u200d")

texts = st.one_of(
    st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join),
    st.text(max_size=80),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts, texts)
def test_every_form(reference: str, candidate: str) -> None:
    report = compare.compare_texts(reference, candidate)
    for render in FORMS.values():
        drawn = render(report)
        assert not STEERING.search(drawn)
        drawn.encode("utf-8")
    assert Report.from_dict(json.loads(FORMS["json"](report))) == report
