"""Sentences of the reference that the candidate runs together without a mark."""

from __future__ import annotations

import pytest

from compare import compare_texts

TRUE = "The money of the herons was found in a tin. The rest had gone on grain and two small boats."


def told(candidate: str) -> list[str]:
    return [
        finding.message
        for finding in compare_texts(TRUE, candidate).findings
        if finding.message.startswith("two sentences")
    ]


def test_nothing_stands_between_them() -> None:
    assert told(TRUE.replace(". The", " the")) == ["two sentences run together: “tin the”"]


@pytest.mark.parametrize("joint", [", and the", "; the", " while the", ": the", " — the", ". The"])
def test_a_joint_is_a_matter_of_style(joint: str) -> None:
    assert told(TRUE.replace(". The", joint)) == []
