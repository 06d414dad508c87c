"""SARIF 2.1.0 (OASIS 2020): findings for code scanning, where a build server shows them beside the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from compare.findings.categories import CATEGORIES
from compare.report.serial import json_text
from compare.report.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from compare.report.annotations import Annotation, Place

_LEVELS: Final = {"critical": "error", "major": "error", "minor": "warning", "neutral": "note"}
MOST: Final = 5_000
"""Findings of one file; GitHub shows no more of a run, and takes the gravest."""


def render(found: Iterable[Annotation], *, version: str) -> str:
    """Give findings as SARIF; of more than 5,000 the gravest.

    Args:
        found: the findings.
        version: of truecopy.

    >>> '"version": "2.1.0"' in render([], version="1.0")
    True
    """
    chosen = gravest(found, MOST)
    kinds = sorted({one.kind for one in chosen})
    rules = [
        {
            "id": kind,
            "name": kind.title().replace("-", ""),
            "shortDescription": {"text": kind.replace("-", " ")},
            "properties": {"tags": [CATEGORIES.get(kind, "Other")]},
        }
        for kind in kinds
    ]
    return json_text(
        {
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [
                {
                    "tool": {"driver": {"name": "truecopy", "version": version, "rules": rules}},
                    "columnKind": "unicodeCodePoints",
                    "results": [_result(one, kinds.index(one.kind)) for one in chosen],
                }
            ],
        }
    )


def gravest(found: Iterable[Annotation], most: int) -> list[Annotation]:
    """Give the gravest findings, in the order in which they came; no more than twice as many are in memory."""
    kept: list[tuple[int, int, Annotation]] = []
    for number, one in enumerate(found):
        kept.append((one.rank, number, one))
        if len(kept) >= 2 * most:
            kept = sorted(kept, key=lambda item: item[:2])[:most]
    kept = sorted(kept, key=lambda item: item[:2])[:most]
    return [one for _, _, one in sorted(kept, key=lambda item: item[1])]


def _result(one: Annotation, rule: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": one.kind,
        "ruleIndex": rule,
        "level": _LEVELS[one.severity],
        "message": {"text": one_line(one.message)},
        "locations": [_location(one.place)],
        "partialFingerprints": {"truecopyFinding/v1": one.id},
        "rank": round(100 * one.confidence, 1),
        "properties": {"severity": one.severity, "confidence": one.confidence},
    }
    if one.other is not None:
        result["relatedLocations"] = [
            {**_location(one.other), "id": 1, "message": {"text": "in the reference"}}
        ]
    if one.is_known is not None:
        result["baselineState"] = "unchanged" if one.is_known else "new"
    if one.dismissed is not None:
        result["suppressions"] = [{"kind": "external", "justification": one_line(one.dismissed)}]
    return result


def _location(place: Place) -> dict[str, Any]:
    region: dict[str, Any] = {"startLine": place.line}
    if place.columns is not None:
        # Line and columns, and offset and length, must mean the same text.
        column, end_line, end_column = place.columns
        region |= {"startColumn": column, "endLine": end_line, "endColumn": end_column}
        region |= {"charOffset": place.start, "charLength": place.end - place.start}
    region["snippet"] = {"text": place.text}
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": quote(place.path.replace("\\", "/"))},
            "region": region,
        }
    }
