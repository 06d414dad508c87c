"""Rated translations: every item of the MQM sets with its reference, its penalty and where it comes from."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

REFERENCES = {"ted_mqm": "refB", "news_mqm": "GPT4-5shot"}
"""Which version of each set serves as the reference: the best rated."""
LEFT_OUT = frozenset({("ted_mqm", "ref")})
"""The other human version of the talks: subtitles cut short to be read in time, which no system does."""
BLOCK_SEGMENTS = 40
"""Segments of a talk that count as one document where sets are halved: there are three talks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    work: str
    document: str
    segment: int
    system: str
    reference: str
    candidate: str
    penalty: float

    @property
    def fold(self) -> str:
        """What is left out together in a cross-validation."""
        return f"{self.work} {self.document}"


def items(data: Path, work: str) -> Iterator[Item]:
    """Give the rated items of one set, in the order of the file."""
    with gzip.open(data / f"{work}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            references = {
                segment["segment"]: segment["text"]
                for segment in row["segments"]
                if segment["system"] == REFERENCES[work]
            }
            for segment in row["segments"]:
                if segment["system"] == REFERENCES[work] or (work, segment["system"]) in LEFT_OUT:
                    continue
                yield Item(
                    work=work,
                    document=row["document"],
                    segment=segment["segment"],
                    system=segment["system"],
                    reference=references[segment["segment"]],
                    candidate=segment["text"],
                    penalty=float(segment["mqm"]),
                )
