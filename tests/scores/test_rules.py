"""What rules rest on beside the settings is part of the signature."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from compare.findings import omissions
from compare.scores.rules import constants, rules_digest
from compare.scores.signature import difference, signature

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def fresh() -> Iterator[None]:
    """Digests made anew, before and after."""
    rules_digest.cache_clear()
    yield
    rules_digest.cache_clear()


def test_a_constant_beside_its_rule_is_seen(monkeypatch: pytest.MonkeyPatch, fresh: None) -> None:
    before = signature()
    monkeypatch.setattr(omissions, "MUCH", omissions.MUCH + 1)
    rules_digest.cache_clear()
    (reason,) = difference(before, signature())
    assert reason.startswith("constants and word lists of the rules: ")


def test_the_constants_of_every_room_are_there_and_sorted() -> None:
    names = [name for name, _ in constants()]
    assert names == sorted(names)
    assert "compare.findings.omissions.MUCH" in names
    assert any(name.startswith("compare.align.") for name in names)
    assert any(name.startswith("compare.findings.clues.") for name in names)
