"""Messages are in one style: no full stop at the end, a small letter or a quotation at the beginning."""

from __future__ import annotations

import pytest

import compare
from compare.text.documents import document
from tests.seeds import SEEDS

VERSIONS = sorted(path.name for path in SEEDS.glob("*.txt") if path.name != "reference.txt")


@pytest.mark.parametrize("version", VERSIONS)
def test_messages_are_of_one_style(version: str) -> None:
    reference, candidate = ((SEEDS / name).read_text(encoding="utf-8") for name in ("reference.txt", version))
    found = [
        *compare.compare_texts(reference, candidate, metrics=()).findings,
        *compare.check_document(document(candidate)).findings,
    ]
    for finding in found:
        message = finding.message
        assert message, finding.kind
        assert not message.endswith("."), message
        assert message[0] in "“‘'\"" or message[0].islower() or message[0].isdecimal(), message
