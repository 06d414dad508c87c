"""A finished batch for build servers: its rows as tests, its findings as annotations, both as streams."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from compare.model import SEVERITIES
from compare.report.annotations import Annotation, Place
from compare.report.junit import Case

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from compare.batch.manifest import Manifest


def cases(tables: Iterable[Any], *, least: float | None, fail_on: str | None) -> Iterator[Case]:
    """Give a test a row.

    Args:
        tables: of results.
        least: fidelity under which a row fails.
        fail_on: severity of a finding, or a graver one, on which it fails.
    """
    counting = SEVERITIES[: SEVERITIES.index(fail_on) + 1] if fail_on else ()
    for table in tables:
        for row in table.to_pylist():
            failures = []
            if least is not None and row["fidelity"] is not None and row["fidelity"] < least:
                failures.append(f"the fidelity, {int(100 * row['fidelity']) / 100:.2f}, is under {least:g}")
            grave = [f"{row[name]} {name}" for name in counting if row[name]]
            if grave:
                failures.append(f"findings: {', '.join(grave)}")
            yield Case(
                name=row["id"],
                group=row["system"] or row["reference"] or "batch",
                failures=tuple(failures),
                error=row["error"],
            )


def batch_annotations(tables: Iterable[Any], manifest: Manifest) -> Iterator[Annotation]:
    """Give the findings of some tables at their places; of texts that stand in the manifest at its row."""
    first, second = (os.path.relpath(root) for root in manifest.roots)
    for table in tables:
        for row in table.to_pylist():
            places = [
                place
                for side, root in (("candidate", second), ("reference", first))
                if (place := _place(row, side, root, manifest.name)) is not None
            ]
            yield Annotation(
                id=row["finding"],
                kind=row["kind"],
                severity=row["severity"],
                confidence=row["confidence"],
                message=row["message"],
                place=places[0],
                other=places[1] if len(places) > 1 else None,
            )


def _place(row: dict[str, Any], side: str, root: str, manifest: str) -> Place | None:
    if row[f"{side}_start"] is None:
        return None
    path = row[side]
    return Place(
        path=manifest if path is None else os.path.normpath(f"{root}/{path}"),
        line=row["row"] if path is None else row[f"{side}_line"],
        start=row[f"{side}_start"],
        end=row[f"{side}_end"],
        # An empty text is an empty cell of CSV, which comes back as nothing.
        text=row[f"{side}_text"] or "",
    )
