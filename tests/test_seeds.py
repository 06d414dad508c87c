"""The program against the hand-made labels of the demonstration in seeds/."""

from __future__ import annotations

import pytest

from tests import seeds
from tests.seeds import LABELS, SEEDS, VERSIONS

SAME_PIECE = tuple(v for v in VERSIONS if LABELS["versions"][v]["relation"] == "same-piece")


def test_labels_say_what_stands_in_the_files() -> None:
    texts = {name: (SEEDS / name).read_text(encoding="utf-8") for name in (*VERSIONS, "reference.txt")}

    def quoted(item: object, sides: tuple[str, ...]) -> None:
        if isinstance(item, dict):
            if "start" in item:
                assert any(texts[side][item["start"] : item["end"]] == item["text"] for side in sides), item
            for value in item.values():
                quoted(value, sides)
        elif isinstance(item, list):
            for value in item:
                quoted(value, sides)

    for name, labels in LABELS["versions"].items():
        quoted(labels, (name, "reference.txt"))


@pytest.mark.parametrize("version", SAME_PIECE)
def test_sentences_are_linked_as_labelled(version: str) -> None:
    found, labelled = seeds.links(seeds.report(version)), seeds.labelled_links(version)
    assert found == labelled


@pytest.mark.parametrize("version", SAME_PIECE)
def test_moved_sentences_are_told_and_no_others(version: str) -> None:
    moved = [link for link in LABELS["versions"][version]["alignment"] if link.get("moved")]
    told = [bead for bead in seeds.report(version).alignment.beads if bead.moved]
    assert len(told) == len(moved)


@pytest.mark.parametrize("version", SAME_PIECE)
def test_roles_are_as_labelled(version: str) -> None:
    labels, document = LABELS["versions"][version], seeds.document(version)
    for role in ("boilerplate", "elision"):
        expected = seeds.inside(document, seeds.spans(labels[role]))
        told = {sentence.index for sentence in document.sentences if sentence.role == role}
        assert {document.sentences[i].text for i in told} == {document.sentences[i].text for i in expected}


@pytest.mark.parametrize("version", VERSIONS)
def test_relation_is_as_labelled(version: str) -> None:
    expected = LABELS["versions"][version]["relation"] == "same-piece"
    assert seeds.report(version).relation.same_piece is expected


@pytest.mark.parametrize("version", SAME_PIECE)
def test_what_is_dropped_added_or_outside_is_told_apart(version: str) -> None:
    report, labels = seeds.report(version), LABELS["versions"][version]
    told = {
        kind: {
            index
            for bead in report.alignment.beads
            if bead.kind == kind
            for index in (bead.candidate if kind == "added" else bead.reference)
        }
        for kind in ("dropped", "added", "outside")
    }
    assert told["dropped"] == seeds.inside(report.reference, seeds.spans(labels["dropped"]))
    assert told["added"] == seeds.inside(report.candidate, seeds.spans(labels["added"]))
    assert told["outside"] == seeds.inside(report.reference, seeds.spans(labels["outside"]))


@pytest.mark.parametrize("version", SAME_PIECE)
def test_critical_and_major_errors_are_found(version: str) -> None:
    found = (*seeds.report(version).findings, *seeds.check(version).findings)
    weighty = [f for f in LABELS["versions"][version]["findings"] if f["severity"] in ("critical", "major")]
    missed = [label for label in weighty if not seeds.is_said(label, found)]
    assert not missed


@pytest.mark.parametrize("version", SAME_PIECE)
def test_most_of_all_labels_are_found(version: str) -> None:
    found = (*seeds.report(version).findings, *seeds.check(version).findings)
    labels = LABELS["versions"][version]["findings"]
    missed = [label for label in labels if not seeds.is_said(label, found)]
    assert len(missed) <= 0.15 * len(labels), missed


@pytest.mark.parametrize("version", SAME_PIECE)
def test_nothing_grave_is_said_of_clean_words(version: str) -> None:
    labels = LABELS["versions"][version]["findings"]
    grave = [f for f in seeds.report(version).findings if f.severity in ("critical", "major")]
    false = [f for f in grave if not any(seeds.touches(f, label) for label in labels)]
    assert not false


def test_the_loop_is_one_finding_with_unit_and_count() -> None:
    loops = [f for f in seeds.report("roundtrip.txt").findings if f.kind == "repetition-loop"]
    assert len(loops) == 1
    label = next(f for f in LABELS["versions"]["roundtrip.txt"]["findings"] if f["kind"] == "repetition-loop")
    span = loops[0].candidate
    assert span is not None
    place = (label["candidate"]["start"], label["candidate"]["end"])
    assert seeds.overlap((span.start, span.end), place) >= 0.8 * (place[1] - place[0])
    assert "crew of four" in str(loops[0].details["unit"])
    assert 6 <= int(loops[0].details["count"]) <= 8


def test_the_versions_are_ranked_by_how_faithful_they_are() -> None:
    fidelity = {version: seeds.report(version).scores.fidelity for version in VERSIONS}
    assert fidelity["edited.txt"] > fidelity["roundtrip.txt"] > fidelity["related.txt"]
    assert fidelity["ocr.txt"] > fidelity["roundtrip.txt"]
    assert fidelity["excerpt.txt"] > fidelity["roundtrip.txt"]
    assert fidelity["related.txt"] <= 10
