"""Findings are ordered, told once, and named by an id that survives text put before them."""

from __future__ import annotations

from compare.findings import KINDS, find
from compare.findings.categories import CATEGORIES, category
from compare.findings.identity import with_ids
from compare.findings.settle import settled, sort_key
from compare.model import Alignment, Bead, Finding, Severity
from compare.text.documents import document
from tests.findings.making import alone

TEXT = "The harbour was closed. The harbour was closed for the the winter."
LOOP = "The crew waited for the tide for the tide for the tide for the tide and then sailed."


def finding(kind: str, start: int, end: int, confidence: float = 0.8, text: str = TEXT) -> Finding:
    place = document(text).span(start, end)
    return Finding(kind=kind, severity="minor", confidence=confidence, message=kind, candidate=place)


def kinds_left(*findings: Finding) -> list[str]:
    return [item.kind for item in settled(findings, sort_key(Alignment(beads=()), ()))]


def test_a_loop_speaks_for_what_lies_inside_it() -> None:
    assert kinds_left(finding("added-clause", 4, 20, 0.99), finding("repetition-loop", 0, 23)) == [
        "repetition-loop"
    ]


def test_a_loop_speaks_for_the_sentence_that_it_runs_through() -> None:
    added = finding("added-sentence", 0, 23, 0.9)
    assert kinds_left(added, finding("repetition-loop", 20, 42)) == ["repetition-loop"]
    assert kinds_left(added, finding("repetition-loop", 24, 42)) == ["added-sentence", "repetition-loop"]


def test_of_rivals_the_surer_one_stays() -> None:
    assert kinds_left(finding("spelling", 4, 11, 0.9), finding("name", 4, 11, 0.5)) == ["spelling"]
    assert kinds_left(finding("spelling", 4, 11, 0.5), finding("name", 4, 11, 0.5)) == ["name"]


def test_kinds_that_are_no_rivals_both_stay() -> None:
    assert kinds_left(finding("style", 4, 11), finding("meaning", 4, 11)) == ["meaning", "style"]


def test_findings_that_only_touch_both_stay() -> None:
    assert kinds_left(finding("spelling", 4, 11), finding("name", 11, 15)) == ["spelling", "name"]


def test_one_empty_place_holds_several_dropped_things() -> None:
    reference = document("Mara Lind paid 40 crowns.")
    place = document(TEXT).span(3, 3)
    dropped = [
        Finding(
            kind=kind,
            severity="major",
            confidence=0.8,
            message=kind,
            candidate=place,
            reference=reference.span(*span),
        )
        for kind, span in (("dropped-name", (0, 9)), ("dropped-number", (15, 17)))
    ]
    assert kinds_left(*dropped) == ["dropped-name", "dropped-number"]


def dropped(kind: str, start: int, end: int, *, severity: Severity = "major") -> Finding:
    reference = document("The ferry, which Mara Lind had built for 40 crowns, sank on Friday.")
    return Finding(
        kind=kind,
        severity=severity,
        confidence=0.8,
        message=kind,
        candidate=document("The ferry sank on Friday.").span(9, 9),
        reference=reference.span(start, end),
    )


def left(*findings: Finding) -> list[tuple[str, str]]:
    found = settled(findings, sort_key(Alignment(beads=()), ()))
    return sorted((item.kind, item.severity) for item in found)


def test_a_clause_up_to_twice_as_wide_as_the_name_in_it_is_the_name() -> None:
    assert left(dropped("dropped-clause", 11, 26), dropped("dropped-name", 17, 26)) == [
        ("dropped-name", "major")
    ]


def test_a_wider_clause_and_its_facts_stay_but_are_charged_once() -> None:
    findings = [
        dropped("dropped-clause", 11, 50, severity="minor"),
        dropped("dropped-name", 17, 26),
        dropped("dropped-number", 41, 43, severity="critical"),
    ]
    assert left(*findings) == [
        ("dropped-clause", "critical"),
        ("dropped-name", "minor"),
        ("dropped-number", "minor"),
    ]


def test_a_fact_beside_a_clause_keeps_its_weight() -> None:
    findings = [dropped("dropped-clause", 27, 50, severity="minor"), dropped("dropped-name", 17, 26)]
    assert left(*findings) == [("dropped-clause", "minor"), ("dropped-name", "major")]


def test_what_stands_only_on_the_reference_comes_where_its_bead_is() -> None:
    beads = tuple(
        Bead(index=i, reference=(i,), candidate=(i,) if i != 1 else (), kind="changed") for i in range(3)
    )
    dropped = Finding(
        kind="dropped-sentence",
        severity="major",
        confidence=0.9,
        message="",
        reference=document(TEXT).span(24, 30),
        bead=1,
    )
    alignment = Alignment(beads=beads)
    found = settled(
        [finding("style", 41, 44), dropped, finding("style", 0, 3)], sort_key(alignment, (9, 39, 60))
    )
    assert [item.kind for item in found] == ["style", "dropped-sentence", "style"]


def test_ids_are_unique_short_and_kept_when_text_is_put_before() -> None:
    before = "A notice hung at the gate, and nobody read it read it read it read it.\n\n"
    ids = [item.id for item in find(alone(LOOP))]
    later = [item.id for item in find(alone(before + LOOP))]
    assert len(ids) == 1
    assert len(set(later)) == len(later) == 2
    assert later[-1] == ids[0]
    assert all(len(name) == 8 and int(name, 16) >= 0 for name in later)


def test_equal_findings_have_different_ids() -> None:
    text = "so so so so. so so so so. so so so so."
    laid_out = document(text)
    same = [finding("style", at, at + 2, text=text) for at in (0, 13, 26)]
    names = [item.id for item in with_ids(same, laid_out, None)]
    assert len(set(names)) == 3
    assert [item.id for item in with_ids(same[1:], laid_out, None)] == names[1:]


def test_every_kind_has_its_category() -> None:
    assert set(KINDS) == set(CATEGORIES)
    replaced = Finding(
        kind="repetition-loop",
        severity="major",
        confidence=0.9,
        message="",
        candidate=document(TEXT).span(0, 3),
        details={"replaced": True},
    )
    assert category(replaced) == "Accuracy/Addition"
    assert category(finding("ocr", 0, 3)) == "Fluency/Character encoding"
