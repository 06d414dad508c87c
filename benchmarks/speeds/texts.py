"""Pairs of texts of any size, made from seeds/ by mutation, so that anyone can make the same ones.

A text is a list of sentences; sentence i of the candidate is a version of sentence i of the reference, empty where it
was left out.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT: Final = Path(__file__).resolve().parents[2]
SEED: Final = 7
CHANGED: Final = 0.05  # share of the words of the candidate that are others
DROPPED: Final = 0.02  # share of the sentences that it leaves out
PARAGRAPH: Final = 5  # sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two versions of one text, sentence by sentence."""

    reference: list[str]
    candidate: list[str]
    break_with: str = " "

    def texts(self) -> tuple[str, str]:
        """Both as running text."""
        return self._joined(self.reference), self._joined(self.candidate)

    def _joined(self, sentences: list[str]) -> str:
        if self.break_with != " ":
            return self.break_with.join(sentences)
        paragraphs = (sentences[at : at + PARAGRAPH] for at in range(0, len(sentences), PARAGRAPH))
        return "\n\n".join(" ".join(filter(None, paragraph)) for paragraph in paragraphs)


@cache
def _stock() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The sentences of seeds/, and their longer words in small letters."""
    whole = " ".join((ROOT / "seeds" / f"{name}.txt").read_text("utf-8") for name in ("reference", "related"))
    sentences = [part.strip() for part in re.split(r"(?<=[.!?])\s+", whole.replace("\n", " "))]
    kept = tuple(sorted({sentence for sentence in sentences if 8 <= len(sentence.split()) <= 50}))
    return kept, tuple(sorted(set(re.findall(r"\b[a-z]{4,}\b", whole))))


def _mutated(sentence: str, share: float, draw: random.Random) -> str:
    words = _stock()[1]
    return " ".join(
        draw.choice(words) if len(word) > 3 and word.isalpha() and draw.random() < share else word
        for word in sentence.split()
    )


def _sentences(kilobytes: int, draw: random.Random) -> list[str]:
    found: list[str] = []
    size = 0
    while size < 1000 * kilobytes:
        sentence = _mutated(draw.choice(_stock()[0]), 0.5, draw)
        found.append(sentence[:1].upper() + sentence[1:])
        size += len(found[-1]) + 1
    return found


def _copied(sentences: list[str], draw: random.Random) -> list[str]:
    return ["" if draw.random() < DROPPED else _mutated(one, CHANGED, draw) for one in sentences]


def edited(kilobytes: int) -> Pair:
    """A copy with one word in twenty changed and one sentence in fifty left out."""
    draw = random.Random(SEED)
    reference = _sentences(kilobytes, draw)
    return Pair(reference=reference, candidate=_copied(reference, draw))


def identical(kilobytes: int) -> Pair:
    """A text against itself."""
    reference = _sentences(kilobytes, random.Random(SEED))
    return Pair(reference=reference, candidate=list(reference))


def unrelated(kilobytes: int) -> Pair:
    """Two texts that were drawn apart."""
    one, other = (_sentences(kilobytes, random.Random(SEED + number)) for number in (1, 2))
    count = min(len(one), len(other))
    return Pair(reference=one[:count], candidate=other[:count])


def looping(kilobytes: int) -> Pair:
    """A copy in which every fifth sentence goes round its last four words twenty times."""
    draw = random.Random(SEED)
    reference = _sentences(kilobytes, draw)
    candidate = [
        " ".join([sentence.rstrip(".")] + [" ".join(sentence.rstrip(".").split()[-4:])] * 20) + "."
        if place % 5 == 0 and sentence
        else sentence
        for place, sentence in enumerate(_copied(reference, draw))
    ]
    return Pair(reference=reference, candidate=candidate)


def alternating(kilobytes: int) -> Pair:
    """Two words in turn, without a stop; the copy begins with the other one."""
    count = 1000 * kilobytes // 10
    return Pair(reference=["tick tock " * count], candidate=["tock tick " * count])


def one_a_line(kilobytes: int) -> Pair:
    """One word a line."""
    draw = random.Random(SEED)
    reference = [word for sentence in _sentences(kilobytes, draw) for word in sentence.split()]
    return Pair(reference=reference, candidate=_copied(reference, draw), break_with="\n")


SHAPES: Final[dict[str, Callable[[int], Pair]]] = {
    "edited": edited,
    "loops": looping,
    "two words in turn": alternating,
    "a word a line": one_a_line,
    "identical": identical,
    "unrelated": unrelated,
}
