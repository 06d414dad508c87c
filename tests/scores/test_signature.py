"""A signature changes with everything that changes a number, and says what changed."""

from __future__ import annotations

from dataclasses import replace

from compare.scores.signature import difference, signature
from compare.settings import DEFAULTS


def test_equal_settings_have_equal_signatures() -> None:
    assert signature() == signature(replace(DEFAULTS))
    assert difference(signature(), signature()) == ()


def test_every_room_of_settings_is_in_it() -> None:
    other = replace(DEFAULTS, scores=replace(DEFAULTS.scores, delete_cost=1.2))
    (reason,) = difference(signature(), signature(other))
    assert reason.startswith("settings of the scores: ")


def test_metrics_input_and_findings_are_in_it() -> None:
    reasons = difference(
        signature(metrics=["chrf"]), signature(metrics=["chrf", "ter"], segments=True, findings=False)
    )
    assert [reason.split(":")[0] for reason in reasons] == [
        "metrics that were computed",
        "form of the input",
        "whether findings were looked for",
    ]


def test_a_part_that_one_side_lacks_is_named() -> None:
    assert difference("truecopy:1|new:x", "truecopy:1") == ("new: x against none",)
