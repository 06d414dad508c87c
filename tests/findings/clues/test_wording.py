"""How freely a text is worded: another spelling of a name is a slip in a copy and a choice in a telling of its own."""

from __future__ import annotations

import compare
from tests.findings.making import found, pair

REFERENCE = (
    "The council of Dorvik met on Friday to speak about the new harbour, and Mayor Hellan opened the meeting."
)


def names_told(reference: str, candidate: str) -> list[tuple[str, str]]:
    findings = compare.compare_texts(reference, candidate, metrics=()).findings
    return [
        (item.severity, item.candidate.text) for item in findings if item.kind == "name" and item.candidate
    ]


def test_in_a_copied_sentence_it_is_a_slip() -> None:
    told = found(pair(REFERENCE, REFERENCE.replace("Hellan", "Helan")), "name")
    assert [(item.severity, item.confidence) for item in told] == [("minor", 0.7)]


def test_in_a_sentence_told_otherwise_it_is_a_choice() -> None:
    other = "On Friday Mayor Helan opened a session at which Dorvik's councillors discussed building a port."
    assert {item.severity for item in found(pair(REFERENCE, other), "name")} == {"neutral"}


def test_in_a_copied_text_it_is_a_major_slip_once_and_a_choice_where_it_is_always_so() -> None:
    text = "\n\n".join(
        [
            REFERENCE,
            "The ships that lay at the quay had come in with the tide, and nobody had paid for them since spring.",
            "Hellan, who had been a pilot himself, knew each of them by the sound of its engine in the night.",
            "The new quay would cost more than the town had, and the bank wanted to see the plans before winter.",
        ]
    )
    assert names_told(text, text.replace("Hellan,", "Helan,")) == [("major", "Helan")]
    assert {severity for severity, _ in names_told(text, text.replace("Hellan", "Helan"))} == {"neutral"}
