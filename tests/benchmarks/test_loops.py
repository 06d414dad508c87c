"""The plain rules that loops are measured against, and what counts as a loop among the marks of raters."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import Any

SCRIPT = Path(__file__).resolve().parents[2] / "benchmarks" / "quality" / "loops.py"


def bench() -> Any:
    specification = importlib.util.spec_from_file_location("bench_loops", SCRIPT)
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    sys.modules["bench_loops"] = module
    specification.loader.exec_module(module)
    return module


def test_each_plain_rule_is_excused_where_the_reference_does_the_same() -> None:
    loops = bench()
    candidate = "The old pier pier and the old pier gleamgleamgleam by the old town pier."
    told = loops.found_by_rules("The old pier shone.", candidate)
    assert [candidate[start:end] for start, end in told["twice in a row"]] == ["pier pier"]
    assert [candidate[start:end] for start, end in told["inside a word"]] == ["gleamgleamgleam"]
    joined = loops.found_by_rules("Rope.", "They sell rope and rope.")["joined to itself"]
    assert joined == [(10, 23)]
    assert not any(loops.found_by_rules(candidate, candidate).values())


def test_a_mark_is_about_a_loop_where_it_says_a_word_again() -> None:
    loops = bench()
    text = "They weigh timber and timber in the old harbour."
    error = {"span": [11, 28], "severity": "Minor", "category": "Accuracy/Mistranslation"}
    assert loops.marked("They weigh timber and turf.", {"text": text, "errors": [error]}) == [(11, 28)]
    assert loops.marked(text, {"text": text, "errors": [error]}) == []
    neutral = {**error, "severity": "Neutral"}
    assert loops.marked("They weigh turf.", {"text": text, "errors": [neutral]}) == []
