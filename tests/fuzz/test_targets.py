"""Every target takes what it begins with, and that with bytes changed, cut out and said again."""

from __future__ import annotations

import random

import pytest

from tests.fuzz.targets import TARGETS

ROUNDS = 8


def spoilt(data: bytes, draw: random.Random) -> bytes:
    """Change a few stretches of an input; its first byte, which says of which form it is, stays."""
    for _ in range(draw.randrange(1, 4)):
        start = draw.randrange(1, len(data) + 1)
        end = min(len(data), start + draw.randrange(12))
        drawn = (
            b"",
            data[start:end] * 3,
            draw.randbytes(end - start),
            b"<![CDATA[",
            b"\xff\xfe",
            b"\0",
            b'"',
        )
        data = data[:start] + draw.choice(drawn) + data[end:]
    return data


@pytest.mark.parametrize("name", TARGETS)
def test_a_target_takes_what_it_begins_with(name: str) -> None:
    for extra in ("docx", "pypdf", "trafilatura"):
        pytest.importorskip(extra)
    target, seeds = TARGETS[name]
    draw = random.Random(name)
    for seed in seeds():
        target(seed)
        for _ in range(ROUNDS):
            target(spoilt(seed, draw))


def test_a_target_raises_where_a_promise_is_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    def half(text: str, start: int, end: int, *, language: str) -> list[tuple[int, int]]:
        return [(start, (start + end) // 2)]

    monkeypatch.setattr("tests.fuzz.targets.sentence_spans", half)
    target, seeds = TARGETS["sentences"]
    with pytest.raises(AssertionError):
        target(seeds()[0])
