"""Partners by a lexicon: synonyms mean the same, kinds of one thing only stand for each other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from compare.findings import find
from compare.findings.clues.partners import partners
from compare.settings import DEFAULTS
from tests.findings.pairs import of_lines
from tests.text.wordnet_files import write_wordnet

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from compare.findings.evidence import Evidence

REFERENCE = "The ferry left the old quay at noon, and the crew came to moor it again in the evening."
CANDIDATE = "At noon the barge left the old quay, and the crew came in the evening to berth it again."


def asked(reference: str, candidate: str, synonyms: str) -> Evidence:
    return replace(of_lines(reference, candidate), settings=replace(DEFAULTS.findings, synonyms=synonyms))


def reasons(synonyms: str) -> dict[tuple[str, str], str]:
    [bead] = partners(asked(REFERENCE, CANDIDATE, synonyms))
    return {
        (bead.reference[place].form, bead.candidate[bead.of_reference[place]].form): how
        for place, how in bead.how.items()
        if bead.reference[place].form in ("ferry", "moor")
    }


def test_partners_by_a_lexicon(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_wordnet(tmp_path)
    monkeypatch.setenv("NLTK_DATA", str(tmp_path))
    assert reasons("wordnet") == {("ferry", "barge"): "related", ("moor", "berth"): "meaning"}
    assert not set(reasons("").values()) & {"related", "meaning"}


def test_a_kind_of_the_same_thing_is_still_another_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_wordnet(tmp_path)
    monkeypatch.setenv("NLTK_DATA", str(tmp_path))
    true = "She sold the ferry to the men of the north shore."
    for copy, told in ((true.replace("ferry", "barge"), ["barge"]), (true.replace("ferry", "ferryboat"), [])):
        findings = find(asked(true, copy, "wordnet"))
        assert [one.candidate.text for one in findings if one.kind == "meaning" and one.candidate] == told
